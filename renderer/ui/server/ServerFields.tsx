import Close from '@mui/icons-material/Close'
import Visibility from '@mui/icons-material/Visibility'
import VisibilityOff from '@mui/icons-material/VisibilityOff'
import { Box, Button, Checkbox, FormControlLabel, FormHelperText, IconButton, InputAdornment, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { serverFields as words } from '../../i18n/ru/serverFields'
import { useFilePick } from '../useFilePick'
import { isPem, mustInsist, type ServerFieldErrors, type ServerFieldValues } from './fieldValues'

interface ServerFieldsProps {
  readonly values: ServerFieldValues
  readonly errors: ServerFieldErrors
  readonly set: (change: Partial<ServerFieldValues>) => void
  readonly labels?: { readonly user?: string; readonly password?: string; readonly userHint?: string; readonly passwordHint?: string }
  readonly autoFocus?: boolean
}

/** Address, name, password, the office's certificate authority, and plain HTTP where a person insists on it. */
export function ServerFields({ values, errors, set, labels = {}, autoFocus = false }: ServerFieldsProps) {
  const [shown, setShown] = useState(false)
  const text = (name: keyof ServerFieldErrors, hint?: string) => ({ error: errors[name] !== undefined, helperText: errors[name] === undefined ? hint : words.errors[errors[name]] })
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <TextField autoFocus={autoFocus} required label={words.address} value={values.address} placeholder="https://" onChange={(event) => set({ address: event.target.value })} {...text('address', words.addressHint)} autoComplete="off" slotProps={{ htmlInput: { spellCheck: false, inputMode: 'url' }, inputLabel: { shrink: true } }} />
      {mustInsist(values.address) && (
        <Box>
          <FormControlLabel control={<Checkbox checked={values.insistHttp} onChange={(_event, on) => set({ insistHttp: on })} />} label={words.insist} />
          <FormHelperText sx={{ mt: 0 }}>{words.insistHint}</FormHelperText>
        </Box>
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 2 }}>
        <TextField required label={labels.user ?? words.user} value={values.user} onChange={(event) => set({ user: event.target.value })} {...text('user', labels.userHint)} autoComplete="off" slotProps={{ htmlInput: { spellCheck: false } }} />
        <TextField
          required
          label={labels.password ?? words.password}
          type={shown ? 'text' : 'password'}
          value={values.password}
          onChange={(event) => set({ password: event.target.value })}
          {...text('password', labels.passwordHint)}
          autoComplete="off"
          slotProps={{
            input: {
              endAdornment: (
                <InputAdornment position="end">
                  <IconButton edge="end" aria-label={shown ? words.hidePassword : words.showPassword} aria-pressed={shown} onClick={() => setShown(!shown)}>{shown ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}</IconButton>
                </InputAdornment>
              ),
            },
          }}
        />
      </Box>
      <CertificateField values={values} set={set} />
    </Box>
  )
}

function CertificateField({ values, set }: Pick<ServerFieldsProps, 'values' | 'set'>) {
  const [wrong, setWrong] = useState(false)
  const read = async ([file]: readonly File[]) => {
    if (file === undefined) return
    const pem = file.size > 200_000 ? '' : await file.text()
    setWrong(!isPem(pem))
    if (isPem(pem)) set({ ca: { name: file.name, pem } })
  }
  const { pick, input } = useFilePick('.pem,.crt,.cer', (files) => void read(files))
  return (
    <Box>
      {input}
      {values.ca === null ? (
        <Button variant="outlined" onClick={pick}>{words.ca.choose}</Button>
      ) : (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>{words.ca.chosen(values.ca.name)}</Typography>
          <IconButton aria-label={words.ca.remove} onClick={() => set({ ca: null })}><Close fontSize="small" /></IconButton>
        </Box>
      )}
      <FormHelperText error={wrong}>{wrong ? words.ca.wrong : words.ca.hint}</FormHelperText>
    </Box>
  )
}

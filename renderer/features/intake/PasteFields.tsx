import Lock from '@mui/icons-material/LockOutlined'
import Public from '@mui/icons-material/Public'
import { Box, FormControl, FormHelperText, FormLabel, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { type Network, networks, type Visibility } from '../../../shared/domain/journal/message'
import { ru } from '../../i18n/ru'
import { intake as words } from '../../i18n/ru/intake'
import { linkSays, type PasteForm, type PasteFormError, type PasteFormErrors } from './pasteForm'

/** The address first: it often says the network and the kind by itself. */
export function LinkField({ values, error, onChange }: { values: PasteForm; error: PasteFormError | undefined; onChange: (typed: string) => void }) {
  const says = linkSays(values)
  const hint = says === undefined ? words.paste.linkHint : words.paste.linkRead(ru.kinds.network[says.network], says.externalId !== undefined)
  return (
    <TextField
      label={words.paste.link}
      value={values.link}
      onChange={(event) => onChange(event.target.value)}
      error={error !== undefined}
      helperText={error === undefined ? hint : words.errors[error]}
      autoComplete="off"
      type="url"
    />
  )
}

interface NetworkFieldProps {
  readonly values: PasteForm
  readonly errors: PasteFormErrors
  readonly onChange: (change: Partial<PasteForm>) => void
}

/** Which network, and whether everybody can read it (3.4). */
export function NetworkField({ values, errors, onChange }: NetworkFieldProps) {
  const meta = values.network === 'instagram' || values.network === 'facebook'
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1 }}>
        <Choice id="paste-network" label={words.paste.network} error={errors.network}>
          <ToggleButtonGroup exclusive size="small" value={values.network} aria-labelledby="paste-network" onChange={(_event, network: Network | null) => network !== null && onChange({ network })}>
            {networks.map((network) => <ToggleButton key={network} value={network} sx={{ px: 1.25 }}>{ru.kinds.network[network]}</ToggleButton>)}
          </ToggleButtonGroup>
        </Choice>
        <Choice id="paste-visibility" label={words.paste.visibility} error={errors.visibility} hint={words.paste.visibilityHint}>
          <ToggleButtonGroup exclusive size="small" value={values.visibility} aria-labelledby="paste-visibility" onChange={(_event, visibility: Visibility | null) => visibility !== null && onChange({ visibility })}>
            <ToggleButton value="public" sx={{ px: 1.25, gap: 0.5 }}><Public fontSize="small" />{ru.kinds.visibility.public}</ToggleButton>
            <ToggleButton value="private" sx={{ px: 1.25, gap: 0.5 }}><Lock fontSize="small" />{ru.kinds.visibility.private}</ToggleButton>
          </ToggleButtonGroup>
        </Choice>
      </Box>
      {meta && <Typography variant="caption" color="textSecondary">{ru.kinds.metaFootnote}</Typography>}
    </Box>
  )
}

function Choice({ id, label, error, hint, children }: { id: string; label: string; error: PasteFormError | undefined; hint?: string; children: React.ReactNode }) {
  return (
    <FormControl error={error !== undefined}>
      <FormLabel id={id} required sx={{ fontSize: '0.8125rem', mb: 0.5 }}>{label}</FormLabel>
      {children}
      {(error !== undefined || hint !== undefined) && <FormHelperText>{error === undefined ? hint : words.errors[error]}</FormHelperText>}
    </FormControl>
  )
}

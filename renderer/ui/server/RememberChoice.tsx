import { Alert, Box, Checkbox, FormControlLabel, FormHelperText } from '@mui/material'
import { server } from '../../i18n/ru/server'

const words = server.connect

/** Whether the password is kept; without the system's keyring there is nothing to choose, and that is said. */
export function RememberChoice({ keyring, remember, set }: { keyring: boolean | null; remember: boolean; set: (remember: boolean) => void }) {
  if (keyring === false) return <Alert severity="info">{words.noKeyring}</Alert>
  return (
    <Box>
      <FormControlLabel disabled={keyring === null} control={<Checkbox checked={remember} onChange={(_event, on) => set(on)} />} label={words.remember} />
      <FormHelperText sx={{ mt: 0 }}>{words.rememberHint}</FormHelperText>
    </Box>
  )
}

import { Alert, Box, Button, Paper, TextField, Typography } from '@mui/material'
import { ru } from '../../i18n/ru'
import { start } from '../../i18n/ru/start'
import { useDraft } from '../../ui/draft/useDraft'
import { looksLikeServer } from './aloneAnswers'

const words = start.server

/** What a server will need, and the way to begin without waiting for it. */
export function ServerPanel({ onBack, onAlone }: { onBack: () => void; onAlone: () => void }) {
  const address = useDraft('start/server')
  const wrong = address.text.trim() !== '' && !looksLikeServer(address.text)
  return (
    <Paper variant="outlined" sx={{ p: 3, display: 'flex', flexDirection: 'column', gap: 2, maxWidth: 640 }}>
      <Typography variant="h6" component="h2">{words.form}</Typography>
      <Alert severity="info">{words.next}</Alert>
      <Box>
        <Typography variant="subtitle2">{words.need}</Typography>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{words.needs.map((need) => <li key={need}>{need}</li>)}</Box>
      </Box>
      <TextField label={words.address} value={address.text} onChange={(event) => address.set(event.target.value)} error={wrong} helperText={wrong ? words.addressWrong : words.addressHint} autoComplete="off" placeholder="https://" />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="contained" size="medium" onClick={onAlone}>{words.startAlone}</Button>
        <Button size="medium" onClick={onBack}>{ru.common.back}</Button>
      </Box>
    </Paper>
  )
}

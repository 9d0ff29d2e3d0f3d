import { Alert, AlertTitle, Box, Checkbox, FormControlLabel, Typography } from '@mui/material'
import type { PersonalDatum } from '../../shared/domain/moderation/personalData/personalData'
import { posting } from '../i18n/ru/posting'
import { Highlighted } from './Highlighted'

const words = posting.personal

/** Personal data found in a text that goes out in public: shown in place, and to be acknowledged. */
export function PersonalDataPanel({ text, data, acknowledged, onAcknowledge }: { text: string; data: readonly PersonalDatum[]; acknowledged: boolean; onAcknowledge: (acknowledged: boolean) => void }) {
  if (data.length === 0) return text.trim() === '' ? null : <Typography variant="caption" color="textSecondary" role="status">{words.none}</Typography>
  return (
    <Alert severity="warning">
      <AlertTitle>{words.title}</AlertTitle>
      <Typography variant="body2" component="div" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 140, overflowY: 'auto' }} tabIndex={0}>
        <Highlighted text={text} ranges={data} />
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, my: 0.5 }}>
        {data.map(({ kind, start, end }) => <li key={start}>{`${words.kind[kind]}: ${text.slice(start, end)}`}</li>)}
      </Box>
      <FormControlLabel control={<Checkbox checked={acknowledged} onChange={(event) => onAcknowledge(event.target.checked)} sx={{ py: 0 }} />} label={words.acknowledge} />
    </Alert>
  )
}

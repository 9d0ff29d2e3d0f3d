import { Box, TextField, Typography } from '@mui/material'
import type { Act } from '../../../shared/domain/calendar'
import { parseLocalDate } from '../../../shared/domain/time'
import { err, ok, type Result } from '../../../shared/lib/result'
import { calendar as words } from '../../i18n/ru/calendar'

export interface DecreeForm {
  readonly number: string
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string
}

export const noDecree: DecreeForm = { number: '', date: '' }

/** The Government's decree as typed; null when nothing was; half of it is a mistake. */
export function readDecree({ number, date }: DecreeForm): Result<Act | null, string> {
  const bare = number.trim().replace(/^№\s*/, '')
  if (bare === '' && date === '') return ok(null)
  const read = parseLocalDate(date)
  return bare === '' || bare.length > 20 || !read.ok ? err(words.editDay.decreeBroken) : ok({ kind: 'government', number: bare, date: read.value })
}

export function DecreeFields({ title, value, onChange }: { title: string; value: DecreeForm; onChange: (change: DecreeForm) => void }) {
  return (
    <Box role="group" aria-label={title} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Typography variant="body2" sx={{ flex: '1 1 160px' }}>{title}</Typography>
      <TextField label={words.editDay.number} value={value.number} onChange={(event) => onChange({ ...value, number: event.target.value })} sx={{ width: 130 }} />
      <TextField type="date" label={words.editDay.date} value={value.date} onChange={(event) => onChange({ ...value, date: event.target.value })} slotProps={{ inputLabel: { shrink: true } }} sx={{ width: 160 }} />
    </Box>
  )
}

import Edit from '@mui/icons-material/EditOutlined'
import { Box, Button, Typography } from '@mui/material'
import type { WorkingTime } from '../../../shared/domain/deadlines'
import { dayOfDate, weekdayOfDay, type LocalDate } from '../../../shared/domain/time'
import { localDateText } from '../../format/slices'
import { ru } from '../../i18n/ru'
import { calendar as words } from '../../i18n/ru/calendar'
import { KeyCap } from '../../ui/keys/KeyCap'
import { dayLook, dayReasons, lengthText } from './dayLook'
import { editChord } from './keys'

/** Why the chosen day is what it is: its length, the statute, the decree, from where to where. */
export function DayPanel({ date, time, onEdit }: { date: LocalDate; time: WorkingTime; onEdit: (() => void) | undefined }) {
  const look = dayLook(time, date)
  return (
    <Box component="section" aria-labelledby="chosen-day" aria-live="polite" sx={{ display: 'flex', flexDirection: 'column', gap: 0.25, minHeight: 148, flexShrink: 0 }}>
      <Typography id="chosen-day" variant="subtitle1" component="h3">{`${localDateText(date)}, ${ru.deadlines.slice.weekday[weekdayOfDay(dayOfDate(date)) - 1] ?? ''}`}</Typography>
      <Typography variant="body2" sx={{ fontWeight: 500 }}>{words.marks[look.mark]}</Typography>
      <Typography variant="body2">{lengthText(time, date)}</Typography>
      {dayReasons(time, date).map((line) => <Typography key={line} variant="body2" color="textSecondary">{line}</Typography>)}
      {onEdit !== undefined && <Box sx={{ mt: 0.5 }}><Button variant="outlined" startIcon={<Edit />} endIcon={<KeyCap chord={editChord} />} onClick={onEdit}>{words.edit}</Button></Box>}
    </Box>
  )
}

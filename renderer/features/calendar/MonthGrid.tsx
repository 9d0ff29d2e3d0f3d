import { Box, Typography } from '@mui/material'
import { memo, useId } from 'react'
import { normHours } from '../../../shared/domain/calendar'
import type { WorkingTime } from '../../../shared/domain/deadlines'
import { dateOf, dayOfDate, dateOfDay, weekdayOfDay, type LocalDate } from '../../../shared/domain/time'
import { hoursAndMinutes } from '../../format/durations'
import { calendar as words } from '../../i18n/ru/calendar'
import { DayCell } from './DayCell'
import { dayLook, type DayLook } from './dayLook'

interface MonthGridProps {
  readonly year: number
  /** 1–12 */
  readonly month: number
  readonly time: WorkingTime
  /** The chosen date when it is in this month, else null. */
  readonly chosen: LocalDate | null
  readonly today: LocalDate | null
  readonly onChoose: (date: LocalDate) => void
}

/** One month, week by week; its working days and hours beside the name. */
export const MonthGrid = memo(function MonthGrid({ year, month, time, chosen, today, onChoose }: MonthGridProps) {
  const id = useId()
  const { workingDays } = normHours(time.calendar, year, { kind: 'month', month }, 40)
  const looks = looksOf(time, year, month)
  const hours = looks.reduce((sum, { minutes }) => sum + minutes, 0)
  const weeks = weeksOf(looks)
  const name = words.months[month - 1]
  return (
    <Box component="section" aria-labelledby={id} sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, px: 0.75, pt: 0.25, pb: 0.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', px: 0.5 }}>
        <Typography variant="subtitle2" component="h3" id={id}>{name}</Typography>
        <Typography variant="caption" color="textSecondary">{words.norms.month(workingDays, hoursAndMinutes(hours * 60_000))}</Typography>
      </Box>
      <Box component="table" role="grid" aria-labelledby={id} sx={{ width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' }}>
        <Box component="thead" aria-hidden>
          <tr>{words.weekdays.map((day) => <Box component="th" key={day} sx={{ fontSize: '0.6875rem', fontWeight: 400, color: 'text.secondary', p: 0, lineHeight: '16px' }}>{day}</Box>)}</tr>
        </Box>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={index}>
              {week.map((look, column) =>
                look === null ? <td key={column} /> : <DayCell key={look.date} look={look} time={time} chosen={look.date === chosen} today={look.date === today} onChoose={onChoose} />,
              )}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
})

function looksOf(time: WorkingTime, year: number, month: number): readonly DayLook[] {
  const looks: DayLook[] = []
  const end = dayOfDate(dateOf(year, month + 1, 1))
  for (let day = dayOfDate(dateOf(year, month, 1)); day < end; day++) looks.push(dayLook(time, dateOfDay(day)))
  return looks
}

/** Six weeks always, so that months stand level. */
function weeksOf(looks: readonly DayLook[]): readonly (readonly (DayLook | null)[])[] {
  const first = looks[0]
  const before = first === undefined ? 0 : weekdayOfDay(dayOfDate(first.date)) - 1
  const cells: (DayLook | null)[] = [...Array<null>(before).fill(null), ...looks]
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_each, day) => cells[week * 7 + day] ?? null))
}

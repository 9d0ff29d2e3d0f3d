import { Alert, Box, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { yearChanges, type DayChange, type ProductionCalendar } from '../../../shared/domain/calendar'
import { dayOfDate, weekdayOfDay } from '../../../shared/domain/time'
import { firstWords } from '../../format/people'
import { localDateText } from '../../format/slices'
import { ru } from '../../i18n/ru'
import { calendar as words } from '../../i18n/ru/calendar'
import { useInstantFormat } from '../../ui/formatContext'
import { daySummary } from './dayLook'
import { useMovedDeadlines } from './useCalendarEdit'

const t = words.importing
const mostShown = 60

/** The dates that change from one calendar to another, whatever the years they hold. */
export function calendarChanges(before: ProductionCalendar, after: ProductionCalendar): readonly DayChange[] {
  const years = [...new Set([...before.years, ...after.years].map(({ year }) => year))].sort((a, b) => a - b)
  return years.flatMap((year) => yearChanges(before, after, year))
}

/** Day by day what another calendar changes, and from when to when open deadlines move. */
export function ChangePreview({ before, after }: { before: ProductionCalendar; after: ProductionCalendar }) {
  const moved = useMovedDeadlines(after)
  const format = useInstantFormat()
  const changes = calendarChanges(before, after)
  const columns = t.columns
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Typography variant="subtitle2" component="h3">{changes.length === 0 ? t.noDays : t.days(changes.length)}</Typography>
      {changes.length > 0 && (
        <Rows label={t.days(changes.length)} head={[columns.date, columns.before, columns.after]} more={changes.length - mostShown}>
          {changes.slice(0, mostShown).map(({ before: was, after: is, lengthChanges }) => (
            <TableRow key={is.date}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{`${words.weekdays[weekdayOfDay(dayOfDate(is.date)) - 1] ?? ''} ${localDateText(is.date)}`}</TableCell>
              <TableCell>{daySummary(was)}</TableCell>
              <TableCell>{daySummary(is)}{!lengthChanges && <Typography component="span" variant="caption" color="textSecondary">{` (${t.onlyReasons})`}</Typography>}</TableCell>
            </TableRow>
          ))}
        </Rows>
      )}
      <Typography variant="subtitle2" component="h3">{moved.length === 0 ? t.noDeadlines : t.deadlines(moved.length)}</Typography>
      {moved.length > 0 && (
        <Rows label={t.deadlines(moved.length)} head={[columns.message, columns.rule, columns.moved]} more={moved.length - mostShown}>
          {moved.slice(0, mostShown).map(({ state, id, index, before: from, after: to }) => (
            <TableRow key={`${state.id}-${id}-${index}`}>
              <TableCell sx={{ maxWidth: 260, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{firstWords(state, 80) ?? ru.common.noText}</TableCell>
              <TableCell>{ru.deadlines.rule[id]}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{`${format.moment(from, to)} → ${format.moment(to, from)}`}</TableCell>
            </TableRow>
          ))}
        </Rows>
      )}
      <Alert severity="info">{t.closedStay}</Alert>
    </Box>
  )
}

function Rows({ label, head, more, children }: { label: string; head: readonly string[]; more: number; children: ReactNode }) {
  return (
    <Paper variant="outlined" sx={{ maxHeight: 240, overflow: 'auto' }} tabIndex={0} role="region" aria-label={label}>
      <Table stickyHeader aria-label={label} sx={{ '& td, & th': { py: 0.25 } }}>
        <TableHead><TableRow>{head.map((title) => <TableCell key={title}>{title}</TableCell>)}</TableRow></TableHead>
        <TableBody>{children}</TableBody>
      </Table>
      {more > 0 && <Typography variant="caption" component="p" sx={{ px: 2, py: 0.5, m: 0 }}>{t.tooMany(more)}</Typography>}
    </Paper>
  )
}

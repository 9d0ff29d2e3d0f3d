import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { normHours, type NormPeriod, type ProductionCalendar } from '../../../shared/domain/calendar'
import { calendar as words } from '../../i18n/ru/calendar'
import { publishedNorms } from './publishedNorms'

const number = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 1 })

interface Line {
  readonly title: string
  readonly period: NormPeriod
  readonly sum: boolean
}

const lines: readonly Line[] = [1, 2, 3, 4].flatMap((quarter) => [
  ...[-2, -1, 0].map((back) => ({ title: words.months[quarter * 3 + back - 1] ?? '', period: { kind: 'month', month: quarter * 3 + back } as const, sum: false })),
  { title: words.norms.quarter(quarter), period: { kind: 'quarter', quarter } as const, sum: true },
])

/** Norm hours of the year beside what was published (first, so that the check sum is seen without scrolling), then of its months and quarters. */
export function NormTable({ calendar, year }: { calendar: ProductionCalendar; year: number }) {
  const published = publishedNorms[year]
  const whole = { at40: normHours(calendar, year, { kind: 'year' }, 40), at36: normHours(calendar, year, { kind: 'year' }, 36) }
  const agrees = published !== undefined && published.at40 === whole.at40.hours && published.at36 === whole.at36.hours
  const columns = words.norms.columns
  return (
    <Box component="section" aria-labelledby="norms">
      <Typography id="norms" variant="subtitle2" component="h3" title={words.norms.hint}>{words.norms.title}</Typography>
      <Typography variant="caption" component="p" sx={{ m: 0, color: published === undefined ? 'text.secondary' : agrees ? 'success.main' : 'warning.main' }}>
        {published === undefined ? words.norms.notPublished : agrees ? `✓ ${words.norms.agrees}` : `≠ ${words.norms.differs}`}
      </Typography>
      <Table aria-labelledby="norms" sx={{ '& td, & th': { py: 0, px: 0.375, fontSize: '0.8125rem', lineHeight: '20px', borderBottom: 0, fontVariantNumeric: 'tabular-nums' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{columns.period}</TableCell>
            {[columns.days, columns.at40, columns.at36].map((title) => <TableCell key={title} align="right">{title}</TableCell>)}
          </TableRow>
        </TableHead>
        <TableBody>
          <Row title={words.norms.year} cells={[whole.at40.workingDays, whole.at40.hours, whole.at36.hours]} strong />
          {published !== undefined && <Row title={words.norms.published} cells={[null, published.at40, published.at36]} strong={false} />}
          {lines.map(({ title, period, sum }) => {
            const at40 = normHours(calendar, year, period, 40)
            return <Row key={title} title={title} cells={[at40.workingDays, at40.hours, normHours(calendar, year, period, 36).hours]} strong={sum} />
          })}
        </TableBody>
      </Table>
    </Box>
  )
}

function Row({ title, cells, strong }: { title: string; cells: readonly (number | null)[]; strong: boolean }) {
  return (
    <TableRow sx={strong ? { '& td, & th': { fontWeight: 500, bgcolor: 'action.hover' } } : undefined}>
      <TableCell component="th" scope="row">{title}</TableCell>
      {cells.map((value, index) => <TableCell key={index} align="right">{value === null ? '' : number.format(value)}</TableCell>)}
    </TableRow>
  )
}

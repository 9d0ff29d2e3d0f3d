import { Box, Table, TableBody, TableCell, TableFooter, TableHead, TableRow, Typography } from '@mui/material'
import { useMemo } from 'react'
import { explain, type Deadline, type RulesInForce, type Slice } from '../../../shared/domain/deadlines'
import { hoursAndMinutes } from '../../format/durations'
import { noteText, skipText } from '../../format/slices'
import { ru } from '../../i18n/ru'
import { useInstantFormat } from '../formatContext'
import { laterOfTwoText, termText } from './deadlineTexts'

const day = 86_400_000
const words = ru.deadlines

/** The deadline slice by slice: what counted, what was skipped and by which act; the counted slices add up to the term. */
export function ExplanationTable({ deadline, rules }: { deadline: Deadline; rules: RulesInForce }) {
  const explanation = useMemo(() => explain(deadline, rules), [deadline, rules])
  const format = useInstantFormat()
  const laterOfTwo = laterOfTwoText(explanation.term, format)
  const calendar = explanation.term.clock === 'calendar'
  const length = (ms: number) => (calendar ? ru.common.days(Math.round(ms / day)) : hoursAndMinutes(ms))
  const sum = explanation.slices.reduce((total, slice) => total + (slice.kind === 'counted' ? slice.ms : 0), 0)
  return (
    <Box sx={{ pl: 3.5, pb: 1, position: 'relative' }}>
      <Typography variant="body2" sx={{ mb: 0.5 }}>{`${words.clause(explanation.term.clause)}: ${termText(explanation.term)}`}</Typography>
      <Table aria-label={words.explain} sx={{ maxWidth: 720, '& td, & th': { py: 0.25, px: 1, fontSize: '0.8125rem' } }}>
        <TableHead sx={{ position: 'absolute', clipPath: 'inset(50%)', height: 1, overflow: 'hidden' }}>
          <TableRow><TableCell>{ru.common.open}</TableCell><TableCell>{words.slice.counted}</TableCell><TableCell>{words.slice.skipped}</TableCell></TableRow>
        </TableHead>
        <TableBody>
          {explanation.slices.map((slice) => (
            <SliceRow key={slice.from} slice={slice} from={format.moment(slice.from)} to={format.near(slice.to, slice.from)} length={length} />
          ))}
        </TableBody>
        <TableFooter>
          <TableRow>
            <TableCell sx={{ fontWeight: 500, color: 'text.primary' }}>{`${words.slice.sum}: ${words.due(format.moment(explanation.term.due))}`}</TableCell>
            <TableCell sx={{ fontWeight: 500, color: 'text.primary', whiteSpace: 'nowrap' }}>{length(sum)}</TableCell>
            <TableCell />
          </TableRow>
        </TableFooter>
      </Table>
      {laterOfTwo !== null && <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0, mt: 0.5 }}>{laterOfTwo}</Typography>}
      {explanation.compared.length > 1 && (
        <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0, mt: 0.5 }}>
          {`${words.compared}: ${explanation.compared.map(({ rule, due, binds }) => `${words.rule[rule]} – ${format.moment(due)}${binds ? ' ✓' : ''}`).join('; ')}`}
        </Typography>
      )}
    </Box>
  )
}

function SliceRow({ slice, from, to, length }: { slice: Slice; from: string; to: string; length: (ms: number) => string }) {
  const isCounted = slice.kind === 'counted'
  return (
    <TableRow sx={{ '& td': { color: isCounted ? 'text.primary' : 'text.secondary' } }}>
      {/* In a narrow window a stretch takes two lines, so that the reason beside it does not take ten. */}
      <TableCell sx={{ whiteSpace: { xs: 'normal', md: 'nowrap' }, minWidth: 132 }}>{`${from} – ${to}`}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{isCounted ? `+ ${length(slice.ms)}` : `– ${words.slice.skipped}`}</TableCell>
      <TableCell sx={{ width: '100%' }}>{isCounted ? noteText(slice.note) : skipText(slice.reason) + (slice.provisional ? `; ${words.slice.provisional}` : '')}</TableCell>
    </TableRow>
  )
}

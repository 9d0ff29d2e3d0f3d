import { Box, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { useMemo } from 'react'
import type { Regulation } from '../../../../shared/domain/deadlines'
import type { Instant } from '../../../../shared/domain/time'
import { ru } from '../../../i18n/ru'
import { regulation as words } from '../../../i18n/ru/regulation'
import { useDeadlineDesk } from '../../../ui/deadlines/deadlinesContext'
import { exampleTitle } from '../../../ui/deadlines/workedExamples'
import { useInstantFormat } from '../../../ui/formatContext'
import { compareExamples } from './regulationPreview'

/** The order's worked examples under the regulation as it is and as it would be. */
export function ExamplesPreview({ before, after }: { before: Regulation; after: Regulation }) {
  const { rulebook } = useDeadlineDesk()
  const format = useInstantFormat()
  const results = useMemo(() => compareExamples(rulebook.rulebook, before, after), [rulebook, before, after])
  const changed = results.filter((result) => result.before !== result.after).length
  const said = (at: Instant | null) => (at === null ? words.none : `${format.moment(at)} ${format.date(at).slice(6)}`)
  return (
    <Box component="section" aria-labelledby="examples">
      <Typography id="examples" variant="subtitle2" component="h3">{words.preview}</Typography>
      <Typography variant="caption" component="p" color="textSecondary" sx={{ m: 0, mb: 0.5 }}>{`${words.previewHint} ${changed === 0 ? words.unchanged : words.changed(changed)}`}</Typography>
      <Paper variant="outlined">
        <Table aria-labelledby="examples" sx={{ '& td, & th': { py: 0.25 } }}>
          <TableHead><TableRow>{Object.values(words.columns).map((title) => <TableCell key={title}>{title}</TableCell>)}</TableRow></TableHead>
          <TableBody>
            {results.map((result) => (
              <TableRow key={result.example.id} selected={result.before !== result.after}>
                <TableCell>{exampleTitle(result.example)}</TableCell>
                <TableCell>{ru.deadlines.rule[result.example.rule]}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{said(result.before)}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap', fontWeight: result.before === result.after ? 400 : 700 }}>{result.before === result.after ? words.same : `→ ${said(result.after)}`}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Paper>
    </Box>
  )
}

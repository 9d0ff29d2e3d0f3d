import Check from '@mui/icons-material/CheckCircleOutlined'
import Block from '@mui/icons-material/Block'
import { Box, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { useMemo } from 'react'
import type { TableRow as Row } from '../../../shared/connectors/table/delimited'
import { cellText, previewTable, type PreviewedRow, type TableContext } from '../../../shared/connectors/table/readTable'
import { assertNever } from '../../../shared/lib/assertNever'
import { ru } from '../../i18n/ru'
import { intake as words } from '../../i18n/ru/intake'
import { useInstantFormat } from '../../ui/formatContext'
import { NetworkMark } from '../../ui/message/NetworkMark'
import { refusalText } from './importResult'

const twoLines = { display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' } as const

const asWritten = (row: Row, column: number | undefined): string => (column === undefined ? '' : cellText(row[column]).slice(0, 200))

/** The first rows as they will be understood, each with its verdict. */
export function TablePreview({ rows, context }: { rows: readonly Row[]; context: TableContext }) {
  const format = useInstantFormat()
  const previewed = useMemo(() => previewTable(rows, context), [rows, context])
  return (
    <Box component="section" aria-labelledby="preview-title">
      <Typography id="preview-title" variant="subtitle2" component="h3" sx={{ mb: 1 }}>{words.table.preview}</Typography>
      <Paper variant="outlined" sx={{ overflow: 'auto', maxHeight: 360 }}>
        <Table stickyHeader aria-labelledby="preview-title">
          <TableHead>
            <TableRow>{[words.table.line, words.table.verdict, words.fields.network, words.fields.placedAt, words.fields.author, words.fields.text].map((title) => <TableCell key={title}>{title}</TableCell>)}</TableRow>
          </TableHead>
          <TableBody>
            {previewed.map(({ line, row, verdict }) => (
              <TableRow key={line}>
                <TableCell>{line}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, color: verdict.ok ? 'success.main' : 'error.main' }}>
                    {verdict.ok ? <Check fontSize="small" aria-hidden /> : <Block fontSize="small" aria-hidden />}
                    {verdictText(verdict)}
                  </Box>
                </TableCell>
                {verdict.ok ? (
                  <>
                    <TableCell><NetworkMark network={verdict.value.network} visibility={verdict.value.visibility} /></TableCell>
                    <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.moment(verdict.value.placedAt, context.now)}</TableCell>
                    <TableCell>{verdict.value.author.name ?? ru.common.noAuthor}</TableCell>
                    <TableCell><Box sx={twoLines}>{verdict.value.text}</Box></TableCell>
                  </>
                ) : (
                  // As it stands in the file, so that the person sees which row it is and what is wrong with it.
                  (['network', 'placedAt', 'author', 'text'] as const).map((field) => <TableCell key={field} sx={{ color: 'text.secondary' }}><Box sx={twoLines}>{asWritten(row, context.columns[field])}</Box></TableCell>)
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Paper>
    </Box>
  )
}

function verdictText(verdict: PreviewedRow['verdict']): string {
  if (verdict.ok) return words.table.taken
  const outcome = verdict.error
  if ('refuse' in outcome) return refusalText(outcome.refuse, outcome.detail)
  if ('skip' in outcome) return words.skipped[outcome.skip]
  return assertNever(outcome)
}

import { Alert, Box, Button, MenuItem, Paper, TextField, Typography } from '@mui/material'
import { useMemo } from 'react'
import { type TableField, tableFields } from '../../../shared/connectors/table/columns'
import type { Encoding } from '../../../shared/connectors/table/encoding'
import { readTable } from '../../../shared/connectors/table/readTable'
import { type Network, networks, type Visibility } from '../../../shared/domain/journal/message'
import { ru } from '../../i18n/ru'
import { intake as words } from '../../i18n/ru/intake'
import { TablePreview } from './TablePreview'
import type { TableChoices } from './importSource'
import { readingOf, type Import, type ImportStep, type TableReading } from './useImport'

const auto = 'auto'

/** Which column is what, with what becomes of each row shown at once. */
export function TablePanel({ work, step }: { work: Import; step: ImportStep & { readonly at: 'table' } }) {
  const { source, reading, choices } = step
  const rows = useMemo(() => source.sheets[reading.sheet]?.rows ?? [], [source, reading.sheet])
  const context = useMemo(() => work.contextOf(reading, source), [work, reading, source])
  const ready = reading.columns.text !== undefined && reading.columns.placedAt !== undefined
  const report = useMemo(() => readTable(rows, context), [rows, context])
  // Nothing is wrong with such rows but what the person has not said yet.
  const networkless = ready && report.taken.length === 0 && report.refused.some(({ reason }) => reason === 'missingNetwork')
  const width = Math.max(0, ...rows.slice(0, 50).map((row) => row.length))
  const titles = reading.headerRow < 0 ? [] : (rows[reading.headerRow] ?? [])
  const change = (part: Partial<TableReading>) => work.setReading({ ...reading, ...part })
  const setColumn = (field: TableField, column: string) => {
    const { [field]: _before, ...rest } = reading.columns
    change({ columns: column === '' ? rest : { ...rest, [field]: Number(column) } })
  }
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 2, display: 'flex', flexDirection: 'column', gap: 2 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, '& .MuiTextField-root': { minWidth: 170 } }}>
          <Typography variant="h6" component="h2" sx={{ width: '100%' }}>{source.name}</Typography>
          {source.sheets.length > 1 && (
            <TextField select label={words.table.sheet} value={reading.sheet} onChange={(event) => work.setReading(readingOf(source, Number(event.target.value)))}>
              {source.sheets.map((sheet, index) => <MenuItem key={sheet.name} value={index}>{sheet.name}</MenuItem>)}
            </TextField>
          )}
          {source.text !== undefined && (
            <>
              <TextField select label={words.table.encoding} value={choices.encoding ?? auto} onChange={(event) => void work.reread(withChoice(choices, 'encoding', event.target.value))}>
                <MenuItem value={auto}>{`${words.table.auto}: ${words.encodings[source.text.encoding]}`}</MenuItem>
                {(Object.keys(words.encodings) as Encoding[]).map((encoding) => <MenuItem key={encoding} value={encoding}>{words.encodings[encoding]}</MenuItem>)}
              </TextField>
              <TextField select label={words.table.delimiter} value={choices.delimiter ?? auto} onChange={(event) => void work.reread(withChoice(choices, 'delimiter', event.target.value))}>
                <MenuItem value={auto}>{`${words.table.auto}: ${words.table.delimiters[source.text.delimiter] ?? source.text.delimiter}`}</MenuItem>
                {Object.entries(words.table.delimiters).map(([sign, name]) => <MenuItem key={sign} value={sign}>{name}</MenuItem>)}
              </TextField>
            </>
          )}
          <TextField select label={words.table.header} value={reading.headerRow} onChange={(event) => change({ headerRow: Number(event.target.value) })}>
            <MenuItem value={-1}>{words.table.noHeader}</MenuItem>
            {rows.slice(0, 10).map((_row, index) => <MenuItem key={index} value={index}>{words.place.row(index + 1)}</MenuItem>)}
          </TextField>
          <TextField select label={words.table.defaultNetwork} value={reading.defaultNetwork ?? ''} onChange={(event) => change({ defaultNetwork: event.target.value === '' ? undefined : (event.target.value as Network) })} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
            <MenuItem value="">{words.table.unset}</MenuItem>
            {networks.map((network) => <MenuItem key={network} value={network}>{ru.kinds.network[network]}</MenuItem>)}
          </TextField>
          <TextField select label={words.table.defaultVisibility} value={reading.defaultVisibility} onChange={(event) => change({ defaultVisibility: event.target.value as Visibility })}>
            <MenuItem value="public">{ru.kinds.visibility.public}</MenuItem>
            <MenuItem value="private">{ru.kinds.visibility.private}</MenuItem>
          </TextField>
        </Box>
        <Box component="section" aria-labelledby="mapping-title">
          <Typography id="mapping-title" variant="subtitle2" component="h3" sx={{ mb: 1 }}>{words.table.mapping}</Typography>
          <Paper variant="outlined" sx={{ p: 1.5, display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(190px, 1fr))', gap: 1.5 }}>
            {tableFields.map((field) => (
              <TextField key={field} select label={words.fields[field]} required={field === 'text' || field === 'placedAt'} value={reading.columns[field] ?? ''} onChange={(event) => setColumn(field, event.target.value)} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
                <MenuItem value="">{words.table.noColumn}</MenuItem>
                {Array.from({ length: width }, (_, column) => <MenuItem key={column} value={column}>{words.table.column(column + 1, titleText(titles[column]))}</MenuItem>)}
              </TextField>
            ))}
          </Paper>
        </Box>
        <TablePreview rows={rows} context={context} />
      </Box>
      <Box sx={{ borderTop: 1, borderColor: 'divider', bgcolor: 'background.paper', px: 2, py: 1, display: 'flex', gap: 1, alignItems: 'center' }}>
        <Button variant="contained" disabled={!ready || report.taken.length === 0} onClick={() => void work.take(report, source.name)}>{report.taken.length === 0 ? words.file.nothingToTake : words.file.import(report.taken.length)}</Button>
        <Button onClick={work.restart}>{words.file.another}</Button>
        <Box sx={{ flex: 1 }} />
        {ready && !networkless ? <Typography variant="body2" role="status">{words.table.counts(report.taken.length, report.refused.length)}</Typography> : <Alert severity="info">{ready ? words.table.needNetwork : words.table.needText}</Alert>}
      </Box>
    </Box>
  )
}

const titleText = (cell: unknown): string => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim().slice(0, 40) : '')

function withChoice(choices: TableChoices, name: keyof TableChoices, value: string): TableChoices {
  const { [name]: _before, ...rest } = choices
  return value === auto ? rest : { ...rest, [name]: value }
}

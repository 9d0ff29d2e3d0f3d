import UploadFile from '@mui/icons-material/UploadFileOutlined'
import { Alert, Box, Button, TextField, Typography } from '@mui/material'
import { useState, type DragEvent, type ReactNode } from 'react'
import { readOkTopic, type OkTopic } from '../../../shared/connectors/link'
import { assertNever } from '../../../shared/lib/assertNever'
import { intake as words } from '../../i18n/ru/intake'
import { WorkProgress } from '../../ui/longWork'
import { useFilePick } from '../../ui/useFilePick'
import { RowsList } from './RowsList'
import { refusedRows, skippedRows } from './importResult'
import { ResultPanel } from './ResultPanel'
import { TablePanel } from './TablePanel'
import { useImport, type Import, type ImportStep } from './useImport'

const accept = '.json,.csv,.tsv,.txt,.xlsx,.xls,application/json,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file with many messages: network's answers as JSON, or a table. */
export function FilePanel() {
  const work = useImport()
  const { step, running } = work
  if (running !== null) return <Box sx={{ p: 2 }}><WorkProgress running={running} onCancel={work.cancel} /></Box>
  switch (step.at) {
    case 'choose':
      return (
        <DropPlace onFile={(file) => void work.open(file)}>
          {step.problem !== undefined && <Alert severity="error">{`${step.name ?? ''}: ${words.source[step.problem]}`}</Alert>}
        </DropPlace>
      )
    case 'answer':
      return <AnswerPanel step={step} work={work} />
    case 'table':
      return <TablePanel work={work} step={step} />
    case 'done':
      return <ResultPanel name={step.name} result={step.result} stopped={step.stopped} onRestart={work.restart} />
    default:
      return assertNever(step, 'step of an import')
  }
}

function DropPlace({ onFile, children }: { onFile: (file: File) => void; children: ReactNode }) {
  const [over, setOver] = useState(false)
  const pick = useFilePick(accept, ([file]) => file !== undefined && onFile(file))
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined) onFile(file)
  }
  return (
    <Box sx={{ p: 2, flex: 1, display: 'flex', flexDirection: 'column', gap: 2 }}>
      {children}
      <Box
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        sx={{ flex: 1, border: '2px dashed', borderColor: over ? 'primary.main' : 'divider', bgcolor: over ? 'action.hover' : undefined, borderRadius: 2, display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', gap: 1.5, textAlign: 'center', p: 3 }}
      >
        <UploadFile sx={{ fontSize: 44, color: 'text.secondary' }} aria-hidden />
        <Typography variant="subtitle1">{words.file.drop}</Typography>
        <Typography variant="body2" color="textSecondary">{words.file.dropHint}</Typography>
        {pick.input}
        <Button variant="contained" onClick={pick.pick}>{words.file.choose}</Button>
      </Box>
    </Box>
  )
}

function AnswerPanel({ step, work }: { step: ImportStep & { readonly at: 'answer' }; work: Import }) {
  const { name, report } = step.source
  const onTake = () => void work.take(report, name)
  const topicless = step.topic !== undefined || report.taken.some((item) => item.type === 'message' && item.network === 'ok' && item.visibility === 'public' && item.link === undefined)
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 2, display: 'flex', flexDirection: 'column', gap: 2 }}>
        <Typography variant="h6" component="h2">{name}</Typography>
        <Typography>{words.file.found(report.rows)}</Typography>
        {topicless && <TopicField onTopic={(topic) => void work.setTopic(topic)} />}
        <RowsList title={words.result.refusedTitle} severity="warning" rows={refusedRows(report)} />
        <RowsList title={words.result.skippedTitle} severity="info" rows={skippedRows(report)} />
      </Box>
      <Box sx={{ borderTop: 1, borderColor: 'divider', bgcolor: 'background.paper', px: 2, py: 1, display: 'flex', gap: 1 }}>
        <Button variant="contained" autoFocus disabled={report.taken.length === 0} onClick={onTake}>{report.taken.length === 0 ? words.file.nothingToTake : words.file.import(report.taken.length)}</Button>
        <Button onClick={work.restart}>{words.file.another}</Button>
      </Box>
    </Box>
  )
}

/** Without it the comments are taken all the same, but have no address to open and to answer at. */
function TopicField({ onTopic }: { onTopic: (topic: OkTopic | undefined) => void }) {
  const [typed, setTyped] = useState('')
  const wrong = typed.trim() !== '' && readOkTopic(typed) === undefined
  const change = (next: string) => {
    setTyped(next)
    if (next.trim() === '' || readOkTopic(next) !== undefined) onTopic(readOkTopic(next))
  }
  return <TextField label={words.file.okTopic} value={typed} placeholder="https://ok.ru/group/" error={wrong} helperText={wrong ? words.file.okTopicWrong : words.file.okTopicHint} onChange={(event) => change(event.target.value)} sx={{ maxWidth: 720 }} />
}

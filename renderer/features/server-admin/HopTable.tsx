import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlined'
import HourglassEmpty from '@mui/icons-material/HourglassEmpty'
import { Box, Button, Paper, Table, TableBody, TableCell, TableHead, TableRow, Tooltip, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { DepartmentId } from '../../../shared/domain/people/roles'
import type { Instant } from '../../../shared/domain/time'
import { departmentName } from '../../format/people'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useApplication, useDirectory } from '../../ui/applicationContext'
import { useInstantFormat } from '../../ui/formatContext'
import { needsAttention, type Hop, type HopRow } from './hopRows'
import type { Compared } from './HopsSection'

const words = serverAdmin.hops
const states = serverAdmin.jobStates
const isState = (state: string): state is keyof typeof states => state in states

interface HopTableProps {
  readonly rows: readonly HopRow[]
  readonly compared: ReadonlyMap<DepartmentId, Compared>
  /** Whether the server tells of jobs at all. */
  readonly runByServer: boolean
  readonly onShow: (department: DepartmentId) => void
}

/** A row for each department, a cell for each direction. State by icon and word, never by colour alone. */
export function HopTable({ rows, compared, runByServer, onShow }: HopTableProps) {
  const directory = useDirectory()
  const columns = words.columns
  return (
    <Paper variant="outlined" sx={{ overflow: 'auto' }}>
      <Table stickyHeader aria-label={serverAdmin.sections.hops}>
        <TableHead>
          <TableRow>{[columns.department, ...(runByServer ? [columns.down, columns.up] : []), columns.checked].map((title) => <TableCell key={title}>{title}</TableCell>)}</TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ department, foreign, down, up }) => (
            <TableRow key={department} hover sx={{ verticalAlign: 'top' }}>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                {departmentName(directory, department)}
                {foreign && <Typography variant="caption" color="warning.main" sx={{ display: 'block' }}>{words.foreign}</Typography>}
              </TableCell>
              {runByServer && [down, up].map((hop, index) => <TableCell key={index} sx={{ overflowWrap: 'break-word', minWidth: 130 }}><HopState hop={hop} /></TableCell>)}
              <TableCell><Comparison compared={compared.get(department)} onShow={() => onShow(department)} /></TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}

function HopState({ hop }: { hop: Hop }) {
  const format = useInstantFormat()
  const { clock } = useApplication()
  if (hop.kind === 'missing') return <Line icon={<ErrorOutline fontSize="small" color="error" />} text={words.missing} more={[words.missingRemedy]} />
  const { job, stale } = hop
  const known = isState(job.state) ? states[job.state] : null
  const icon = needsAttention(hop) ? <ErrorOutline fontSize="small" color="warning" /> : job.state === 'pending' ? <HourglassEmpty fontSize="small" color="action" /> : <CheckCircle fontSize="small" color="success" />
  const more = [
    ...(job.refused > 0 ? [words.refused(job.refused)] : []),
    ...(job.pending !== null && job.pending > 0 ? [words.waiting(job.pending)] : []),
    ...(stale ? [words.staleRemedy] : []),
    ...(known === null || known.remedy === '' ? [] : [known.remedy]),
    ...(job.error === null ? [] : [words.serverSays(job.error)]),
  ]
  return (
    <>
      <Line icon={icon} text={[known?.name ?? words.unknownState(job.state), ...(stale ? [words.stale] : [])].join(', ')} more={more} />
      <Tooltip describeChild title={words.passedAtHint}>
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block', pl: '26px' }}>{job.passedAt === null ? words.never : words.passedAt(format.near(job.passedAt as Instant, clock.now()))}</Typography>
      </Tooltip>
    </>
  )
}

function Line({ icon, text, more }: { icon: ReactNode; text: string; more: readonly string[] }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: 0.75 }}>
      <Box aria-hidden>{icon}</Box>
      <Typography variant="body2">{text}</Typography>
      {more.map((line) => <Typography key={line} variant="body2" sx={{ gridColumn: 2 }}>{line}</Typography>)}
    </Box>
  )
}

function Comparison({ compared, onShow }: { compared: Compared | undefined; onShow: () => void }) {
  if (compared === undefined) return <Typography variant="body2" color="textSecondary">{words.notCompared}</Typography>
  if (compared.count === 0) return <Line icon={<CheckCircle fontSize="small" color="success" />} text={words.same} more={[]} />
  return <Button color="warning" startIcon={<ErrorOutline />} onClick={onShow} sx={{ textAlign: 'left' }}>{words.differ(compared.count)}</Button>
}

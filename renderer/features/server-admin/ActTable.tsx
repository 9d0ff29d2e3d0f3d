import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import WarningAmber from '@mui/icons-material/WarningAmber'
import { Box, Button, Paper, Table, TableBody, TableCell, TableHead, TableRow, Tooltip, Typography } from '@mui/material'
import type { ErasureAct } from '../../application/server/erasures'
import { personName } from '../../format/people'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useDirectory } from '../../ui/applicationContext'
import { useInstantFormat } from '../../ui/formatContext'
import { caseNumbers, standingOf } from './destruction'
import type { Remains } from './ErasureSection'

const words = serverAdmin.erasure
/** So many numbers of cases in a row; the rest is in the extract. */
const named = 6

/** Every act of the journal, and whether the server still holds the words. */
export function ActTable({ acts, remains, onOpen }: { acts: readonly ErasureAct[]; remains: Remains | null; onOpen: (act: ErasureAct) => void }) {
  return (
    <Paper variant="outlined" sx={{ overflow: 'auto' }}>
      <Table stickyHeader aria-label={words.acts}>
        <TableHead>
          <TableRow>{[words.columns.act, words.columns.when, words.columns.cases, words.columns.state].map((title) => <TableCell key={title}>{title}</TableCell>)}<TableCell /></TableRow>
        </TableHead>
        <TableBody>{acts.map((act) => <Row key={act.act} act={act} remains={remains} onOpen={() => onOpen(act)} />)}</TableBody>
      </Table>
    </Paper>
  )
}

function Row({ act, remains, onOpen }: { act: ErasureAct; remains: Remains | null; onOpen: () => void }) {
  const directory = useDirectory()
  const format = useInstantFormat()
  const numbers = caseNumbers(act)
  const latest = act.erasures[0]
  const standing = standingOf(act, remains)
  const document = <Button disabled={standing.kind !== 'gone'} onClick={onOpen}>{words.document}</Button>
  return (
    <TableRow hover sx={{ verticalAlign: 'top' }}>
      <TableCell sx={{ overflowWrap: 'anywhere', fontWeight: 500 }}>{act.act}</TableCell>
      <TableCell>
        {latest !== undefined && format.full(latest.at)}
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block', overflowWrap: 'anywhere' }}>{[...new Set(act.erasures.map(({ by }) => personName(directory, by)))].join(', ')}</Typography>
      </TableCell>
      <TableCell>
        {words.cases(numbers.length)}
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>{`${numbers.slice(0, named).join(', ')}${numbers.length > named ? '…' : ''}`}</Typography>
      </TableCell>
      <TableCell><State standing={standing} /></TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{standing.kind === 'gone' ? document : <Tooltip describeChild title={standing.kind === 'awaited' ? words.documentAwaited : words.documentLater}><span>{document}</span></Tooltip>}</TableCell>
    </TableRow>
  )
}

function State({ standing }: { standing: ReturnType<typeof standingOf> }) {
  if (standing.kind === 'notAsked') return <Typography variant="body2" color="textSecondary">{serverAdmin.notSaid}</Typography>
  return (
    <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}>
      {standing.kind === 'gone' ? <CheckCircle fontSize="small" color="success" aria-hidden /> : <WarningAmber fontSize="small" color="warning" aria-hidden />}
      <Typography variant="body2">{standing.kind === 'gone' ? words.gone : words[standing.kind](standing.count)}</Typography>
    </Box>
  )
}

import { Alert, Box, Button, Paper, Typography } from '@mui/material'
import { intake as words } from '../../i18n/ru/intake'
import { useNavigation } from '../../ui/navigation'
import type { ImportResult } from './importResult'
import { RowsList } from './RowsList'

/** What became of a file, in numbers, with every row that was not taken. */
export function ResultPanel({ name, result, stopped, onRestart }: { name: string; result: ImportResult; stopped: string | undefined; onRestart: () => void }) {
  const { go } = useNavigation()
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box role="status" sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 2, display: 'flex', flexDirection: 'column', gap: 2 }}>
        <Typography variant="h6" component="h2">{`${words.result.title}: ${name}`}</Typography>
        {stopped !== undefined && <Alert severity="error">{stopped}</Alert>}
        {result.cancelled && <Alert severity="warning">{words.result.cancelled}</Alert>}
        <Paper variant="outlined" component="dl" sx={{ m: 0, p: 2, display: 'grid', gridTemplateColumns: 'max-content max-content', columnGap: 3, rowGap: 0.75, alignItems: 'baseline' }}>
          {result.counts.map(({ name: what, count }) => (
            <Box key={what} sx={{ display: 'contents' }}>
              <Typography component="dt">{what}</Typography>
              <Typography component="dd" sx={{ m: 0, fontWeight: 500, textAlign: 'right' }}>{count}</Typography>
            </Box>
          ))}
        </Paper>
        <RowsList title={words.result.refusedTitle} severity="warning" rows={result.refused} />
        <RowsList title={words.result.skippedTitle} severity="info" rows={result.skipped} />
      </Box>
      <Box sx={{ borderTop: 1, borderColor: 'divider', bgcolor: 'background.paper', px: 2, py: 1, display: 'flex', gap: 1 }}>
        <Button variant="contained" autoFocus onClick={() => go({ screen: 'inbox' })}>{words.result.toInbox}</Button>
        <Button onClick={onRestart}>{words.file.another}</Button>
      </Box>
    </Box>
  )
}

import { Alert, Box, Typography } from '@mui/material'
import { server as words } from '../../i18n/ru/server'
import { useApplication, useObservable } from '../../ui/applicationContext'
import { ConnectPanel } from '../../ui/server/ConnectPanel'
import { JoinedView } from './JoinedView'

/** How this computer is joined to the district's server, or the way to join it. */
export function ServerScreen() {
  const { server, firstRun } = useApplication()
  const joined = useObservable(server.joined)
  const mode = useObservable(firstRun)
  return (
    <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 2.5 }}>
      <Box sx={{ maxWidth: 900, display: 'flex', flexDirection: 'column', gap: 2 }}>
        <Typography variant="h6" component="h2">{words.title}</Typography>
        {joined !== null && mode === 'server' ? (
          <JoinedView joined={joined} />
        ) : mode === 'training' ? (
          <Alert severity="info">{`${words.page.training} ${words.joining.training.todo}`}</Alert>
        ) : (
          <>
            <Typography variant="body2" color="textSecondary">{words.page.alone}</Typography>
            <ConnectPanel />
          </>
        )}
      </Box>
    </Box>
  )
}

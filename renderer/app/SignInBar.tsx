import { Alert, Button } from '@mui/material'
import { server as words } from '../i18n/ru/server'
import { useApplication, useObservable } from '../ui/applicationContext'
import { useNavigation } from '../ui/navigation'

/** The server waits for a password: said across the window until it is given, and the work goes on below. */
export function SignInBar() {
  const { server } = useApplication()
  const { phase } = useObservable(server.status)
  const { place, go } = useNavigation()
  if (phase.kind !== 'stopped' || (phase.reason !== 'noPassword' && phase.reason !== 'password') || place.screen === 'server') return null
  const { what, todo } = words.stops[phase.reason]
  return (
    <Alert severity="warning" square action={<Button color="inherit" onClick={() => go({ screen: 'server' })}>{words.bar.enter}</Button>} sx={{ alignItems: 'center', borderBottom: 1, borderColor: 'divider' }}>
      {`${what}. ${phase.reason === 'noPassword' ? todo : ''}`}
    </Alert>
  )
}

import Sync from '@mui/icons-material/Sync'
import { Alert, Box, Button, LinearProgress } from '@mui/material'
import { useState } from 'react'
import type { Connection, JoinedServer, JoinFailure } from '../../application/server/desk'
import { headlineOf } from '../../application/server/status'
import { sayJoinFailure, sayTrouble } from '../../ui/server/serverTexts'
import { server as words } from '../../i18n/ru/server'
import { useApplication, useObservable } from '../../ui/applicationContext'
import { KeyCap } from '../../ui/keys/KeyCap'
import { useShortcuts } from '../../ui/keys/keysContext'
import { ConnectionFacts } from '../../ui/server/ConnectionFacts'
import { HeadlineLine } from '../../ui/server/HeadlineLine'
import { TroubleAlert } from '../../ui/server/TroubleAlert'
import { useSay } from '../../ui/snackbar'
import { ContestedSection } from './ContestedSection'
import { ExchangeSection } from './ExchangeSection'
import { JoinedSection } from './JoinedSection'
import { LeaveSection } from './LeaveSection'
import { RefusedOfficeSection } from './RefusedOfficeSection'
import { RefusedSection } from './RefusedSection'
import { SignInSection } from './SignInSection'

const page = words.page
type Tried = { readonly connection: Connection } | { readonly failure: JoinFailure } | null

/** The page of details: what is so, what waits for a person, and what he can do about it. */
export function JoinedView({ joined }: { joined: JoinedServer }) {
  const { server } = useApplication()
  const status = useObservable(server.status)
  const say = useSay()
  const [tried, setTried] = useState<Tried>(null)
  const [testing, setTesting] = useState(false)
  const headline = headlineOf(status)
  const trouble = sayTrouble(status)
  const now = () => {
    server.nudge()
    say({ text: page.nowSaid, severity: 'info' })
  }
  const test = async () => {
    setTesting(true)
    setTried(null)
    const { address, user, ca, insistHttp } = joined
    const tested = await server.test({ address, user, remember: false, insistHttp, ...(ca === undefined ? {} : { ca }) })
    setTried(tested.ok ? { connection: tested.value } : { failure: tested.error })
    setTesting(false)
  }
  useShortcuts(words.keys.group, [
    { chord: { code: 'KeyR' }, label: page.now, run: now },
    { chord: { code: 'KeyT' }, label: page.test, run: () => void test(), disabled: testing },
  ])
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <Box sx={{ flex: 1, minWidth: 260 }}><HeadlineLine headline={headline} /></Box>
        <Button variant="outlined" startIcon={<Sync />} onClick={now} endIcon={<KeyCap chord={{ code: 'KeyR' }} />} aria-keyshortcuts="R">{page.now}</Button>
        <Button variant="outlined" disabled={testing} onClick={() => void test()} endIcon={<KeyCap chord={{ code: 'KeyT' }} />} aria-keyshortcuts="T">{testing ? words.connect.testing : page.test}</Button>
      </Box>
      {headline.kind === 'receiving' && <LinearProgress variant="determinate" value={Math.min(100, (headline.done / Math.max(1, headline.total)) * 100)} aria-label={words.headline.receiving(headline.done, headline.total)} />}
      {trouble !== null && <TroubleAlert trouble={trouble} severity={status.phase.kind === 'stopped' ? 'error' : 'warning'} />}
      {tried !== null && ('connection' in tried ? <ConnectionFacts connection={tried.connection} /> : <TroubleAlert trouble={sayJoinFailure(tried.failure)} />)}
      {joined.holdsOthers && <Alert severity="warning">{page.holdsOthers}</Alert>}
      <SignInSection status={status} joined={joined} />
      <RefusedSection refused={status.refused} files={status.refusedFiles} />
      <ContestedSection contested={status.office.contested} />
      <RefusedOfficeSection refused={status.office.refused} />
      <ExchangeSection status={status} />
      <JoinedSection joined={joined} />
      <LeaveSection status={status} holdsOthers={joined.holdsOthers} />
    </>
  )
}

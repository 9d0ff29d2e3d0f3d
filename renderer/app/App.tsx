import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { useEffect, useState } from 'react'
import type { CaseId } from '../../shared/domain/journal/ids'
import type { Application } from '../application/application'
import { StartScreen } from '../features/start'
import { ApplicationProvider, useActor, useApplication, useObservable } from '../ui/applicationContext'
import { ClockProvider } from '../ui/clock/clockContext'
import { DeadlinesProvider } from '../ui/deadlines/deadlinesContext'
import { DesktopProvider, useDesktop, type Desktop } from '../ui/desktop'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { KeysProvider } from '../ui/keys/keysContext'
import { NavigationProvider, useNavigation } from '../ui/navigation'
import { SnackbarProvider } from '../ui/snackbar'
import { CaseSlots } from './CaseSlots'
import { Frame } from './Frame'
import { report } from './report'
import { screensFor } from './screens'
import { styleCache } from './styleCache'
import { theme } from './theme'
import { ThemeFollower } from './ThemeFollower'
import { UnhandledFailures } from './UnhandledFailures'

/** Colours, styles and keys: what the first screen and the frame share. */
export function Surroundings({ desktop, children }: { desktop: Desktop; children: React.ReactNode }) {
  const [cache] = useState(styleCache)
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode="system">
        <CssBaseline enableColorScheme />
        <DesktopProvider desktop={desktop}>
          <ThemeFollower />
          <KeysProvider>
            <SnackbarProvider>
              <UnhandledFailures />
              <ErrorBoundary onError={(error) => void report(desktop, 'program.broke', error)}>{children}</ErrorBoundary>
            </SnackbarProvider>
          </KeysProvider>
        </DesktopProvider>
      </ThemeProvider>
    </CacheProvider>
  )
}

/** The program over one open journal. */
export function App({ application }: { application: Application }) {
  return (
    <ApplicationProvider application={application}>
      <ClockProvider>
        <DeadlinesProvider>
          <HomeOrStart />
        </DeadlinesProvider>
      </ClockProvider>
    </ApplicationProvider>
  )
}

/** Until the first screen's choice is made there is nobody to act as and nothing to show. */
function HomeOrStart() {
  const mode = useObservable(useApplication().firstRun)
  return mode === 'undecided' ? <StartScreen /> : <Home />
}

function Home() {
  const { role } = useActor()
  const [first] = useState(() => screensFor(role)[0]?.id ?? 'settings')
  const desktop = useDesktop()
  const broke = (error: Error) => void report(desktop, 'screen.broke', error)
  return (
    <NavigationProvider initial={{ screen: first }}>
      <OpensCases />
      <CaseSlots onError={broke}>
        <Frame onError={broke} />
      </CaseSlots>
    </NavigationProvider>
  )
}

/** A click on a notification, in the tray or on a link opens its case. */
function OpensCases() {
  const desktop = useDesktop()
  const { go } = useNavigation()
  const { role } = useActor()
  useEffect(
    () => desktop.listen('case.open', ({ caseId }) => go({ screen: role === 'department' ? 'department' : 'inbox', caseId: caseId as CaseId })),
    [desktop, go, role],
  )
  return null
}

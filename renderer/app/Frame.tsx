import { Box, CircularProgress } from '@mui/material'
import { lazy, Suspense, type ComponentType } from 'react'
import { ru } from '../i18n/ru'
import { useActor } from '../ui/applicationContext'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { HelpSheet } from '../ui/keys/HelpSheet'
import { useNavigation, type ScreenId } from '../ui/navigation'
import { NavigationRail } from './NavigationRail'
import { screens, screensFor } from './screens'
import { SignInBar } from './SignInBar'
import { StatusBand } from './StatusBand'
import { useCounts } from './useCounts'

const components = new Map<ScreenId, ComponentType>(screens.map((screen) => [screen.id, lazy(screen.load)]))

/** The window: status above, sections on the left, one screen. */
export function Frame({ onError }: { onError: (error: Error) => void }) {
  const actor = useActor()
  const { place } = useNavigation()
  const allowed = screensFor(actor.role)
  const screen = allowed.find((one) => one.id === place.screen) ?? allowed[0]
  const Screen = screen === undefined ? undefined : components.get(screen.id)
  const scope = `${screen?.id}-${actor.role}-${actor.role === 'department' ? actor.department : ''}`
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', bgcolor: 'background.default' }}>
      <StatusBand />
      <SignInBar />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <NavigationRail role={actor.role} counts={useCounts()} />
        <Box component="main" aria-label={screen?.title} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex' }}>
          <ErrorBoundary key={scope} onError={onError}>
            <Suspense fallback={<Box sx={{ m: 'auto' }}><CircularProgress aria-label={ru.common.loading} /></Box>}>
              {Screen !== undefined && <Screen />}
            </Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
      <HelpSheet />
    </Box>
  )
}

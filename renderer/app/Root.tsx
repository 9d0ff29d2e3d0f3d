import { Box, CircularProgress } from '@mui/material'
import { useEffect, useState } from 'react'
import { StorageFailure } from '../application/storageFailure'
import { ru } from '../i18n/ru'
import type { Desktop } from '../ui/desktop'
import { RestartProvider } from '../ui/restart'
import { App, Surroundings } from './App'
import { LaterProvider } from '../ui/laterContext'
import { openApplication, type Opened } from './openApplication'
import { StorageTrouble } from './StorageTrouble'

type Opening = { readonly kind: 'opening' } | { readonly kind: 'open'; readonly opened: Opened } | { readonly kind: 'failed'; readonly failure: StorageFailure }

/** Opens the profile's storage once, then shows the program over it, or why it cannot be opened. */
export function Root({ desktop, restart }: { desktop: Desktop; restart: () => void }) {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' })
  useEffect(() => {
    openApplication(desktop).then(
      (opened) => setOpening({ kind: 'open', opened }),
      (failure: unknown) => {
        if (!(failure instanceof StorageFailure)) throw failure
        setOpening({ kind: 'failed', failure })
      },
    )
  }, [desktop])
  return (
    <Surroundings desktop={desktop}>
      {opening.kind === 'opening' && <Box sx={{ height: '100%', display: 'grid', placeItems: 'center' }}><CircularProgress aria-label={ru.common.loading} /></Box>}
      {opening.kind === 'open' && (
        <RestartProvider restart={restart}>
          <LaterProvider putOff={opening.opened.attending.later}>
            <App application={opening.opened.application} />
          </LaterProvider>
        </RestartProvider>
      )}
      {opening.kind === 'failed' && <StorageTrouble failure={opening.failure} />}
    </Surroundings>
  )
}

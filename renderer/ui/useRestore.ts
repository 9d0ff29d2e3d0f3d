import { useCallback } from 'react'
import type { LongWork } from '../application/application'
import { ru } from '../i18n/ru'
import { useApplication } from './applicationContext'
import { useDesktop } from './desktop'

export type RestoreOutcome =
  | { readonly how: 'restored'; readonly added: number; readonly present: number; readonly refused: readonly string[] }
  | { readonly how: 'cancelled' }
  | { readonly how: 'failed'; readonly message: string }

/** The largest export that is read in one piece, bytes. */
const most = 1024 * 1024 * 1024

/** Asks for a file with everything and takes it in; the same on the first screen and in the settings. */
export function useRestore(): (work?: LongWork) => Promise<RestoreOutcome> {
  const application = useApplication()
  const desktop = useDesktop()
  return useCallback(
    async (work) => {
      const opened = await desktop.call('files.open', { title: ru.common.restoreTitle, filters: [{ name: ru.common.exportKind, extensions: ['zip'] }], multiple: false, maxBytes: most })
      if (!opened.ok) return opened.error.reason === 'cancelled' ? { how: 'cancelled' } : { how: 'failed', message: opened.error.message }
      const file = opened.value[0]
      if (file === undefined) return { how: 'cancelled' }
      const restored = await application.restoreEverything(file.bytes, work)
      return restored.ok ? { how: 'restored', ...restored.value } : { how: 'failed', message: restored.error }
    },
    [application, desktop],
  )
}

import { useCallback } from 'react'
import { ru } from '../i18n/ru'
import { useDesktop } from './desktop'
import { useSay } from './snackbar'

/** Puts text on the clipboard, with its formatted form where there is one, and says so; tells whether it is there. */
export function useCopy(): (text: string, said?: string, html?: string) => Promise<boolean> {
  const desktop = useDesktop()
  const say = useSay()
  return useCallback(
    async (text, said = ru.common.copied, html) => {
      const copied = await desktop.call('clipboard.write', { text, ...(html === undefined ? {} : { html }) })
      say(copied.ok ? { text: said } : { text: copied.error.message, severity: 'error' })
      return copied.ok
    },
    [desktop, say],
  )
}

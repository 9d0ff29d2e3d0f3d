import { useCallback } from 'react'
import { ru } from '../i18n/ru'
import { useDesktop } from './desktop'
import { useSay } from './snackbar'

/** Puts text on the clipboard and says so; tells whether it is there. */
export function useCopy(): (text: string, said?: string) => Promise<boolean> {
  const desktop = useDesktop()
  const say = useSay()
  return useCallback(
    async (text, said = ru.common.copied) => {
      const copied = await desktop.call('clipboard.write', { text })
      say(copied.ok ? { text: said } : { text: copied.error.message, severity: 'error' })
      return copied.ok
    },
    [desktop, say],
  )
}

import { useCallback } from 'react'
import { useDesktop } from './desktop'
import { useSay } from './snackbar'

/** Opens a web address in the system's browser; says why when it does not. */
export function useOpenAddress(): (address: string) => void {
  const desktop = useDesktop()
  const say = useSay()
  return useCallback(
    (address) => {
      void desktop.call('external.open', { address }).then((opened) => {
        if (!opened.ok) say({ text: opened.error.message, severity: 'error' })
      })
    },
    [desktop, say],
  )
}

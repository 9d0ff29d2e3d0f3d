import { useEffect } from 'react'
import { storageAdvice, StorageFailure } from '../application/storageFailure'
import { ru } from '../i18n/ru'
import { useDesktop } from '../ui/desktop'
import { useSay } from '../ui/snackbar'
import { report } from './report'

/** What no screen caught is a bug or the disk's refusal: it goes to the log, and the person is told that it happened. */
export function UnhandledFailures() {
  const desktop = useDesktop()
  const say = useSay()
  useEffect(() => {
    const tell = (failure: unknown) => {
      void report(desktop, 'window.unhandled', failure)
      say({ text: failure instanceof StorageFailure ? storageAdvice(failure) : ru.common.error.unexpected, severity: 'error' })
    }
    const rejected = (event: PromiseRejectionEvent) => tell(event.reason)
    const thrown = (event: ErrorEvent) => {
      // The layout engine's own remark; nothing is broken.
      if (event.message.startsWith('ResizeObserver loop')) return
      tell(event.error)
    }
    window.addEventListener('unhandledrejection', rejected)
    window.addEventListener('error', thrown)
    return () => {
      window.removeEventListener('unhandledrejection', rejected)
      window.removeEventListener('error', thrown)
    }
  }, [desktop, say])
  return null
}

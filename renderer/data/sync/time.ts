import type { SyncTime } from './ports'

/** The window's own timers. */
export const pausing = (now: () => number): SyncTime => ({
  now,
  wait: (ms, cancel) =>
    new Promise((resolve) => {
      if (cancel.aborted) return resolve()
      const end = () => {
        clearTimeout(timer)
        cancel.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, ms)
      cancel.addEventListener('abort', end)
    }),
})

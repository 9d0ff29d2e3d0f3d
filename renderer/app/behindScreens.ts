import type { Upkeep } from '../application/application'
import { eraseFiles, type ErasureParts } from '../application/erasure'
import { changing, type Changing } from '../application/observable'
import { onceAtATime } from '../application/onceAtATime'
import type { Store } from '../data/store'

export interface BehindScreens {
  readonly upkeep: Changing<Upkeep | undefined>
  /** Ends what is under way at its next pause. */
  stop(): Promise<void>
}

/** Lets the window draw and react before the next piece of background work. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Starts the work that goes on behind the screens, and has it done again when there is a cause. */
export function workBehindScreens(store: Store, erasure: ErasureParts, onFailure: (failure: unknown) => void): BehindScreens {
  const upkeep = changing<Upkeep | undefined>(undefined)
  const rebuild = onceAtATime(async () => {
    try {
      await store.rebuild.run(pause, (progress) => upkeep.set({ what: 'rebuilding', progress }))
    } finally {
      upkeep.set(undefined)
    }
  }, onFailure)
  const files = onceAtATime(() => eraseFiles(erasure), onFailure)
  let { zone } = store.office.current.get()
  const stopZone = store.office.current.subscribe(() => {
    const next = store.office.current.get().zone
    // The months of the archive are the office's.
    if (next !== zone) rebuild.ask()
    zone = next
  })
  const stopErasures = store.cases.watchChanges((changed) => {
    if (changed.some((state) => state.erasures.length > 0)) files.ask()
  })
  rebuild.ask()
  files.ask()
  return {
    upkeep,
    stop: async () => {
      stopZone()
      stopErasures()
      store.rebuild.stop()
      await Promise.all([rebuild.idle(), files.idle()])
    },
  }
}

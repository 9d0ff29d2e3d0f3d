import type { Progress, Upkeep } from '../application/application'
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

/** A page of the search index is a month of cases: it is written when the work rests. */
const searchDelayMs = 20_000

/** Starts the work that goes on behind the screens, and has it done again when there is a cause. */
export function workBehindScreens(store: Store, erasure: ErasureParts, onFailure: (failure: unknown) => void): BehindScreens {
  // Until the index has been read once, search does not know everything: that is said from the first moment.
  const underway: Partial<Record<Upkeep['what'], Progress>> = { indexing: { done: 0 } }
  const upkeep = changing<Upkeep | undefined>({ what: 'indexing', progress: { done: 0 } })
  const show = (what: Upkeep['what'], progress: Progress | undefined) => {
    if (progress === undefined) delete underway[what]
    else underway[what] = progress
    const shown = underway.rebuilding === undefined ? 'indexing' : 'rebuilding'
    const shownProgress = underway[shown]
    upkeep.set(shownProgress === undefined ? undefined : { what: shown, progress: shownProgress })
  }
  const rebuild = onceAtATime(async () => {
    try {
      await store.rebuild.run(pause, (progress) => show('rebuilding', progress))
    } finally {
      show('rebuilding', undefined)
    }
  }, onFailure)
  const search = onceAtATime(async () => {
    try {
      await store.search.load(pause, (progress) => show('indexing', progress))
    } finally {
      show('indexing', undefined)
    }
    if (store.search.unsaved) await store.search.save()
  }, onFailure)
  let searchTimer: ReturnType<typeof setTimeout> | undefined
  const files = onceAtATime(() => eraseFiles(erasure), onFailure)
  let { zone } = store.office.current.get()
  const stopZone = store.office.current.subscribe(() => {
    const next = store.office.current.get().zone
    // The months of the archive are the office's.
    if (next !== zone) rebuild.ask()
    zone = next
  })
  const stopErasures = store.cases.watchChanges((changed) => {
    // Erased words leave the search pages as soon as the journal; other changes wait for more of them.
    const erased = changed.some((state) => state.erasures.length > 0)
    if (erased) files.ask()
    clearTimeout(searchTimer)
    searchTimer = setTimeout(search.ask, erased ? 0 : searchDelayMs)
  })
  // One after the other: both read the whole archive when they have cause to.
  rebuild.ask()
  void rebuild.idle().then(search.ask)
  files.ask()
  return {
    upkeep,
    stop: async () => {
      stopZone()
      stopErasures()
      clearTimeout(searchTimer)
      store.rebuild.stop()
      await rebuild.idle()
      store.search.stop()
      await Promise.all([search.idle(), files.idle()])
      // Without it the next start puts in what is missing.
      if (store.search.unsaved) await store.search.save().catch(onFailure)
    },
  }
}

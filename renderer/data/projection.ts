import type { CaseState } from '../../shared/domain/case/caseState'
import { foldCase } from '../../shared/domain/case/evolve'
import type { KeptEvent } from '../../shared/domain/journal/event'
import { endOf } from '../../shared/domain/case/standing'
import type { CaseId } from '../../shared/domain/journal/ids'
import { StorageFailure } from '../application/storageFailure'
import type { CaseStore, Unsubscribe } from '../application/ports'
import type { CaseRows } from './caseRows'

/** Cases whose events are read at once. */
const sideBySide = 100

/** What the projection asks of the journal: the case's true events. */
export type EventsOf = (caseId: CaseId) => Promise<readonly KeptEvent[]>

/**
 * Cases as folded from their events. Open ones are kept in memory; all are on disk as `cases`. What could not be written is
 * folded from the events on every reading, and offered to the disk again with the next write.
 */
export class Projection implements CaseStore {
  private readonly open = new Map<CaseId, CaseState>()
  private readonly unsaved = new Set<CaseId>()
  private readonly openWatchers = new Set<(cases: readonly CaseState[]) => void>()
  private readonly caseWatchers = new Map<CaseId, Set<(state: CaseState | undefined) => void>>()
  private readonly changeWatchers = new Set<(changed: readonly CaseState[]) => void>()
  private openList: readonly CaseState[] | undefined
  private monthList: Promise<readonly { readonly month: string; readonly count: number }[]> | undefined

  constructor(
    private readonly rows: CaseRows,
    private readonly eventsOf: EventsOf,
  ) {}

  /** Brings the open cases into memory. Those folded by another version of the program are folded anew. */
  async load(): Promise<void> {
    const stale: CaseId[] = []
    for (const stored of await this.rows.bucket('open')) {
      if ('state' in stored) this.open.set(stored.id, stored.state)
      else stale.push(stored.id)
    }
    await this.refold(stale)
    this.openList = undefined
  }

  /** Folds the cases anew from their events and tells those who watch. `known`: events that need not be read. */
  async refold(caseIds: readonly CaseId[], known?: ReadonlyMap<CaseId, readonly KeptEvent[]>): Promise<readonly CaseState[]> {
    if (caseIds.length === 0) return []
    const states: CaseState[] = []
    const waiting: CaseId[] = []
    const bugs: unknown[] = []
    for (const [caseId, events] of await this.readMany([...new Set([...caseIds, ...this.unsaved])], known)) {
      try {
        const state = foldCase(events)
        if (state === undefined) waiting.push(caseId)
        else states.push(state)
        this.unsaved.add(caseId)
      } catch (failure) {
        // A bug of one case: the others are folded all the same.
        bugs.push(failure)
      }
    }
    await this.save(states, waiting)
    for (const state of states) {
      if (endOf(state) !== undefined) this.open.delete(state.id)
      else this.open.set(state.id, state)
    }
    this.tell(states)
    if (bugs.length > 0) throw bugs[0]
    return states
  }

  /** Side by side: one after another the disk's answers would be waited for one by one. */
  private async readMany(caseIds: readonly CaseId[], known?: ReadonlyMap<CaseId, readonly KeptEvent[]>): Promise<readonly (readonly [CaseId, readonly KeptEvent[]])[]> {
    const read: (readonly [CaseId, readonly KeptEvent[]])[] = []
    for (let from = 0; from < caseIds.length; from += sideBySide) {
      read.push(...(await Promise.all(caseIds.slice(from, from + sideBySide).map(async (caseId) => [caseId, known?.get(caseId) ?? (await this.eventsOf(caseId))] as const))))
    }
    return read
  }

  /** Folds the cases and writes those whose stored fold is another; how many they were. */
  async mend(caseIds: readonly CaseId[], known: ReadonlyMap<CaseId, readonly KeptEvent[]>): Promise<number> {
    const stored = new Map((await this.rows.getMany(caseIds)).map((row) => [row.id, 'state' in row ? JSON.stringify(row.state) : undefined]))
    const wrong: CaseId[] = []
    for (const caseId of caseIds) {
      const state = foldCase(known.get(caseId) ?? (await this.eventsOf(caseId)))
      if (state !== undefined && JSON.stringify(state) !== stored.get(caseId)) wrong.push(caseId)
    }
    await this.refold(wrong, known)
    return wrong.length
  }

  /** The events are safe already: a disk that does not take the fold costs time, not work. */
  private async save(states: readonly CaseState[], waiting: readonly CaseId[]): Promise<void> {
    try {
      await this.rows.put(states, waiting)
      for (const state of states) this.unsaved.delete(state.id)
      for (const caseId of waiting) this.unsaved.delete(caseId)
    } catch (failure) {
      if (!(failure instanceof StorageFailure)) throw failure
    }
  }

  /** Whether every case that was folded is on disk. */
  get allSaved(): boolean {
    return this.unsaved.size === 0
  }

  private tell(states: readonly CaseState[]): void {
    this.openList = undefined
    this.monthList = undefined
    for (const watch of [...this.openWatchers]) watch(this.openCases())
    for (const state of states) for (const watch of [...(this.caseWatchers.get(state.id) ?? [])]) watch(state)
    for (const watch of [...this.changeWatchers]) watch(states)
  }

  openCases(): readonly CaseState[] {
    this.openList ??= [...this.open.values()]
    return this.openList
  }

  watchOpen(listener: (cases: readonly CaseState[]) => void): Unsubscribe {
    this.openWatchers.add(listener)
    listener(this.openCases())
    return () => void this.openWatchers.delete(listener)
  }

  /** Every case that was folded anew, after it is on disk. */
  watchChanges(listener: (changed: readonly CaseState[]) => void): Unsubscribe {
    this.changeWatchers.add(listener)
    return () => void this.changeWatchers.delete(listener)
  }

  async get(caseId: CaseId): Promise<CaseState | undefined> {
    const inMemory = this.open.get(caseId)
    if (inMemory !== undefined) return inMemory
    if (this.unsaved.has(caseId)) return foldCase(await this.eventsOf(caseId))
    const stored = await this.rows.get(caseId)
    if (stored === undefined) return undefined
    return 'state' in stored ? stored.state : foldCase(await this.eventsOf(caseId))
  }

  async getMany(caseIds: readonly CaseId[]): Promise<ReadonlyMap<CaseId, CaseState>> {
    const found = new Map<CaseId, CaseState>()
    const elsewhere: CaseId[] = []
    for (const id of caseIds) {
      const inMemory = this.open.get(id)
      if (inMemory !== undefined) found.set(id, inMemory)
      else elsewhere.push(id)
    }
    if (elsewhere.length === 0) return found
    for (const stored of await this.rows.getMany(elsewhere)) {
      const state = 'state' in stored && !this.unsaved.has(stored.id) ? stored.state : foldCase(await this.eventsOf(stored.id))
      if (state !== undefined) found.set(stored.id, state)
    }
    return found
  }

  watch(caseId: CaseId, listener: (state: CaseState | undefined) => void): Unsubscribe {
    const watchers = this.caseWatchers.get(caseId) ?? new Set()
    this.caseWatchers.set(caseId, watchers)
    let told = false
    const own = (state: CaseState | undefined) => {
      told = true
      listener(state)
    }
    watchers.add(own)
    void this.get(caseId).then((state) => {
      // A change that came while the disk was read is newer than what was read.
      if (!told && watchers.has(own)) own(state)
    })
    return () => {
      watchers.delete(own)
      if (watchers.size === 0) this.caseWatchers.delete(caseId)
    }
  }

  async closedIn(month: string): Promise<readonly CaseState[]> {
    const states: CaseState[] = []
    for (const stored of await this.rows.bucket(month)) {
      const state = 'state' in stored && !this.unsaved.has(stored.id) ? stored.state : foldCase(await this.eventsOf(stored.id))
      if (state !== undefined && endOf(state) !== undefined) states.push(state)
    }
    return states
  }

  closedMonths(): Promise<readonly { readonly month: string; readonly count: number }[]> {
    this.monthList ??= this.rows.months()
    return this.monthList
  }
}

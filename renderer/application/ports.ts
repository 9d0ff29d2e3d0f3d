import type { JournalEvent } from '../../shared/domain/journal/event'
import type { CaseId, EventId, Sha256 } from '../../shared/domain/journal/ids'
import type { CaseState } from '../../shared/domain/case/caseState'
import type { Instant } from '../../shared/domain/time/instant'

/** What the application asks of the outside. renderer/data and the bridge implement these; screens see only the application. */

export interface Unsubscribe {
  (): void
}

/** One case as the lists hold it: open ones live in memory whole, closed ones come by month. */
export interface JournalStore {
  /**
   * Appends all or nothing, durably, and refolds the touched case before it resolves. Appending an event that is there
   * already changes nothing.
   */
  append(events: readonly JournalEvent[]): Promise<void>
  /** This case's events in no promised order. */
  eventsOf(caseId: CaseId): Promise<readonly JournalEvent[]>
  has(caseId: CaseId): Promise<boolean>
  /** The last event of this workstation: where its hash chain goes on. */
  lastOfDevice(): Promise<{ readonly seq: number; readonly hash: Sha256; readonly lamport: number }>
}

export interface CaseStore {
  /** All open cases, at once and on every change. */
  watchOpen(listener: (cases: readonly CaseState[]) => void): Unsubscribe
  get(caseId: CaseId): Promise<CaseState | undefined>
  watch(caseId: CaseId, listener: (state: CaseState | undefined) => void): Unsubscribe
  /** Closed cases of one month by the outcome's instant, latest first. `month` is YYYY-MM in the office zone. */
  closedIn(month: string): Promise<readonly CaseState[]>
  /** Months that have closed cases with their counts, latest first. */
  closedMonths(): Promise<readonly { readonly month: string; readonly count: number }[]>
}

/** What a person has typed and not yet sent; written as typed, there after a kill. */
export interface DraftStore {
  load(key: string): Promise<string | undefined>
  save(key: string, text: string): Promise<void>
  discard(key: string): Promise<void>
  keys(): Promise<readonly string[]>
}

export interface Clock {
  now(): Instant
}

/** Randomness for ids and salts. */
export interface Chance {
  hex(bytes: number): string
}

export type { EventId }

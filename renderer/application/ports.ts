import type { AttentionMemory } from '../../shared/domain/attention'
import type { KeptEvent } from '../../shared/domain/journal/event'
import type { CaseId, EventId, Sha256 } from '../../shared/domain/journal/ids'
import type { StoredEvent } from '../../shared/domain/journal/seal'
import type { Result } from '../../shared/lib/result'
import type { CaseState } from '../../shared/domain/case/caseState'
import type { Instant } from '../../shared/domain/time/instant'

import type { Observable } from './application'
import type { OfficeDocuments } from './office'
import type { Profile } from './profile'

/** What the application asks of the outside. renderer/data and the bridge implement these; screens see only the application. */

export interface Unsubscribe {
  (): void
}

/** What a person's action appends, in the queue of all writes: nobody else writes while it runs. */
export interface JournalWriter {
  /**
   * Appends all or nothing, durably, and refolds the touched cases before it resolves. Appending an event that is there
   * already changes nothing. Throws StorageFailure: then nothing is stored.
   */
  append(events: readonly StoredEvent[]): Promise<{ readonly added: number }>
  /** The last event of this workstation: where its hash chain goes on; `lamport` is the greatest seen of all. */
  lastOfDevice(): Promise<{ readonly seq: number; readonly hash: Sha256; readonly lamport: number }>
}

export interface JournalStore extends JournalWriter {
  /** Runs `work` alone: what it reads stays true until it has written. Works in the order in which they came. */
  exclusively<T>(work: (writer: JournalWriter) => Promise<T>): Promise<T>
  /** This case's events in no promised order. */
  eventsOf(caseId: CaseId): Promise<readonly KeptEvent[]>
  has(caseId: CaseId): Promise<boolean>
  /** Every event as stored, page by page in the order of storing; for export and checks. */
  pages(size: number): AsyncIterable<readonly { readonly id: string; readonly json: string }[]>
  count(): Promise<number>
}

/** Why a document was put aside. `notJson` unreadable · `notAnEvent` of no known shape · `altered` its hash is another. */
export const findingReasons = ['notJson', 'notAnEvent', 'altered'] as const
export type FindingReason = (typeof findingReasons)[number]

/** A document that is not what it claims to be: kept where it lies, taken into no case. */
export interface Finding {
  readonly document: string
  readonly reason: FindingReason
  /** Epoch ms. */
  readonly foundAt: number
}

/** One case as the lists hold it: open ones live in memory whole, closed ones come by month. */
export interface CaseStore {
  /** All open cases, at once and on every change. */
  watchOpen(listener: (cases: readonly CaseState[]) => void): Unsubscribe
  get(caseId: CaseId): Promise<CaseState | undefined>
  /** Those of the cases that there are, in one reading. */
  getMany(caseIds: readonly CaseId[]): Promise<ReadonlyMap<CaseId, CaseState>>
  watch(caseId: CaseId, listener: (state: CaseState | undefined) => void): Unsubscribe
  /** Closed cases of one month by the outcome's instant, latest first. `month` is YYYY-MM in the office zone. */
  closedIn(month: string): Promise<readonly CaseState[]>
  /** Months that have closed cases with their counts, latest first. */
  closedMonths(): Promise<readonly { readonly month: string; readonly count: number }[]>
}

/** Cases by their words. */
export interface SearchStore {
  /** Ids of cases that have everything the query wants, newest first, as far as the index has been read. */
  find(query: string, most: number): readonly string[]
}

/** What a person has typed and not yet sent; written as typed, there after a kill. */
export interface DraftStore {
  load(key: string): Promise<string | undefined>
  save(key: string, text: string): Promise<void>
  discard(key: string): Promise<void>
  /** Writes at once what waits to be written: on leaving a field, on hiding the window. */
  flush(): Promise<void>
  keys(): Promise<readonly string[]>
}

/** The office's documents: what they say now, and the way to change some of them durably. */
export interface OfficeStore {
  readonly current: Observable<OfficeDocuments>
  save(change: Partial<OfficeDocuments>): Promise<void>
}

/** What this computer is to the journal and who works at it; every change is durable before it resolves. */
export interface ProfileStore {
  readonly current: Observable<Profile>
  save(change: Partial<Profile>): Promise<void>
}

/** Work to be done when there is time, remembered over a kill: lists of short texts by name. */
export type ToDoName = 'filesToErase' | 'closedConflicts'
export interface ToDoStore {
  list(name: ToDoName): Promise<readonly string[]>
  /** Durable before it resolves. */
  save(name: ToDoName, items: readonly string[]): Promise<void>
}

/** What has been told on this computer, so that nothing is told twice over a restart. */
export interface AttentionMemoryStore {
  load(): Promise<AttentionMemory>
  /** Durable before it resolves. */
  save(memory: AttentionMemory): Promise<void>
}

export interface Clock {
  now(): Instant
}

/** Attached files by the SHA-256 of their bytes; they live outside the window. */
export interface FileStore {
  put(name: string, bytes: Uint8Array): Promise<Result<{ readonly sha256: Sha256; readonly size: number }, string>>
  /** The bytes, or why not, in Russian. */
  read(sha256: Sha256): Promise<Result<Uint8Array, string>>
  /** Removes the bytes for good; a file that is not there counts as removed. */
  erase(sha256: Sha256): Promise<Result<undefined, string>>
  /** Removes all that is there, named by an event or not; the error says in Russian what to do before it is repeated. */
  eraseAll(): Promise<Result<undefined, string>>
}

/** Randomness for ids and salts. */
export interface Chance {
  hex(bytes: number): string
}

export type { EventId }

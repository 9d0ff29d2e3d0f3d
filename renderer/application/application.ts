import type { IntakeReport, FetchedItem } from '../../shared/connectors/connector'
import type { CaseState } from '../../shared/domain/case/caseState'
import type { Command } from '../../shared/domain/case/command'
import type { Rejection } from '../../shared/domain/case/rejections'
import type { ChainFinding } from '../../shared/domain/journal/chain'
import type { CaseId, EventId } from '../../shared/domain/journal/ids'
import type { FileRef } from '../../shared/domain/journal/message'
import type { Directory } from '../../shared/domain/people/directory'
import type { Actor } from '../../shared/domain/people/roles'
import type { Instant } from '../../shared/domain/time/instant'
import type { Result } from '../../shared/lib/result'
import type { AttentionShelf } from './attentionShelf'
import type { OfficeDocuments } from './office'
import type { AttentionMemoryStore, CaseStore, Clock, DraftStore, Finding, Unsubscribe } from './ports'
import type { ProfileMode } from './profile'
import type { ServerDesk } from './server/desk'
import type { Erasures } from './server/erasures'

/** Why an action did not happen: the rules said no, or the storage did. Both keep what the person typed. */
export type ExecuteError = { readonly kind: 'rejected'; readonly rejection: Rejection } | { readonly kind: 'notStored'; readonly detail: string }

/** A value that screens read now and are told of when it changes; shaped for React's useSyncExternalStore. */
export interface Observable<T> {
  get(): T
  subscribe(listener: () => void): Unsubscribe
}

/** Progress of long work: counts, and the total where it is known. */
export interface Progress {
  readonly done: number
  readonly total?: number
}

export interface LongWork {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/** What an import did with each item: `alreadyThere` is the same message met again. */
export interface IntakeOutcome {
  readonly added: readonly CaseId[]
  readonly alreadyThere: number
  readonly edited: number
  readonly deleted: number
  /** Edits and deletions of messages this journal never had. */
  readonly unknown: number
  readonly rejected: readonly { readonly item: FetchedItem; readonly rejection: Rejection }[]
  readonly cancelled: boolean
}

export interface SearchHit {
  readonly caseId: CaseId
  readonly closed: boolean
  readonly placedAt: Instant
  readonly snippet: string
  /** Ranges of `snippet` that matched, [from, to). */
  readonly matches: readonly (readonly [number, number])[]
}

/** Work that goes on behind the screens: a rebuild of the cases after an update, the search index. `undefined` when idle. */
export interface Upkeep {
  readonly what: 'rebuilding' | 'indexing'
  readonly progress: Progress
}

/** What a check of the whole journal found. */
export interface JournalCheck {
  readonly events: number
  readonly findings: readonly Finding[]
  /** Breaks of the workstations' hash chains. */
  readonly chains: readonly ChainFinding[]
  /** Cases whose stored fold was not what their events make; mended by the check. */
  readonly mendedCases: number
  readonly cancelled: boolean
}

/** All that screens can do. One instance, given through React context; holds no React itself. */
export interface Application {
  readonly clock: Clock
  readonly actor: Observable<Actor>
  /** On one computer alone the person switches the role he acts in; with a server, among those that it gives him. */
  actAs(actor: Actor): Promise<void>
  readonly office: Observable<OfficeDocuments>
  /** With a server the change travels to everyone; only its administrator may, see `mayKeepOffice`. */
  saveOffice(change: Partial<OfficeDocuments>): Promise<void>
  /** Whether who acts now may change the office's documents. */
  readonly mayKeepOffice: Observable<boolean>
  readonly directory: Observable<Directory>
  /** Every open case this person may see; kept in memory. */
  readonly openCases: Observable<readonly CaseState[]>
  /** Closed cases in which people decided unseen by each other and nobody has settled it; none for a department. */
  readonly closedConflicts: Observable<readonly CaseState[]>
  readonly cases: CaseStore
  readonly drafts: DraftStore
  execute(caseId: CaseId, command: Command): Promise<Result<readonly EventId[], ExecuteError>>
  /** Compensates the last not yet public action; the closed list of what can be is in case/undo. */
  undo(caseId: CaseId, event: EventId): Promise<Result<readonly EventId[], ExecuteError>>
  intake(items: readonly FetchedItem[], work?: LongWork): Promise<IntakeOutcome>
  search(query: string, work?: LongWork): Promise<readonly SearchHit[]>
  /** Puts a file into the store by its hash. Errors in Russian: too large, unreadable. */
  attach(name: string, mime: string, bytes: Uint8Array): Promise<Result<FileRef, string>>
  /** Everything to one file: events, office documents, drafts, attached files. */
  exportEverything(work?: LongWork): Promise<Uint8Array>
  /** Into an empty or the same journal; tells what was added and what was refused with the reason. */
  restoreEverything(bytes: Uint8Array, work?: LongWork): Promise<Result<{ readonly added: number; readonly present: number; readonly refused: readonly string[] }, string>>

  /** The district's server. */
  readonly server: ServerDesk
  /** Where this person's computers lay what they have told; null while the server does not answer. */
  attentionShelf(): AttentionShelf | null

  /** What this computer has told its person unasked. */
  readonly attentionMemory: AttentionMemoryStore

  /** How this profile is used; `undecided` until the first screen's choice. */
  readonly firstRun: Observable<ProfileMode>
  /** What was erased under which acts, for the server's copies and the act of destruction. Reads the whole journal. */
  erasures(work?: LongWork): Promise<Erasures>
  /** Work on this computer alone: the office's name and the person who works here, as operator. */
  startAlone(choice: { readonly officeName: string; readonly operatorName: string }): Promise<void>
  /** Fills an undecided profile with the training set, its instants shifted to now. */
  loadTraining(work?: LongWork): Promise<Result<undefined, string>>
  /**
   * Empties the profile; afterwards only closing or reloading the window makes sense. A profile with real work asks for
   * `confirmed`; the error says so in Russian.
   */
  eraseEverything(confirmed?: 'eraseRealWork'): Promise<Result<undefined, string>>

  /** Documents that were put aside because they are not what they claim to be. */
  readonly journalFindings: Observable<readonly Finding[]>
  readonly upkeep: Observable<Upkeep | undefined>
  /** Reads the whole journal: hashes, chains, and whether every case is the fold of its events. */
  checkJournal(work?: LongWork): Promise<JournalCheck>
  /** Writes what waits to be written and closes the databases. */
  close(): Promise<void>
}

export type { IntakeReport }

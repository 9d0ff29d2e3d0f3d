import type { CaseId, EventId, Sha256 } from '../../../shared/domain/journal/ids'
import type { DepartmentId, PersonId } from '../../../shared/domain/people/roles'
import type { Instant } from '../../../shared/domain/time'
import type { ServerOpening } from '../../../shared/ipc/server'
import type { Result } from '../../../shared/lib/result'
import type { FileOutcome } from '../../../shared/server/fileOutcome'
import type { LinkFailure, ServerLink } from '../../../shared/server/link'
import type { ServerStanding, Topology } from '../../../shared/server/names'
import type { LongWork, Observable } from '../application'
import type { OfficeDocumentName } from '../office'
import type { StopReason, SyncStatus } from './status'

/** Who is signed in, as the server itself says. */
export interface SignedIn {
  readonly person: PersonId
  readonly department: DepartmentId | null
}

/** What a person is shown before he joins the server. */
export interface Connection {
  readonly standing: ServerStanding
  readonly signedIn: SignedIn
  readonly database: string
  /** Events on the server, about. */
  readonly events: number
  /** ms that this computer's clock is ahead of the server's; null where the server does not tell. A warning, not a refusal. */
  readonly clockAhead: number | null
}

/** Why there is no connection. Closed: each has its sentence for people and what to do. */
export type ConnectFailure =
  | { readonly reason: Exclude<StopReason, 'storage' | 'fault' | 'noPassword'> }
  | { readonly reason: 'unreachable'; readonly failure: LinkFailure }
  | { readonly reason: 'serverFailing'; readonly status: number }

/** The main process would not open the connection: the address, or a password that is not remembered. `message` is Russian. */
export interface OpeningRefused {
  readonly reason: 'opening'
  readonly why: string
  readonly message: string
}

/** The server this computer works with, as remembered over a restart; the password is in the system's keyring or nowhere. */
export interface JoinedServer {
  readonly address: string
  readonly user: string
  /** Whether the password is remembered: if not, it is asked at every start. */
  readonly remember: boolean
  readonly ca?: string
  readonly insistHttp: boolean
  /** What the server said of this person at the last meeting. */
  readonly standing: ServerStanding
  /** Messages are here that a structure's person may not have: received before the server made him one, or one of another structure. */
  readonly holdsOthers: boolean
}

/**
 * `ownJournal`: this computer has a journal of its own work, which the server's administrator must bring along first; to a
 * structure's person it stays closed, as he may not have others' messages · `training`: nothing invented goes to a server.
 */
export type JoinFailure = ConnectFailure | OpeningRefused | { readonly reason: 'ownJournal' } | { readonly reason: 'training' }

export type OfficeRole = 'operator' | 'supervisor' | 'administrator'

/** What bringing along did; repeated, everything is `there`. */
export interface Brought {
  readonly added: number
  readonly there: number
  /** Files that are not on this computer either. */
  readonly filesMissing: number
  readonly cancelled: boolean
}
export type BringFailure = ConnectFailure | OpeningRefused | { readonly reason: 'notAdministrator' }

/** An event as the page of details names it. */
export interface NamedEvent {
  readonly id: EventId
  readonly caseId: CaseId
  readonly type: string
  readonly at: Instant
}

/** What a computer that leaves does with its copy of the journal. */
export type Leaving = 'keep' | 'erase'

/** The district's server, as screens see it: Application.server. */
export interface ServerDesk {
  /** null = this computer works alone, or nothing is chosen yet. */
  readonly joined: Observable<JoinedServer | null>
  readonly status: Observable<SyncStatus>
  /** Events whose content is not what their author sealed, on the server or here; kept over restarts. */
  readonly mismatches: Observable<number>
  /** Databases' names here; in an office the prefix is empty. */
  readonly at: Topology
  /** Tries and changes nothing. */
  test(opening: ServerOpening): Promise<Result<Connection, ConnectFailure | OpeningRefused>>
  /**
   * Tries; when all is well, remembers the server, takes the signed-in person and role, and begins. `as` is the office role to work
   * in where the server gives several. An empty, an `alone` whose journal was brought along, or a joined profile may join.
   */
  join(opening: ServerOpening, as?: OfficeRole): Promise<Result<Connection, JoinFailure>>
  /** After the password was changed on the server, or was not remembered: with this one, from now on. */
  signIn(password: string, remember: boolean): Promise<Result<Connection, JoinFailure>>
  /** Stops and forgets the server and its password; the journal stays here (the computer works alone) or is erased: only that where it `holdsOthers`. */
  leave(what: Leaving): Promise<Result<undefined, string>>
  /** "Try now". */
  nudge(): void
  /** Offers the refused events again. */
  offerRefused(): Promise<void>
  /** An attached file that is not on this computer yet. */
  fetchFile(sha256: Sha256): Promise<FileOutcome>
  /** Lends a link of the server's administrator to `work`, and takes it back: provisioning, job health, purge. */
  asAdministrator<T>(opening: ServerOpening, work: (link: ServerLink) => Promise<T>): Promise<Result<T, OpeningRefused>>
  /** Brings this computer's own journal, office documents and files to the server; repeating it changes nothing. */
  bringAlong(administrator: ServerOpening, work?: LongWork): Promise<Result<Brought, BringFailure>>
  /** Events of this journal by their ids, for the list of what was refused; those that are not here are left out. */
  eventsNamed(ids: readonly string[]): Promise<readonly NamedEvent[]>
  /** A document of the office that another administrator changed meanwhile: the one here is sent over his, or his is taken. */
  settleOffice(name: OfficeDocumentName, which: 'own' | 'servers'): Promise<void>
  /** May be called at any time; the journal stays, nothing is asked any more. */
  stop(): Promise<void>
}

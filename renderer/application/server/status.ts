import type { OfficeDocumentName } from '../office'
import type { Sha256 } from '../../../shared/domain/journal/ids'
import type { LinkFailure } from '../../../shared/server/link'
import { refusalCodes } from '../../../shared/server/refusals'

/** Why the server did not take an event. `other`: in words of its own. `tooLarge`: 413. `failing`: it fails on this document alone. */
export const refusedCodes = [...refusalCodes, 'tooLarge', 'failing', 'other'] as const

/** An event of this computer that the server will not have: kept here, offered again when its rules change or a person asks. */
export interface RefusedEvent {
  readonly id: string
  readonly code: (typeof refusedCodes)[number]
  /** The server's own words. */
  readonly detail: string
  /** Epoch ms of this computer's clock. */
  readonly at: number
}

/** Why the server did not take a file. `tooLarge`: more than a file may be, or than a proxy lets through. */
export const refusedFileCodes = ['forbidden', 'tooLarge'] as const

/** A file of a sent event that the server will not have: stays queued beside the refused events, and is offered again with them. */
export interface RefusedFile {
  readonly sha256: Sha256
  /** The event that names it. */
  readonly event?: string | undefined
  readonly code: (typeof refusedFileCodes)[number]
  /** Epoch ms of this computer's clock. */
  readonly at: number
}

/** Why the server did not take a document of the office. `forbidden`: 403, by its rules. `tooLarge`: 413. */
export const officeRefusals = ['forbidden', 'tooLarge'] as const

/** A document of the office, changed here, that the server will not have: offered again with the next meeting or change, or given up by a person. */
export interface RefusedOffice {
  readonly name: OfficeDocumentName
  readonly code: (typeof officeRefusals)[number]
  /** The server's own words. */
  readonly detail: string
}

/** Why the engine has stopped and waits for a person. Closed: each has its sentence and its remedy. */
export const stopReasons = [
  /** The password is not remembered on this computer and has not been given since the start. */
  'noPassword',
  /** 401: the password was changed on the server. */
  'password',
  /** Five wrong passwords: CouchDB answers this user nothing for five minutes. */
  'lockout',
  /** There is a server, but not ours: the databases are missing. */
  'notProvisioned',
  /** The user has no role of the office, or another than the one he works in here. */
  'wrongRole',
  /** Something else than CouchDB answers, or one older than 3.3. */
  'notCouchDb',
  'serverTooOld',
  /** The server was provisioned by a newer program that this one cannot work with. */
  'programTooOld',
  /** The server was provisioned by an older program: the administrator provisions it again. */
  'rulesTooOld',
  /** The disk of this computer takes nothing more. */
  'storage',
  /** A bug of this program; it is in the log. */
  'fault',
] as const
export type StopReason = (typeof stopReasons)[number]

/** What the status line and its page of details show. Instants are epoch ms of this computer's clock. */
export interface SyncStatus {
  readonly phase:
    | { readonly kind: 'off' }
    | { readonly kind: 'connecting' }
    /** The connection is another's for a while, a test's or an administrator's work's: it begins again by itself. */
    | { readonly kind: 'lent' }
    /** The server answers; `pull` while there is more to fetch, with the total where it is known. */
    | { readonly kind: 'working'; readonly pull: { readonly done: number; readonly total: number } | null }
    | { readonly kind: 'unreachable'; readonly failure: LinkFailure; readonly since: number }
    | { readonly kind: 'serverFailing'; readonly status: number; readonly since: number }
    | { readonly kind: 'stopped'; readonly reason: StopReason }
  /** Events of this computer that the server has not got, and when the first of them was made. */
  readonly unsent: { readonly count: number; readonly since: number } | null
  readonly refused: readonly RefusedEvent[]
  readonly refusedFiles: readonly RefusedFile[]
  /** Files whose bytes are still to be sent. */
  readonly uploads: number
  readonly lastSuccess: number | null
  /** ms that this computer's clock is ahead of the server's, when that is more than five minutes. */
  readonly clockAhead: number | null
  readonly database: string | null
  /** Documents of the office changed here and not on the server yet; `contested`: changed there by another meanwhile. */
  readonly office: { readonly unsent: readonly OfficeDocumentName[]; readonly contested: readonly OfficeDocumentName[]; readonly refused: readonly RefusedOffice[] }
}

export const offStatus: SyncStatus = {
  phase: { kind: 'off' }, unsent: null, refused: [], refusedFiles: [], uploads: 0, lastSuccess: null, clockAhead: null, database: null,
  office: { unsent: [], contested: [], refused: [] },
}

/** Whether a person must give the password, or wait until the server takes one again: it is not offered by itself. */
export const waitsForPassword = ({ phase }: SyncStatus): boolean => phase.kind === 'stopped' && (phase.reason === 'noPassword' || phase.reason === 'password' || phase.reason === 'lockout')

/** Everything of this computer that the server has not got: events, files, documents of the office. */
export const unsentCount = ({ unsent, uploads, office }: SyncStatus): number => (unsent?.count ?? 0) + uploads + office.unsent.length

/** The one thing the status line says. */
export type SyncHeadline =
  | { readonly kind: 'off' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'lent'; readonly unsent: number }
  | { readonly kind: 'allSent' }
  | { readonly kind: 'notSent'; readonly count: number; readonly since: number }
  | { readonly kind: 'receiving'; readonly done: number; readonly total: number }
  | { readonly kind: 'unreachable'; readonly failure: LinkFailure; readonly unsent: number }
  | { readonly kind: 'serverFailing'; readonly status: number }
  | { readonly kind: 'stopped'; readonly reason: StopReason }
  | { readonly kind: 'refused'; readonly events: number; readonly files: number }
  /** Two administrators changed the same document of the office. */
  | { readonly kind: 'contested'; readonly count: number }
  /** Documents of the office that the server will not have. */
  | { readonly kind: 'officeRefused'; readonly count: number }
  /** The events are there, files or documents of the office are not yet. */
  | { readonly kind: 'rest'; readonly uploads: number; readonly office: number }

/** The worst first: what needs a person, then what is away, then what is under way. "All sent" only when it is so. */
export function headlineOf(status: SyncStatus): SyncHeadline {
  const { phase, unsent, refused, refusedFiles, uploads, office } = status
  if (phase.kind === 'off' || phase.kind === 'connecting') return phase
  if (phase.kind === 'lent') return { kind: 'lent', unsent: unsentCount(status) }
  if (phase.kind === 'stopped') return phase
  if (phase.kind === 'unreachable') return { kind: 'unreachable', failure: phase.failure, unsent: unsentCount(status) }
  if (phase.kind === 'serverFailing') return { kind: 'serverFailing', status: phase.status }
  if (refused.length + refusedFiles.length > 0) return { kind: 'refused', events: refused.length, files: refusedFiles.length }
  if (office.contested.length > 0) return { kind: 'contested', count: office.contested.length }
  if (office.refused.length > 0) return { kind: 'officeRefused', count: office.refused.length }
  if (phase.pull !== null) return { kind: 'receiving', ...phase.pull }
  if (unsent !== null) return { kind: 'notSent', ...unsent }
  return uploads + office.unsent.length > 0 ? { kind: 'rest', uploads, office: office.unsent.length } : { kind: 'allSent' }
}

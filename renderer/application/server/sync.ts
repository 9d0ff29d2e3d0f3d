import type { Sha256 } from '../../../shared/domain/journal/ids'
import type { ServerOpening } from '../../../shared/ipc/server'
import type { Result } from '../../../shared/lib/result'
import type { FileOutcome } from '../../../shared/server/fileOutcome'
import type { ServerLink } from '../../../shared/server/link'
import type { LongWork, Observable } from '../application'
import type { OfficeDocumentName } from '../office'
import type { BringFailure, Brought, ConnectFailure, Connection, OpeningRefused } from './desk'
import type { SyncStatus } from './status'

type Pages = AsyncIterable<readonly { readonly id: string; readonly json: string }[]>

/** What a computer that worked alone brings to the server. `pages` begins anew with each call. */
export interface OwnWork {
  readonly events: number
  readonly pages: () => Pages
  /** Those of the office's documents that somebody has set. */
  readonly office: ReadonlyMap<OfficeDocumentName, unknown>
}

/** The engine behind the desk: renderer/data/sync implements it. What uses the one connection waits its turn, except `stop`. */
export interface Sync {
  readonly status: Observable<SyncStatus>
  /** The way to the server as whoever is signed in now; for small questions beside the engine's. */
  readonly link: ServerLink
  test(opening: ServerOpening): Promise<Result<Connection, ConnectFailure | OpeningRefused>>
  /** `remembered`: whether the password is in the system's keyring now. */
  connect(opening: ServerOpening): Promise<Result<Connection & { readonly remembered: boolean }, ConnectFailure | OpeningRefused>>
  resume(opening: ServerOpening): Promise<Result<undefined, OpeningRefused>>
  /** Nobody is signed in: says so in the status, and what waits to be sent. */
  waitForPassword(): Promise<void>
  nudge(): void
  offerRefused(): Promise<void>
  fetchFile(database: string, sha256: Sha256): Promise<FileOutcome>
  /** Whether these pages have an event that is not on the server and that this person could not send by himself. */
  hasOwnJournal(opening: ServerOpening, connection: Connection, pages: Pages): Promise<Result<boolean, ConnectFailure | OpeningRefused>>
  /** Russian words where the password could not be forgotten; null = all is done. */
  /** Stops for good, with the window. */
  stop(): Promise<void>
  leave(choice: { readonly forget: boolean }): Promise<string | null>
  asAdministrator<T>(opening: ServerOpening, work: (link: ServerLink) => Promise<T>): Promise<Result<T, OpeningRefused>>
  bringAlong(administrator: ServerOpening, own: OwnWork, work?: LongWork): Promise<Result<Brought, BringFailure>>
}

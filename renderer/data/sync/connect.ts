import { err, ok, type Result } from '../../../shared/lib/result'
import type { LinkFailure, ServerLink } from '../../../shared/server/link'
import type { ServerStanding, Topology } from '../../../shared/server/names'
import { Asking, Away, ServerFailing, Stopped } from './asking'
import { meet } from './meeting'
import type { SignedIn } from './ports'
import type { StopReason } from './status'

/** Why there is no connection. Closed: each has its sentence for people and what to do. */
export type ConnectFailure =
  | { readonly reason: Exclude<StopReason, 'storage' | 'fault'> }
  | { readonly reason: 'unreachable'; readonly failure: LinkFailure }
  | { readonly reason: 'serverFailing'; readonly status: number }

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

/** Tries the address and the password once, and changes nothing on either side. */
export async function testConnection(link: ServerLink, at: Topology, now: () => number, cancel: AbortSignal): Promise<Result<Connection, ConnectFailure>> {
  let clockAhead: number | null = null
  try {
    const asking = new Asking(link, (serverNow) => (clockAhead = now() - serverNow))
    const { standing, signedIn, database, count } = await meet(asking, at, cancel)
    return ok({ standing, signedIn, database, events: count, clockAhead })
  } catch (failure) {
    return failureOf(failure)
  }
}

/** The expected failures of asking as a value; a bug stays an exception. */
export function failureOf(failure: unknown): { readonly ok: false; readonly error: ConnectFailure } {
  if (failure instanceof Away) return err({ reason: 'unreachable', failure: failure.failure })
  if (failure instanceof ServerFailing) return err({ reason: 'serverFailing', status: failure.status })
  if (failure instanceof Stopped && failure.reason !== 'storage' && failure.reason !== 'fault') return err({ reason: failure.reason })
  throw failure
}

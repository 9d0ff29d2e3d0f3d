import { err, ok, type Result } from '../../../shared/lib/result'
import type { ServerLink } from '../../../shared/server/link'
import type { Topology } from '../../../shared/server/names'
import type { ConnectFailure, Connection } from '../../application/server/desk'
import { Asking, Away, ServerFailing, Stopped } from './asking'
import { meet } from './meeting'

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
  if (failure instanceof Stopped && failure.reason !== 'storage' && failure.reason !== 'fault' && failure.reason !== 'noPassword') return err({ reason: failure.reason })
  throw failure
}

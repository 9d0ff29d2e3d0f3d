import { err, ok, type Result } from '../../lib/result'
import { probeId } from '../limits'
import type { ServerLink, ServerReply } from '../link'
import type { Change, ProvisionFailure, ProvisionPlan } from './plan'
import { provision } from './provision'

export interface Rehearsal {
  /** What provisioning by this plan would change now; empty = the server is as the plan wants it. */
  readonly changes: readonly Change[]
  /** How many requests that takes: the whole of a provisioning's progress. */
  readonly requests: number
}

const reply = (status: number, body: unknown): Result<ServerReply, never> => ok({ status, body, date: null })

/**
 * Provisions without a single write: reads go to the server, writes are answered here as the server would. Whether the server's
 * engine runs our rules is known only when they are written.
 */
export async function rehearse(link: ServerLink, plan: ProvisionPlan): Promise<Result<Rehearsal, ProvisionFailure>> {
  let requests = 0
  const pretending: ServerLink = async (request, cancel) => {
    requests++
    if (request.method !== 'GET') return request.path.endsWith(`/${probeId}`) ? reply(403, { error: 'forbidden', reason: 'probe' }) : reply(201, { ok: true })
    const read = await link(request, cancel)
    // A list of a database that would have been made by now.
    if (read.ok && read.value.status === 404 && /\/_all_docs(\?|$)/.test(request.path)) return reply(200, { rows: [] })
    return read
  }
  const done = await provision(pretending, plan, () => 'never-written')
  return done.ok ? ok({ changes: done.value.changes, requests }) : err(done.error)
}

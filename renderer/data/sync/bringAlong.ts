import { ok, type Result } from '../../../shared/lib/result'
import type { ServerLink } from '../../../shared/server/link'
import { journalDatabase, type Topology } from '../../../shared/server/names'
import type { LongWork } from '../../application/application'
import { Asking, ServerFailing } from './asking'
import type { ConnectFailure } from '../../application/server/desk'
import { failureOf } from './connect'

/**
 * A computer that worked alone brings its journal to the server: every event that is not there, whoever wrote it. Needs a link of
 * the server's administrator, for once: the rules let a person write only in his own name, and a computer alone knew others.
 * Repeating it changes nothing.
 */
export async function bringAlong(
  link: ServerLink,
  at: Topology,
  pages: AsyncIterable<readonly { readonly id: string; readonly json: string }[]>,
  work: LongWork = {},
): Promise<Result<{ readonly added: number; readonly there: number; readonly cancelled: boolean }, ConnectFailure>> {
  const asking = new Asking(link, () => undefined)
  const cancel = work.signal ?? new AbortController().signal
  const path = `/${encodeURIComponent(journalDatabase(at))}`
  let added = 0
  let there = 0
  try {
    for await (const page of pages) {
      if (cancel.aborted) return ok({ added, there, cancelled: true })
      const { body } = await asking.ask({ method: 'POST', path: `${path}/_all_docs`, body: { keys: page.map(({ id }) => id) } }, cancel)
      const rows = (body as { readonly rows: readonly { readonly key: string; readonly error?: string }[] }).rows
      const missing = new Set(rows.filter((row) => row.error !== undefined).map((row) => row.key))
      const docs = page.filter(({ id }) => missing.has(id)).map(({ json }) => JSON.parse(json) as object)
      if (docs.length > 0) {
        const reply = await asking.ask({ method: 'POST', path: `${path}/_bulk_docs`, body: { docs }, deadline: 120_000 }, cancel)
        // 409 = somebody has just brought it.
        const failed = (reply.body as readonly { readonly error?: unknown }[]).filter((row) => row.error !== undefined && row.error !== 'conflict')
        if (failed.length > 0) throw new ServerFailing(500)
      }
      added += docs.length
      there += page.length - docs.length
      work.onProgress?.({ done: added + there })
    }
    return ok({ added, there, cancelled: false })
  } catch (failure) {
    return failureOf(failure)
  }
}

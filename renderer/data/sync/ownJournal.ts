import { z } from 'zod'
import { ok, type Result } from '../../../shared/lib/result'
import type { ServerLink } from '../../../shared/server/link'
import type { ConnectFailure, Connection } from '../../application/server/desk'
import { Asking } from './asking'
import { failureOf } from './connect'

const presentSchema = z.looseObject({ rows: z.array(z.looseObject({ key: z.string(), error: z.string().optional() })) })
const writtenSchema = z.looseObject({ actor: z.string(), role: z.string(), department: z.string().optional() })

/**
 * Whether these pages have an event that is not in this person's database and that he could not send himself, being another's or
 * made in a role that the server does not give him. Such a journal has to be brought along first.
 */
export async function hasOwnJournal(
  link: ServerLink,
  { standing, signedIn, database }: Pick<Connection, 'standing' | 'signedIn' | 'database'>,
  pages: AsyncIterable<readonly { readonly id: string; readonly json: string }[]>,
  cancel: AbortSignal,
): Promise<Result<boolean, ConnectFailure>> {
  const asking = new Asking(link, () => undefined)
  const couldSend = (json: string): boolean => {
    const read = writtenSchema.safeParse(JSON.parse(json))
    if (!read.success || read.data.actor !== signedIn.person) return false
    if (standing.kind === 'office') return standing.roles.some((role) => role === read.data.role)
    return read.data.role === 'department' && read.data.department === standing.department
  }
  try {
    for await (const page of pages) {
      const { body } = await asking.ask({ method: 'POST', path: `/${encodeURIComponent(database)}/_all_docs`, body: { keys: page.map(({ id }) => id) } }, cancel)
      const missing = new Set(presentSchema.parse(body).rows.flatMap(({ key, error }) => (error === undefined ? [] : [key])))
      if (page.some(({ id, json }) => missing.has(id) && !couldSend(json))) return ok(true)
    }
    return ok(false)
  } catch (failure) {
    return failureOf(failure)
  }
}

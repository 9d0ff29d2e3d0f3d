import { z } from 'zod'
import type { DepartmentId } from '../domain/people/roles'
import { err, ok, type Result } from '../lib/result'
import type { ErasureFailure } from './erasure'
import type { ServerLink } from './link'
import { departmentDatabase, journalDatabase, type Topology } from './names'

/** An event or a file that one of a department's two databases has and the other has not. No words of anyone. */
export interface NotPassed {
  readonly id: string
  readonly direction: 'down' | 'up'
  /** The event's kind, who made it and when by his clock; null for a file. */
  readonly event: { readonly type: string; readonly actor: string; readonly at: number } | null
}

const rowsSchema = z.looseObject({ rows: z.array(z.looseObject({ id: z.string().optional(), key: z.string().optional(), error: z.string().optional(), doc: z.unknown().optional() })) })
const foundSchema = z.looseObject({ docs: z.array(z.looseObject({ _id: z.string() })) })
const eventSchema = z.looseObject({ type: z.string(), actor: z.string(), at: z.number() })
const page = 1_000
/** At most so many are told apart; the count is of all. */
const told = 50

/**
 * Compares both databases of a second hop, whatever the job's counters say: a job forgets what it was refused, the databases do
 * not. What is under way at this moment counts too. Needs the server's administrator.
 */
export async function notPassed(link: ServerLink, at: Topology, department: DepartmentId): Promise<Result<{ readonly count: number; readonly first: readonly NotPassed[] }, Exclude<ErasureFailure, 'noPurge' | 'notGone'>>> {
  const [journal, own] = [journalDatabase(at), departmentDatabase(at, department)]
  const first: NotPassed[] = []
  let count = 0
  const sides = [{ direction: 'up', from: own, to: journal, read: idsOf }, { direction: 'down', from: journal, to: own, read: idsFor(department) }] as const
  for (const { direction, from, to, read } of sides) {
    for (let mark: string | null = ''; mark !== null; ) {
      const ids: Awaited<ReturnType<typeof idsOf>> = await read(link, from, mark)
      if (!ids.ok) return ids
      mark = ids.value.next
      const missing = await missingIn(link, to, ids.value.ids)
      if (!missing.ok) return missing
      count += missing.value.length
      const described = await describe(link, from, direction, missing.value.slice(0, told - first.length))
      if (!described.ok) return described
      first.push(...described.value)
    }
  }
  return ok({ count, first })
}

type Page = Result<{ readonly ids: readonly string[]; readonly next: string | null }, Exclude<ErasureFailure, 'noPurge' | 'notGone'>>
const isOurs = (id: string): boolean => /^(c[0-9a-f]{32}|blob)~/.test(id)

async function idsOf(link: ServerLink, database: string, from: string): Promise<Page> {
  const read = await asked(link, 'GET', `/${encodeURIComponent(database)}/_all_docs?limit=${page}&startkey=${encodeURIComponent(JSON.stringify(from))}`, undefined, rowsSchema)
  if (!read.ok) return read
  return pageOf(read.value.rows.flatMap(({ id }) => id ?? []))
}

const idsFor = (department: DepartmentId) => async (link: ServerLink, database: string, from: string): Promise<Page> => {
  const body = { selector: { _id: { $gte: from }, department }, fields: ['_id'], limit: page }
  const read = await asked(link, 'POST', `/${encodeURIComponent(database)}/_find`, body, foundSchema)
  if (!read.ok) return read
  return pageOf(read.value.docs.map(({ _id }) => _id))
}

/** Up to the least key after the last. */
const pageOf = (ids: readonly string[]): Page => ok({ ids: ids.filter(isOurs), next: ids.length < page ? null : `${ids.at(-1) ?? ''}\u0000` })

async function missingIn(link: ServerLink, database: string, keys: readonly string[]): Promise<Result<readonly string[], Exclude<ErasureFailure, 'noPurge' | 'notGone'>>> {
  if (keys.length === 0) return ok([])
  const read = await asked(link, 'POST', `/${encodeURIComponent(database)}/_all_docs`, { keys }, rowsSchema)
  return read.ok ? ok(read.value.rows.flatMap(({ key, error }) => (error === undefined ? [] : (key ?? [])))) : read
}

async function describe(link: ServerLink, database: string, direction: NotPassed['direction'], keys: readonly string[]): Promise<Result<readonly NotPassed[], Exclude<ErasureFailure, 'noPurge' | 'notGone'>>> {
  if (keys.length === 0) return ok([])
  const read = await asked(link, 'POST', `/${encodeURIComponent(database)}/_all_docs?include_docs=true`, { keys }, rowsSchema)
  if (!read.ok) return read
  return ok(
    read.value.rows.flatMap(({ id, doc }) => {
      if (id === undefined) return []
      const event = eventSchema.safeParse(doc)
      return [{ id, direction, event: event.success ? { type: event.data.type, actor: event.data.actor, at: event.data.at } : null }]
    }),
  )
}

async function asked<S extends z.ZodType>(link: ServerLink, method: 'GET' | 'POST', path: string, body: unknown, schema: S): Promise<Result<z.infer<S>, Exclude<ErasureFailure, 'noPurge' | 'notGone'>>> {
  const reply = await link({ method, path, deadline: 120_000, ...(body === undefined ? {} : { body }) })
  if (!reply.ok) return reply
  if (reply.value.status === 401 || reply.value.status === 403) return err('notAdministrator')
  if (reply.value.status === 404) return err('noDatabase')
  const read = schema.safeParse(reply.value.body)
  return reply.value.status < 300 && read.success ? ok(read.data) : err('notJson')
}

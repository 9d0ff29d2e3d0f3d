import { z } from 'zod'
import { sha256Schema, type Sha256 } from '../domain/journal/ids'
import type { DepartmentId } from '../domain/people/roles'
import { err, ok, type Result } from '../lib/result'
import type { ErasureFailure } from './erasure'
import type { ServerLink } from './link'
import { departmentDatabase, journalDatabase, type Topology } from './names'

/** What this computer's whole journal knows. */
export interface KnownEvents {
  has(id: string): boolean
  names(file: Sha256): boolean
}

const rowsSchema = z.looseObject({ rows: z.array(z.looseObject({ id: z.string(), doc: z.unknown().optional() })) })
const page = 5_000
const isEvent = (id: string): boolean => /^c[0-9a-f]{32}~/.test(id)

/**
 * Files on the server that no event names any more. An event goes to the server before its files, so the files are listed first:
 * whatever of them is somebody's has its event in one of the databases by then, and events that this computer has not got yet are
 * read there. Needs the server's administrator.
 */
export async function unnamedFiles(link: ServerLink, at: Topology, departments: readonly DepartmentId[], known: KnownEvents): Promise<Result<readonly Sha256[], ErasureFailure>> {
  const databases = [journalDatabase(at), ...departments.map((department) => departmentDatabase(at, department))]
  const candidates = new Set<Sha256>()
  for (const database of databases) {
    const listed = await ids(link, database, 'blob~', 'blob~\uffff')
    if (!listed.ok) return listed
    for (const id of listed.value) {
      const file = sha256Schema.safeParse(id.split('~')[1])
      if (file.success && !known.names(file.data)) candidates.add(file.data)
    }
  }
  if (candidates.size === 0) return ok([])
  for (const database of databases) {
    const listed = await ids(link, database, 'c', 'd')
    if (!listed.ok) return listed
    const news = listed.value.filter((id) => isEvent(id) && !known.has(id))
    for (let from = 0; from < news.length; from += 200) {
      const read = await asked(link, 'POST', `/${encodeURIComponent(database)}/_all_docs?include_docs=true`, { keys: news.slice(from, from + 200) })
      if (!read.ok) return read
      const text = JSON.stringify(read.value)
      for (const file of candidates) if (text.includes(file)) candidates.delete(file)
    }
  }
  return ok([...candidates])
}

/** Ids from `start` up to `end`, page by page. */
async function ids(link: ServerLink, database: string, start: string, end: string): Promise<Result<readonly string[], ErasureFailure>> {
  const found: string[] = []
  for (let from = start; ; ) {
    const range = `startkey=${encodeURIComponent(JSON.stringify(from))}&endkey=${encodeURIComponent(JSON.stringify(end))}`
    const read = await asked(link, 'GET', `/${encodeURIComponent(database)}/_all_docs?limit=${page}&${range}`)
    if (!read.ok) return read
    const rows = read.value.map(({ id }) => id)
    found.push(...rows)
    const last = rows.at(-1)
    if (last === undefined || rows.length < page) return ok(found)
    // The least key after it.
    from = `${last}\u0000`
  }
}

async function asked(link: ServerLink, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Result<z.infer<typeof rowsSchema>['rows'], ErasureFailure>> {
  const reply = await link({ method, path, deadline: 120_000, ...(body === undefined ? {} : { body }) })
  if (!reply.ok) return reply
  if (reply.value.status === 401 || reply.value.status === 403) return err('notAdministrator')
  // A department's database that was never made holds nothing.
  if (reply.value.status === 404) return ok([])
  const read = rowsSchema.safeParse(reply.value.body)
  return reply.value.status < 300 && read.success ? ok(read.data.rows) : err('notJson')
}

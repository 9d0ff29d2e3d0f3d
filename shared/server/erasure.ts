import { err, ok, type Result } from '../lib/result'
import { sha256Hex } from '../domain/journal/canonical'
import type { Sha256 } from '../domain/journal/ids'
import type { DepartmentId } from '../domain/people/roles'
import { blobRange } from './blobs'
import type { LinkFailure, ServerLink, ServerReply } from './link'
import { departmentDatabase, journalDatabase, type Topology } from './names'

/** An event without its words, as it is to stand on the server: id and hashes stay true. */
export interface ErasedEvent {
  readonly _id: string
  readonly department?: DepartmentId
  readonly personal?: undefined
  readonly salt?: undefined
}

export type ErasureFailure =
  | LinkFailure
  | 'notAdministrator'
  /** A server that does not purge, such as the trial one: what it once had, it keeps. */
  | 'noPurge'
  /** Some copy came back between the purge and the check; to be repeated. */
  | 'notGone'
  /** A database of a structure or the journal is missing: to be provisioned first. */
  | 'noDatabase'

/** Progress in parts of the work, and a way to stop between two of them: what was done stays, the next run goes on. */
export interface ErasureWork {
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
  readonly signal?: { readonly aborted: boolean }
}

const ids = (event: ErasedEvent): string => event._id
/** CouchDB takes at most a hundred documents in one purge. */
const batch = 100

/**
 * 1.4, 152-FZ: a tombstone keeps the words in the file, so they are purged: the event is put beside them without words, and then
 * every other revision goes, in every database; cut anywhere, each event is still there. Then the files are compacted, which is what
 * removes the bytes from the disk. Needs the server's administrator; repeating it changes nothing. `files`: attached files that
 * nothing names any more.
 */
export async function eraseOnServer(
  link: ServerLink,
  at: Topology,
  departments: readonly DepartmentId[],
  events: readonly ErasedEvent[],
  files: readonly Sha256[],
  { onProgress, signal }: ErasureWork = {},
): Promise<Result<{ readonly purged: number }, ErasureFailure | 'cancelled'>> {
  let purged = 0
  let done = 0
  const databases = databasesOf(at, departments, events)
  const parts = databases.flatMap(({ name, events: own }) => [
    ...inBatches(own).map((part) => () => eraseBatch(link, name, part)),
    ...files.map((file) => () => eraseFile(link, name, file)),
    () => compact(link, name),
  ])
  for (const part of parts) {
    if (signal?.aborted === true) return err('cancelled')
    const erased = await part()
    if (!erased.ok) return erased
    purged += erased.value
    onProgress?.({ done: ++done, total: parts.length })
  }
  return ok({ purged })
}

/** Ids of the events that stand somewhere on the server in another revision than the erased one: their words are still there. */
export async function stillOnServer(link: ServerLink, at: Topology, departments: readonly DepartmentId[], events: readonly ErasedEvent[]): Promise<Result<ReadonlySet<string>, ErasureFailure>> {
  const found = new Set<string>()
  for (const database of databasesOf(at, departments, events)) {
    for (const part of inBatches(database.events)) {
      const revisions = await leaves(link, `/${encodeURIComponent(database.name)}`, part.map(ids))
      if (!revisions.ok) return revisions
      for (const [id, revs] of revisions.value) if (revs.some((rev) => rev !== `1-${erasedRevision(id)}`)) found.add(id)
    }
  }
  return ok(found)
}

/** Whether the server still rewrites a file: until it has, the purged bytes lie on its disk. */
export async function isCompacting(link: ServerLink, at: Topology, departments: readonly DepartmentId[]): Promise<Result<boolean, ErasureFailure>> {
  for (const { name } of databasesOf(at, departments, [])) {
    const read = await asked(link, 'GET', `/${encodeURIComponent(name)}`)
    if (!read.ok) return read
    if ((read.value.body as { readonly compact_running?: boolean }).compact_running === true) return ok(true)
  }
  return ok(false)
}

const databasesOf = (at: Topology, departments: readonly DepartmentId[], events: readonly ErasedEvent[]) => [
  { name: journalDatabase(at), events },
  ...departments.map((id) => ({ name: departmentDatabase(at, id), events: events.filter((event) => event.department === id) })),
]

const inBatches = (events: readonly ErasedEvent[]): (readonly ErasedEvent[])[] =>
  Array.from({ length: Math.ceil(events.length / batch) }, (_, index) => events.slice(index * batch, (index + 1) * batch))

async function compact(link: ServerLink, database: string): Promise<Result<number, ErasureFailure>> {
  const asking = await asked(link, 'POST', `/${encodeURIComponent(database)}/_compact`, {})
  return asking.ok ? ok(0) : asking
}

/** The same everywhere, so that the replication between the databases has nothing to pass on. */
const erasedRevision = (id: string): string => sha256Hex(`erased ${id}`).slice(0, 32)

async function eraseBatch(link: ServerLink, database: string, events: readonly ErasedEvent[]): Promise<Result<number, ErasureFailure>> {
  const path = `/${encodeURIComponent(database)}`
  let purged = 0
  // One round puts, one purges, one checks; a copy that a replication brings in between is purged by the next.
  for (let round = 0; round < 5; round++) {
    const revisions = await leaves(link, path, events.map(ids))
    if (!revisions.ok) return revisions
    const missing = events.filter((event) => revisions.value.get(event._id)?.includes(`1-${erasedRevision(event._id)}`) !== true)
    // Only where the erased revision was seen to stand: purged before it, an event would be on no server when the wire is cut.
    const safe = [...revisions.value].filter(([id, revs]) => revs.includes(`1-${erasedRevision(id)}`) && revs.length > 1)
    const old = Object.fromEntries(safe.map(([id, revs]) => [id, revs.filter((rev) => rev !== `1-${erasedRevision(id)}`)]))
    if (Object.keys(old).length === 0 && missing.length === 0) return ok(purged)
    if (Object.keys(old).length > 0) {
      const gone = await asked(link, 'POST', `${path}/_purge`, old)
      if (!gone.ok) return gone
      purged += Object.keys(old).length
    }
    if (missing.length === 0) continue
    // Nothing is put beside words that cannot be purged afterwards.
    const able = await asked(link, 'POST', `${path}/_purge`, {})
    if (!able.ok) return able
    const docs = missing.map((event) => ({ ...event, _rev: `1-${erasedRevision(event._id)}`, _revisions: { start: 1, ids: [erasedRevision(event._id)] } }))
    const put = await asked(link, 'POST', `${path}/_bulk_docs`, { new_edits: false, docs })
    if (!put.ok) return put
  }
  return err('notGone')
}

/** Every revision that stands, by id; ids that are not there are left out. */
async function leaves(link: ServerLink, path: string, wanted: readonly string[]): Promise<Result<ReadonlyMap<string, readonly string[]>, ErasureFailure>> {
  const found = await asked(link, 'POST', `${path}/_all_docs?include_docs=true&conflicts=true`, { keys: wanted })
  if (!found.ok) return found
  const { rows } = found.value.body as { readonly rows: readonly { readonly id?: string; readonly doc?: { readonly _rev: string; readonly _conflicts?: readonly string[] } | null }[] }
  return ok(new Map(rows.flatMap(({ id, doc }) => (id === undefined || doc === undefined || doc === null ? [] : [[id, [doc._rev, ...(doc._conflicts ?? [])]] as const]))))
}

async function eraseFile(link: ServerLink, database: string, sha256: Sha256): Promise<Result<number, ErasureFailure>> {
  const path = `/${encodeURIComponent(database)}`
  const { start, end } = blobRange(sha256)
  const listed = await asked(link, 'GET', `${path}/_all_docs?startkey=${encodeURIComponent(JSON.stringify(start))}&endkey=${encodeURIComponent(JSON.stringify(end))}`)
  if (!listed.ok) return listed
  const { rows } = listed.value.body as { readonly rows: readonly { readonly id: string }[] }
  if (rows.length === 0) return ok(0)
  const revisions = await leaves(link, path, rows.map(({ id }) => id))
  if (!revisions.ok) return revisions
  const gone = await asked(link, 'POST', `${path}/_purge`, Object.fromEntries(revisions.value))
  return gone.ok ? ok(rows.length) : gone
}

async function asked(link: ServerLink, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Result<ServerReply, ErasureFailure>> {
  const reply = await link({ method, path, deadline: 120_000, ...(body === undefined ? {} : { body }) })
  if (!reply.ok) return reply
  const { status } = reply.value
  if (status === 401 || status === 403) return err('notAdministrator')
  if (path.endsWith('/_purge') && status >= 300) return err('noPurge')
  if (status === 404) return err('noDatabase')
  if (status >= 300) return err('notJson')
  return ok(reply.value)
}

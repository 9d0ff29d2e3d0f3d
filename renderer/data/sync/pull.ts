import { z } from 'zod'
import { caseIdSchema, deviceIdSchema, eventIdSchema } from '../../../shared/domain/journal/ids'
import { verify, type StoredEvent } from '../../../shared/domain/journal/seal'
import type { DepartmentId } from '../../../shared/domain/people/roles'
import { isBlob } from '../../../shared/server/blobs'
import { Away, type Asking } from './asking'
import type { Outgoing } from './outgoing'
import type { EventReplica } from './ports'

export interface PullParts {
  readonly asking: Asking
  readonly replica: EventReplica
  readonly outgoing: Outgoing
  readonly database: string
  /** Of a department's client: an event of any other is not stored. */
  readonly department: DepartmentId | null
  /** The page after the one that is being stored. */
  readonly ahead: Ahead
}

export interface PulledBatch {
  readonly since: string
  /** Rows of the feed, of whatever kind. */
  readonly rows: number
  /** Rows left on the server after these; null where it does not say. */
  readonly pending: number | null
  readonly ids: readonly string[]
  /** Whether attached files are among them. */
  readonly files: boolean
}

const changesSchema = z.looseObject({
  results: z.array(z.object({ id: z.string(), deleted: z.boolean().optional(), doc: z.unknown() })),
  last_seq: z.union([z.string(), z.number()]),
  pending: z.number().optional(),
})

/** The least that a row of the journal is made of; the rest is the journal's own door to check. */
const rowSchema = z.object({ _id: eventIdSchema, caseId: caseIdSchema, device: deviceIdSchema, deviceSeq: z.number().int().positive(), department: z.string().optional() })

/** ms until a batch has to be here. */
const deadline = 40_000
/** ms beyond the agreed time that the server's silence is borne with. */
const grace = 10_000

/** A page asked for while the one before it is being stored: the line and the disk work at once. */
export class Ahead {
  private asked: { readonly since: string; readonly size: number; readonly page: Promise<Page> } | null = null

  ask(since: string, size: number, page: Promise<Page>): void {
    // A failure is told where the page is taken; one that nobody takes any more has nothing to say.
    page.catch(() => undefined)
    this.asked = { since, size, page }
  }

  /** Rows asked for after `since`; null when that was not asked for. */
  sizeOf(since: string): number | null {
    return this.asked?.since === since ? this.asked.size : null
  }

  /** null when another page than this was asked for, or it was taken already: a failed one is asked for anew. */
  take(since: string): Promise<Page> | null {
    const { asked } = this
    this.asked = null
    return asked?.since === since ? asked.page : null
  }
}

/**
 * Asks for what comes after `since` and stores it. The checkpoint it returns may be kept only because everything before it is
 * stored.
 */
export async function pullBatch(parts: PullParts, since: string, limit: number, cancel: AbortSignal): Promise<PulledBatch> {
  // The mark of each row is a tenth of the answer and of the server's work: only the last one is wanted.
  const read = (after: string) => readPage(parts, `include_docs=true&limit=${limit}&seq_interval=${limit}&since=${from(after)}`, cancel)
  const page = await (parts.ahead.take(since) ?? read(since))
  if (page.rows > 0 && (page.pending ?? 0) > 0) parts.ahead.ask(page.since, limit, read(page.since))
  const ids = await takeIn(parts, page, (page.pending ?? 0) > 0, cancel)
  return { since: page.since, rows: page.rows, pending: page.pending, ids, files: page.files }
}

/**
 * Resolves when there may be something after `since`, at the latest after about `hold` ms. Only a trigger: what there is is read
 * from the checkpoint. Silence past the agreed time is no failure yet: some servers do not keep to it, and a dead line shows
 * itself with the next question.
 */
export async function waitForChange(parts: Pick<PullParts, 'asking' | 'database'>, since: string, hold: number, cancel: AbortSignal): Promise<void> {
  const path = `/${encodeURIComponent(parts.database)}/_changes?limit=1&since=${from(since)}&feed=longpoll&timeout=${hold}`
  try {
    await parts.asking.ask({ method: 'GET', path, deadline: hold + grace }, cancel)
  } catch (failure) {
    if (!(failure instanceof Away && failure.failure === 'timeout')) throw failure
  }
}

const from = (since: string): string => encodeURIComponent(since === '' ? '0' : since)

/** The latest changes first, so that a new computer can be worked at before everything is there. Moves no checkpoint. */
export async function pullLatest(parts: PullParts, limit: number, cancel: AbortSignal): Promise<void> {
  const page = await readPage(parts, `include_docs=true&limit=${limit}&descending=true`, cancel)
  await takeIn(parts, page, true, cancel)
}

/** A page of the feed, each event held to its hashes. */
interface Page {
  readonly since: string
  readonly rows: number
  readonly pending: number | null
  readonly events: readonly StoredEvent[]
  readonly files: boolean
  /** Documents in an event's place that are none. */
  readonly strangers: readonly string[]
  /** Events whose content is not what their author sealed. */
  readonly suspects: readonly string[]
}

async function readPage(parts: PullParts, query: string, cancel: AbortSignal): Promise<Page> {
  const { body } = await parts.asking.ask({ method: 'GET', path: `/${encodeURIComponent(parts.database)}/_changes?${query}`, deadline }, cancel)
  const { results, last_seq, pending } = changesSchema.parse(body)
  const events: StoredEvent[] = []
  const strangers: string[] = []
  const suspects: string[] = []
  for (const [place, row] of results.entries()) {
    if (place % atAStretch === atAStretch - 1) await breathe()
    // Design documents and files are no events. Nothing is ever deleted here because it was deleted there.
    if (row.deleted === true || !isEvent(row.id)) continue
    const event = asEvent(row.doc, parts.department)
    if (event === null) strangers.push(row.id)
    else if (verify(event).ok) events.push(event)
    else suspects.push(row.id)
  }
  return { since: String(last_seq), rows: results.length, pending: pending ?? null, files: results.some(({ id }) => isBlob(id)), events, strangers, suspects }
}

/** Rows checked before the window may draw and react. */
const atAStretch = 250
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

const isEvent = (id: string): boolean => /^c[0-9a-f]{32}~/.test(id)

async function takeIn(parts: PullParts, { events: honest, strangers, suspects }: Page, more: boolean, cancel: AbortSignal): Promise<string[]> {
  const events = [...honest]
  for (const id of strangers) await parts.replica.putAside(id, 'notAnEvent')
  for (const id of suspects) {
    const true_ = await trueCopy(parts, id, cancel)
    if (true_ !== null) events.push(true_)
    // Of this one the server has no true copy.
    else await parts.replica.putAside(id, 'altered')
  }
  const ids = events.map((event) => event._id)
  if (events.length > 0) await parts.outgoing.received(ids, () => parts.replica.append(events, more))
  return ids
}

/** Without the server's own bookkeeping. */
function asEvent(document: unknown, department: DepartmentId | null): StoredEvent | null {
  const read = rowSchema.safeParse(document)
  if (!read.success || (department !== null && read.data.department !== department)) return null
  // Mostly the bookkeeping is the revision alone; the loop is for what else somebody may have put there.
  const { _rev, ...own } = document as Record<string, unknown>
  for (const key of Object.keys(own)) if (key.startsWith('_') && key !== '_id') delete own[key]
  return own as unknown as StoredEvent
}

const revisionsSchema = z.array(z.looseObject({ ok: z.unknown() }))

/** A forged revision may stand before the true one: it is looked for among all that the server keeps. */
async function trueCopy(parts: PullParts, id: string, cancel: AbortSignal): Promise<StoredEvent | null> {
  const { body } = await parts.asking.ask({ method: 'GET', path: `/${encodeURIComponent(parts.database)}/${encodeURIComponent(id)}?open_revs=all` }, cancel, [404])
  const copies = revisionsSchema.safeParse(body)
  if (!copies.success) return null
  for (const copy of copies.data) {
    const event = asEvent(copy.ok, parts.department)
    if (event !== null && verify(event).ok) return event
  }
  return null
}

import { z } from 'zod'
import type { DepartmentId } from '../../../shared/domain/people/roles'
import { departmentIdSchema } from '../../../shared/domain/people/roles'
import { readRefusal, reasonIn } from '../../../shared/server/refusals'
import { ServerFailing, Stopped, type Asking } from './asking'
import { filesNamed } from '../../application/filesOfEvent'
import type { OutgoingEvent } from './outgoing'
import type { RefusedEvent } from '../../application/server/status'
import type { Upload } from './ports'

/** What became of a batch. An event in none of the lists is offered again. */
export interface PushedBatch {
  readonly sent: readonly OutgoingEvent[]
  readonly refused: readonly { readonly event: OutgoingEvent; readonly code: RefusedEvent['code']; readonly detail: string }[]
}

const rowsSchema = z.array(z.looseObject({ id: z.string().optional(), error: z.union([z.string(), z.boolean()]).optional(), name: z.string().optional(), reason: z.string().optional(), ok: z.boolean().optional() }))

/** The most that goes in one request: documents, and characters of JSON. */
const batchCount = 100
const batchSize = 2_000_000

export function nextBatch(events: readonly OutgoingEvent[]): readonly OutgoingEvent[] {
  const batch: OutgoingEvent[] = []
  let size = 0
  for (const event of events.slice(0, batchCount)) {
    size += event.size
    if (batch.length > 0 && size > batchSize) break
    batch.push(event)
  }
  return batch
}

/**
 * Sends a batch and reads what the server says of each. One that the server will not have does not hold up the others; a batch
 * that is too large, or on which the server fails, as a whole or in every row, is halved until the one that is to blame stands
 * alone.
 */
export async function pushBatch(asking: Asking, database: string, batch: readonly OutgoingEvent[], cancel: AbortSignal): Promise<PushedBatch> {
  const path = `/${encodeURIComponent(database)}`
  const apart = async (detail: string): Promise<PushedBatch> => {
    const [first, second] = batch
    if (second !== undefined) return await halves(asking, database, batch, cancel)
    // Whether it fails on this document or on everything: the same server is asked something easy.
    await asking.ask({ method: 'GET', path }, cancel)
    return first === undefined ? nothing : { sent: [], refused: [{ event: first, code: 'failing', detail }] }
  }
  let reply
  try {
    reply = await asking.ask({ method: 'POST', path: `${path}/_bulk_docs`, body: { docs: batch.map((event) => event.document) } }, cancel, [403, 413])
  } catch (failure) {
    if (!(failure instanceof ServerFailing)) throw failure
    return await apart(String(failure.status))
  }
  if (reply.status === 403) throw new Stopped('wrongRole')
  if (reply.status === 413) {
    const [first, second] = batch
    if (second !== undefined) return await halves(asking, database, batch, cancel)
    return first === undefined ? nothing : { sent: [], refused: [{ event: first, code: 'tooLarge', detail: reasonIn(reply.body) }] }
  }
  const { failed, ...pushed } = readRows(batch, rowsSchema.parse(reply.body))
  if (pushed.sent.length + pushed.refused.length > 0 || batch.length === 0) return pushed
  // Nothing came through. Rows that fail are looked at alone; without a word of any of them it is the server that fails.
  if (failed === null) throw new ServerFailing(500)
  return await apart(failed)
}

const nothing: PushedBatch = { sent: [], refused: [] }

async function halves(asking: Asking, database: string, batch: readonly OutgoingEvent[], cancel: AbortSignal): Promise<PushedBatch> {
  const middle = Math.ceil(batch.length / 2)
  const first = await pushBatch(asking, database, batch.slice(0, middle), cancel)
  const second = await pushBatch(asking, database, batch.slice(middle), cancel)
  return { sent: [...first.sent, ...second.sent], refused: [...first.refused, ...second.refused] }
}

/** `failed`: what the server says of one whose row is an error that is no refusal; null where there is none. */
function readRows(batch: readonly OutgoingEvent[], rows: z.infer<typeof rowsSchema>): PushedBatch & { readonly failed: string | null } {
  // By id: the trial server answers out of order.
  const byId = new Map(rows.map((row) => [row.id, row]))
  const sent: OutgoingEvent[] = []
  const refused: { event: OutgoingEvent; code: RefusedEvent['code']; detail: string }[] = []
  let failed: string | null = null
  for (const event of batch) {
    const row = byId.get(event.id)
    if (row === undefined) continue
    const error = row.error === true ? (row.name ?? 'other') : row.error
    const reason = row.reason ?? ''
    const refusal = readRefusal(reason)
    // An id that is there is the event that is there: it carries the content's hash.
    const isThere = error === 'conflict' || (refusal?.code === 'appendOnly' && refusal.detail === 'edit')
    if (error === undefined || error === false || isThere) sent.push(event)
    else if (error === 'unauthorized') throw new Stopped('wrongRole')
    else if (error === 'forbidden') refused.push({ event, code: refusal?.code ?? 'other', detail: refusal?.detail ?? reason })
    else failed = reason === '' ? String(error) : `${String(error)}: ${reason}`
  }
  return { sent, refused, failed }
}

/** The files that a sent event names, to be sent after it. */
export function uploadsOf({ id, document }: OutgoingEvent): readonly Upload[] {
  const department = departmentIdSchema.safeParse(document['department'])
  const to: { department?: DepartmentId } = department.success ? { department: department.data } : {}
  return filesNamed(document).map((file) => ({ ...file, ...to, event: id }))
}

import { expect, it } from 'vitest'
import { Asking, ServerFailing, Stopped } from '../../renderer/data/sync/asking'
import { pushBatch } from '../../renderer/data/sync/push'
import type { OutgoingEvent } from '../../renderer/data/sync/outgoing'
import { ok } from '../../shared/lib/result'
import type { ServerRequest } from '../../shared/server/link'
import { operator } from '../support/journal'
import { sampleEvent } from './support/samples'

const never = new AbortController().signal
const lockout = { error: 'forbidden', reason: 'Account is temporarily locked due to multiple authentication failures.' }
const answering = (answer: (request: ServerRequest) => { readonly status: number; readonly body: unknown }) =>
  new Asking((request) => Promise.resolve(ok({ ...answer(request), date: null })), () => undefined)

const events = Array.from({ length: 8 }, (_, index): OutgoingEvent => {
  const document = { ...sampleEvent('NoteAdded', operator) }
  return { localSeq: index + 1, id: document._id, document, size: 500 }
})
type Row = { readonly id: string; readonly error?: string; readonly reason?: string }
/** A server that answers a batch row by row and everything else with 200. */
const rowByRow = (row: (id: string) => Row | null, asked: string[] = []) =>
  answering(({ method, path, body }) => {
    asked.push(`${method} ${path}`)
    if (method === 'GET') return { status: 200, body: {} }
    return { status: 201, body: (body as { readonly docs: readonly { readonly _id: string }[] }).docs.map(({ _id }) => row(_id)).filter((answer) => answer !== null) }
  })

it('SY12 a lockout is a lockout wherever it is met, and no lost role', async () => {
  const shut = answering(() => ({ status: 403, body: lockout }))
  await expect(pushBatch(shut, 'journal', events, never)).rejects.toEqual(new Stopped('lockout'))
  await expect(shut.ask({ method: 'PUT', path: '/directory/office' }, never, [403, 409, 413])).rejects.toEqual(new Stopped('lockout'))
  const refused = answering(() => ({ status: 403, body: { error: 'forbidden', reason: 'shape: personal.blocked' } }))
  expect(await refused.ask({ method: 'PUT', path: '/directory/office' }, never, [403])).toMatchObject({ status: 403 })
})

it('SY10 an event on which the server fails in its row is put aside, and the rest goes', async () => {
  const [bad] = events
  const failing = rowByRow((id) => (id === bad?.id ? { id, error: 'internal_server_error', reason: 'badmatch' } : { id }))
  // As the session does it: what is in none of the lists is offered again.
  let left: readonly OutgoingEvent[] = events
  const sent: string[] = []
  const aside: unknown[] = []
  for (let turn = 0; left.length > 0 && turn < 5; turn++) {
    const batch = await pushBatch(failing, 'journal', left, never)
    sent.push(...batch.sent.map(({ id }) => id))
    aside.push(...batch.refused)
    const settled = new Set([...batch.sent, ...batch.refused.map(({ event }) => event)].map(({ id }) => id))
    left = left.filter(({ id }) => !settled.has(id))
  }
  expect(left).toEqual([])
  expect(sent.sort()).toEqual(events.slice(1).map(({ id }) => id).sort())
  expect(aside).toEqual([{ event: bad, code: 'failing', detail: 'internal_server_error: badmatch' }])
})

it('SY10 a whole batch that fails row by row is taken apart, and an event is put aside only by a server that still answers', async () => {
  const asked: string[] = []
  const culprits = new Set(events.slice(2, 4).map(({ id }) => id))
  const all = await pushBatch(rowByRow((id) => (culprits.has(id) ? { id, error: 'unknown_error', reason: '' } : { id }), asked), 'journal', events.slice(2, 4), never)
  expect(all).toMatchObject({ sent: [], refused: [{ code: 'failing' }, { code: 'failing' }] })
  expect(asked).toContain('GET /journal')
  const down = answering(({ method }) => (method === 'GET' ? { status: 503, body: null } : { status: 201, body: [{ id: events[0]?.id, error: 'unknown_error' }] }))
  await expect(pushBatch(down, 'journal', events.slice(0, 1), never)).rejects.toEqual(new ServerFailing(503))
  await expect(pushBatch(rowByRow(() => null), 'journal', events, never)).rejects.toEqual(new ServerFailing(500))
})

import { expect, it } from 'vitest'
import { Asking, Stopped } from '../../renderer/data/sync/asking'
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

it('SY12 a lockout is a lockout wherever it is met, and no lost role', async () => {
  const shut = answering(() => ({ status: 403, body: lockout }))
  await expect(pushBatch(shut, 'journal', events, never)).rejects.toEqual(new Stopped('lockout'))
  await expect(shut.ask({ method: 'PUT', path: '/directory/office' }, never, [403, 409, 413])).rejects.toEqual(new Stopped('lockout'))
  const refused = answering(() => ({ status: 403, body: { error: 'forbidden', reason: 'shape: personal.blocked' } }))
  expect(await refused.ask({ method: 'PUT', path: '/directory/office' }, never, [403])).toMatchObject({ status: 403 })
})

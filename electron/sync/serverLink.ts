import { ok } from '../../shared/lib/result'
import { jsonLink, type RawLink, type ServerLink } from '../../shared/server/link'
import { HttpExchange, type HttpAnswer, type HttpTarget } from './httpExchange'

/** ms for a request that names no deadline of its own. */
const usualDeadline = 30_000

export interface OpenLink {
  readonly link: ServerLink
  /** For the window, which reads the answers itself. */
  readonly raw: RawLink
  readonly exchange: HttpExchange
  close(): void
}

/** The way to one server with one person's credentials, over Node's own HTTP. */
export function openLink(target: HttpTarget): OpenLink {
  const exchange = new HttpExchange(target)
  const raw: RawLink = async (request, cancel) => {
    const body = request.body === undefined ? undefined : Buffer.from(request.body)
    const answer = await exchange.exchange(
      {
        method: request.method,
        path: request.path,
        deadline: request.deadline ?? usualDeadline,
        ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json', 'content-length': body.length } }),
      },
      cancel,
    )
    if (!answer.ok) return answer
    // A copy: a small Buffer is a part of a larger one, and all of that would cross to the window.
    return ok({ status: answer.value.status, bytes: new Uint8Array(answer.value.body), date: dateOf(answer.value) })
  }
  return { link: jsonLink(raw), raw, exchange, close: () => exchange.close() }
}

function dateOf(answer: HttpAnswer): number | null {
  const read = Date.parse(answer.headers.date ?? '')
  return Number.isNaN(read) ? null : read
}

import { ok } from '../../shared/lib/result'
import { jsonLink, type ServerLink, type TextLink } from '../../shared/server/link'
import { HttpExchange, type HttpAnswer, type HttpTarget } from './httpExchange'

/** ms for a request that names no deadline of its own. */
const usualDeadline = 30_000

export interface OpenLink {
  readonly link: ServerLink
  /** For the window, which reads the answers itself. */
  readonly text: TextLink
  readonly exchange: HttpExchange
  close(): void
}

/** The way to one server with one person's credentials, over Node's own HTTP. */
export function openLink(target: HttpTarget): OpenLink {
  const exchange = new HttpExchange(target)
  const text: TextLink = async (request, cancel) => {
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
    return ok({ status: answer.value.status, text: answer.value.body.toString('utf8'), date: dateOf(answer.value) })
  }
  return { link: jsonLink(text), text, exchange, close: () => exchange.close() }
}

function dateOf(answer: HttpAnswer): number | null {
  const read = Date.parse(answer.headers.date ?? '')
  return Number.isNaN(read) ? null : read
}

import { err, ok } from '../../shared/lib/result'
import type { ServerLink } from '../../shared/server/link'
import { HttpExchange, type HttpAnswer, type HttpTarget } from './httpExchange'

/** ms for a request that names no deadline of its own. */
const usualDeadline = 30_000

export interface OpenLink {
  readonly link: ServerLink
  readonly exchange: HttpExchange
  close(): void
}

/** The way to one server with one person's credentials, over Node's own HTTP. */
export function openLink(target: HttpTarget): OpenLink {
  const exchange = new HttpExchange(target)
  const link: ServerLink = async (request, cancel) => {
    const body = request.body === undefined ? undefined : Buffer.from(JSON.stringify(request.body))
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
    const read = readJson(answer.value)
    if (!read.readable && answer.value.status < 400) return err('notJson')
    return ok({ status: answer.value.status, body: read.value, date: dateOf(answer.value) })
  }
  return { link, exchange, close: () => exchange.close() }
}

function readJson(answer: HttpAnswer): { readonly readable: boolean; readonly value: unknown } {
  if (answer.body.length === 0) return { readable: true, value: null }
  try {
    return { readable: true, value: JSON.parse(answer.body.toString('utf8')) as unknown }
  } catch (failure) {
    if (failure instanceof SyntaxError) return { readable: false, value: null }
    throw failure
  }
}

function dateOf(answer: HttpAnswer): number | null {
  const read = Date.parse(answer.headers.date ?? '')
  return Number.isNaN(read) ? null : read
}

import type { ServerLink, ServerRequest } from '../../../shared/server/link'

/** A reply that the test expects to come. */
export async function ask(link: ServerLink, method: ServerRequest['method'], at: string, body?: unknown): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const reply = await link({ method, path: at, deadline: 60_000, ...(body === undefined ? {} : { body }) })
  if (!reply.ok) throw new Error(`No answer to ${method} ${at}: ${reply.error}`)
  return { status: reply.value.status, body: (reply.value.body ?? {}) as Record<string, unknown> }
}

import { err, ok, type Result } from '../lib/result'

/** One request to the server. `path` begins with a slash and is encoded; the address and the credentials are the link's own. */
export interface ServerRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly path: string
  /** Sent as JSON. */
  readonly body?: unknown
  /** ms after which the request is given up, whatever the socket says. */
  readonly deadline?: number
}

export interface ServerReply {
  readonly status: number
  /** The parsed JSON; null where there is none. */
  readonly body: unknown
  /** Epoch ms of the server's `Date` header, to the second; null where it has none. */
  readonly date: number | null
}

/** Why no answer came. Closed: each has its sentence for people. */
export const linkFailures = [
  /** The server's name is not known. */
  'name',
  /** Nothing listens at the address and port. */
  'refused',
  /** The certificate is of an authority that this computer does not know. */
  'certificate',
  /** The certificate is not valid yet or any more, by this computer's clock. */
  'certificateDate',
  /** The certificate is of another name than the address. */
  'certificateName',
  /** The other side does not speak TLS, or speaks only TLS. */
  'protocol',
  /** No answer within the deadline. */
  'timeout',
  /** The connection broke before the whole answer came, or the request was called off. */
  'cut',
  /** Plain HTTP to another computer, which the user has not insisted on. */
  'insecure',
  /** An answer that is not JSON: something else than the server answers there. */
  'notJson',
] as const
export type LinkFailure = (typeof linkFailures)[number]

/** The part of an AbortSignal that a request listens to. */
export interface Cancel {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** The one way to the server; implemented over Node's HTTP by the main process, the command line and the tests alike. */
export type ServerLink = (request: ServerRequest, cancel?: Cancel) => Promise<Result<ServerReply, LinkFailure>>

export interface RawRequest extends Omit<ServerRequest, 'body'> {
  /** JSON. */
  readonly body?: string
}

export interface RawReply extends Omit<ServerReply, 'body'> {
  /** JSON in UTF-8 as it came; empty where there is none. */
  readonly bytes: Uint8Array
}

/** The same way with JSON unread. Between two processes bytes cost little, and thousands of documents are copied member by member. */
export type RawLink = (request: RawRequest, cancel?: Cancel) => Promise<Result<RawReply, LinkFailure>>

export const jsonLink =
  (link: RawLink): ServerLink =>
  async ({ body, ...request }, cancel) => {
    const reply = await link({ ...request, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }, cancel)
    if (!reply.ok) return reply
    const { status, bytes, date } = reply.value
    const read = readJson(bytes)
    if (!read.readable && status < 400) return err('notJson')
    return ok({ status, body: read.value, date })
  }

/** `readable`: whether it was JSON, or nothing at all. */
export function readJson(bytes: Uint8Array): { readonly readable: boolean; readonly value: unknown } {
  if (bytes.length === 0) return { readable: true, value: null }
  try {
    return { readable: true, value: JSON.parse(new TextDecoder().decode(bytes)) as unknown }
  } catch (failure) {
    if (failure instanceof SyntaxError) return { readable: false, value: null }
    throw failure
  }
}

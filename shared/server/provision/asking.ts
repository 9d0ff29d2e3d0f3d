import { canonical } from '../../domain/journal/canonical'
import type { ServerLink, ServerReply, ServerRequest } from '../link'
import { saysLockedOut } from '../refusals'
import type { Change, ProvisionFailure } from './plan'

/** Ends a provisioning with its closed reason; caught in one place, where it becomes the result. */
export class Stop extends Error {
  constructor(readonly failure: ProvisionFailure) {
    super(failure.reason)
  }
}

/** ms for one request of provisioning: a server that opens a hundred databases is slow, not dead. */
const deadline = 60_000
const detailOf = (body: unknown): string => (typeof body === 'object' && body !== null && 'reason' in body ? String(body.reason) : '')
type Document = Record<string, unknown>

/** Reads before it writes, and notes what it wrote. */
export class Asking {
  readonly changes: Change[] = []

  constructor(private readonly link: ServerLink) {}

  /** Statuses other than 2xx and `allowed` stop the provisioning. */
  async ask(method: ServerRequest['method'], path: string, body?: unknown, allowed: readonly number[] = []): Promise<ServerReply> {
    const reply = await this.link({ method, path, deadline, ...(body === undefined ? {} : { body }) })
    if (!reply.ok) throw new Stop({ reason: 'unreachable', failure: reply.error })
    const { status } = reply.value
    if ((status >= 200 && status < 300) || allowed.includes(status)) return reply.value
    if (status === 401) throw new Stop({ reason: 'password' })
    const detail = detailOf(reply.value.body)
    if (status === 403 && saysLockedOut(detail)) throw new Stop({ reason: 'lockout' })
    throw new Stop({ reason: 'refused', path, status, detail })
  }

  async read(path: string): Promise<Document | null> {
    const reply = await this.ask('GET', path, undefined, [404])
    return reply.status === 404 ? null : (reply.body as Document)
  }

  async ensureDatabase(name: string): Promise<void> {
    if ((await this.read(`/${encodeURIComponent(name)}`)) !== null) return
    // 412: another administrator made it in between.
    await this.ask('PUT', `/${encodeURIComponent(name)}`, undefined, [412])
    this.note('database', name)
  }

  /** Puts a document unless the one that is there has the same content. */
  async ensureDocument(path: string, wanted: Document, what: Change['what'], name: string): Promise<void> {
    const present = await this.read(path)
    if (present !== null && canonical(withoutRevision(present)) === canonical(wanted)) return
    await this.ask('PUT', path, present === null ? wanted : { ...wanted, _rev: present['_rev'] })
    this.note(what, name)
  }

  note(what: Change['what'], name: string): void {
    this.changes.push({ what, name })
  }
}

const withoutRevision = ({ _rev, ...rest }: Document): Document => rest

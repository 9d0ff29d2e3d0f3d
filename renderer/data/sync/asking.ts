import type { LinkFailure, ServerLink, ServerReply, ServerRequest } from '../../../shared/server/link'
import { reasonIn, saysLockedOut } from '../../../shared/server/refusals'
import type { StopReason } from '../../application/server/status'

/** The way is broken for now: tried again by itself. */
export class Away extends Error {
  constructor(readonly failure: LinkFailure) {
    super(failure)
  }
}

/** The server answers that it cannot: tried again by itself. */
export class ServerFailing extends Error {
  constructor(readonly status: number) {
    super(String(status))
  }
}

/** It is not the server that was met: to be met anew, at once. */
export class ServerChanged extends Error {}

/** Nothing more without a person. */
export class Stopped extends Error {
  constructor(readonly reason: StopReason) {
    super(reason)
  }
}

/**
 * One request. A lockout stops the engine whatever was asked. Statuses in `allowed` come back to be looked at; of the others 2xx
 * come back, 401 stops the engine, and the rest is the server failing. `latest` is told the server's clock.
 */
export class Asking {
  constructor(
    private readonly link: ServerLink,
    private readonly onDate: (serverNow: number) => void,
  ) {}

  async ask(request: ServerRequest, cancel: AbortSignal, allowed: readonly number[] = []): Promise<ServerReply> {
    const reply = await this.link(request, cancel)
    if (!reply.ok) throw new Away(reply.error)
    const { status, body, date } = reply.value
    if (date !== null) this.onDate(date)
    if (status === 403 && saysLockedOut(reasonIn(body))) throw new Stopped('lockout')
    if ((status >= 200 && status < 300) || allowed.includes(status)) return reply.value
    if (status === 401) throw new Stopped('password')
    throw new ServerFailing(status)
  }
}

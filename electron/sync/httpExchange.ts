import http from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'
import { err, ok, type Result } from '../../shared/lib/result'
import type { Cancel, LinkFailure } from '../../shared/server/link'
import { linkFailureOf } from './failures'
import type { ServerAddress } from './serverAddress'

export interface Credentials {
  readonly user: string
  readonly password: string
}

export interface HttpTarget {
  readonly address: ServerAddress
  readonly credentials: Credentials | null
  /** PEM of the authority that signed the server's certificate, where the system does not know it. */
  readonly ca?: string
}

export interface HttpQuestion {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string | number>>
  readonly body?: Buffer | Readable
  /** ms until the whole answer is here. A socket that is open on one side only never ends by itself. */
  readonly deadline: number
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

/** The most an answer may take, bytes: a batch of large events, or one file. */
const answerLimit = 256 * 1024 * 1024

/** One client of one server: keeps its connections, and closes them. */
export class HttpExchange {
  private readonly agent: http.Agent

  constructor(private readonly target: HttpTarget) {
    const options = { keepAlive: true, maxSockets: 8 }
    this.agent = target.address.secure ? new https.Agent({ ...options, ...(target.ca === undefined ? {} : { ca: target.ca }) }) : new http.Agent(options)
  }

  exchange(question: HttpQuestion, cancel?: Cancel): Promise<Result<HttpAnswer, LinkFailure>> {
    return new Promise((resolve, reject) => {
      if (cancel?.aborted === true) return resolve(err('cut'))
      const { address, credentials } = this.target
      const { request } = address.secure ? https : http
      const asked = request(`${address.url}${question.path}`, {
        method: question.method,
        agent: this.agent,
        headers: { accept: 'application/json', ...question.headers },
        ...(credentials === null ? {} : { auth: `${credentials.user}:${credentials.password}` }),
      })
      let given: LinkFailure | null = null
      const giveUp = (failure: LinkFailure) => {
        given = failure
        asked.destroy()
        finish(err(failure))
      }
      const onCancel = () => giveUp('cut')
      const timer = setTimeout(() => giveUp('timeout'), question.deadline)
      cancel?.addEventListener('abort', onCancel)
      const finish = (result: Result<HttpAnswer, LinkFailure>) => {
        clearTimeout(timer)
        cancel?.removeEventListener('abort', onCancel)
        resolve(result)
      }
      const fail = (failure: unknown) => {
        if (given !== null) return
        const reason = linkFailureOf(failure)
        if (reason !== null) return finish(err(reason))
        clearTimeout(timer)
        reject(failure instanceof Error ? failure : new Error(String(failure)))
      }
      asked.on('error', fail)
      asked.on('response', (response) => {
        const parts: Buffer[] = []
        let size = 0
        response.on('data', (part: Buffer) => {
          size += part.length
          if (size > answerLimit) giveUp('cut')
          else parts.push(part)
        })
        response.on('error', fail)
        response.on('aborted', () => finish(err('cut')))
        response.on('end', () => finish(ok({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })))
      })
      sendBody(asked, question.body, fail)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}

function sendBody(asked: http.ClientRequest, body: Buffer | Readable | undefined, fail: (failure: unknown) => void): void {
  if (body === undefined || Buffer.isBuffer(body)) {
    asked.end(body)
    return
  }
  body.on('error', fail)
  body.pipe(asked)
}

import { err, ok } from '../../../shared/lib/result'
import type { Answer, Argument, CallName } from '../../../shared/ipc/contract'
import { jsonLink, linkFailures, type LinkFailure, type ServerLink } from '../../../shared/server/link'
import type { FileTransfer } from './ports'

/** `call` of renderer/bridge.ts. */
export type Call = <N extends CallName>(name: N, argument: Argument<N>) => Promise<Answer<N>>

const isLinkFailure = (reason: string): reason is LinkFailure => (linkFailures as readonly string[]).includes(reason)

/** The way to the server through the main process, which adds the credentials. */
export function bridgeLink(call: Call): ServerLink {
  let asked = 0
  return jsonLink(async (request, cancel) => {
    const id = `q${asked++}`
    const callOff = () => void call('server.cancel', { id })
    cancel?.addEventListener('abort', callOff)
    try {
      if (cancel?.aborted === true) return err('cut')
      const answer = await call('server.request', { id, ...request })
      if (answer.ok) return ok({ status: answer.value.status, bytes: answer.value.bytes, date: answer.value.date })
      const { reason, message } = answer.error
      if (isLinkFailure(reason)) return err(reason)
      // The connection was closed in between: whoever closed it is about to say so.
      if (reason === 'notOpen') return err('cut')
      throw new Error(`server.request: ${reason}: ${message}`)
    } finally {
      cancel?.removeEventListener('abort', callOff)
    }
  })
}

export function bridgeFiles(call: Call): FileTransfer {
  return {
    upload: async ({ database, sha256, author, role, department, mime }) => {
      const answer = await call('server.sendFile', { database, sha256, author, role, mime, ...(department === undefined ? {} : { department }) })
      if (answer.ok) return answer.value
      if (answer.error.reason === 'notOpen') return 'cut'
      throw new Error(`server.sendFile: ${answer.error.reason}: ${answer.error.message}`)
    },
    fetch: async (database, sha256) => {
      const answer = await call('server.fetchFile', { database, sha256 })
      if (answer.ok) return answer.value
      if (answer.error.reason === 'notOpen') return 'cut'
      throw new Error(`server.fetchFile: ${answer.error.reason}: ${answer.error.message}`)
    },
  }
}

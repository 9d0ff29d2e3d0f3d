import { exec } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { ServerLink } from '../../../shared/server/link'

/** ms that a server may take to be back. */
const patience = 60_000

/**
 * How a real server is restarted: by nobody, unless whoever runs the suite says that it may be. COUCHDB_RESTART is `_restart`, the
 * server's own way, which an administrator's URL is enough for; or a command of the shell, to kill it as a power cut would.
 */
export function restarter(admin: ServerLink): () => Promise<boolean> {
  const how = process.env['COUCHDB_RESTART']
  const answers = async () => {
    const reply = await admin({ method: 'GET', path: '/_up', deadline: 2_000 })
    return reply.ok && reply.value.status === 200
  }
  const wait = async (until: boolean) => {
    for (const from = performance.now(); (await answers()) !== until; await delay(100)) {
      if (performance.now() - from > patience) throw new Error(`The server is not ${until ? 'back' : 'down'}`)
    }
  }
  return async () => {
    if (how === undefined) return false
    if (how === '_restart') {
      await admin({ method: 'POST', path: '/_node/_local/_restart', body: {} })
      await wait(false)
    } else await promisify(exec)(how)
    await wait(true)
    return true
  }
}

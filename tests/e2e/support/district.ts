import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { runRelay, type RunningRelay } from '../../../build/server/relay'
import { storedJobs } from '../../../build/server/storedJobs'
import { startTrialServer } from '../../../build/server/trialServer'
import { readServerAddress } from '../../../electron/sync/serverAddress'
import { openLink } from '../../../electron/sync/serverLink'
import type { ServerLink } from '../../../shared/server/link'
import { newDataFolder, root } from './launch'

/**
 * A server that nobody has set up: the trial one on any free port or, with COUCHDB_URL set, that CouchDB under a prefix of this
 * run's own. What was made there is removed at the end.
 */
export interface DistrictServer {
  /** A real CouchDB. */
  readonly real: boolean
  readonly url: string
  readonly prefix: string
  readonly administrator: { readonly user: string; readonly password: string }
  readonly admin: ServerLink
  /** What the program needs in its environment to work on this server. */
  readonly env: Readonly<Record<string, string>>
  /** Whether this name and password are let in. */
  lets(user: string, password: string): Promise<boolean>
  /** Once set up: on the trial server starts what a CouchDB has of its own. */
  startHops(): Promise<void>
  close(): Promise<void>
}

export async function openDistrictServer(): Promise<DistrictServer> {
  const given = process.env['COUCHDB_URL']
  return given === undefined ? openTrial() : openReal(new URL(given))
}

const as = (url: string, user: string, password: string) => {
  const address = readServerAddress(url, true)
  if (!address.ok) throw new Error(address.error)
  return openLink({ address: address.value, credentials: { user, password } })
}

async function lets(url: string, user: string, password: string): Promise<boolean> {
  const opened = as(url, user, password)
  const reply = await opened.link({ method: 'GET', path: '/_session' })
  opened.close()
  return reply.ok && reply.value.status === 200
}

async function openTrial(): Promise<DistrictServer> {
  const folder = await newDataFolder()
  const password = 'trial-admin'
  const server = await startTrialServer({ folder, adminPassword: password, root })
  const admin = as(server.url, 'admin', password)
  let relays: RunningRelay[] = []
  return {
    real: false,
    url: server.url,
    prefix: '',
    administrator: { user: 'admin', password },
    admin: admin.link,
    env: {},
    lets: (user, word) => lets(server.url, user, word),
    startHops: async () => {
      relays = (await storedJobs(admin.link, 'relay-jobs')).map((job) => runRelay({ ...job, link: as(server.url, job.user, job.password).link }))
    },
    close: async () => {
      await Promise.all(relays.map((relay) => relay.stop()))
      admin.close()
      await server.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function openReal(address: URL): DistrictServer {
  const prefix = `e${randomBytes(3).toString('hex')}-`
  const [user, password] = [decodeURIComponent(address.username), decodeURIComponent(address.password)]
  const url = address.href.replace(`${address.username}:${address.password}@`, '').replace(/\/+$/, '')
  const admin = as(url, user, password)
  const ask = async (method: 'GET' | 'DELETE', path: string): Promise<unknown> => {
    const reply = await admin.link({ method, path })
    if (!reply.ok) throw new Error(reply.error)
    return reply.value.body
  }
  const removeFrom = async (database: string, start: string) => {
    const range = `startkey=${encodeURIComponent(JSON.stringify(start))}&endkey=${encodeURIComponent(JSON.stringify(`${start}\uffff`))}`
    const listed = (await ask('GET', `/${database}/_all_docs?${range}`)) as { readonly rows: readonly { readonly id: string; readonly value: { readonly rev: string } }[] }
    for (const { id, value } of listed.rows) await ask('DELETE', `/${database}/${encodeURIComponent(id)}?rev=${value.rev}`)
  }
  return {
    real: true,
    url,
    prefix,
    administrator: { user, password },
    admin: admin.link,
    env: { OTKLIK_SERVER_PREFIX: prefix },
    lets: (name, word) => lets(url, name, word),
    startHops: () => Promise.resolve(),
    close: async () => {
      await removeFrom('_replicator', `${prefix}relay-`)
      for (const name of (await ask('GET', '/_all_dbs')) as readonly string[]) if (name.startsWith(prefix)) await ask('DELETE', `/${encodeURIComponent(name)}`)
      await removeFrom('_users', `org.couchdb.user:${prefix}`)
      admin.close()
    },
  }
}

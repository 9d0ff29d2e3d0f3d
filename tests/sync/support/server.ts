import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { runRelay, type RunningRelay } from '../../../build/server/relay'
import { storedJobs } from '../../../build/server/storedJobs'
import { startTrialServer, type TrialServer } from '../../../build/server/trialServer'
import { readServerAddress } from '../../../electron/sync/serverAddress'
import { openLink, type OpenLink } from '../../../electron/sync/serverLink'
import type { DepartmentId, PersonId, Role } from '../../../shared/domain/people/roles'
import type { ServerLink } from '../../../shared/server/link'
import { topology, type Topology } from '../../../shared/server/names'
import type { PlannedPerson, ProvisionPlan, Provisioned } from '../../../shared/server/provision/plan'
import { provision } from '../../../shared/server/provision/provision'
import { removeAll, testPrefix } from './leftovers'
import { restarter } from './restart'

export { ask } from './ask'

/**
 * The server the suite runs against: with COUCHDB_URL set, that CouchDB, under a prefix of this run's own; otherwise the trial
 * server. Either way everything made is removed at the end.
 */
export interface TestServer {
  /** A real CouchDB. */
  readonly real: boolean
  /** Without credentials. */
  readonly url: string
  readonly at: Topology
  readonly admin: ServerLink
  /** What `admin` signs in with. */
  readonly administrator: { readonly user: string; readonly password: string }
  /** The name on the server of a person of the tests. */
  name(person: string): PersonId
  /** Signed in as `person`; through `url` when given, such as a wire's. */
  link(person: string, options?: { readonly url?: string; readonly password?: string }): ServerLink
  open(person: string, options?: { readonly url?: string; readonly password?: string }): OpenLink
  plan(departments: readonly DepartmentId[], people?: readonly TestPerson[]): ProvisionPlan
  /** Provisions, and on the trial server starts the relays that a CouchDB has of its own. */
  provision(plan: ProvisionPlan): Promise<Provisioned>
  /** A power cut, where the suite may do that; whether it did. */
  restart(): Promise<boolean>
  /** The second hop is off until `resumeRelays`. */
  pauseRelays(): Promise<void>
  resumeRelays(): Promise<void>
  close(): Promise<void>
}

export interface TestPerson {
  readonly name: string
  readonly roles: readonly (Exclude<Role, 'department'> | { readonly department: DepartmentId })[]
}

export const passwordOf = (person: string): string => `password-of-${person}`

const root = path.resolve(import.meta.dirname, '../../..')

export async function openServer(): Promise<TestServer> {
  const given = process.env['COUCHDB_URL']
  // Without a shared server there is no run to tell from others.
  const run = given === undefined ? '0000' : inject('run')
  const prefix = topology(testPrefix(Date.now(), run, randomBytes(2).toString('hex')))
  if (!prefix.ok) throw new Error(prefix.error)
  return given === undefined ? openTrial(prefix.value) : openReal(prefix.value, new URL(given))
}

async function openReal(at: Topology, address: URL): Promise<TestServer> {
  const url = address.href.replace(`${address.username}:${address.password}@`, '').replace(/\/+$/, '')
  const base = common(at, () => url, { user: decodeURIComponent(address.username), password: decodeURIComponent(address.password) }, '_replicator')
  let last: ProvisionPlan | null = null
  return {
    ...base.server,
    real: true,
    url,
    provision: async (plan) => {
      last = plan
      return base.provision(plan)
    },
    restart: restarter(base.server.admin),
    pauseRelays: async () => void (await removeAll(base.server.admin, '_replicator', (name) => name.startsWith(`${at.prefix}relay-`) && name.includes('~'))),
    resumeRelays: async () => {
      if (last !== null) await base.provision(last)
    },
    close: async () => {
      await removeAll(base.server.admin, '_replicator', (name) => name.startsWith(at.prefix))
      base.closeLinks()
    },
  }
}

async function openTrial(at: Topology): Promise<TestServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'otklik-server-'))
  const trial: TrialServer = await startTrialServer({ folder, adminPassword: 'admin', root })
  const base = common(at, () => trial.url, { user: 'admin', password: 'admin' }, `${at.prefix}relay-jobs`)
  let relays: RunningRelay[] = []
  const stop = async () => {
    const running = relays
    relays = []
    await Promise.all(running.map((relay) => relay.stop()))
  }
  const start = async () => {
    await stop()
    relays = (await base.jobs()).map((job) => runRelay(job))
  }
  return {
    ...base.server,
    real: false,
    url: trial.url,
    provision: async (plan) => {
      const done = await base.provision(plan)
      await start()
      return done
    },
    restart: async () => {
      await trial.kill()
      await trial.start()
      return true
    },
    pauseRelays: stop,
    resumeRelays: start,
    close: async () => {
      await stop()
      base.closeLinks()
      await trial.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function common(at: Topology, url: () => string, administrator: { readonly user: string; readonly password: string }, jobsDatabase: string) {
  const opened: OpenLink[] = []
  const openAs = (user: string, password: string, through = url()) => {
    const address = readServerAddress(through, true)
    if (!address.ok) throw new Error(address.error)
    const link = openLink({ address: address.value, credentials: { user, password } })
    opened.push(link)
    return link
  }
  const admin = openAs(administrator.user, administrator.password).link
  const name = (person: string) => `${at.prefix}${person}` as PersonId
  const open: TestServer['open'] = (person, options) => openAs(name(person), options?.password ?? passwordOf(person), options?.url)
  return {
    server: {
      at,
      admin,
      administrator,
      name,
      open,
      link: ((person, options) => open(person, options).link) satisfies TestServer['link'],
      plan: (departments: readonly DepartmentId[], people: readonly TestPerson[] = []): ProvisionPlan => ({
        at,
        departments,
        people: people.map((person): PlannedPerson => ({ name: name(person.name), roles: person.roles, password: passwordOf(person.name) })),
        self: url(),
        jobs: jobsDatabase,
      }),
    },
    provision: async (plan: ProvisionPlan): Promise<Provisioned> => {
      const done = await provision(admin, plan, () => randomBytes(18).toString('base64url'))
      if (!done.ok) throw new Error(`Not provisioned: ${JSON.stringify(done.error)}`)
      return done.value
    },
    /** The jobs as they stand, each with a link signed in as its user. */
    jobs: async () => (await storedJobs(admin, jobsDatabase)).map((job) => ({ ...job, link: openAs(job.user, job.password).link })),
    closeLinks: () => {
      for (const link of opened) link.close()
    },
  }
}

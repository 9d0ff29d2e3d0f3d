import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { runRelay, type RunningRelay } from '../../../build/server/relay'
import { storedJobs } from '../../../build/server/storedJobs'
import { startTrialServer, type TrialServer } from '../../../build/server/trialServer'
import { readServerAddress } from '../../../electron/sync/serverAddress'
import { openLink, type OpenLink } from '../../../electron/sync/serverLink'
import type { DepartmentId, PersonId, Role } from '../../../shared/domain/people/roles'
import { relayJobs, type RelayJob } from '../../../shared/server/jobs'
import type { ServerLink, ServerRequest } from '../../../shared/server/link'
import { topology, type Topology } from '../../../shared/server/names'
import type { PlannedPerson, ProvisionPlan, Provisioned } from '../../../shared/server/provision/plan'
import { databasesOf, nameOf, provision } from '../../../shared/server/provision/provision'

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
  /** The name on the server of a person of the tests. */
  name(person: string): PersonId
  /** Signed in as `person`; through `url` when given, such as a wire's. */
  link(person: string, options?: { readonly url?: string; readonly password?: string }): ServerLink
  open(person: string, options?: { readonly url?: string; readonly password?: string }): OpenLink
  plan(departments: readonly DepartmentId[], people?: readonly TestPerson[]): ProvisionPlan
  /** Provisions, and on the trial server starts the relays that a CouchDB has of its own. */
  provision(plan: ProvisionPlan): Promise<Provisioned>
  /** A power cut: on a real server, which a suite must not kill, nothing. */
  restart(): Promise<void>
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

/** A reply that the test expects to come. */
export async function ask(link: ServerLink, method: ServerRequest['method'], at: string, body?: unknown): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const reply = await link({ method, path: at, deadline: 60_000, ...(body === undefined ? {} : { body }) })
  if (!reply.ok) throw new Error(`No answer to ${method} ${at}: ${reply.error}`)
  return { status: reply.value.status, body: (reply.value.body ?? {}) as Record<string, unknown> }
}

const root = path.resolve(import.meta.dirname, '../../..')

export async function openServer(): Promise<TestServer> {
  const prefix = topology(`t${randomBytes(4).toString('hex')}-`)
  if (!prefix.ok) throw new Error(prefix.error)
  const given = process.env['COUCHDB_URL']
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
    restart: async () => {},
    pauseRelays: async () => base.removeJobs(),
    resumeRelays: async () => {
      if (last !== null) await base.provision(last)
    },
    close: async () => {
      await base.removeJobs()
      await base.removeRest()
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
  let planned: ProvisionPlan | null = null
  return {
    server: {
      at,
      admin,
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
      planned = plan
      const done = await provision(admin, plan, () => randomBytes(18).toString('base64url'))
      if (!done.ok) throw new Error(`Not provisioned: ${JSON.stringify(done.error)}`)
      return done.value
    },
    /** The jobs as they stand, each with a link signed in as its user. */
    jobs: async () => (await storedJobs(admin, jobsDatabase)).map((job) => ({ ...job, link: openAs(job.user, job.password).link })),
    removeJobs: async () => {
      for (const job of (planned?.departments ?? []).flatMap((department) => relayJobs(at, department, '' as never))) await removeJobsOf(admin, jobsDatabase, job)
    },
    removeRest: async () => {
      if (planned === null) return
      for (const database of databasesOf(planned)) await ask(admin, 'DELETE', `/${encodeURIComponent(nameOf(at, database))}`)
      const users = await ask(admin, 'GET', `/_users/_all_docs?startkey=${range(`org.couchdb.user:${at.prefix}`)}&endkey=${range(`org.couchdb.user:${at.prefix}\uffff`)}`)
      for (const row of users.body['rows'] as readonly { readonly id: string; readonly value: { readonly rev: string } }[]) {
        await ask(admin, 'DELETE', `/_users/${encodeURIComponent(row.id)}?rev=${row.value.rev}`)
      }
    },
    closeLinks: () => {
      for (const link of opened) link.close()
    },
  }
}

const range = (key: string): string => encodeURIComponent(JSON.stringify(key))

async function removeJobsOf(admin: ServerLink, database: string, job: RelayJob): Promise<void> {
  const found = await ask(admin, 'GET', `/${database}/_all_docs?startkey=${range(job.stem)}&endkey=${range(`${job.stem}\uffff`)}`)
  for (const row of found.body['rows'] as readonly { readonly id: string; readonly value: { readonly rev: string } }[]) {
    await ask(admin, 'DELETE', `/${database}/${encodeURIComponent(row.id)}?rev=${row.value.rev}`)
  }
}

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { readServerAddress } from '../../../electron/sync/serverAddress'
import { openLink } from '../../../electron/sync/serverLink'
import { SyncEngine } from '../../../renderer/data/sync/engine'
import { emptyRecord, type ReplicaRow, type SyncRecord } from '../../../renderer/data/sync/ports'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import type { DeviceId } from '../../../shared/domain/journal/ids'
import { chainStart, seal, type StoredEvent } from '../../../shared/domain/journal/seal'
import type { Actor, DepartmentId, PersonId } from '../../../shared/domain/people/roles'
import { instant } from '../../../shared/domain/time/instant'
import type { ServerLink } from '../../../shared/server/link'
import { departmentDatabase, directoryDatabase, journalDatabase, topology, type Topology } from '../../../shared/server/names'
import { relayJobs } from '../../../shared/server/jobs'
import { provision } from '../../../shared/server/provision/provision'
import { bigJournal } from '../../support/bigProfile'
import { runRelay } from '../../../build/server/relay'
import { storedJobs } from '../../../build/server/storedJobs'
import { startTrialServer } from '../../../build/server/trialServer'

const roads = 'roads' as DepartmentId
const password = 'bench-password'
const placedAt = instant(Date.UTC(2026, 10, 24, 3))

interface Server {
  readonly url: string
  readonly user: string
  readonly password: string
  readonly jobs: string
  close(): Promise<void>
}

/** Runs one job of tests/bench/sync/page.ts in a fresh Electron, and tells what it told. */
type InWindow = (job: object) => Promise<Readonly<Record<string, unknown>>>

/** How fast a new computer gets the journal, beside PouchDB and beside the bare download; and an action over two hops. */
export async function main(args: readonly string[], root: string, inWindow: InWindow): Promise<number> {
  const count = Number(args[0] ?? 100_000)
  const at = topology(`bench${randomBytes(3).toString('hex')}-`)
  if (!at.ok) throw new Error(at.error)
  const server = await openServer(at.value, root)
  const as = (user: string, secret = password) => {
    const address = readServerAddress(server.url, true)
    if (!address.ok) throw new Error(address.error)
    return openLink({ address: address.value, credentials: { user, password: secret } })
  }
  const admin = as(server.user, server.password)
  const person = (name: string) => `${at.value.prefix}${name}` as PersonId
  try {
    const plan = { at: at.value, departments: [roads], self: server.url, jobs: server.jobs, people: [{ name: person('operator'), roles: ['operator'] as const, password }, { name: person('head'), roles: [{ department: roads }], password }] }
    const done = await provision(admin.link, plan, () => randomBytes(18).toString('base64url'))
    if (!done.ok) throw new Error(JSON.stringify(done.error))
    const operator: Actor = { person: person('operator'), role: 'operator' }
    const { version } = (await ask(admin.link, 'GET', '/')) as { readonly version?: string }
    console.log(process.env['COUCHDB_URL'] === undefined ? 'Trial server' : `CouchDB ${version}`)
    await twoHops(as, at.value, operator, { person: person('head'), role: 'department', department: roads }, server, admin.link)
    const size = await fill(admin.link, at.value, count)
    console.log(`First pull of ${count} events of ${(size / count / 1024).toFixed(1)} KB on average, in Electron, kept in IndexedDB:`)
    await firstPulls(inWindow, { url: server.url, database: journalDatabase(at.value), at: at.value, user: operator.person, password, count })
    return 0
  } finally {
    await removeAll(admin.link, at.value, server.jobs)
    await server.close()
  }
}

async function firstPulls(inWindow: InWindow, job: { readonly count: number } & Readonly<Record<string, unknown>>): Promise<void> {
  const secondsOf = async (what: 'bare' | 'ours' | 'pouch', batch: number) => {
    const told = await inWindow({ ...job, do: what, batch })
    return { seconds: Number(told['seconds']), screen: Number(told['screen']) }
  }
  const rate = (seconds: number) => `${seconds.toFixed(1).padStart(6)} s  ${String(Math.round(job.count / seconds)).padStart(6)} events/s`
  const limit = (await secondsOf('bare', 1000)).seconds
  console.log(`  the limit: bare _changes, bulk write  ${rate(limit)}`)
  const { seconds, screen } = await secondsOf('ours', 1000)
  console.log(`  the program, checked and folded       ${rate(seconds)}  ${Math.round((limit / seconds) * 100)} % of the limit; the first screenful after ${screen.toFixed(1)} s`)
  for (const batch of [100, 1000]) {
    const pouch = (await secondsOf('pouch', batch)).seconds
    console.log(`  PouchDB, batches of ${String(batch).padEnd(4)}              ${rate(pouch)}  the program is ${(pouch / seconds).toFixed(1)} times as fast`)
  }
  // A machine that others use is not the same from minute to minute: the limit again, after the others.
  const after = (await secondsOf('bare', 1000)).seconds
  console.log(`  the limit once more                   ${rate(after)}  the program reaches ${Math.round((after / seconds) * 100)} % of it`)
}

async function openServer(at: Topology, root: string): Promise<Server> {
  const given = process.env['COUCHDB_URL']
  if (given !== undefined) {
    const url = new URL(given)
    const [user, secret] = [decodeURIComponent(url.username), decodeURIComponent(url.password)]
    url.username = ''
    url.password = ''
    return { url: url.href.replace(/\/+$/, ''), user, password: secret, jobs: '_replicator', close: () => Promise.resolve() }
  }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'otklik-bench-'))
  const trial = await startTrialServer({ folder, adminPassword: 'admin', root })
  const close = async () => {
    await trial.kill()
    await rm(folder, { recursive: true })
  }
  return { url: trial.url, user: 'admin', password: 'admin', jobs: `${at.prefix}relay-jobs`, close }
}

let made = 0
function anEvent(actor: Actor, department?: DepartmentId): StoredEvent {
  made += 1
  return seal(
    { type: 'NoteAdded', payload: {}, personal: { text: `Позвонили заявителю, ждём ответа подрядчика. ${made}` }, ...(department === undefined ? {} : { department }) },
    { caseId: caseIdFor('vk', `bench-${Math.floor(made / 8)}`), at: instant(placedAt + made), actor, device: 'd0123456789abcdef' as DeviceId, deviceSeq: made, prevHash: chainStart, lamport: made, parents: [], salt: `salt-${made}` },
  )
}

async function ask(link: ServerLink, method: 'GET' | 'POST' | 'DELETE', at: string, body?: unknown): Promise<unknown> {
  const reply = await link({ method, path: at, deadline: 300_000, ...(body === undefined ? {} : { body }) })
  if (!reply.ok) throw new Error(`${at}: ${reply.error}`)
  return reply.value.body
}

/** Tells how many characters of JSON that was. */
async function fill(admin: ServerLink, at: Topology, count: number): Promise<number> {
  let size = 0
  let docs: object[] = []
  const send = async () => {
    await ask(admin, 'POST', `/${journalDatabase(at)}/_bulk_docs`, { docs })
    docs = []
  }
  for (const events of bigJournal(count, placedAt)) {
    for (const event of events) size += JSON.stringify(event).length
    docs.push(...events)
    if (docs.length >= 2000) await send()
  }
  await send()
  return size
}

interface Desk {
  readonly rows: ReplicaRow[]
  readonly engine: SyncEngine
  write(event: StoredEvent): void
}

/** The engine over a journal in memory, so that the disk of this machine is not what is measured. */
function openDesk(link: ServerLink, at: Topology, onRows: (desk: Desk) => void): Desk {
  const rows: ReplicaRow[] = []
  const ids = new Set<string>()
  const listeners = new Set<() => void>()
  let record: SyncRecord = emptyRecord
  const store = (events: readonly StoredEvent[]) => {
    const before = rows.length
    for (const event of events) {
      if (ids.has(event._id)) continue
      ids.add(event._id)
      rows.push({ localSeq: rows.length + 1, id: event._id, json: JSON.stringify(event) })
    }
    for (const listener of listeners) listener()
    return { added: rows.length - before, upTo: rows.length }
  }
  const engine = new SyncEngine({
    link,
    at,
    replica: {
      append: async (events) => {
        const stored = await Promise.resolve(store(events))
        onRows(desk)
        return stored
      },
      settled: () => Promise.resolve(),
      after: (localSeq, limit) => Promise.resolve(rows.slice(localSeq, localSeq + limit)),
      onStored: (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      putAside: (document, reason) => Promise.reject(new Error(`${document}: ${reason}`)),
    },
    memory: {
      load: () => Promise.resolve(record),
      save: (next) => {
        record = next
        return Promise.resolve()
      },
    },
    files: { upload: () => Promise.resolve('done'), fetch: () => Promise.resolve('absent') },
    time: { now: Date.now, wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    onFault: (failure) => {
      throw failure
    },
  })
  const desk: Desk = { rows, engine, write: (event) => void store([event]) }
  return desk
}

/** From the operator's write to the department's journal, one action after another. */
async function twoHops(as: (user: string, secret?: string) => { readonly link: ServerLink }, at: Topology, operator: Actor, head: Actor, server: Server, admin: ServerLink): Promise<void> {
  const relays = server.jobs === '_replicator' ? [] : (await storedJobs(admin, server.jobs)).map((job) => runRelay({ ...job, link: as(job.user, job.password).link }))
  let arrived: () => void = () => undefined
  const department = openDesk(as(head.person).link, at, () => arrived())
  const office = openDesk(as(operator.person).link, at, () => undefined)
  department.engine.start()
  office.engine.start()
  const times: number[] = []
  for (let round = 0; round < 60; round++) {
    const came = new Promise<void>((resolve) => (arrived = resolve))
    const from = performance.now()
    office.write(anEvent(operator, roads))
    await came
    // The first ones wait for the office's own first pull and for the jobs to wake.
    if (round >= 10) times.push(performance.now() - from)
  }
  times.sort((a, b) => a - b)
  const part = (share: number) => `${Math.round(times[Math.floor(times.length * share)] ?? 0)} ms`
  console.log(`an action over two hops             p50 ${part(0.5)}, p95 ${part(0.95)}`)
  await Promise.all([department.engine.stop(), office.engine.stop(), ...relays.map((relay) => relay.stop())])
}

async function removeAll(admin: ServerLink, at: Topology, jobs: string): Promise<void> {
  const stems = relayJobs(at, roads, '' as never).map((job) => job.stem)
  await removeRange(admin, `/${jobs}`, stems)
  for (const database of [journalDatabase(at), departmentDatabase(at, roads), directoryDatabase(at)]) await ask(admin, 'DELETE', `/${database}`)
  await removeRange(admin, '/_users', [`org.couchdb.user:${at.prefix}`])
}

async function removeRange(admin: ServerLink, database: string, stems: readonly string[]): Promise<void> {
  const key = (text: string) => encodeURIComponent(JSON.stringify(text))
  for (const stem of stems) {
    const { rows } = (await ask(admin, 'GET', `${database}/_all_docs?startkey=${key(stem)}&endkey=${key(`${stem}\uffff`)}`)) as { rows: { id: string; value: { rev: string } }[] }
    for (const { id, value } of rows) await ask(admin, 'DELETE', `${database}/${encodeURIComponent(id)}?rev=${value.rev}`)
  }
}

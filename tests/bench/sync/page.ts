import { createApplication } from '../../../renderer/app/createApplication'
import { machineChance, machineClock } from '../../../renderer/app/bridgePorts'
import { call } from '../../../renderer/bridge'
import type { Topology } from '../../../shared/server/names'
import { err, ok } from '../../../shared/lib/result'

interface Job {
  readonly do: 'bare' | 'ours' | 'pouch'
  readonly url: string
  readonly database: string
  readonly at: Topology
  readonly user: string
  readonly password: string
  readonly count: number
  /** Rows asked for at a time. */
  readonly batch: number
}

const job = JSON.parse(decodeURIComponent(location.search.slice(1))) as Job
const tell = (what: object) => console.info(`BENCH ${JSON.stringify(what)}`)
const authorization = `Basic ${btoa(`${job.user}:${job.password}`)}`
const enough = (stored: number) => {
  if (stored < job.count) throw new Error(`${stored} of ${job.count}`)
}

/** The limit: download, parse, keep. Nothing is checked and nothing is folded. */
async function bare(): Promise<void> {
  const database = await openBare()
  const from = performance.now()
  let stored = 0
  for (let since = '0'; ; ) {
    const reply = await fetch(`${job.url}/${job.database}/_changes?include_docs=true&limit=${job.batch}&since=${encodeURIComponent(since)}`, { headers: { authorization } })
    const { results, last_seq } = (await reply.json()) as { readonly results: readonly { readonly id: string; readonly doc: unknown }[]; readonly last_seq: string }
    if (results.length === 0) break
    await new Promise<void>((resolve, reject) => {
      const writing = database.transaction('events', 'readwrite', { durability: 'relaxed' })
      for (const { id, doc } of results) writing.objectStore('events').put({ id, json: JSON.stringify(doc) })
      writing.oncomplete = () => resolve()
      writing.onerror = () => reject(new Error(String(writing.error)))
    })
    stored += results.length
    since = last_seq
  }
  enough(stored)
  tell({ seconds: (performance.now() - from) / 1000 })
}

const openBare = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('bare', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('events', { keyPath: 'id' })
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(new Error(String(opening.error)))
  })

/** The program itself, from pressing «Подключиться» on an empty computer. */
async function ours(): Promise<void> {
  const app = await createApplication({
    name: 'otklik',
    clock: machineClock(0),
    chance: machineChance,
    files: { put: () => Promise.resolve(err('')), read: () => Promise.resolve(err('')), erase: () => Promise.resolve(ok(undefined)), eraseAll: () => Promise.resolve(ok(undefined)) },
    call,
    at: job.at,
    onFailure: (failure) => tell({ failure: String(failure) }),
  })
  const from = performance.now()
  const since = () => (performance.now() - from) / 1000
  let screen: number | null = null
  const done = new Promise<void>((resolve) => {
    const look = () => {
      const { phase, lastSuccess } = app.server.status.get()
      if (screen === null && phase.kind === 'working' && (phase.pull?.done ?? 0) > 0) screen = since()
      if (phase.kind === 'working' && phase.pull === null && lastSuccess !== null) resolve()
    }
    app.server.status.subscribe(look)
  })
  const joined = await app.server.join({ address: job.url, user: job.user, password: job.password, remember: false, insistHttp: true }, 'operator')
  if (!joined.ok) throw new Error(JSON.stringify(joined.error))
  await done
  const seconds = since()
  const { events, findings } = await app.checkJournal()
  enough(events)
  tell({ seconds, screen, findings: findings.length })
  await app.close()
}

interface PouchDatabase {
  readonly replicate: { from(source: unknown, options: object): Promise<{ readonly docs_written: number }> }
}

async function pouch(): Promise<void> {
  // @ts-expect-error -- It has no types.
  const { default: PouchDB } = (await import('pouchdb/dist/pouchdb.js')) as { readonly default: new (name: string, options?: object) => PouchDatabase }
  const local = new PouchDB('pouch')
  const remote = new PouchDB(`${job.url}/${job.database}`, { auth: { username: job.user, password: job.password }, skip_setup: true })
  const from = performance.now()
  const { docs_written } = await local.replicate.from(remote, { batch_size: job.batch })
  enough(docs_written)
  tell({ seconds: (performance.now() - from) / 1000 })
}

// Whoever waits outside gives up on a window that says nothing for minutes.
setInterval(() => tell({ alive: true }), 30_000)
void ({ bare, ours, pouch })[job.do]().then(
  () => tell({ done: true }),
  (failure: unknown) => tell({ failure: String(failure instanceof Error ? failure.stack : failure), done: true }),
)

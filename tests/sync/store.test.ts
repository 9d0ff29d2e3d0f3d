import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '../../renderer/data/store'
import { headlineOf, type SyncStatus } from '../../renderer/application/server/status'
import { openSync } from '../../renderer/data/sync'
import type { Call } from '../../renderer/data/sync/bridgeLink'
import { SecretStore } from '../../electron/secrets/secretStore'
import { serverHandlers } from '../../electron/sync/serverHandlers'
import { AttachmentStore } from '../../electron/files/attachments'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { IDBKeyRange } from 'fake-indexeddb'
import type { Actor } from '../../shared/domain/people/roles'
import { provision } from '../../shared/server/provision/provision'
import { roads } from '../support/journal'
import { aComputer } from '../support/profile'
import { sampleEvent } from './support/samples'
import { until } from './support/client'
import { openServer, passwordOf, type TestServer } from './support/server'

let server: TestServer
const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-store-'))
beforeAll(async () => {
  server = await openServer()
  await server.provision(server.plan([roads], [{ name: 'operator', roles: ['operator'] }, { name: 'head', roles: [{ department: roads }] }]))
}, 120_000)
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
}, 120_000)

/** The sample names a file that is on no computer: it is told as unsent, and the events are all there. */
const eventsSent = (sync: { readonly status: { get(): SyncStatus } }) => ['allSent', 'rest'].includes(headlineOf(sync.status.get()).kind)

/** A window's storage and a main process, joined as in the program. */
async function desk(person: string) {
  const computer = aComputer(person)
  const store = await openStore({ name: computer.name, indexedDB: computer.disk, keyRange: IDBKeyRange, clock: computer.clock, chance: computer.chance })
  await store.begin(() => Promise.resolve())
  const vault = { isEncryptionAvailable: () => true, encryptString: (text: string) => Buffer.from(text), decryptString: (kept: Buffer) => kept.toString() }
  const handlers = serverHandlers(new SecretStore(path.join(folder, person), vault), new AttachmentStore(path.join(folder, person, 'files')))
  const call = (async (name: keyof typeof handlers, argument: never) => await handlers[name](argument)) as unknown as Call
  const sync = openSync({ call, replica: store.replica, memory: store.syncMemory, at: server.at, now: Date.now, onFault: (failure) => { throw failure } })
  const opening = { address: server.url, user: server.name(person), password: passwordOf(person), remember: false, insistHttp: false }
  return { store, sync, opening }
}

it('SY60 two windows with their own storage work through the server, and leave it with their journals', async () => {
  const [operator, head] = [await desk('operator'), await desk('head')]
  const who: Actor = { person: server.name('operator'), role: 'operator' }
  const received = sampleEvent('MessageReceived', who, { caseKey: 'desk' })
  const forwarded = sampleEvent('MessageForwarded', who, { caseKey: 'desk', department: roads })
  await operator.store.replica.append([received, forwarded], false)
  expect(await operator.sync.test({ ...operator.opening, password: 'wrong' })).toEqual({ ok: false, error: { reason: 'password' } })
  expect(await operator.sync.test({ ...operator.opening, address: 'couch' })).toMatchObject({ ok: false, error: { reason: 'opening', why: 'malformed' } })
  expect(operator.sync.status.get().phase.kind).toBe('off')
  expect(await operator.sync.connect(operator.opening)).toMatchObject({ ok: true })
  expect(await head.sync.connect(head.opening)).toMatchObject({ ok: true, value: { signedIn: { department: roads } } })
  await until(server, 'the case on the department’s screen', async () => (await head.store.cases.get(received.caseId)) !== undefined)
  const answer = sampleEvent('AnswerSubmitted', { person: server.name('head'), role: 'department', department: roads }, { caseKey: 'desk', department: roads })
  await head.store.replica.append([answer], false)
  await until(server, 'the answer in the operator’s journal', async () => (await operator.store.journal.eventsOf(received.caseId)).some((event) => event._id === answer._id))
  await until(server, 'all sent', () => eventsSent(operator.sync) && eventsSent(head.sync))
  await operator.sync.leave({ forget: true })
  expect(headlineOf(operator.sync.status.get())).toEqual({ kind: 'off' })
  expect(await operator.store.journal.count()).toBe(3)
  await head.sync.leave({ forget: true })
  for (const one of [operator, head]) await one.store.close()
})

it('SY61 an administrator’s work is done with his link and leaves the person’s connection as it was', async () => {
  const { store, sync, opening } = await desk('operator')
  expect(await sync.connect(opening)).toMatchObject({ ok: true })
  const plan = server.plan([roads])
  const done = await sync.asAdministrator(opening, (link) => provision(link, plan, () => 'unused'))
  expect(done).toEqual({ ok: true, value: { ok: false, error: { reason: 'notAdministrator' } } })
  await until(server, 'the person’s own connection again', () => eventsSent(sync))
  await sync.leave({ forget: false })
  await store.close()
})

import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AttachmentStore } from '../../electron/files/attachments'
import { fetchFile, sendFile } from '../../electron/sync/fileTransfer'
import type { HttpExchange } from '../../electron/sync/httpExchange'
import { ok } from '../../shared/lib/result'
import type { Sha256 } from '../../shared/domain/journal/ids'
import type { DepartmentId, PersonId, Role } from '../../shared/domain/people/roles'
import { blobId } from '../../shared/server/blobs'
import { departmentDatabase, journalDatabase } from '../../shared/server/names'
import { headlineOf } from '../../renderer/application/server/status'
import type { FileTransfer } from '../../renderer/data/sync/ports'
import { housing, roads } from '../support/journal'
import { Client, emptyDisk, until } from './support/client'
import { openWire } from './support/proxy'
import { ask, openServer, type TestServer } from './support/server'

let server: TestServer
let folder: string
let stores = 0
const store = () => new AttachmentStore(path.join(folder, String(stores++)))
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') as Sha256

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'otklik-files-'))
  server = await openServer()
  await server.provision(
    server.plan([roads, housing], [
      { name: 'operator', roles: ['operator'] },
      { name: 'operator-two', roles: ['operator'] },
      { name: 'supervisor', roles: ['supervisor'] },
      { name: 'head-roads', roles: [{ department: roads }] },
      { name: 'head-housing', roles: [{ department: housing }] },
    ]),
  )
}, 120_000)
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const roleOf = (person: string): Role => (person.startsWith('head') ? 'department' : person === 'supervisor' ? 'supervisor' : 'operator')
const send = (person: string, files: AttachmentStore, sha256: Sha256, database: string, department?: DepartmentId, url?: string) =>
  sendFile(server.open(person, url === undefined ? {} : { url }).exchange, files, {
    database, sha256, author: server.name(person), role: roleOf(person), mime: 'image/jpeg', ...(department === undefined ? {} : { department }),
  })
const arrived = async (database: string, id: string) => (await ask(server.admin, 'GET', `/${database}/${encodeURIComponent(id)}`)).status === 200

describe('attached files', () => {
  it('SY40 twenty megabytes go up whole, over the second hop, and come down with their hash; one byte more does not', async () => {
    const [sender, receiver] = [store(), store()]
    const bytes = randomBytes(20 * 1024 * 1024)
    await sender.put('measures.jpg', bytes)
    const sha256 = hashOf(bytes)
    const [journal, own] = [journalDatabase(server.at), departmentDatabase(server.at, roads)]
    expect(await send('head-roads', sender, sha256, own, roads)).toBe('done')
    expect(await send('head-roads', sender, sha256, own, roads)).toBe('there')
    await until(server, 'the second hop', () => arrived(journal, blobId(sha256, server.name('head-roads'), roads)))
    expect(await fetchFile(server.open('operator').exchange, receiver, journal, sha256)).toBe('done')
    expect(await fetchFile(server.open('operator').exchange, receiver, journal, sha256)).toBe('there')
    const read = await receiver.read(sha256)
    expect(read.ok && hashOf(read.value)).toBe(sha256)
    const tooLarge = { put: sender.put.bind(sender), has: () => Promise.resolve(true), read: () => Promise.resolve({ ok: true, value: randomBytes(20 * 1024 * 1024 + 1) } as const) }
    expect(await sendFile(server.open('operator').exchange, tooLarge, { database: journal, sha256: '1'.repeat(64) as Sha256, author: server.name('operator'), role: 'operator', mime: 'image/jpeg' })).toBe('tooLarge')
  })

  it('SY41 a file goes to its department and to no other', async () => {
    const files = store()
    const bytes = randomBytes(3000)
    await files.put('a', bytes)
    const sha256 = hashOf(bytes)
    expect(await send('operator', files, sha256, journalDatabase(server.at), roads)).toBe('done')
    await until(server, 'the department has it', () => arrived(departmentDatabase(server.at, roads), blobId(sha256, server.name('operator'), roads)))
    expect(await fetchFile(server.open('head-roads').exchange, store(), departmentDatabase(server.at, roads), sha256)).toBe('done')
    expect(await fetchFile(server.open('head-housing').exchange, store(), departmentDatabase(server.at, housing), sha256)).toBe('absent')
    expect(['forbidden', 'password']).toContain(await fetchFile(server.open('head-housing').exchange, store(), departmentDatabase(server.at, roads), sha256))
  })

  it('SY42 files under another’s name, for another’s department or by who writes nothing are refused', async () => {
    const files = store()
    const bytes = randomBytes(100)
    await files.put('a', bytes)
    const sha256 = hashOf(bytes)
    const as = (person: string, change: Partial<{ author: PersonId; role: Role; department: DepartmentId }>, database: string) =>
      sendFile(server.open(person).exchange, files, { database, sha256, author: server.name(person), role: roleOf(person), mime: 'image/png', ...change })
    const [journal, own] = [journalDatabase(server.at), departmentDatabase(server.at, roads)]
    expect(await as('operator', { author: 'somebody' as PersonId }, journal)).toBe('forbidden')
    expect(await as('supervisor', {}, journal)).toBe('forbidden')
    expect(await as('head-roads', { department: housing }, own)).toBe('forbidden')
    expect(await as('head-roads', {}, own)).toBe('forbidden')
    expect(await as('head-roads', { department: roads, role: 'operator' }, own)).toBe('forbidden')
    const bare = await ask(server.link('operator'), 'PUT', `/${journal}/${encodeURIComponent(blobId(sha256, server.name('operator'), undefined))}`, { author: server.name('operator'), role: 'operator', mime: 'image/png', size: 100 })
    expect(bare.status).toBe(403)
  })

  it('SY43 other bytes than the hash says are not stored', async () => {
    const operator = server.open('operator')
    const liar = { put: () => Promise.reject(new Error('not asked')), has: () => Promise.resolve(false), read: () => Promise.resolve({ ok: true, value: Buffer.from('other bytes') } as const) }
    const sha256 = hashOf(Buffer.from('the true bytes'))
    expect(await sendFile(operator.exchange, liar, { database: journalDatabase(server.at), sha256, author: server.name('operator'), role: 'operator', mime: 'text/plain' })).toBe('done')
    const files = store()
    expect(await fetchFile(server.open('supervisor').exchange, files, journalDatabase(server.at), sha256)).toBe('damaged')
    expect(await files.has(sha256)).toBe(false)
  })

  it('SY44 the queue of uploads survives a broken wire and the end of the program', async () => {
    const files = store()
    const bytes = randomBytes(400_000)
    await files.put('a', bytes)
    const sha256 = hashOf(bytes)
    const wire = await openWire(server.url)
    const disk = emptyDisk()
    const transfer: FileTransfer = {
      upload: (upload) => send('head-roads', files, upload.sha256, upload.database, upload.department, wire.url),
      fetch: () => Promise.resolve('absent'),
    }
    const open = () => new Client({ server, actor: { person: server.name('head-roads'), role: 'department', department: roads }, link: server.link('head-roads'), disk, files: transfer })
    const first = open()
    wire.set('refuse')
    first.write('AnswerSubmitted', { personal: { text: 'Засыпали', attachments: [{ kind: 'photo', name: 'яма.jpg', sha256, size: bytes.length, mime: 'image/jpeg' }] } })
    first.start()
    await until(server, 'the event sent and its file waiting', () => disk.record.uploads.length === 1)
    await first.kill()
    wire.set('pass')
    const second = open()
    second.start()
    await until(server, 'the file sent', () => disk.record.uploads.length === 0)
    expect(await arrived(departmentDatabase(server.at, roads), blobId(sha256, server.name('head-roads'), roads))).toBe(true)
    await until(server, 'all sent', () => headlineOf(second.status).kind === 'allSent')
    await second.kill()
    await wire.close()
  })

  /** A computer: its own disk for files, and the engine with the real way of a file. */
  const workplace = (person: string, files: AttachmentStore, department?: DepartmentId) => {
    const opened = server.open(person)
    const transfer: FileTransfer = {
      upload: (upload) => send(person, files, upload.sha256, upload.database, upload.department),
      fetch: (database, sha256) => fetchFile(opened.exchange, files, database, sha256),
    }
    const actor = department === undefined ? { person: server.name(person), role: 'operator' as const } : { person: server.name(person), role: 'department' as const, department }
    return new Client({ server, actor, link: opened.link, files: transfer })
  }
  const screenshot = (sha256: Sha256, size: number) => ({ text: 'Яма', attachments: [{ kind: 'photo', name: 'яма.jpg', sha256, size, mime: 'image/jpeg' }] })

  it('SY45 a file of a message taken in at another computer reaches the department from the one that forwards it', async () => {
    const [takesIn, forwards] = [store(), store()]
    const bytes = randomBytes(3000)
    const sha256 = hashOf(bytes)
    await takesIn.put('a', bytes)
    const [first, second] = [workplace('operator', takesIn), workplace('operator-two', forwards)]
    // Forwarded before the file is on the server: there is nothing to fetch yet.
    second.start()
    second.write('MessageForwarded', { department: roads, personal: screenshot(sha256, bytes.length) })
    await until(server, 'the forwarding sent', () => second.status.uploads === 1)
    first.write('MessageReceived', { personal: { ...screenshot(sha256, bytes.length), author: {} } })
    first.start()
    await until(server, 'the file in the department', () => arrived(departmentDatabase(server.at, roads), blobId(sha256, server.name('operator-two'), roads)))
    await until(server, 'all sent', () => headlineOf(second.status).kind === 'allSent')
    const head = store()
    expect(await fetchFile(server.open('head-roads').exchange, head, departmentDatabase(server.at, roads), sha256)).toBe('done')
    await Promise.all([first.kill(), second.kill()])
  })

  it('SY45 bytes that this computer’s disk has damaged are fetched anew, and sent', async () => {
    const files = store()
    const bytes = randomBytes(3000)
    const sha256 = hashOf(bytes)
    await files.put('a', bytes)
    expect(await send('operator', files, sha256, journalDatabase(server.at))).toBe('done')
    await writeFile(files.pathOf(sha256), 'other bytes')
    const forwards = workplace('operator', files)
    forwards.start()
    forwards.write('MessageForwarded', { department: roads, personal: screenshot(sha256, bytes.length) })
    await until(server, 'the file in the department', () => arrived(departmentDatabase(server.at, roads), blobId(sha256, server.name('operator'), roads)))
    expect((await files.read(sha256)).ok).toBe(true)
    await forwards.kill()
  })

  it('SY46 a file that a proxy will not let through is kept, shown and offered again; a lockout stops the engine', async () => {
    const files = store()
    const bytes = randomBytes(3000)
    const sha256 = hashOf(bytes)
    await files.put('a', bytes)
    let stands: { readonly status: number; readonly body: object } | null = { status: 413, body: { error: 'too_large' } }
    const opened = server.open('operator')
    const gate: Pick<HttpExchange, 'exchange'> = {
      exchange: (request) =>
        stands !== null && request.method === 'PUT'
          ? Promise.resolve(ok({ status: stands.status, headers: {}, body: Buffer.from(JSON.stringify(stands.body)) }))
          : opened.exchange.exchange(request),
    }
    const transfer: FileTransfer = {
      upload: ({ department, mime, database, author, role }) => sendFile(gate, files, { sha256, mime, database, author, role, ...(department === undefined ? {} : { department }) }),
      fetch: () => Promise.resolve('absent'),
    }
    const disk = emptyDisk()
    const client = () => new Client({ server, actor: { person: server.name('operator'), role: 'operator' }, link: opened.link, files: transfer, disk })
    const first = client()
    first.start()
    const event = first.write('MessageForwarded', { department: roads, personal: screenshot(sha256, bytes.length) })
    await until(server, 'the refusal shown', () => first.status.refusedFiles.length === 1)
    expect(first.status.refusedFiles).toMatchObject([{ sha256, event: event._id, code: 'tooLarge' }])
    expect(headlineOf(first.status)).toEqual({ kind: 'refused', events: 0, files: 1 })
    await first.kill()

    const second = client()
    second.start()
    await until(server, 'the refusal shown again', () => second.status.refusedFiles.length === 1)
    stands = { status: 403, body: { error: 'forbidden', reason: 'Account is temporarily locked due to multiple authentication failures.' } }
    await second.engine.offerRefused()
    await until(server, 'the stop', () => second.status.phase.kind === 'stopped')
    expect(second.status).toMatchObject({ phase: { reason: 'lockout' }, uploads: 1, refusedFiles: [] })

    stands = null
    second.start()
    await until(server, 'the file in the department', () => arrived(departmentDatabase(server.at, roads), blobId(sha256, server.name('operator'), roads)))
    await until(server, 'all sent', () => headlineOf(second.status).kind === 'allSent')
    await second.kill()
  })
})

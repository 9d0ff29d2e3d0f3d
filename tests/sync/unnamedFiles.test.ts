import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AttachmentStore } from '../../electron/files/attachments'
import { sendFile } from '../../electron/sync/fileTransfer'
import type { Sha256 } from '../../shared/domain/journal/ids'
import { journalDatabase } from '../../shared/server/names'
import { unnamedFiles } from '../../shared/server/unnamedFiles'
import { roads } from '../support/journal'
import { sampleEvent } from './support/samples'
import { ask, openServer, type TestServer } from './support/server'

let server: TestServer
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'otklik-unnamed-'))
  server = await openServer()
  await server.provision(server.plan([roads], [{ name: 'operator', roles: ['operator'] }]))
}, 120_000)
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

it('SY34 a file that no event names is found; one that only an event unknown here names is somebody’s', async () => {
  const files = new AttachmentStore(folder)
  const upload = async () => {
    const bytes = randomBytes(500)
    await files.put('a', bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256
    expect(await sendFile(server.open('operator').exchange, files, { database: journalDatabase(server.at), sha256, author: server.name('operator'), role: 'operator', mime: 'image/jpeg' })).toBe('done')
    return sha256
  }
  const [nobodys, known, others] = [await upload(), await upload(), await upload()]
  const event = sampleEvent('MessageReceived', { person: server.name('operator'), role: 'operator' }, { personal: { text: 'Яма', author: {}, attachments: [{ kind: 'photo', sha256: others }] } })
  expect((await ask(server.link('operator'), 'POST', `/${journalDatabase(server.at)}/_bulk_docs`, { docs: [event] })).status).toBe(201)

  const here = { has: () => false, names: (file: Sha256) => file === known }
  expect(await unnamedFiles(server.admin, server.at, [roads], here)).toEqual({ ok: true, value: [nobodys] })
  expect(await unnamedFiles(server.admin, server.at, [roads], { ...here, has: (id) => id === event._id })).toMatchObject({ ok: true, value: expect.arrayContaining([nobodys, others]) as unknown })
  expect(await unnamedFiles(server.link('operator'), server.at, [roads], here)).toEqual({ ok: false, error: 'notAdministrator' })
})

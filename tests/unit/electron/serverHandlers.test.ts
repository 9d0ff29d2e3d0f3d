import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AttachmentStore } from '../../../electron/files/attachments'
import { SecretStore } from '../../../electron/secrets/secretStore'
import { serverHandlers } from '../../../electron/sync/serverHandlers'

const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-handlers-'))
const noKeyring = { isEncryptionAvailable: () => false, encryptString: () => Buffer.from(''), decryptString: () => '' }
let authorization: string | undefined
const listener = http.createServer((question, answer) => {
  authorization = question.headers.authorization
  answer.writeHead(200, { 'content-type': 'application/json' }).end('{}')
})
beforeAll(() => new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  listener.close()
  rmSync(folder, { recursive: true, force: true })
})

it('a password that is not remembered is good for as long as its connection is open, for its own user alone', async () => {
  const handlers = serverHandlers(new SecretStore(folder, noKeyring), new AttachmentStore(path.join(folder, 'files')))
  const opening = { address: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`, user: 'operator', remember: true, insistHttp: false }
  const reason = async (change: object = {}) => {
    const answer = await handlers['server.open']({ ...opening, ...change })
    return answer.ok ? answer.value : answer.error.reason
  }
  expect(await reason()).toBe('noPassword')
  expect(await reason({ password: 'secret' })).toEqual({ remembered: false })
  expect(await reason()).toEqual({ remembered: false })
  await handlers['server.request']({ id: 'q', method: 'GET', path: '/' })
  expect(authorization).toBe(`Basic ${Buffer.from('operator:secret').toString('base64')}`)
  expect(await reason({ user: 'another' })).toBe('noPassword')
  await handlers['server.close']({ forget: false })
  expect(await reason()).toBe('noPassword')
})

it('SY67 a password that could not be deleted is deleted when it is asked for again, though the connection is closed', async () => {
  const secrets = new SecretStore(folder, noKeyring)
  const asked: string[] = []
  Object.assign(secrets, { delete: (name: string) => Promise.resolve(asked.push(name) === 1 ? { ok: false, error: { code: 'EACCES' } } : { ok: true, value: undefined }) })
  const handlers = serverHandlers(secrets, new AttachmentStore(path.join(folder, 'files')))
  await handlers['server.open']({ address: 'http://127.0.0.1:5984', user: 'operator', password: 'secret', remember: true, insistHttp: false })
  expect(await handlers['server.close']({ forget: true })).toMatchObject({ ok: false, error: { reason: 'cannotWrite' } })
  expect(await handlers['server.close']({ forget: true })).toEqual({ ok: true, value: undefined })
  expect(await handlers['server.close']({ forget: true })).toEqual({ ok: true, value: undefined })
  expect(asked).toEqual([expect.stringContaining('operator'), asked[0]])
})

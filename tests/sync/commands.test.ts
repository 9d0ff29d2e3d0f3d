import http from 'node:http'
import type net from 'node:net'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { main as provisionCommand } from '../../build/server/provisionCommand'
import { main as trialCommand } from '../../build/server/trialCommand'
import { roads } from '../support/journal'
import { ask, openServer, type TestServer } from './support/server'

const root = path.resolve(import.meta.dirname, '../..')
let folder: string
let said: string[]
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-commands-'))
  said = []
  for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockImplementation((text: unknown) => void said.push(String(text)))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})
const outcome = async (command: Promise<number>) => {
  const code = await command
  const text = said.splice(0).join('\n')
  return { code, text }
}

describe('npm run provision', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer()
  }, 120_000)
  afterAll(() => server.close(), 120_000)

  const run = (more: readonly string[] = [], plan: object = { departments: [{ id: 'roads' }] }) => {
    const file = path.join(folder, 'plan.json')
    writeFileSync(file, JSON.stringify(plan))
    vi.stubEnv('COUCHDB_PASSWORD', server.administrator.password)
    return outcome(provisionCommand(['--url', server.url, '--user', server.administrator.user, '--departments', file, '--prefix', server.at.prefix, '--insist-http', ...more]))
  }

  it('SY1 says what it would change, changes it, and finds nothing more to change', async () => {
    const plan = { departments: [{ id: 'roads' }], people: [{ name: server.name('clerk'), roles: ['operator'] }] }
    const checked = await run(['--check'], plan)
    expect([checked.code, checked.text]).toEqual([0, expect.stringContaining(`создана база ${server.at.prefix}journal`)])
    const done = await run([], plan)
    expect(done.code).toBe(0)
    const password = new RegExp(`${server.name('clerk')}  (\\S{24})`).exec(done.text)?.[1] ?? ''
    expect((await server.link('clerk', { password })({ method: 'GET', path: `/${server.at.prefix}journal` })).ok).toBe(true)
    expect(await run([], plan)).toEqual({ code: 0, text: 'Сервер уже настроен, менять нечего.' })
    expect(await run(['--check'], plan)).toEqual({ code: 0, text: 'Сервер настроен, менять нечего.' })
  })

  it('SY9 keeps serving a structure that the file does not name', async () => {
    await run([], { departments: [{ id: 'schools' }] })
    const { body } = await ask(server.admin, 'GET', `/${server.at.prefix}directory/_security`)
    expect((body['members'] as { readonly roles: readonly string[] }).roles).toEqual(expect.arrayContaining([`${server.at.prefix}dept-roads`, `${server.at.prefix}dept-schools`]))
    expect(await run([], { departments: [{ id: roads }] })).toMatchObject({ code: 0, text: 'Сервер уже настроен, менять нечего.' })
  })

  it('SY3 says in Russian what is wrong and what to do', async () => {
    const code = async (args: readonly string[]) => await outcome(provisionCommand(args))
    expect(await code(['--help'])).toMatchObject({ code: 0, text: expect.stringContaining('--departments') as unknown })
    expect(await code([])).toMatchObject({ code: 2, text: expect.stringContaining('Нужны --url и --departments') as unknown })
    expect(await code(['--urll', 'x'])).toMatchObject({ code: 2, text: expect.stringContaining('Не понимаю команду') as unknown })
    expect(await run(['--departments', path.join(folder, 'gone.json')])).toMatchObject({ code: 2, text: expect.stringContaining('gone.json нет') as unknown })
    expect(await run([], { departments: [{ id: 'Дороги' }] })).toMatchObject({ code: 2, text: expect.stringContaining('departments.0.id') as unknown })
    expect(await run(['--ca', path.join(root, 'package.json')])).toMatchObject({ code: 2, text: expect.stringContaining('не сертификат') as unknown })
    expect(await run(['--url', 'http://127.0.0.1:1'])).toMatchObject({ code: 1, text: expect.stringContaining('никто не отвечает') as unknown })
    vi.stubEnv('COUCHDB_PASSWORD', 'wrong')
    const file = path.join(folder, 'plan.json')
    // A stranger's name: five wrong passwords would lock the administrator out.
    expect(await code(['--url', server.url, '--user', 'nobody-here', '--departments', file, '--insist-http'])).toMatchObject({ code: 1, text: expect.stringContaining('не принял имя или пароль') as unknown })
  })
})

describe('npm run server', () => {
  it('SY57 serves what it served before, says who can sign in, and is told from itself and from others on its port', async () => {
    let stop = () => {}
    const started = () => trialCommand(['--port', '0', '--folder', path.join(folder, 'data')], root, new Promise<void>((resolve) => (stop = resolve)))
    const until = async (words: string) => {
      for (;;) {
        const found = said.join('\n')
        if (found.includes(words)) return found
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    const first = started()
    const text = await until('Остановить')
    const url = /http:\/\/127\.0\.0\.1:(\d+)/.exec(text)
    for (const name of ['operator ', 'supervisor ', 'administrator ', 'head-roads ', 'admin ']) expect(text).toMatch(new RegExp(`${name}\\s+пароль \\S+`))
    said = []
    expect(await outcome(trialCommand(['--port', url?.[1] ?? ''], root))).toMatchObject({ code: 0, text: expect.stringContaining('уже запущен') as unknown })
    stop()
    expect(await first).toBe(0)
    said = []

    const again = started()
    await until('Остановить')
    stop()
    expect(await again).toBe(0)
    said = []

    const other = http.createServer((_, response) => response.end('{"couchdb":"Welcome","version":"3.5.0"}'))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as net.AddressInfo
    expect(await outcome(trialCommand(['--port', String(port), '--folder', path.join(folder, 'other')], root))).toMatchObject({ code: 1, text: expect.stringContaining(`Порт ${port} занят`) as unknown })
    other.closeAllConnections()
    await new Promise((resolve) => other.close(resolve))
    expect(await outcome(trialCommand(['--port', 'x'], root))).toMatchObject({ code: 2 })
    expect(await outcome(trialCommand(['--help'], root))).toMatchObject({ code: 0 })
  }, 120_000)
})

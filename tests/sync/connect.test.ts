import http from 'node:http'
import https from 'node:https'
import type net from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkFailureOf } from '../../electron/sync/failures'
import { openLink } from '../../electron/sync/serverLink'
import { readServerAddress } from '../../electron/sync/serverAddress'
import type { ConnectFailure } from '../../renderer/application/server/desk'
import { testConnection } from '../../renderer/data/sync/connect'
import { directoryDatabase } from '../../shared/server/names'
import { markId } from '../../shared/server/provision/mark'
import type { ServerLink } from '../../shared/server/link'
import { housing, roads } from '../support/journal'
import { selfSigned } from './support/certificate'
import { openWire } from './support/proxy'
import { ask, openServer, passwordOf, type TestServer } from './support/server'

let server: TestServer
beforeAll(async () => {
  server = await openServer()
  await server.provision(
    server.plan([roads, housing], [
      { name: 'operator', roles: ['operator'] },
      { name: 'both', roles: ['administrator', 'operator'] },
      { name: 'head', roles: [{ department: roads }] },
      // Five wrong passwords would lock out whoever is needed afterwards.
      { name: 'renewed', roles: ['operator'] },
      { name: 'nobody', roles: [] },
    ]),
  )
}, 120_000)
afterAll(() => server.close(), 120_000)

const never = new AbortController().signal
const tryWith = (link: ServerLink, now = Date.now) => testConnection(link, server.at, now, never)
const refused = async (link: ServerLink): Promise<ConnectFailure | 'connected'> => {
  const tried = await tryWith(link)
  return tried.ok ? 'connected' : tried.error
}
const to = (url: string, more: { readonly ca?: string; readonly user?: string; readonly deadline?: number } = {}): ServerLink => {
  const address = readServerAddress(url, true)
  if (!address.ok) throw new Error(address.error)
  const { link } = openLink({ address: address.value, credentials: { user: server.name(more.user ?? 'operator'), password: passwordOf(more.user ?? 'operator') }, ...(more.ca === undefined ? {} : { ca: more.ca }) })
  return (request, cancel) => link({ ...request, deadline: more.deadline ?? 3_000 }, cancel)
}

async function listen(made: http.Server | https.Server): Promise<{ readonly port: number; close(): Promise<void> }> {
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  return { port: (made.address() as net.AddressInfo).port, close: () => new Promise((resolve) => made.close(() => resolve()) && made.closeAllConnections()) }
}

describe('connecting', () => {
  it('SY50 tells who is signed in, and where his events are', async () => {
    const operator = await tryWith(server.link('operator'))
    expect(operator).toMatchObject({ ok: true, value: { standing: { kind: 'office', roles: ['operator'] }, database: `${server.at.prefix}journal` } })
    expect(await tryWith(server.link('both'))).toMatchObject({ ok: true, value: { standing: { roles: ['operator', 'administrator'] } } })
    expect(await tryWith(server.link('head'))).toMatchObject({ ok: true, value: { signedIn: { department: roads }, database: `${server.at.prefix}dept-roads` } })
  })

  it('SY51 a wrong password, no role, a server of nobody', async () => {
    expect(await refused(server.link('operator', { password: 'wrong' }))).toEqual({ reason: 'password' })
    expect(await refused(server.link('nobody'))).toEqual({ reason: 'wrongRole' })
    const elsewhere = await testConnection(server.link('operator'), { prefix: 'never-provisioned-' }, Date.now, never)
    expect(elsewhere).toEqual({ ok: false, error: { reason: 'notProvisioned' } })
  })

  it('SY51 a password that is changed between two questions is no missing role', async () => {
    const good = server.link('renewed')
    const changed = server.link('renewed', { password: 'changed-meanwhile' })
    let asked = 0
    // The greeting and the session are answered under the old password, as CouchDB does until it has read of the new one.
    expect(await refused((request, cancel) => (asked++ < 2 ? good : changed)(request, cancel))).toEqual({ reason: 'password' })
    asked = 0
    expect(await refused((request, cancel) => (asked++ < 4 ? good : changed)(request, cancel))).toEqual({ reason: 'password' })
  })

  it('SY52 a name, a port, silence, something else, a server that fails', async () => {
    expect(await refused(to('http://name-of-no-server.invalid'))).toEqual({ reason: 'unreachable', failure: 'name' })
    const gone = await listen(http.createServer())
    await gone.close()
    expect(await refused(to(`http://127.0.0.1:${gone.port}`))).toEqual({ reason: 'unreachable', failure: 'refused' })
    const wire = await openWire(server.url)
    wire.set('silent')
    expect(await refused(to(wire.url, { deadline: 300 }))).toEqual({ reason: 'unreachable', failure: 'timeout' })
    await wire.close()
    const answering = async (status: number, text: string, type = 'application/json') => {
      const made = await listen(http.createServer((_, response) => response.writeHead(status, { 'content-type': type }).end(text)))
      const outcome = await refused(to(`http://127.0.0.1:${made.port}`))
      await made.close()
      return outcome
    }
    expect(await answering(200, '<html>', 'text/html')).toEqual({ reason: 'unreachable', failure: 'notJson' })
    expect(await answering(200, '{"hello":"world"}')).toEqual({ reason: 'notCouchDb' })
    expect(await answering(200, '{"couchdb":"Welcome","version":"2.3.1"}')).toEqual({ reason: 'serverTooOld' })
    expect(await answering(502, '<html>')).toEqual({ reason: 'serverFailing', status: 502 })
    expect(await answering(403, '{"error":"forbidden","reason":"Account is temporarily locked due to multiple authentication failures"}')).toEqual({ reason: 'lockout' })
  })

  it('SY53 a certificate of nobody is refused, with the office’s authority it is taken; TLS where there is none is told', async () => {
    const { key, certificate: ca } = selfSigned('localhost')
    const secure = await listen(https.createServer({ key, cert: ca }, (question, response) => question.pipe(http.request(`${server.url}${question.url ?? ''}`, { method: question.method, headers: { ...question.headers, host: new URL(server.url).host } }, (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 500, answer.headers))))))
    expect(await refused(to(`https://localhost:${secure.port}`))).toEqual({ reason: 'unreachable', failure: 'certificate' })
    expect(await refused(to(`https://localhost:${secure.port}`, { ca }))).toBe('connected')
    expect(await refused(to(`https://127.0.0.1:${secure.port}`, { ca }))).toEqual({ reason: 'unreachable', failure: 'certificateName' })
    expect(linkFailureOf(Object.assign(new Error(), { code: 'CERT_HAS_EXPIRED' }))).toBe('certificateDate')
    const plain = await listen(http.createServer((_, response) => response.end('{}')))
    expect(await refused(to(`https://127.0.0.1:${plain.port}`))).toEqual({ reason: 'unreachable', failure: 'protocol' })
    await plain.close()
    await secure.close()
  })

  it('SY54 an address is held to what it may be', () => {
    const reason = (text: string, insist = false) => {
      const read = readServerAddress(text, insist)
      return read.ok ? read.value.url : read.error
    }
    expect(reason('https://couch.district.ru:6984/')).toBe('https://couch.district.ru:6984')
    expect(reason('http://127.0.0.1:5984')).toBe('http://127.0.0.1:5984')
    expect(reason('http://localhost:5984/couch/')).toBe('http://localhost:5984/couch')
    expect(reason('http://couch.district.ru:5984')).toBe('insecure')
    expect(reason('http://127.0.0.1.example.ru')).toBe('insecure')
    expect(reason('http://couch.district.ru:5984', true)).toBe('http://couch.district.ru:5984')
    expect(reason('https://admin:secret@couch.district.ru')).toBe('credentials')
    for (const wrong of ['', 'couch', 'ftp://couch.ru', 'https://couch.ru/?a=1']) expect(reason(wrong)).toBe('malformed')
  })

  it('SY55 a clock far off is told by the server’s own', async () => {
    const tried = await tryWith(server.link('operator'), () => Date.now() + 3_600_000)
    expect(tried.ok && Math.round((tried.value.clockAhead ?? 0) / 60_000)).toBe(60)
  })

  it('SY56 a server of another program’s time is told from ours', async () => {
    const mark = `/${directoryDatabase(server.at)}/${markId}`
    const { body } = await ask(server.admin, 'GET', mark)
    const put = async (schema: number) => {
      const { _rev } = (await ask(server.admin, 'GET', mark)).body
      await ask(server.admin, 'PUT', mark, { ...body, _rev, schema })
    }
    await put(Number(body['schema']) + 1)
    expect(await refused(server.link('operator'))).toEqual({ reason: 'programTooOld' })
    await put(0.5)
    expect(await refused(server.link('operator'))).toEqual({ reason: 'notProvisioned' })
    await put(Number(body['schema']))
    expect(await refused(server.link('operator'))).toBe('connected')
  })
})

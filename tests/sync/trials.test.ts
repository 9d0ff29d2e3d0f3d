import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { eventTypes } from '../../shared/domain/journal/event'
import type { Actor } from '../../shared/domain/people/roles'
import type { ServerLink } from '../../shared/server/link'
import { departmentDatabase, journalDatabase } from '../../shared/server/names'
import { headlineOf } from '../../renderer/application/server/status'
import { housing, roads } from '../support/journal'
import { Client, emptyDisk, until, type ClientOptions } from './support/client'
import { openWire, type Wire } from './support/proxy'
import { sampleEvent } from './support/samples'
import { ask, openServer, passwordOf, type TestServer } from './support/server'

const people = [
  { name: 'operator', roles: ['operator'] as const },
  { name: 'operator-two', roles: ['operator'] as const },
  { name: 'supervisor', roles: ['supervisor'] as const },
  { name: 'head-roads', roles: [{ department: roads }] },
  { name: 'head-housing', roles: [{ department: housing }] },
]

let server: TestServer
const open: Client[] = []
const wires: Wire[] = []

beforeAll(async () => {
  server = await openServer()
  await server.provision(server.plan([roads, housing], people))
}, 120_000)
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.kill()))
  await Promise.all(wires.splice(0).map((wire) => wire.close()))
})
afterAll(() => server.close(), 120_000)

const actorOf = (person: string): Actor => {
  const name = server.name(person)
  if (person === 'head-roads') return { person: name, role: 'department', department: roads }
  if (person === 'head-housing') return { person: name, role: 'department', department: housing }
  return { person: name, role: person === 'supervisor' ? 'supervisor' : 'operator' }
}

function client(person: string, options: Partial<ClientOptions> = {}): Client {
  const made = new Client({ server, actor: actorOf(person), link: server.link(person), ...options })
  open.push(made)
  return made
}

async function wire(): Promise<Wire> {
  const made = await openWire(server.url)
  wires.push(made)
  return made
}

/** A deadline for whatever the engine asks: half-open sockets are noticed within it and not within half a minute. */
const withDeadline = (link: ServerLink, deadline: number): ServerLink => (request, cancel) => link({ ...request, deadline }, cancel)
const hasAll = (of: Client, events: readonly { readonly _id: string }[]) => events.every((event) => of.disk.events.has(event._id))
const onServer = async (database: string, id: string) => (await ask(server.admin, 'GET', `/${database}/${encodeURIComponent(id)}`)).status === 200

describe('what was tried with the plugin and failed', () => {
  it('SY10 a refused event is put aside with the server’s reason, and those behind it arrive', async () => {
    const writer = client('head-roads')
    const before = [writer.write(), writer.write()]
    const refused = writer.write('HandlingRefused')
    const after = [writer.write(), writer.write(), writer.write()]
    const reader = client('operator')
    writer.start()
    reader.start()
    await until(server, 'the honest events at the operator', () => hasAll(reader, [...before, ...after]))
    await until(server, 'the refusal shown', () => writer.status.refused.length === 1)
    expect(writer.status.refused[0]).toMatchObject({ id: refused._id, code: 'kind', detail: 'HandlingRefused' })
    expect(headlineOf(writer.status)).toEqual({ kind: 'refused', events: 1, files: 0 })
    expect(writer.disk.events.has(refused._id)).toBe(true)
    const later = writer.write()
    await until(server, 'what is written after the refusal', () => hasAll(reader, [later]))
  })

  it('SY10 every kind that a department may not write is put aside, and each honest answer behind it arrives', async () => {
    const forbidden = eventTypes.filter((type) => type !== 'AnswerSubmitted' && type !== 'ForwardingDeclined')
    const writer = client('head-housing')
    const reader = client('operator-two')
    const honest = forbidden.map((type) => (writer.write(type), writer.write()))
    writer.start()
    reader.start()
    await until(server, 'the refusals shown', () => writer.status.refused.length === forbidden.length)
    await until(server, 'the honest answers at the operator', () => hasAll(reader, honest))
    expect(new Set(writer.status.refused.map(({ code, detail }) => `${code} ${detail}`))).toEqual(new Set(forbidden.map((type) => `kind ${type}`)))
  })

  it('SY11 a change while the pull waits for its next try arrives', async () => {
    const cut = await wire()
    const reader = client('supervisor', { link: withDeadline(server.link('supervisor', { url: cut.url }), 3_000) })
    reader.start()
    await until(server, 'the first meeting', () => reader.status.lastSuccess !== null)
    cut.set('refuse')
    cut.cut()
    await until(server, 'the failure noticed', () => reader.status.phase.kind === 'unreachable')
    const writer = client('operator')
    writer.start()
    const events = Array.from({ length: 5 }, () => writer.write())
    await until(server, 'the events on the server', async () => (await Promise.all(events.map((event) => onServer(journalDatabase(server.at), event._id)))).every(Boolean))
    cut.set('pass')
    await until(server, 'all five', () => hasAll(reader, events))
  })

  it('SY12 a wrong password stops it with that word, and the mended one goes on where it stopped', async () => {
    let password = passwordOf('operator')
    const link: ServerLink = (request, cancel) => server.link('operator', { password })(request, cancel)
    const writer = client('operator', { link })
    writer.start()
    await until(server, 'the first meeting', () => writer.status.lastSuccess !== null)
    const path = `/_users/${encodeURIComponent(`org.couchdb.user:${server.name('operator')}`)}`
    const changePassword = async (to: string) => {
      const { body } = await ask(server.admin, 'GET', path)
      await ask(server.admin, 'PUT', path, { _id: body['_id'], _rev: body['_rev'], name: body['name'], type: 'user', roles: body['roles'], password: to })
    }
    await changePassword('another-password')
    const events = [writer.write(), writer.write()]
    await until(server, 'the stop', () => writer.status.phase.kind === 'stopped')
    expect(headlineOf(writer.status)).toEqual({ kind: 'stopped', reason: 'password' })
    await writer.engine.ended
    password = 'another-password'
    writer.start()
    const reader = client('supervisor')
    reader.start()
    await until(server, 'both events', () => hasAll(reader, events))
    await until(server, 'all sent', () => headlineOf(writer.status).kind === 'allSent')
    await changePassword(passwordOf('operator'))
  })

  it('SY13 sockets that are open on one side only do not stop it', async () => {
    const hung = await wire()
    const disk = emptyDisk()
    const both = client('operator', { disk, link: withDeadline(server.link('operator', { url: hung.url }), 1_500) })
    both.start()
    await until(server, 'the first meeting', () => both.status.lastSuccess !== null)
    hung.set('silent')
    const other = client('operator-two')
    other.start()
    const theirs = Array.from({ length: 20 }, () => other.write())
    const ours = Array.from({ length: 25 }, () => both.write())
    await until(server, 'the deadline', () => both.status.phase.kind === 'unreachable')
    expect(headlineOf(both.status)).toMatchObject({ kind: 'unreachable', failure: 'timeout', unsent: 25 })
    hung.set('pass')
    await until(server, 'theirs here and ours there', () => hasAll(both, theirs) && hasAll(other, ours))
  })

  it('SY14 events written while the clock is an hour fast, or a day slow, are sent all the same', async () => {
    let error = 3_600_000
    const writer = client('operator', { clockError: () => error })
    const reader = client('supervisor')
    writer.start()
    reader.start()
    await until(server, 'the wrong clock noticed', () => writer.status.clockAhead !== null)
    expect(writer.status.clockAhead).toBeGreaterThan(3_500_000)
    const events = [writer.write()]
    await until(server, 'the fast one sent', () => hasAll(reader, events))
    error = -86_400_000
    events.push(writer.write())
    await until(server, 'the slow one sent', () => hasAll(reader, events))
    error = 0
    events.push(writer.write())
    await until(server, 'the true one sent', () => hasAll(reader, events))
    await until(server, 'the mended clock noticed', () => writer.status.clockAhead === null)
  })

  it('SY15 the second hop brings a department its own and no other’s, and its answers to the operator', async () => {
    const operator = client('operator')
    const head = client('head-roads')
    const other = client('head-housing')
    for (const one of [operator, head, other]) one.start()
    const forwarded = operator.write('MessageForwarded', { department: roads })
    const elsewhere = operator.write('MessageForwarded', { department: housing })
    const internal = operator.write('NoteAdded')
    await until(server, 'the forwarding', () => hasAll(head, [forwarded]) && hasAll(other, [elsewhere]))
    const answer = head.write('AnswerSubmitted')
    await until(server, 'the answer', () => hasAll(operator, [answer]))
    expect([...head.disk.events.values()].filter((event) => event.department !== roads)).toEqual([])
    expect([...other.disk.events.values()].filter((event) => event.department !== housing)).toEqual([])
    expect(await onServer(departmentDatabase(server.at, roads), internal._id)).toBe(false)
    expect(await onServer(departmentDatabase(server.at, roads), elsewhere._id)).toBe(false)
  })

  it('SY16 an answer lost on the way back is sent again and stands once', async () => {
    const torn = await wire()
    const writer = client('operator', { link: server.link('operator', { url: torn.url }) })
    writer.start()
    await until(server, 'the first meeting', () => writer.status.lastSuccess !== null)
    const events = []
    for (let round = 0; round < 8; round++) {
      torn.cutAfter(round * 40)
      events.push(writer.write(), writer.write())
      await until(server, 'the torn answer mended', () => writer.status.unsent === null && writer.disk.record.pushedUpTo === writer.disk.rows.length)
    }
    for (const event of events) expect(await onServer(journalDatabase(server.at), event._id)).toBe(true)
    expect(writer.disk.rows).toHaveLength(new Set(writer.disk.rows.map((row) => row.id)).size)
    expect(writer.status.refused).toEqual([])
  })

  it('SY17 a design document, a file’s document and a stranger’s document are no events', async () => {
    await ask(server.admin, 'PUT', `/${journalDatabase(server.at)}/stranger`, { text: 'x' })
    const damaged = { ...sampleEvent('NoteAdded', actorOf('operator')), device: 7 }
    await ask(server.admin, 'PUT', `/${journalDatabase(server.at)}/${encodeURIComponent(damaged._id)}`, damaged)
    const reader = client('supervisor')
    reader.start()
    await until(server, 'the whole journal', () => reader.status.lastSuccess !== null && reader.status.phase.kind === 'working' && reader.status.phase.pull === null)
    expect(reader.putAside).toContainEqual({ document: damaged._id, reason: 'notAnEvent' })
    expect([...reader.disk.events.keys()].every((id) => /^c[0-9a-f]{32}~/.test(id))).toBe(true)
    await ask(server.admin, 'DELETE', `/${journalDatabase(server.at)}/stranger?rev=${String((await ask(server.admin, 'GET', `/${journalDatabase(server.at)}/stranger`)).body['_rev'])}`)
  })

  it('SY18 a forged copy is shown and not taken; behind a forged copy the true one is found', async () => {
    const path = `/${journalDatabase(server.at)}/_bulk_docs`
    // Only the server's own administrator can still do this.
    const put = (event: object, letter: string) => ask(server.admin, 'POST', path, { new_edits: false, docs: [{ ...event, _rev: `1-${letter.repeat(32)}`, _revisions: { start: 1, ids: [letter.repeat(32)] } }] })
    const [alone, doubled] = [sampleEvent('NoteAdded', actorOf('operator')), sampleEvent('NoteAdded', actorOf('operator'))]
    await put({ ...alone, personal: { text: 'Подлог' } }, 'f')
    await put(doubled, '0')
    await put({ ...doubled, personal: { text: 'Подлог' } }, 'f')
    const reader = client('supervisor')
    reader.start()
    await until(server, 'the forged copy put aside', () => reader.putAside.some(({ document, reason }) => document === alone._id && reason === 'altered'))
    expect(reader.disk.events.has(alone._id)).toBe(false)
    await until(server, 'the true copy', () => hasAll(reader, [doubled]))
    expect(reader.disk.events.get(doubled._id)?.personal).toEqual(doubled.personal)
  })
})

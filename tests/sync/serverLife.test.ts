import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bringAlong } from '../../renderer/data/sync/bringAlong'
import type { Actor } from '../../shared/domain/people/roles'
import { verify } from '../../shared/domain/journal/seal'
import { err } from '../../shared/lib/result'
import { eraseOnServer, isCompacting, stillOnServer } from '../../shared/server/erasure'
import { jobHealth } from '../../shared/server/jobHealth'
import type { ServerLink } from '../../shared/server/link'
import { notPassed } from '../../shared/server/notPassed'
import { departmentDatabase, journalDatabase } from '../../shared/server/names'
import { housing, roads } from '../support/journal'
import { Client, emptyDisk, until, type Disk } from './support/client'
import { sampleEvent } from './support/samples'
import { ask, openServer, type TestServer } from './support/server'

const people = [
  { name: 'operator', roles: ['operator'] as const },
  { name: 'supervisor', roles: ['supervisor'] as const },
  { name: 'head-roads', roles: [{ department: roads }] },
]
let server: TestServer
const open: Client[] = []
beforeEach(async () => {
  server = await openServer()
  await server.provision(server.plan([roads, housing], people))
}, 120_000)
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.kill()))
  await server.close()
}, 120_000)

const actorOf = (person: string): Actor =>
  person === 'head-roads' ? { person: server.name(person), role: 'department', department: roads } : { person: server.name(person), role: person === 'supervisor' ? 'supervisor' : 'operator' }
function start(person: string, disk: Disk = emptyDisk()): Client {
  const client = new Client({ server, actor: actorOf(person), link: server.link(person), disk, hold: 1_000 })
  open.push(client)
  client.start()
  return client
}
const allIn = async (database: string, events: readonly { readonly _id: string }[]) => {
  const { body } = await ask(server.admin, 'POST', `/${database}/_all_docs`, { keys: events.map((event) => event._id) })
  return (body['rows'] as readonly { readonly error?: string }[]).every((row) => row.error === undefined)
}

describe('the life of a server', () => {
  it('SY30 one that was made anew gets everything again from those who wrote it', async () => {
    const operator = start('operator')
    const head = start('head-roads')
    const events = [operator.write('MessageForwarded', { department: roads }), operator.write(), operator.write()]
    const answer = head.write()
    await until(server, 'everything there', () => allIn(journalDatabase(server.at), [...events, answer]))
    await server.pauseRelays()
    for (const database of [journalDatabase(server.at), departmentDatabase(server.at, roads)]) expect((await ask(server.admin, 'DELETE', `/${database}`)).status).toBeLessThan(300)
    await server.provision(server.plan([roads, housing]))
    for (const client of [operator, head]) if (client.status.phase.kind === 'stopped') client.start()
    await until(server, 'everything there again', async () => {
      // Whoever met the server while it was bare has stopped; a person presses "connect".
      for (const client of [operator, head]) if (client.status.phase.kind === 'stopped') client.start()
      return (await allIn(journalDatabase(server.at), [...events, answer])) && (await allIn(departmentDatabase(server.at, roads), [events[0] as { _id: string }, answer]))
    })
  })

  it('SY31 one that was restored from an older copy gets what came after it', async () => {
    const operator = start('operator')
    const before = [operator.write(), operator.write()]
    await until(server, 'the first two', () => allIn(journalDatabase(server.at), before))
    const after = [operator.write(), operator.write()]
    await until(server, 'the later two', async () => (await allIn(journalDatabase(server.at), after)) && operator.status.unsent === null)
    await operator.kill()
    // What the copy had not: the ids are not there any more.
    for (const event of after) {
      const path = `/${journalDatabase(server.at)}/${encodeURIComponent(event._id)}`
      await ask(server.admin, 'DELETE', `${path}?rev=${String((await ask(server.admin, 'GET', path)).body['_rev'])}`)
    }
    const again = start('operator', operator.disk)
    await until(server, 'the later two again', async () => again.status.unsent === null && again.status.lastSuccess !== null && (await allIn(journalDatabase(server.at), after)))
    expect(again.disk.rows).toHaveLength(4)
  })

  it('SY32 SY36 what the second hop refused silently is counted, and passes once the rules have changed', async () => {
    const journal = `/${journalDatabase(server.at)}`
    const design = (await ask(server.admin, 'GET', `${journal}/_design/rules`)).body
    const strict = `function (newDoc) { if (newDoc._id === 'otklik-probe') throw({ forbidden: 'probe' }); if (newDoc.type === 'AnswerSubmitted') throw({ forbidden: 'kind: too strict' }); }`
    await ask(server.admin, 'PUT', `${journal}/_design/rules`, { ...design, validate_doc_update: strict })
    const head = start('head-roads')
    const answer = head.write()
    await until(server, 'the answer in the department’s database', () => allIn(departmentDatabase(server.at, roads), [answer]))
    if (server.real) {
      await until(server, 'the refusal counted', async () => {
        const health = await jobHealth(server.admin, server.at)
        return health.ok && health.value.some((job) => job.direction === 'up' && job.department === roads && job.state === 'running' && job.refused === 1)
      })
    } else expect(await jobHealth(server.admin, server.at)).toEqual({ ok: false, error: 'noJobs' })
    expect(await allIn(journalDatabase(server.at), [answer])).toBe(false)
    const missing = { id: answer._id, direction: 'up', event: { type: 'AnswerSubmitted', actor: answer.actor, at: answer.at } }
    expect(await notPassed(server.admin, server.at, roads)).toEqual({ ok: true, value: { count: 1, first: [missing] } })
    // Mended rules alone bring nothing: the job has passed that document by for good.
    const mended = await server.provision(server.plan([roads, housing]))
    expect(mended.changes).toEqual([{ what: 'rules', name: journalDatabase(server.at) }])
    const later = head.write()
    await until(server, 'a later answer', () => allIn(journalDatabase(server.at), [later]))
    expect(await allIn(journalDatabase(server.at), [answer])).toBe(false)
    const again = { ...server.plan([roads, housing]), offerAgain: 'first' }
    expect((await server.provision(again)).changes.filter(({ what }) => what === 'job')).toHaveLength(4)
    await until(server, 'the refused answer', () => allIn(journalDatabase(server.at), [answer]))
    expect(await notPassed(server.admin, server.at, roads)).toEqual({ ok: true, value: { count: 0, first: [] } })
    expect(await notPassed(server.link('operator'), server.at, roads)).toEqual({ ok: false, error: 'notAdministrator' })
    if (server.real) {
      const health = await jobHealth(server.admin, server.at)
      const job = health.ok ? health.value.find(({ direction, department }) => direction === 'up' && department === roads) : undefined
      expect(job).toMatchObject({ state: 'running', refused: 0, error: null })
    }
    expect((await server.provision(server.plan([roads, housing]))).changes).toEqual([])
    expect(await jobHealth(server.link('operator'), server.at)).toMatchObject({ ok: false })
  })

  it('SY33 a computer that worked alone brings its journal along, and the departments get theirs', async () => {
    const alone = [
      sampleEvent('MessageReceived', { person: 'operator' as never, role: 'operator' }),
      sampleEvent('MessageForwarded', { person: 'operator' as never, role: 'operator' }, { department: roads }),
      sampleEvent('AnswerSubmitted', { person: 'somebody' as never, role: 'department', department: roads }, { department: roads }),
    ]
    const pages = async function* () {
      await Promise.resolve()
      for (const event of alone) yield [{ id: event._id, json: JSON.stringify(event) }]
    }
    expect(await bringAlong(server.link('operator'), server.at, pages())).toMatchObject({ ok: false })
    expect(await bringAlong(server.admin, server.at, pages())).toEqual({ ok: true, value: { added: 3, there: 0, cancelled: false } })
    expect(await bringAlong(server.admin, server.at, pages())).toEqual({ ok: true, value: { added: 0, there: 3, cancelled: false } })
    const [operator, head] = [start('operator'), start('head-roads')]
    await until(server, 'the whole journal', () => alone.every((event) => operator.disk.events.has(event._id)))
    await until(server, 'the department’s part', () => alone.slice(1).every((event) => head.disk.events.has(event._id)))
    expect(head.disk.events.size).toBe(2)
  })

  it('SY34 SY35 erased words are purged in every database, and the event stays true without them', async () => {
    const operator = start('operator')
    const head = start('head-roads')
    const event = operator.write('MessageForwarded', { department: roads })
    await until(server, 'the department has it', () => head.disk.events.has(event._id))
    const { personal: _words, salt: _salt, ...erased } = event
    expect(await stillOnServer(server.admin, server.at, [roads, housing], [erased])).toEqual({ ok: true, value: new Set([event._id]) })
    expect(await stillOnServer(server.admin, server.at, ['never-made' as typeof roads], [{ ...erased, department: 'never-made' as typeof roads }])).toEqual({ ok: false, error: 'noDatabase' })
    const done = await eraseOnServer(server.admin, server.at, [roads, housing], [erased], [])
    if (!server.real) return expect(done).toEqual({ ok: false, error: 'noPurge' })
    expect(done).toEqual({ ok: true, value: { purged: 2 } })
    expect(await stillOnServer(server.admin, server.at, [roads, housing], [erased])).toEqual({ ok: true, value: new Set() })
    await until(server, 'the files rewritten', async () => {
      const running = await isCompacting(server.admin, server.at, [roads, housing])
      if (!running.ok) throw new Error(running.error)
      return !running.value
    })
    expect(await eraseOnServer(server.admin, server.at, [roads, housing], [erased], [], { signal: AbortSignal.abort() })).toEqual({ ok: false, error: 'cancelled' })
    expect(await eraseOnServer(server.admin, server.at, [roads, housing], [erased], [])).toEqual({ ok: true, value: { purged: 0 } })
    expect(await eraseOnServer(server.link('operator'), server.at, [], [erased], [])).toEqual({ ok: false, error: 'notAdministrator' })
    for (const database of [journalDatabase(server.at), departmentDatabase(server.at, roads)]) {
      const { body } = await ask(server.admin, 'GET', `/${database}/${encodeURIComponent(event._id)}?conflicts=true`)
      expect([body['personal'], body['salt'], body['_conflicts']]).toEqual([undefined, undefined, undefined])
      expect(verify(body as never).ok).toBe(true)
    }
    const late = start('supervisor')
    await until(server, 'a computer that comes later has it without words', () => late.disk.events.has(event._id))
    expect(late.disk.events.get(event._id)?.personal).toBeUndefined()
  })

  it('SY34 an erasure that is cut after a purge has the event on the server', async () => {
    const operator = start('operator')
    const event = operator.write()
    await until(server, 'it is there', () => allIn(journalDatabase(server.at), [event]))
    const { personal: _words, salt: _salt, ...erased } = event
    let cut = false
    const cutting: ServerLink = async (request, cancel) => {
      if (cut) return err('cut')
      cut = request.path.endsWith('/_purge') && JSON.stringify(request.body) !== '{}'
      return await server.admin(request, cancel)
    }
    expect(await eraseOnServer(cutting, server.at, [roads, housing], [erased], [])).toEqual({ ok: false, error: server.real ? 'cut' : 'noPurge' })
    expect(await allIn(journalDatabase(server.at), [event])).toBe(true)
    if (!server.real) return
    expect(await eraseOnServer(server.admin, server.at, [roads, housing], [erased], [])).toMatchObject({ ok: true })
    expect(await stillOnServer(server.admin, server.at, [roads, housing], [erased])).toEqual({ ok: true, value: new Set() })
  })
})

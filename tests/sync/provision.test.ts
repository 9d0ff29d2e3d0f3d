import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalDatabase } from '../../shared/server/names'
import { lookAtServer } from '../../shared/server/provision/look'
import { provision } from '../../shared/server/provision/provision'
import { housing, roads } from '../support/journal'
import { ask, openServer, passwordOf, type TestServer } from './support/server'

describe('provisioning', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer()
  }, 120_000)
  afterAll(() => server.close(), 120_000)

  it('SY1 makes databases, security, rules, jobs and users, and a second run changes nothing', async () => {
    const plan = server.plan([roads, housing], [
      { name: 'operator', roles: ['operator'] },
      { name: 'head', roles: [{ department: roads }] },
    ])
    const first = await server.provision(plan)
    const made = (what: string) => first.changes.filter((change) => change.what === what).length
    expect([made('database') >= 4, made('security'), made('rules'), made('job'), made('user'), made('mark')]).toEqual([true, 4, 4, 4, 5, 1])
    expect((await server.provision(plan)).changes).toEqual([])
  })

  it('SY1 adds a department to what is there and leaves the rest', async () => {
    const plan = server.plan([roads, housing, 'schools' as typeof roads])
    const { changes } = await server.provision(plan)
    expect(changes.filter((change) => change.what === 'database').map((change) => change.name)).toEqual([`${server.at.prefix}dept-schools`])
    expect(changes.filter((change) => change.what === 'job')).toHaveLength(2)
    expect(changes.filter((change) => change.what === 'jobRemoved')).toEqual([])
    expect((await server.provision(plan)).changes).toEqual([])
  })

  it('SY9 rehearses what would change, writes nothing, and keeps what is served', async () => {
    const wanted = { at: server.at, departments: ['culture' as typeof roads], self: 'http://elsewhere:5984', insistSelf: false }
    const look = await lookAtServer(server.admin, wanted)
    if (!look.ok) throw new Error(JSON.stringify(look.error))
    const { served, plan, changes, requests, databases } = look.value
    expect(served).toEqual([housing, roads, 'schools'])
    expect(plan).toEqual({ ...server.plan(['culture' as typeof roads, housing, roads, 'schools' as typeof roads]), people: [] })
    expect(changes.map(({ what, name }) => `${what} ${name.replace(/~.*/, '')}`).sort()).toEqual(
      [
        'database dept-culture', 'job relay-down-culture', 'job relay-up-culture', 'mark directory', 'rules dept-culture',
        'security dept-culture', 'security directory', 'security journal', 'user relay-dept-culture',
      ].map((change) => change.replace(' ', ` ${server.at.prefix}`)),
    )
    expect(databases.map(({ name, size }) => [name.slice(server.at.prefix.length), size === null])).toEqual([
      ['directory', false], ['journal', false], ['dept-culture', true], ['dept-housing', false], ['dept-roads', false], ['dept-schools', false],
    ])
    expect(await lookAtServer(server.admin, wanted)).toEqual(look)
    let counted = 0
    const done = await provision(async (request, cancel) => {
      counted++
      return await server.admin(request, cancel)
    }, plan, () => 'p'.repeat(24))
    expect([counted, done.ok && done.value.changes]).toEqual([requests, changes])
    expect(await lookAtServer(server.admin, wanted)).toMatchObject({ ok: true, value: { changes: [] } })
  })

  it('SY9 rehearses on a server that nobody has set up', async () => {
    const bare = { prefix: `${server.at.prefix}bare-` }
    const look = await lookAtServer(server.admin, { at: bare, departments: [roads], self: server.url, insistSelf: false })
    if (!look.ok) throw new Error(JSON.stringify(look.error))
    expect(look.value).toMatchObject({ served: null, plan: { self: server.url }, trial: !server.real })
    expect(look.value.changes.filter(({ what }) => ['job', 'mark', 'rules', 'user'].includes(what)).map(({ what }) => what).sort()).toEqual(['job', 'job', 'mark', 'rules', 'rules', 'rules', 'user', 'user'])
    expect((await ask(server.admin, 'GET', `/${journalDatabase(bare)}`)).status).toBe(404)
    expect(await lookAtServer(server.link('operator'), { at: bare, departments: [], self: '', insistSelf: false })).toEqual({ ok: false, error: { reason: 'notAdministrator' } })
  })

  it('SY2 lets nobody in without a role, and nobody into another’s database', async () => {
    const journal = `/${journalDatabase(server.at)}`
    expect((await ask(server.link('operator'), 'GET', journal)).status).toBe(200)
    expect([401, 403]).toContain((await ask(server.link('head'), 'GET', journal)).status)
    expect([401, 403]).toContain((await ask(server.link('head'), 'GET', `/${server.at.prefix}dept-housing`)).status)
    expect((await ask(server.link('head'), 'GET', `/${server.at.prefix}dept-roads`)).status).toBe(200)
    expect([401, 403]).toContain((await ask(server.link('operator'), 'GET', `/${server.at.prefix}dept-roads`)).status)
  })

  it('SY3 refuses whoever is not the server’s administrator, and a wrong password', async () => {
    const plan = server.plan([roads])
    expect(await provision(server.link('operator'), plan, () => 'unused')).toEqual({ ok: false, error: { reason: 'notAdministrator' } })
    const wrong = await provision(server.link('operator', { password: `${passwordOf('operator')}!` }), plan, () => 'unused')
    expect(wrong).toEqual({ ok: false, error: { reason: 'password' } })
  })
})

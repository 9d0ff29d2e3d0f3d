import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalDatabase } from '../../shared/server/names'
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

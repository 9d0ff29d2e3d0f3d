import { afterAll, beforeAll, expect, it } from 'vitest'
import { topology } from '../../shared/server/names'
import { provision } from '../../shared/server/provision/provision'
import { roads } from '../support/journal'
import { ofNobody, ofRun, removeAll, testPrefix } from './support/leftovers'
import { ask, openServer, type TestServer } from './support/server'

let server: TestServer
beforeAll(async () => {
  server = await openServer()
}, 120_000)
afterAll(() => server.close(), 120_000)

it('removes the databases, users and jobs of a run that was killed, and no others', async () => {
  const now = Date.now()
  const stands = async (prefix: string) => {
    const names = (await ask(server.admin, 'GET', '/_all_dbs')).body as unknown as string[]
    const ids = async (database: string) => ((await ask(server.admin, 'GET', `/${database}/_all_docs`)).body['rows'] as { id: string }[]).map(({ id }) => id.replace(/^org\.couchdb\.user:/, ''))
    return [names, await ids('_users'), await ids(plan.jobs)].map((found) => found.filter((name) => name.startsWith(prefix)).length)
  }
  const plan = server.plan([roads], [{ name: 'operator', roles: ['operator'] }])
  await server.provision(plan)
  const old = testPrefix(now - 2 * 3_600_000, 'dead', 'beef')
  const at = topology(old)
  if (!at.ok) throw new Error(at.error)
  await provision(server.admin, { ...plan, at: at.value, people: [] }, () => 'password-of-a-relay')
  const own = await stands(server.at.prefix)
  expect(await stands(old)).toEqual([3, 2, 2])

  expect(await removeAll(server.admin, plan.jobs, ofRun('0ff0'))).toEqual([])
  expect(await removeAll(server.admin, plan.jobs, ofNobody(now - 5_400_000))).not.toContain(`${old}journal`)
  expect(await removeAll(server.admin, plan.jobs, ofNobody(now))).toEqual(expect.arrayContaining([`${old}journal`, `${old}directory`, `${old}dept-roads`, `${old}relay-journal`]))
  expect(await stands(old)).toEqual([0, 0, 0])
  expect(await stands(server.at.prefix)).toEqual(own)
})

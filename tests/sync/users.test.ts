import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testConnection } from '../../renderer/data/sync/connect'
import { checkAdministrator } from '../../shared/server/provision/provision'
import { addUser, giveRoles, listUsers, renewPassword, shutOut } from '../../shared/server/provision/users'
import { housing, roads } from '../support/journal'
import { until } from './support/client'
import { openServer, type TestServer } from './support/server'

let server: TestServer
beforeAll(async () => {
  server = await openServer()
  await server.provision(server.plan([roads, housing], [{ name: 'operator', roles: ['operator'] }, { name: 'head', roles: [{ department: roads }] }, { name: 'leaver', roles: ['supervisor'] }]))
}, 120_000)
afterAll(() => server.close(), 120_000)

const outcome = async (person: string, password?: string) => {
  const tried = await testConnection(server.link(person, password === undefined ? {} : { password }), server.at, Date.now, new AbortController().signal)
  return tried.ok ? tried.value.standing : tried.error.reason
}
const listed = async () => {
  const users = await listUsers(server.admin, server.at)
  return users.ok ? Object.fromEntries(users.value.map(({ name, roles }) => [name, roles])) : users.error
}

describe('people on the server', () => {
  it('SY8 are listed with their roles, without the relays', async () => {
    expect(await listed()).toEqual({ [server.name('operator')]: ['operator'], [server.name('head')]: [{ department: roads }], [server.name('leaver')]: ['supervisor'] })
  })

  it('SY8 are added with a password and a role, and a taken name stays its owner’s', async () => {
    const name = server.name('newcomer')
    expect(await addUser(server.admin, server.at, { name, roles: [{ department: housing }] }, 'given-on-a-slip')).toEqual({ ok: true, value: undefined })
    expect(await outcome('newcomer', 'given-on-a-slip')).toEqual({ kind: 'department', department: housing })
    expect(await addUser(server.admin, server.at, { name, roles: ['administrator'] }, 'another-password')).toEqual({ ok: false, error: { reason: 'taken' } })
    expect(await outcome('newcomer', 'given-on-a-slip')).toEqual({ kind: 'department', department: housing })
  })

  it('SY8 are given other roles, and keep their password', async () => {
    expect(await giveRoles(server.admin, server.at, { name: server.name('operator'), roles: ['operator', 'administrator'] })).toEqual({ ok: true, value: undefined })
    expect(await outcome('operator')).toEqual({ kind: 'office', roles: ['operator', 'administrator'] })
    await giveRoles(server.admin, server.at, { name: server.name('head'), roles: [{ department: housing }] })
    expect(await outcome('head')).toEqual({ kind: 'department', department: housing })
  })

  it('SY8 a new password takes the place of the old one, the roles stay', async () => {
    await renewPassword(server.admin, server.name('operator'), 'a-password-of-today')
    // CouchDB reads of the new one a moment later.
    await until(server, 'the old password refused', async () => (await outcome('operator')) === 'password')
    expect(await outcome('operator', 'a-password-of-today')).toMatchObject({ kind: 'office' })
  })

  it('SY8 who is shut out comes in with nothing, and finds nothing open', async () => {
    await shutOut(server.admin, server.name('leaver'), 'told-to-nobody')
    await until(server, 'the old password refused', async () => (await outcome('leaver')) === 'password')
    expect(await outcome('leaver', 'told-to-nobody')).toBe('wrongRole')
    expect(await listed()).toMatchObject({ [server.name('leaver')]: [] })
  })

  it('SY3 is the administrator’s alone', async () => {
    expect(await checkAdministrator(server.admin)).toEqual({ ok: true, value: undefined })
    expect(await checkAdministrator(server.link('operator', { password: 'a-password-of-today' }))).toEqual({ ok: false, error: { reason: 'notAdministrator' } })
    expect((await renewPassword(server.link('head'), server.name('operator'), 'x'.repeat(12))).ok).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { changeGroups } from '../../../../renderer/features/server-admin/changes'
import { hopRows, needsAttention } from '../../../../renderer/features/server-admin/hopRows'
import { chosenRoles, rolesOf, rolesText, sameRoles, titleOf, userRows, withoutAccount } from '../../../../renderer/features/server-admin/roles'
import { isSelfAddress, selfOf } from '../../../../renderer/features/server-admin/selfAddress'
import { directorySchema } from '../../../../shared/domain/people/directory'
import type { PersonId } from '../../../../shared/domain/people/roles'
import type { Change } from '../../../../shared/server/provision/plan'
import type { JobHealth } from '../../../../shared/server/jobHealth'
import { directory, housing, roads } from '../../../support/journal'

const at = { prefix: '' }
const job = (change: Partial<JobHealth>): JobHealth => ({ id: 'relay-up-roads~1', direction: 'up', department: roads, state: 'running', refused: 0, pending: 0, error: null, passedAt: null, ...change })

describe('changes of a provisioning', () => {
  const whole = (id: string): Change[] => [
    { what: 'database', name: `dept-${id}` }, { what: 'rules', name: `dept-${id}` }, { what: 'user', name: `relay-dept-${id}` },
    { what: 'job', name: `relay-down-${id}~0a1b` }, { what: 'job', name: `relay-up-${id}~0a1b` },
  ]

  it('SY1 structures to which the same is done are one line, under the names that people know', () => {
    const changes: Change[] = [
      { what: 'database', name: '_users' }, { what: 'database', name: 'journal' }, { what: 'user', name: 'relay-journal' }, ...whole('roads'), ...whole('housing'),
      { what: 'jobRemoved', name: 'relay-up-gone~0a1b' }, { what: 'jobRemoved', name: 'relay-up-gone~0a1c' }, { what: 'job', name: 'relay-up-gone~0a1d' }, { what: 'mark', name: 'directory' },
    ]
    expect(changeGroups(changes, directory, at)).toEqual([
      { subjects: ['Учётные записи сервера'], deeds: ['database'] },
      { subjects: ['Журнал'], deeds: ['database', 'user'] },
      { subjects: ['Отдел дорожного хозяйства', 'МУП «Теплосети»'], deeds: ['database', 'rules', 'user', 'jobDown', 'jobUp'] },
      { subjects: ['gone'], deeds: ['jobRemoved', 'jobUp'] },
      { subjects: ['Справочник'], deeds: ['mark'] },
    ])
  })

  it('names on a shared server are read behind their prefix, and a stranger’s by itself', () => {
    const shared = { prefix: 't1-' }
    expect(changeGroups([{ what: 'database', name: 't1-dept-roads' }, { what: 'job', name: 't1-relay-down-roads~1' }, { what: 'roles', name: 'somebody' }], directory, shared)).toEqual([
      { subjects: ['Отдел дорожного хозяйства'], deeds: ['database', 'jobDown'] },
      { subjects: ['somebody'], deeds: ['roles'] },
    ])
  })
})

describe('hops', () => {
  it('SY32 a refusal, a missing and a replaced job need a person; a waiting one does not', () => {
    const rows = hopRows([roads, housing], [job({ id: 'relay-up-roads~new', refused: 2 }), job({ id: 'relay-up-roads~old' }), job({ id: 'relay-down-roads~1', direction: 'down', state: 'pending' })], [{ what: 'jobRemoved', name: 'relay-up-roads~old' }])
    expect(rows.map(({ department, foreign }) => [department, foreign])).toEqual([[housing, false], [roads, false]])
    expect(rows[0]?.down).toEqual({ kind: 'missing' })
    expect(rows[1]?.up).toMatchObject({ kind: 'job', job: { id: 'relay-up-roads~new' }, stale: false })
    expect(rows.flatMap(({ down, up }) => [needsAttention(down), needsAttention(up)])).toEqual([true, true, false, true])
    expect(['failed', 'error', 'crashing', 'completed', 'anything'].map((state) => needsAttention({ kind: 'job', job: job({ state }), stale: false }))).toEqual([true, true, true, true, true])
    expect(needsAttention({ kind: 'job', job: job({}), stale: true })).toBe(true)
  })

  it('jobs of a structure that is not served are shown as such', () => {
    expect(hopRows([], [job({})], [])).toMatchObject([{ department: roads, foreign: true, down: { kind: 'missing' }, up: { stale: false } }])
  })
})

describe('people', () => {
  const people = directorySchema.parse({
    departments: directory.departments,
    people: [
      { id: 'head-roads', name: 'Дорожкин Пётр Ильич', role: 'department', department: roads },
      { id: 'olga', name: 'Учебная Ольга', role: 'operator' },
      { id: 'on-duty', name: 'Абрамов Абрам' },
    ],
  })

  it('SY8 stand by name, who is shut out comes last, and strangers are named by what they sign in with', () => {
    const rows = userRows([{ name: 'stranger' as PersonId, roles: ['supervisor'] }, { name: 'olga' as PersonId, roles: [] }, { name: 'head-roads' as PersonId, roles: [{ department: roads }] }], people)
    expect(rows.map(titleOf)).toEqual(['Дорожкин Пётр Ильич', 'stranger', 'Учебная Ольга'])
    expect(rows.map(({ user }) => rolesText(user.roles, people))).toEqual(['Структура: Отдел дорожного хозяйства', 'Контроль', 'доступ закрыт'])
  })

  it('the directory’s people without an account come with their role first', () => {
    expect(withoutAccount([{ name: 'head-roads' as PersonId, roles: [] }], people).map(({ id }) => id)).toEqual(['olga', 'on-duty'])
  })

  it('roles are suggested by the directory, chosen of the office or of one structure, and never none', () => {
    expect(chosenRoles([], { role: 'department', department: roads })).toEqual({ kind: 'department', office: [], department: roads })
    expect(rolesOf(chosenRoles([], { role: 'operator' }))).toEqual(['operator'])
    expect(rolesOf(chosenRoles([], {}))).toBeNull()
    expect(rolesOf({ kind: 'department', office: ['operator'], department: '' })).toBeNull()
    expect(rolesOf(chosenRoles(['operator', 'administrator']))).toEqual(['operator', 'administrator'])
    expect(rolesOf(chosenRoles([{ department: housing }]))).toEqual([{ department: housing }])
    expect([sameRoles(['operator', 'administrator'], ['administrator', 'operator']), sameRoles(['operator'], []), sameRoles([{ department: roads }], [{ department: housing }])]).toEqual([true, false, false])
  })
})

describe('how a server reaches itself', () => {
  it('by the address over plain HTTP, by CouchDB’s own port behind TLS', () => {
    expect(selfOf('http://127.0.0.1:5990/')).toBe('http://127.0.0.1:5990')
    expect(selfOf('http://couch.example:5984/couch/')).toBe('http://couch.example:5984/couch')
    expect(selfOf('https://couch.example:6984')).toBe('http://127.0.0.1:5984')
    expect(['http://couchdb:5984', 'https://a', 'couchdb:5984', '', 'ftp://a'].map(isSelfAddress)).toEqual([true, true, false, false, false])
  })
})

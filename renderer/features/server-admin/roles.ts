import type { Directory, Person } from '../../../shared/domain/people/directory'
import type { DepartmentId, PersonId, Role } from '../../../shared/domain/people/roles'
import type { PlannedPerson } from '../../../shared/server/provision/plan'
import type { ServerUser } from '../../../shared/server/provision/users'
import { departmentName } from '../../format/people'
import { serverAdmin } from '../../i18n/ru/serverAdmin'

const words = serverAdmin.people

export const officeRoles = ['operator', 'supervisor', 'administrator'] as const
export type OfficeRole = (typeof officeRoles)[number]

/** Roles as chosen in a dialog: of the office, any number; or one structure's. */
export interface ChosenRoles {
  readonly kind: 'office' | 'department'
  readonly office: readonly OfficeRole[]
  readonly department: DepartmentId | ''
}

export const chosenRoles = (roles: PlannedPerson['roles'], fallback?: Pick<Person, 'role' | 'department'>): ChosenRoles => {
  const office = officeRoles.filter((role) => roles.includes(role))
  const department = roles.flatMap((role) => (typeof role === 'string' ? [] : [role.department]))[0]
  if (roles.length > 0) return { kind: office.length > 0 ? 'office' : 'department', office, department: department ?? '' }
  return suggestedRoles(fallback)
}

/** What the directory says of the person. */
function suggestedRoles(person: Pick<Person, 'role' | 'department'> | undefined): ChosenRoles {
  const role: Role | undefined = person?.role ?? (person?.department === undefined ? undefined : 'department')
  if (role === 'department') return { kind: 'department', office: [], department: person?.department ?? '' }
  return { kind: 'office', office: role === undefined ? [] : [role], department: person?.department ?? '' }
}

/** Null while nothing is chosen. */
export function rolesOf({ kind, office, department }: ChosenRoles): PlannedPerson['roles'] | null {
  if (kind === 'department') return department === '' ? null : [{ department }]
  return office.length === 0 ? null : office
}

const keyOf = (roles: PlannedPerson['roles']): string => roles.map((role) => (typeof role === 'string' ? role : `dept-${role.department}`)).sort().join()
export const sameRoles = (one: PlannedPerson['roles'], other: PlannedPerson['roles']): boolean => keyOf(one) === keyOf(other)

export const rolesText = (roles: PlannedPerson['roles'], directory: Directory): string =>
  roles.length === 0 ? words.out : roles.map((role) => (typeof role === 'string' ? words.role[role] : words.department(departmentName(directory, role.department)))).join(', ')

/** A user of the server beside who he is in the directory. */
export interface UserRow {
  readonly user: ServerUser
  readonly person: Person | undefined
}

/** By name; who is shut out comes last. */
export function userRows(users: readonly ServerUser[], directory: Directory): readonly UserRow[] {
  const rows = users.map((user) => ({ user, person: directory.people.find(({ id }) => id === user.name) }))
  const out = (row: UserRow) => Number(row.user.roles.length === 0)
  return rows.sort((a, b) => out(a) - out(b) || titleOf(a).localeCompare(titleOf(b), 'ru'))
}

export const titleOf = ({ user, person }: UserRow): string => person?.name ?? user.name

/** People of the directory who have no account on the server yet; those with a role first. */
export function withoutAccount(users: readonly ServerUser[], directory: Directory): readonly Person[] {
  const there = new Set<PersonId>(users.map(({ name }) => name))
  return directory.people.filter(({ id }) => !there.has(id)).sort((a, b) => Number(a.role === undefined) - Number(b.role === undefined) || a.name.localeCompare(b.name, 'ru'))
}

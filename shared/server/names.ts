import { err, ok, type Result } from '../lib/result'
import type { DepartmentId } from '../domain/people/roles'
import { departmentIdSchema, type Role } from '../domain/people/roles'

/**
 * What stands before the name of every database, role, user and job: empty in an office; trials on a shared server take one of
 * their own, so that they can remove what they made and nothing else.
 */
export interface Topology {
  readonly prefix: string
}

const prefixPattern = /^([a-z][a-z0-9-]{0,30}-)?$/

/** `badPrefix`: not empty and not `[a-z][a-z0-9-]*-`. */
export const topology = (prefix: string): Result<Topology, 'badPrefix'> => (prefixPattern.test(prefix) ? ok({ prefix }) : err('badPrefix'))

/** Every event of the office. */
export const journalDatabase = ({ prefix }: Topology): string => `${prefix}journal`
/** What is party to one structure. */
export const departmentDatabase = ({ prefix }: Topology, id: DepartmentId): string => `${prefix}dept-${id}`
/** Structures, people, duty list, schedule, calendar, regulation, templates. */
export const directoryDatabase = ({ prefix }: Topology): string => `${prefix}directory`

/** The role on the server of a person who acts as `role`; a department's people are told apart by its name. */
export function serverRole({ prefix }: Topology, role: Exclude<Role, 'department'> | { readonly department: DepartmentId }): string {
  return typeof role === 'string' ? `${prefix}${role}` : `${prefix}dept-${role.department}`
}

/** Passes events on from the journal to every department's database. Its user has the same name. */
export const journalRelay = ({ prefix }: Topology): string => `${prefix}relay-journal`
/** Passes one department's events on to the journal. Its user has the same name. */
export const departmentRelay = ({ prefix }: Topology, id: DepartmentId): string => `${prefix}relay-dept-${id}`

/** What a signed-in person may do here, read off the roles the server names; null where none of them is ours. */
export type ServerStanding =
  | { readonly kind: 'office'; readonly roles: readonly Exclude<Role, 'department'>[] }
  | { readonly kind: 'department'; readonly department: DepartmentId }

const officeRoles = ['operator', 'supervisor', 'administrator'] as const

/** An office role outweighs a department's: who reads the journal needs no part of it. */
export function standingOf(at: Topology, roles: readonly string[]): ServerStanding | null {
  const office = officeRoles.filter((role) => roles.includes(serverRole(at, role)))
  if (office.length > 0) return { kind: 'office', roles: office }
  const start = `${at.prefix}dept-`
  for (const role of roles) {
    if (!role.startsWith(start)) continue
    const id = departmentIdSchema.safeParse(role.slice(start.length))
    if (id.success) return { kind: 'department', department: id.data }
  }
  return null
}

/** Where this person's events come from and go to. */
export const eventDatabase = (at: Topology, standing: ServerStanding): string =>
  standing.kind === 'office' ? journalDatabase(at) : departmentDatabase(at, standing.department)

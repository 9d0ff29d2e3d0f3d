import { z } from 'zod'
import { departmentIdSchema, personIdSchema, type DepartmentId, type PersonId, type Role } from '../../domain/people/roles'
import type { LinkFailure } from '../link'
import type { Topology } from '../names'

/** A person who signs in. Without a password a new one gets a generated one; an existing one keeps his. */
export interface PlannedPerson {
  readonly name: PersonId
  readonly roles: readonly (Exclude<Role, 'department'> | { readonly department: DepartmentId })[]
  readonly password?: string
}

export interface ProvisionPlan {
  readonly at: Topology
  readonly departments: readonly DepartmentId[]
  readonly people: readonly PlannedPerson[]
  /** How the server reaches itself, as its replication jobs will: usually `http://127.0.0.1:5984`. */
  readonly self: string
  /** Where the jobs' documents go: `_replicator` of a CouchDB. A trial server keeps them elsewhere and runs them itself. */
  readonly jobs: string
  /** Any new text makes every job anew, so that what was silently refused is offered again; absent = the jobs stay. */
  readonly offerAgain?: string
}

/** One thing that was not as the plan wants it and now is. */
export interface Change {
  readonly what: 'database' | 'security' | 'rules' | 'user' | 'password' | 'roles' | 'job' | 'jobRemoved' | 'mark'
  readonly name: string
}

export interface Provisioned {
  /** Empty on a server that is as the plan wants it. */
  readonly changes: readonly Change[]
  /** Generated for people who had none: shown once, kept nowhere. */
  readonly passwords: readonly { readonly name: PersonId; readonly password: string }[]
}

/** Why the server is not provisioned. What was done before stays: the next run goes on from there. */
export type ProvisionFailure =
  | { readonly reason: 'unreachable'; readonly failure: LinkFailure }
  | { readonly reason: 'password' }
  | { readonly reason: 'lockout' }
  | { readonly reason: 'notAdministrator' }
  | { readonly reason: 'notCouchDb' }
  | { readonly reason: 'tooOld'; readonly version: string }
  /** A trial write was not answered as our rules answer it. */
  | { readonly reason: 'rulesDoNotRun'; readonly database: string; readonly detail: string }
  | { readonly reason: 'refused'; readonly path: string; readonly status: number; readonly detail: string }

/** The file of `npm run provision`: structures by id and the people who sign in. */
export const planFileSchema = z.strictObject({
  departments: z.array(z.strictObject({ id: departmentIdSchema, name: z.string().max(300).optional() })),
  people: z
    .array(
      z
        .strictObject({
          name: personIdSchema,
          password: z.string().min(8).max(200).optional(),
          roles: z.array(z.enum(['operator', 'supervisor', 'administrator'])).default([]),
          department: departmentIdSchema.optional(),
        })
        .refine((person) => person.roles.length > 0 || person.department !== undefined, 'нужна роль или структура'),
    )
    .default([]),
})
export type PlanFile = z.infer<typeof planFileSchema>

export const peopleOf = (file: PlanFile): PlannedPerson[] =>
  file.people.map(({ name, password, roles, department }) => ({
    name,
    roles: [...roles, ...(department === undefined ? [] : [{ department }])],
    ...(password === undefined ? {} : { password }),
  }))

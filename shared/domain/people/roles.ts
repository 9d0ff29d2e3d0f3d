import { z } from 'zod'
import type { Brand } from '../../lib/brand'

/** A person's sign-in name; the same as on the server, so that an event's author can be held to it there. */
export type PersonId = Brand<string, 'PersonId'>
/** A responsible structure (2.7). */
export type DepartmentId = Brand<string, 'DepartmentId'>

/** Both become parts of document and database names, hence the narrow alphabet. */
export const personIdSchema = z.string().regex(/^[a-z][a-z0-9._-]{0,62}$/).transform((id) => id as PersonId)
export const departmentIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,46}$/).transform((id) => id as DepartmentId)

/** operator 2.1 · department 2.7, 4.1 · supervisor 4.2 · administrator: keeps the program itself. */
export const roles = ['operator', 'department', 'supervisor', 'administrator'] as const
export type Role = (typeof roles)[number]
export const roleSchema = z.enum(roles)

/** Who acts: the person, the role he acts in now and, for a department, which one. */
export type Actor =
  | { readonly person: PersonId; readonly role: 'department'; readonly department: DepartmentId }
  | { readonly person: PersonId; readonly role: Exclude<Role, 'department'> }

import { z } from 'zod'
import { departmentIdSchema, type Actor, type PersonId } from '../../../shared/domain/people/roles'
import type { ServerStanding } from '../../../shared/server/names'
import { assertNever } from '../../../shared/lib/assertNever'
import type { Observable } from '../application'
import type { JoinedServer, OfficeRole } from './desk'

const standingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('office'), roles: z.array(z.enum(['operator', 'supervisor', 'administrator'])).min(1) }),
  z.object({ kind: z.literal('department'), department: departmentIdSchema }),
]) satisfies z.ZodType<ServerStanding>

/** The server as this computer remembers it; no password is in it. */
export const joinedSchema = z.object({
  address: z.string(),
  user: z.string(),
  remember: z.boolean(),
  ca: z.string().optional(),
  insistHttp: z.boolean(),
  standing: standingSchema,
  holdsOthers: z.boolean().default(false),
})

/** Where it is remembered; null = no server. Durable before `save` resolves. */
export interface JoinedStore {
  readonly current: Observable<JoinedServer | null>
  save(joined: JoinedServer | null): Promise<void>
}

/** In which role this person works when the server gives him several and he has not chosen. */
export function actorOf(person: PersonId, standing: ServerStanding, as?: OfficeRole): Actor {
  switch (standing.kind) {
    case 'department': return { person, role: 'department', department: standing.department }
    case 'office': return { person, role: as !== undefined && standing.roles.includes(as) ? as : (standing.roles[0] ?? 'operator') }
    default: return assertNever(standing, 'standing')
  }
}

/** Whether the server lets this person act so. */
export const gives = (standing: ServerStanding, actor: Actor): boolean =>
  standing.kind === 'department' ? actor.role === 'department' && actor.department === standing.department : standing.roles.some((role) => role === actor.role)

/** Every way to act that the server gives, in the order of the switcher. */
export const actorsGiven = (person: PersonId, standing: ServerStanding): readonly Actor[] =>
  standing.kind === 'department' ? [actorOf(person, standing)] : standing.roles.map((role) => ({ person, role }))

export const sameStanding = (one: ServerStanding, other: ServerStanding): boolean =>
  one.kind === 'department'
    ? other.kind === 'department' && one.department === other.department
    : other.kind === 'office' && one.roles.length === other.roles.length && one.roles.every((role) => other.roles.includes(role))

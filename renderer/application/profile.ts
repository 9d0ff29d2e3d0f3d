import { z } from 'zod'
import { deviceIdSchema, type DeviceId } from '../../shared/domain/journal/ids'
import { departmentIdSchema, personIdSchema, roles, type Actor, type PersonId } from '../../shared/domain/people/roles'
import type { Chance } from './ports'

/**
 * How a profile is used. `undecided` nothing chosen yet · `alone` this computer only · `training` the training set, nothing of
 * it is real · `server` joined to the district's server.
 */
export const profileModes = ['undecided', 'alone', 'training', 'server'] as const
export type ProfileMode = (typeof profileModes)[number]

const actorSchema = z.union([
  z.object({ person: personIdSchema, role: z.literal('department'), department: departmentIdSchema }),
  z.object({ person: personIdSchema, role: z.enum(roles).exclude(['department']) }),
]) satisfies z.ZodType<Actor>

/** What this computer is to the journal, and who sits at it. `erasing`: an erasure was begun and is finished at the next start. */
export const profileSchema = z.object({ device: deviceIdSchema, mode: z.enum(profileModes), actor: actorSchema, erasing: z.boolean() })
export type Profile = Readonly<z.infer<typeof profileSchema>>

/** The operator of a computer that works alone. */
export const localOperator = 'operator' as PersonId

export const newDevice = (chance: Chance): DeviceId => `d${chance.hex(8)}` as DeviceId

export const newProfile = (chance: Chance): Profile => ({
  device: newDevice(chance),
  mode: 'undecided',
  actor: { person: localOperator, role: 'operator' },
  erasing: false,
})

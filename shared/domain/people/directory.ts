import { z } from 'zod'
import { departmentIdSchema, personIdSchema, roleSchema } from './roles'

/** One person on the duty list (3.9) or at a structure's head (4.1). */
export const personSchema = z.object({
  id: personIdSchema,
  name: z.string().min(1).max(300),
  position: z.string().max(300).optional(),
  /** Absent for people who only stand on the duty list and do not sign in. */
  role: roleSchema.optional(),
  department: departmentIdSchema.optional(),
  place: z.enum(['head', 'deputy', 'staff']).optional(),
  workPhone: z.string().max(100).optional(),
  mobilePhone: z.string().max(100).optional(),
  /** 3.9: gives official comments in working or other hours. */
  onDuty: z.object({ workingHours: z.boolean(), otherHours: z.boolean() }).optional(),
})
export type Person = z.infer<typeof personSchema>

/** 2.7: subdivisions, bodies, institutions and enterprises. */
export const departmentSchema = z.object({
  id: departmentIdSchema,
  name: z.string().min(1).max(300),
  shortName: z.string().max(100).optional(),
  kind: z.enum(['subdivision', 'body', 'institution', 'enterprise']),
  /** What it answers for, in citizens' words: the program suggests it by these. */
  topics: z.array(z.string().max(100)).max(200),
  closed: z.boolean().optional(),
})
export type Department = z.infer<typeof departmentSchema>

export const directorySchema = z.object({ departments: z.array(departmentSchema), people: z.array(personSchema) })
export type Directory = z.infer<typeof directorySchema>

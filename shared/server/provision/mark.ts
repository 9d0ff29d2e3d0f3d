import { z } from 'zod'
import { departmentIdSchema } from '../../domain/people/roles'

/** The document of the directory's database that tells a program it has come to the right place. */
export const markId = 'otklik'
/** Raised when programs of before and after cannot work on one server. */
export const serverSchema = 1

export const markSchema = z.looseObject({
  _id: z.literal(markId),
  schema: z.number().int().positive(),
  /** Names the wording of the validation functions. */
  rules: z.string(),
  /** The last text for which the jobs were made anew. */
  round: z.string().default(''),
  departments: z.array(departmentIdSchema),
})
export type Mark = z.infer<typeof markSchema>

import { z } from 'zod'

/** Ids come as numbers, as digits in strings, and (beyond 2^53) as strings that `readJson` made: one form, a string. */
export const idSchema = z
  .union([z.number().int(), z.string().regex(/^-?\d{1,30}$/)])
  .transform((id) => String(id).replace(/^(-?)0+(?=\d)/, '$1'))

/** Seconds or milliseconds as a number or its digits. */
export const timeSchema = z.union([z.number(), z.string().regex(/^\d{1,16}$/).transform(Number)])

/** A field that may be missing, null or of a wrong type without costing the person's words. */
export const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** The first thing wrong, as `field: what`; never a value. */
export function problemOf(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue === undefined) return ''
  const path = issue.path.map(String).join('.')
  return path === '' ? issue.code : `${path}: ${issue.code}`
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An own property only: `__proto__` and inherited names are not fields. */
export const own = (record: Readonly<Record<string, unknown>>, name: string): unknown => (Object.hasOwn(record, name) ? record[name] : undefined)

import { z } from 'zod'
import { parseLocalDate, type LocalDate } from './localDate'
import { parseOfficeZone, type OfficeZone } from './officeZone'

/** A date at a door: `YYYY-MM-DD` that exists. */
export const localDateSchema = z.string().transform((text, context): LocalDate => {
  const date = parseLocalDate(text)
  if (date.ok) return date.value
  context.addIssue({ code: 'custom', message: 'not-a-date' })
  return z.NEVER
})

/** A zone at a door: an IANA name that the runtime knows. */
export const officeZoneSchema = z.string().transform((text, context): OfficeZone => {
  const zone = parseOfficeZone(text)
  if (zone.ok) return zone.value
  context.addIssue({ code: 'custom', message: 'unknown-zone' })
  return z.NEVER
})

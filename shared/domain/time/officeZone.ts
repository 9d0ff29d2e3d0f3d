import type { Brand } from '../../lib/brand'
import { err, ok, type Result } from '../../lib/result'

/** The IANA name of the zone whose wall clock the office lives by. Never the machine's own zone. */
export type OfficeZone = Brand<string, 'OfficeZone'>

export const DEFAULT_OFFICE_ZONE = 'Asia/Krasnoyarsk' as OfficeZone

/** Accepts the IANA names that the runtime's zone data knows. */
export function parseOfficeZone(text: string): Result<OfficeZone, 'unknown-zone'> {
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(text)) return err('unknown-zone')
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: text })
  } catch (error) {
    // The constructor has no other way to say that a name is unknown.
    if (error instanceof RangeError) return err('unknown-zone')
    throw error
  }
  return ok(text as OfficeZone)
}

import { err, ok, type Result } from '../../../lib/result'
import { dateOf, twoDigits, type LocalDate } from '../../time'
import type { ImportRefusal, RawYearBuilder } from './rawYear'

/** A date of a year from a month and a day of two digits at most; null when there is no such day. */
export function dateInYear(year: number, month: number, day: number): LocalDate | null {
  const date = dateOf(year, month, day)
  // Parts beyond their range have carried over into another month.
  return date.slice(5, 7) === twoDigits(month) ? date : null
}

/** `MM.DD`, as the transitions of the calendar forms are written. */
export function monthDay(year: number, text: string): LocalDate | null {
  const match = /^(\d{1,2})\.(\d{1,2})$/.exec(text.trim())
  return match ? dateInYear(year, Number(match[1]), Number(match[2])) : null
}

/**
 * A month written as `1,2,3*,9+`: days off, `*` for a day shortened by an hour (so a worked one), `+` for a moved day off.
 * An empty list is a month without days off, which no month is, and is refused later by the count.
 */
export function addMonth(builder: RawYearBuilder, month: number, days: string): Result<null, ImportRefusal> {
  for (const item of days.split(',')) {
    const match = /^\s*(\d{1,2})([*+]?)\s*$/.exec(item)
    if (!match) return err({ reason: 'day-out-of-range', where: `${month}: ${item.trim()}` })
    const date = dateInYear(builder.year, month, Number(match[1]))
    if (!date) return err({ reason: 'day-out-of-range', where: `${month}: ${item.trim()}` })
    if (!builder.add(date, match[2] === '*' ? 'short' : 'off')) return err({ reason: 'duplicate-day', date })
  }
  return ok(null)
}

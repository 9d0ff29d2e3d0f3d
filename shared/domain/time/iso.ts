import { err, ok, type Result } from '../../lib/result'
import { instant, type Instant } from './instant'
import { dateOfDay, MS_PER_DAY, MS_PER_MINUTE, twoDigits, type LocalDate } from './localDate'
import type { OfficeZone } from './officeZone'
import { zoneOffsets } from './zoneOffsets'

export type InstantTextError = 'not-an-instant' | 'no-such-local-time'

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/

/**
 * ISO 8601 with the office's offset at that instant: `2026-11-30T10:30:00+07:00`.
 * Milliseconds are written only when there are any.
 */
export function formatInstant(t: Instant, zone: OfficeZone): string {
  const offset = zoneOffsets(zone).offsetAt(t)
  const day = Math.floor((t + offset) / MS_PER_DAY)
  const rest = t + offset - day * MS_PER_DAY
  const seconds = Math.floor((rest % MS_PER_MINUTE) / 1000)
  const ms = rest % 1000
  const time = `${clockText(Math.floor(rest / MS_PER_MINUTE))}:${twoDigits(seconds)}${ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`}`
  return `${dateOfDay(day)}T${time}${offset < 0 ? '-' : '+'}${clockText(Math.floor(Math.abs(offset) / MS_PER_MINUTE))}`
}

/** `HH:MM` of minutes. */
const clockText = (minutes: number): string => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`

/** The date on the office's wall calendar. */
export const localDateOf = (t: Instant, zone: OfficeZone): LocalDate => dateOfDay(zoneOffsets(zone).dayOf(t))

/** The first instant of a date on the office's wall calendar. */
export const startOfDate = (date: LocalDate, zone: OfficeZone): Instant => instantOfLocal(Date.parse(`${date}T00:00:00Z`), zone)

const instantOfLocal = (local: number, zone: OfficeZone): Instant => zoneOffsets(zone).firstInstantOf(local)

/**
 * Reads ISO 8601 text. Without an offset the office's wall clock is meant: of an hour that occurs twice the first one,
 * and an hour that a change of the clock leaves out is refused. A date alone is its first instant.
 * Other programs write microseconds; an Instant is whole milliseconds, so what is finer is cut off.
 */
export function parseInstant(text: string, zone: OfficeZone): Result<Instant, InstantTextError> {
  const match = SHAPE.exec(text.trim())
  if (!match) return err('not-an-instant')
  const part = (index: number): number => Number(match[index] ?? 0)
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)]
  const milli = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3))
  const local = Date.UTC(year, month - 1, day, hour, minute, second, milli)
  const midnight = Date.UTC(year, month - 1, day)
  // Date.UTC carries 30 February and 25:61 over; a reader must refuse them.
  if (month < 1 || month > 12 || dateOfDay(midnight / MS_PER_DAY) !== text.trim().slice(0, 10)) return err('not-an-instant')
  if (hour > 23 || minute > 59 || second > 59) return err('not-an-instant')
  const offset = match[8]
  if (offset === 'Z') return ok(instant(local))
  if (offset !== undefined) return readOffset(offset, local)
  const found = instantOfLocal(local, zone)
  return zoneOffsets(zone).localOf(found) === local ? ok(found) : err('no-such-local-time')
}

function readOffset(offset: string, local: number): Result<Instant, InstantTextError> {
  const digits = offset.replace(':', '')
  const hours = Number(digits.slice(1, 3))
  const minutes = Number(digits.slice(3) || 0)
  if (hours > 15 || minutes > 59) return err('not-an-instant')
  const ms = (hours * 60 + minutes) * MS_PER_MINUTE
  return ok(instant(offset.startsWith('-') ? local + ms : local - ms))
}

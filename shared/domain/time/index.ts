/**
 * Instants, dates and the office's wall clock.
 * An `Instant` is epoch ms; a `LocalDate` is `YYYY-MM-DD` of the office's calendar; an `OfficeZone` is an IANA name.
 * The machine's own zone and clock are never read: the zone and `now` come in.
 */
export { instant, type Instant } from './instant'
export {
  addDays,
  dateOf,
  dateOfDay,
  dayOfDate,
  firstDayOfYear,
  localDate,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  parseLocalDate,
  twoDigits,
  weekdayOfDay,
  yearOfDate,
  yearOfDay,
  type DayNumber,
  type LocalDate,
  type Weekday,
} from './localDate'
export { DEFAULT_OFFICE_ZONE, parseOfficeZone, type OfficeZone } from './officeZone'
export { formatInstant, localDateOf, parseInstant, startOfDate, type InstantTextError } from './iso'
export { zoneOffsets, ZoneOffsets, type OffsetSegment } from './zoneOffsets'
export { localDateSchema, officeZoneSchema } from './schemas'

/**
 * The Russian production calendar: which dates are worked, how long, and by which act.
 * `RU_CALENDAR` holds 2021–2027; a year without a decree is derived from the statute and marked provisional.
 * Files are read by ./import, which brings its parsers along and is imported on its own.
 */
export { CalendarDays, calendarDays, type DayLength } from './calendarDays'
export { checkYear, countWorkingDays, doubtsOf, type YearDoubt, type YearFault } from './checkYear'
export { RU_CALENDAR } from './decrees'
export { withDay, withDecree, type DayEdit, type DayEditFault } from './editDay'
export { normHours, type NormHours, type NormPeriod } from './normHours'
export type {
  Act,
  CalendarDay,
  CalendarYear,
  ProductionCalendar,
  SpecialDay,
  SpecialDayOff,
  StatutoryHolidayId,
  WorkingWeekend,
} from './productionCalendar'
export {
  beforeRevision,
  calendarAt,
  revise,
  standingRevisions,
  versionsOf,
  type CalendarRevision,
  type RevisedCalendar,
  type RevisionKind,
  type RevisionNote,
} from './revisions'
export { calendarRevisionSchema, calendarYearSchema, productionCalendarSchema } from './schemas'
export { buildYear, isWeekend, statutoryHoliday, statutoryHolidays, yearByStatute, type YearDecision } from './statute'
export { withYear, yearChanges, type DayChange } from './versions'

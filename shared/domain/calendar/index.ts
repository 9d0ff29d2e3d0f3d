/**
 * The Russian production calendar: which dates are worked, how long, and by which act.
 * `RU_CALENDAR` holds 2021–2027; a year without a decree is derived from the statute and marked provisional.
 */
export { CalendarDays, calendarDays } from './calendarDays'
export { RU_CALENDAR } from './decrees'
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
export { calendarYearSchema, productionCalendarSchema } from './schemas'
export { buildYear, isWeekend, statutoryHoliday, statutoryHolidays, yearByStatute, type YearDecision } from './statute'

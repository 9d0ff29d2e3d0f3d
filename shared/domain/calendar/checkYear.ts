import { err, ok, type Result } from '../../lib/result'
import { addDays, dateOf, dayOfDate, yearOfDate, type LocalDate } from '../time'
import { calendarDays } from './calendarDays'
import { normHours } from './normHours'
import type { CalendarYear, ProductionCalendar } from './productionCalendar'
import { isWeekend, statutoryHolidays } from './statute'

/** Why a year cannot stand, whoever wrote it: a file or a hand. */
export type YearFault =
  | { readonly reason: 'date-of-another-year'; readonly date: LocalDate }
  | { readonly reason: 'duplicate-day'; readonly date: LocalDate }
  /** A holiday of art. 112 is worked. */
  | { readonly reason: 'holiday-worked'; readonly date: LocalDate }
  /** One date is both off and worked, or off and shortened. */
  | { readonly reason: 'conflicting-day'; readonly date: LocalDate }
  /** A working weekend that is no Saturday or Sunday. */
  | { readonly reason: 'not-a-weekend'; readonly date: LocalDate }
  /** A working weekend whose rest no weekday carries, or two share one. */
  | { readonly reason: 'weekend-without-counterpart'; readonly date: LocalDate }
  /** Fewer days off on weekdays than holidays on weekends and working weekends require (art. 112). */
  | { readonly reason: 'days-off-missing'; readonly wanted: number; readonly found: number }
  /** No year has so few working days. */
  | { readonly reason: 'implausible-count'; readonly workingDays: number }
  /** No year works so many Saturdays and Sundays: the days are those of another year, whose weekdays are others. */
  | { readonly reason: 'implausible-weekends'; readonly workingWeekends: number }

const FEWEST_WORKING_DAYS = 200
// Since 2005 never more than three.
const MOST_WORKING_WEEKENDS = 8

/** Checks a year against the statute and against itself; the year itself when it stands. */
export function checkYear(year: CalendarYear): Result<CalendarYear, YearFault> {
  const fault = faultOfDates(year) ?? faultOfWeekends(year) ?? faultOfCounts(year)
  return fault ? err(fault) : ok(year)
}

function faultOfDates({ year, daysOff, workingWeekends, shortDays }: CalendarYear): YearFault | null {
  const off = daysOff.map(({ date }) => date)
  const worked = workingWeekends.map(({ date }) => date)
  for (const dates of [off, worked, shortDays]) {
    const seen = new Set<LocalDate>()
    for (const date of dates) {
      if (yearOfDate(date) !== year) return { reason: 'date-of-another-year', date }
      if (seen.has(date)) return { reason: 'duplicate-day', date }
      seen.add(date)
    }
  }
  const offSet = new Set(off)
  for (const { date } of statutoryHolidays(year)) if (!offSet.has(date)) return { reason: 'holiday-worked', date }
  const workedSet = new Set(worked)
  for (const date of worked) if (offSet.has(date)) return { reason: 'conflicting-day', date }
  // A «нерабочий день» may be worked where the switch is off, and is then shortened as any other.
  const nonWorking = new Set(daysOff.filter(({ reason }) => reason.kind === 'nonWorking').map(({ date }) => date))
  for (const date of shortDays) {
    if ((offSet.has(date) && !nonWorking.has(date)) || (isWeekend(date) && !workedSet.has(date))) return { reason: 'conflicting-day', date }
  }
  return null
}

function faultOfWeekends({ daysOff, workingWeekends }: CalendarYear): YearFault | null {
  const off = new Set(daysOff.map(({ date }) => date))
  const taken = new Set<LocalDate>()
  for (const { date, worksAs } of workingWeekends) {
    if (!isWeekend(date)) return { reason: 'not-a-weekend', date }
    if (isWeekend(worksAs) || !off.has(worksAs) || taken.has(worksAs)) {
      return { reason: 'weekend-without-counterpart', date }
    }
    taken.add(worksAs)
  }
  return null
}

function faultOfCounts(year: CalendarYear): YearFault | null {
  if (year.workingWeekends.length > MOST_WORKING_WEEKENDS) return { reason: 'implausible-weekends', workingWeekends: year.workingWeekends.length }
  const holidays = new Set(statutoryHolidays(year.year).map(({ date }) => date))
  const wanted = year.workingWeekends.length + [...holidays].filter((date) => isWeekend(date) && !date.startsWith(`${year.year}-01`)).length
  const found = year.daysOff.filter(({ date }) => !holidays.has(date) && !isWeekend(date)).length
  if (found < wanted) return { reason: 'days-off-missing', wanted, found }
  const workingDays = countWorkingDays(year)
  if (workingDays < FEWEST_WORKING_DAYS) return { reason: 'implausible-count', workingDays }
  return null
}

/** A calendar of this year alone, «нерабочие дни» taken as off. */
const alone = (year: CalendarYear): ProductionCalendar => ({ version: '', years: [year], nonWorkingDaysAreOff: true })

/** Working days of a year, «нерабочие дни» taken as off. */
export function countWorkingDays(year: CalendarYear): number {
  return normHours(alone(year), year.year, { kind: 'year' }, 40).workingDays
}

/** A day whose length looks odd, though the year can stand: for a person to look at. */
export interface YearDoubt {
  readonly kind: 'short-not-before-holiday' | 'full-before-holiday'
  readonly date: LocalDate
}

/** Shortened days that art. 95 does not explain, and days before a holiday that are not shortened. */
export function doubtsOf(year: CalendarYear): YearDoubt[] {
  const days = calendarDays(alone(year))
  const holidays = new Set([...statutoryHolidays(year.year).map(({ date }) => date), dateOf(year.year + 1, 1, 1)])
  const doubts: YearDoubt[] = []
  for (let date = dateOf(year.year, 1, 1); yearOfDate(date) === year.year; date = addDays(date, 1)) {
    const { kind, short, workingWeekend } = days.dayOfNumber(dayOfDate(date))
    if (kind !== 'working') continue
    const eve = holidays.has(addDays(workingWeekend?.worksAs ?? date, 1))
    if (short && !eve) doubts.push({ kind: 'short-not-before-holiday', date })
    if (!short && eve) doubts.push({ kind: 'full-before-holiday', date })
  }
  return doubts
}

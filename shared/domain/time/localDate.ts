import type { Brand } from '../../lib/brand'
import { err, ok, type Result } from '../../lib/result'

/** A date of the office's wall calendar, `YYYY-MM-DD`, without an hour and without a zone. Sorts as text. */
export type LocalDate = Brand<string, 'LocalDate'>

/** Whole days since 1970-01-01 on the wall calendar. The form in which dates are counted and indexed. */
export type DayNumber = number

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const MS_PER_DAY = 86_400_000
export const MS_PER_HOUR = 3_600_000
export const MS_PER_MINUTE = 60_000

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads `YYYY-MM-DD`; refuses 30 February as well as any other spelling. */
export function parseLocalDate(text: string): Result<LocalDate, 'not-a-date'> {
  const match = SHAPE.exec(text)
  if (!match) return err('not-a-date')
  const date = dateOfDay(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_PER_DAY)
  return date === text ? ok(date) : err('not-a-date')
}

/** Takes text that is already known to be a valid `YYYY-MM-DD`. */
export const localDate = (text: string): LocalDate => text as LocalDate

/** Builds a date from its parts; month is 1–12. Parts beyond their range carry over, as 32 January is 1 February. */
export const dateOf = (year: number, month: number, day: number): LocalDate => dateOfDay(Date.UTC(year, month - 1, day) / MS_PER_DAY)

export const dayOfDate = (date: LocalDate): DayNumber =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_PER_DAY

export function dateOfDay(day: DayNumber): LocalDate {
  const [year, month, date] = civil(day)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}` as LocalDate
}

export const yearOfDay = (day: DayNumber): number => civil(day)[0]

export const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value))

/**
 * The Gregorian date of a day number, by counting in 400-year cycles that begin on 1 March, so that the leap day comes last.
 * Date would do the same at ten times the cost, and this is asked for every instant that is printed.
 */
function civil(day: DayNumber): [year: number, month: number, date: number] {
  const fromMarch = day + 719_468
  const cycle = Math.floor(fromMarch / 146_097)
  const inCycle = fromMarch - cycle * 146_097
  const leapDays = Math.floor(inCycle / 1460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / 146_096)
  const yearOfCycle = Math.floor((inCycle - leapDays) / 365)
  const inYear = inCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const march = Math.floor((5 * inYear + 2) / 153)
  const month = march < 10 ? march + 3 : march - 9
  const date = inYear - Math.floor((153 * march + 2) / 5) + 1
  return [cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, date]
}

export const yearOfDate = (date: LocalDate): number => Number(date.slice(0, 4))

/** The day number of 1 January. */
export const firstDayOfYear = (year: number): DayNumber => Date.UTC(year, 0, 1) / MS_PER_DAY

// 1970-01-01 was a Thursday; the double remainder keeps earlier days positive.
export const weekdayOfDay = (day: DayNumber): Weekday => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayOfDate(date) + days)

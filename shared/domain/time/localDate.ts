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

export const dateOfDay = (day: DayNumber): LocalDate => new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate

export const yearOfDay = (day: DayNumber): number => new Date(day * MS_PER_DAY).getUTCFullYear()

export const yearOfDate = (date: LocalDate): number => Number(date.slice(0, 4))

/** The day number of 1 January. */
export const firstDayOfYear = (year: number): DayNumber => Date.UTC(year, 0, 1) / MS_PER_DAY

// 1970-01-01 was a Thursday; the double remainder keeps earlier days positive.
export const weekdayOfDay = (day: DayNumber): Weekday => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayOfDate(date) + days)

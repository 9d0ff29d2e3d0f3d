import { addDays, dateOf, yearOfDate, type LocalDate } from '../../../shared/domain/time'

const partsOf = (date: LocalDate): readonly [year: number, month: number, day: number] => [yearOfDate(date), Number(date.slice(5, 7)), Number(date.slice(8))]

/** The same day of another month, or that month's last one. */
export function addMonths(date: LocalDate, count: number): LocalDate {
  const [year, month, day] = partsOf(date)
  const months = year * 12 + month - 1 + count
  return lastOr(Math.floor(months / 12), (months % 12) + 1, day)
}

/** The same day of another year; 29 February becomes the 28th. */
export function inYear(date: LocalDate, year: number): LocalDate {
  const [, month, day] = partsOf(date)
  return lastOr(year, month, day)
}

function lastOr(year: number, month: number, day: number): LocalDate {
  const last = addDays(month === 12 ? dateOf(year + 1, 1, 1) : dateOf(year, month + 1, 1), -1)
  return dateOf(year, month, Math.min(day, Number(last.slice(8))))
}

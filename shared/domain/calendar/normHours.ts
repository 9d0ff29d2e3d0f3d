import { firstDayOfYear, dayOfDate, dateOf } from '../time'
import { calendarDays } from './calendarDays'
import type { ProductionCalendar } from './productionCalendar'

/** Working time of a stretch of the calendar: the check sum that is published for every year. */
export interface NormHours {
  readonly calendarDays: number
  readonly workingDays: number
  readonly shortDays: number
  /** Hours at the weekly norm asked for, to the tenth that the published norms have. */
  readonly hours: number
}

/** `month` 1–12, `quarter` 1–4, or the whole year. */
export type NormPeriod =
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'quarter'; readonly quarter: number }
  | { readonly kind: 'year' }

/**
 * The norm of working hours by order № 588н of 13.08.2009: a fifth of the weekly norm for each working day,
 * less an hour for each shortened one.
 */
export function normHours(calendar: ProductionCalendar, year: number, period: NormPeriod, weeklyHours: number): NormHours {
  const [from, to] = bounds(year, period)
  const days = calendarDays(calendar)
  let workingDays = 0
  let shortDays = 0
  for (let day = from; day < to; day++) {
    const { kind, short } = days.dayOfNumber(day)
    if (kind !== 'working') continue
    workingDays++
    if (short) shortDays++
  }
  const hours = Math.round((workingDays * weeklyHours * 10) / 5 - shortDays * 10) / 10
  return { calendarDays: to - from, workingDays, shortDays, hours }
}

function bounds(year: number, period: NormPeriod): [from: number, to: number] {
  if (period.kind === 'year') return [firstDayOfYear(year), firstDayOfYear(year + 1)]
  const first = period.kind === 'month' ? period.month : period.quarter * 3 - 2
  const months = period.kind === 'month' ? 1 : 3
  return [dayOfDate(dateOf(year, first, 1)), dayOfDate(dateOf(year, first + months, 1))]
}

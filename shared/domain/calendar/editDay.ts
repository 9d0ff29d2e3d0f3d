import { err, type Result } from '../../lib/result'
import { yearOfDate, type LocalDate } from '../time'
import { checkYear, type YearFault } from './checkYear'
import { byDate, type Act, type CalendarYear, type SpecialDayOff } from './productionCalendar'
import { isWeekend, statutoryHoliday } from './statute'

/** What a hand makes of one date. */
export type DayEdit =
  /** `worksAs`: for a Saturday or Sunday, the weekday that is off instead. */
  | { readonly kind: 'working'; readonly short: boolean; readonly worksAs: LocalDate | null; readonly act: Act | null }
  /** Null for an ordinary Saturday or Sunday. A holiday of art. 112 stays one whatever is said. */
  | { readonly kind: 'off'; readonly reason: SpecialDayOff | null }

export type DayEditFault = YearFault | { readonly reason: 'reason-missing' | 'counterpart-missing'; readonly date: LocalDate }

/**
 * A year with one date changed by hand, if the year can stand so. A year that rests on the statute alone stays provisional:
 * one day does not make a decree.
 */
export function withDay(year: CalendarYear, date: LocalDate, edit: DayEdit): Result<CalendarYear, DayEditFault> {
  if (yearOfDate(date) !== year.year) return err({ reason: 'date-of-another-year', date })
  const weekend = isWeekend(date)
  const others = {
    daysOff: year.daysOff.filter((day) => day.date !== date),
    workingWeekends: year.workingWeekends.filter((day) => day.date !== date),
    shortDays: year.shortDays.filter((day) => day !== date),
  }
  const basis = year.basis === 'statute' ? 'statute' : 'manual'
  if (edit.kind === 'off') {
    const holiday = statutoryHoliday(date)
    const reason = holiday === null ? edit.reason : ({ kind: 'holiday', holiday } as const)
    if (reason === null && !weekend) return err({ reason: 'reason-missing', date })
    const daysOff = reason === null ? others.daysOff : [...others.daysOff, { date, reason }].sort(byDate)
    return checkYear({ ...year, ...others, basis, daysOff })
  }
  if (weekend) {
    if (edit.worksAs === null) return err({ reason: 'counterpart-missing', date })
    others.workingWeekends.push({ date, worksAs: edit.worksAs, act: edit.act })
    others.workingWeekends.sort(byDate)
  }
  return checkYear({
    ...year,
    ...others,
    basis,
    shortDays: edit.short ? [...others.shortDays, date].sort() : others.shortDays,
  })
}

/** A year whose decree is known now: its act, also for the moves that named none; no longer provisional. */
export function withDecree(year: CalendarYear, act: Act): CalendarYear {
  return {
    ...year,
    act,
    basis: year.basis === 'statute' ? 'manual' : year.basis,
    daysOff: year.daysOff.map((day) => (day.reason.kind === 'movedByAct' && day.reason.act === null ? { ...day, reason: { ...day.reason, act } } : day)),
    workingWeekends: year.workingWeekends.map((weekend) => (weekend.act === null ? { ...weekend, act } : weekend)),
  }
}

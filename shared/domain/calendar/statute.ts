import { addDays, dateOf, dateOfDay, dayOfDate, weekdayOfDay, yearOfDay, type DayNumber, type LocalDate } from '../time'
import { byDate, type Act, type CalendarYear, type SpecialDay, type StatutoryHolidayId, type WorkingWeekend } from './productionCalendar'

/** Art. 112 part 1 of the Labour Code, in force since 2013: month, day, holiday. */
const HOLIDAYS: readonly (readonly [month: number, day: number, holiday: StatutoryHolidayId])[] = [
  [1, 1, 'newYear'],
  [1, 2, 'newYear'],
  [1, 3, 'newYear'],
  [1, 4, 'newYear'],
  [1, 5, 'newYear'],
  [1, 6, 'newYear'],
  [1, 7, 'christmas'],
  [1, 8, 'newYear'],
  [2, 23, 'defenderDay'],
  [3, 8, 'womensDay'],
  [5, 1, 'labourDay'],
  [5, 9, 'victoryDay'],
  [6, 12, 'russiaDay'],
  [11, 4, 'unityDay'],
]

/** The statutory holidays of a year, in order. */
export const statutoryHolidays = (year: number): { date: LocalDate; holiday: StatutoryHolidayId }[] =>
  HOLIDAYS.map(([month, day, holiday]) => ({ date: dateOf(year, month, day), holiday }))

/** The statutory holiday on a date, or null. */
export function statutoryHoliday(date: LocalDate): StatutoryHolidayId | null {
  const monthDay = date.slice(5)
  return HOLIDAYS.find(([month, day]) => dateOf(2000, month, day).slice(5) === monthDay)?.[2] ?? null
}

export const isWeekend = (date: LocalDate): boolean => weekdayOfDay(dayOfDate(date)) >= 6

/** What the Government and the President decided for one year. */
export interface YearDecision {
  readonly year: number
  readonly act: Act | null
  readonly moved: readonly (readonly [from: LocalDate, to: LocalDate])[]
  readonly nonWorking: readonly { readonly date: LocalDate; readonly act: Act }[]
}

/**
 * Builds a year from the statute and the decisions about it:
 * the decree's moves first, then art. 112 part 2 for the holidays it left on a weekend (January's never move by themselves),
 * then art. 95: a working day right before a holiday is shorter by an hour, and a working weekend takes the length
 * of the date whose rest it carries.
 */
export function buildYear(decision: YearDecision): CalendarYear {
  const { year, act } = decision
  const holidays = statutoryHolidays(year)
  const off = new Map<LocalDate, SpecialDay>()
  for (const { date, holiday } of holidays) off.set(date, { date, reason: { kind: 'holiday', holiday } })

  const workingWeekends: WorkingWeekend[] = []
  for (const [from, to] of decision.moved) {
    if (!off.has(from)) workingWeekends.push({ date: from, worksAs: to, act })
    off.set(to, { date: to, reason: { kind: 'movedByAct', from, act } })
  }

  const movedAway = new Set(decision.moved.map(([from]) => from))
  for (const { date, holiday } of holidays) {
    if (!isWeekend(date) || date.slice(5, 7) === '01' || movedAway.has(date)) continue
    let to = addDays(date, 1)
    while (isWeekend(to) || off.has(to)) to = addDays(to, 1)
    off.set(to, { date: to, reason: { kind: 'movedByStatute', from: date, holiday } })
  }

  for (const { date, act: decree } of decision.nonWorking) off.set(date, { date, reason: { kind: 'nonWorking', act: decree } })

  const daysOff = [...off.values()].sort(byDate)
  return {
    year,
    basis: act ? 'decree' : 'statute',
    act,
    daysOff,
    workingWeekends,
    shortDays: shortDaysOf(year, off, workingWeekends),
  }
}

/** A year of which only the statute is known. */
export const yearByStatute = (year: number): CalendarYear => buildYear({ year, act: null, moved: [], nonWorking: [] })

/** The days of a year right before a holiday; 1 January of the next year makes 31 December one. */
export const eves = (year: number): DayNumber[] =>
  [...statutoryHolidays(year), ...statutoryHolidays(year + 1)].map(({ date }) => dayOfDate(date) - 1).filter((day) => yearOfDay(day) === year)

function shortDaysOf(year: number, off: ReadonlyMap<LocalDate, SpecialDay>, weekends: readonly WorkingWeekend[]): LocalDate[] {
  const short: LocalDate[] = []
  for (const before of eves(year).map(dateOfDay)) {
    const carrier = weekends.find((weekend) => weekend.worksAs === before)
    if (carrier) short.push(carrier.date)
    // A «нерабочий день» before a holiday is short for the offices that work on it.
    else if (!isWeekend(before) && (!off.has(before) || off.get(before)!.reason.kind === 'nonWorking')) short.push(before)
  }
  return short.sort()
}

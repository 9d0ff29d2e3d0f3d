import { dateOfDay, dayOfDate, firstDayOfYear, weekdayOfDay, yearOfDay, type DayNumber, type LocalDate, type Weekday } from '../time'
import type { CalendarDay, CalendarYear, ProductionCalendar, SpecialDayOff, WorkingWeekend } from './productionCalendar'
import { eves, yearByStatute } from './statute'

interface YearIndex {
  readonly year: CalendarYear
  readonly off: ReadonlyMap<DayNumber, SpecialDayOff>
  readonly weekends: ReadonlyMap<DayNumber, WorkingWeekend>
  /** Shortened days, and the Saturdays and Sundays before a holiday, for whoever works on them (art. 95). */
  readonly short: ReadonlySet<DayNumber>
}

/** A day for `compile`: its weekday, the weekday whose hours it has, and whether an hour is taken off. */
export interface DayLength {
  readonly weekday: Weekday
  readonly worksAs: Weekday
  readonly short: boolean
}

const lengths = (short: boolean): readonly DayLength[] =>
  ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, worksAs: weekday, short }))
const FULL = lengths(false)
const SHORT = lengths(true)

/** Looks days up in one calendar; years that the calendar does not hold are derived from the statute when first asked for. */
export class CalendarDays {
  private readonly years = new Map<number, YearIndex>()

  constructor(readonly calendar: ProductionCalendar) {}

  day(date: LocalDate): CalendarDay {
    return this.dayOfNumber(dayOfDate(date))
  }

  dayOfNumber(day: DayNumber): CalendarDay {
    const index = this.yearIndex(yearOfDay(day))
    const date = dateOfDay(day)
    const provisional = index.year.basis === 'statute'
    const special = index.off.get(day)
    const reason = special && this.isOff(special) ? special : null
    const workingWeekend = index.weekends.get(day) ?? null
    const base = { date, reason, workingWeekend, provisional, ignoredNonWorking: null }
    if (reason) return { ...base, kind: 'off', short: false }
    if (weekdayOfDay(day) >= 6 && !workingWeekend) return { ...base, kind: 'weekend', short: false }
    const ignoredNonWorking = special?.kind === 'nonWorking' ? special.act : null
    return { ...base, kind: 'working', short: index.short.has(day), ignoredNonWorking }
  }

  /**
   * How long a day is worked, or null when the calendar gives it off. An ordinary Saturday is not off here:
   * whether Saturdays are worked is the schedule's to say.
   */
  lengthOfDay(day: DayNumber): DayLength | null {
    return this.lengthIn(this.yearIndex(yearOfDay(day)), day)
  }

  /** The lengths of every day of a year, 1 January first. */
  lengthsOfYear(year: number): (DayLength | null)[] {
    const index = this.yearIndex(year)
    const first = firstDayOfYear(year)
    return Array.from({ length: firstDayOfYear(year + 1) - first }, (_, day) => this.lengthIn(index, first + day))
  }

  private lengthIn(index: YearIndex, day: DayNumber): DayLength | null {
    const special = index.off.get(day)
    if (special && this.isOff(special)) return null
    const weekday = weekdayOfDay(day)
    const length = (index.short.has(day) ? SHORT : FULL)[weekday - 1]!
    const weekend = index.weekends.get(day)
    return weekend ? { ...length, worksAs: weekdayOfDay(dayOfDate(weekend.worksAs)) } : length
  }

  private isOff(special: SpecialDayOff): boolean {
    return special.kind !== 'nonWorking' || this.calendar.nonWorkingDaysAreOff
  }

  /** The year as data, whether the calendar holds it or it had to be derived. */
  year(year: number): CalendarYear {
    return this.yearIndex(year).year
  }

  isProvisional(year: number): boolean {
    return this.yearIndex(year).year.basis === 'statute'
  }

  private yearIndex(year: number): YearIndex {
    return this.years.get(year) ?? this.indexYear(year)
  }

  private indexYear(year: number): YearIndex {
    const data = this.calendar.years.find((candidate) => candidate.year === year) ?? yearByStatute(year)
    const weekends = new Map(data.workingWeekends.map((weekend) => [dayOfDate(weekend.date), weekend]))
    const index = {
      year: data,
      off: new Map(data.daysOff.map(({ date, reason }) => [dayOfDate(date), reason])),
      weekends,
      short: new Set([...data.shortDays.map(dayOfDate), ...eves(year).filter((day) => weekdayOfDay(day) >= 6 && !weekends.has(day))]),
    }
    this.years.set(year, index)
    return index
  }
}

const known = new WeakMap<ProductionCalendar, CalendarDays>()

/** The index of a calendar; calendars are immutable, so one index serves all who ask. */
export function calendarDays(calendar: ProductionCalendar): CalendarDays {
  let days = known.get(calendar)
  if (!days) known.set(calendar, (days = new CalendarDays(calendar)))
  return days
}

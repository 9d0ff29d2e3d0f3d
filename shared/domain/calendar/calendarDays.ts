import { dateOfDay, dayOfDate, weekdayOfDay, yearOfDay, type DayNumber, type LocalDate } from '../time'
import type { CalendarDay, CalendarYear, ProductionCalendar, SpecialDayOff, WorkingWeekend } from './productionCalendar'
import { yearByStatute } from './statute'

interface YearIndex {
  readonly year: CalendarYear
  readonly off: ReadonlyMap<LocalDate, SpecialDayOff>
  readonly weekends: ReadonlyMap<LocalDate, WorkingWeekend>
  readonly short: ReadonlySet<LocalDate>
}

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
    const special = index.off.get(date)
    const ignored = special?.kind === 'nonWorking' && !this.calendar.nonWorkingDaysAreOff ? special : null
    const workingWeekend = index.weekends.get(date) ?? null
    const base = { date, workingWeekend, provisional, ignoredNonWorking: ignored?.act ?? null }
    if (special && !ignored) return { ...base, kind: 'off', reason: special, short: false }
    if (weekdayOfDay(day) >= 6 && !workingWeekend) return { ...base, kind: 'weekend', reason: null, short: false }
    return { ...base, kind: 'working', reason: null, short: index.short.has(date) }
  }

  /** The year as data, whether the calendar holds it or it had to be derived. */
  year(year: number): CalendarYear {
    return this.yearIndex(year).year
  }

  isProvisional(year: number): boolean {
    return this.yearIndex(year).year.basis === 'statute'
  }

  private yearIndex(year: number): YearIndex {
    let index = this.years.get(year)
    if (!index) {
      const data = this.calendar.years.find((candidate) => candidate.year === year) ?? yearByStatute(year)
      index = {
        year: data,
        off: new Map(data.daysOff.map(({ date, reason }) => [date, reason])),
        weekends: new Map(data.workingWeekends.map((weekend) => [weekend.date, weekend])),
        short: new Set(data.shortDays),
      }
      this.years.set(year, index)
    }
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

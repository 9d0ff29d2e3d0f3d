import { firstDayOfYear } from '../time'
import { calendarDays } from './calendarDays'
import type { CalendarDay, CalendarYear, ProductionCalendar } from './productionCalendar'

/** A calendar with one year replaced or added, under a new version; the old one stays as it was. */
export function withYear(calendar: ProductionCalendar, year: CalendarYear, version: string): ProductionCalendar {
  const years = [...calendar.years.filter((other) => other.year !== year.year), year].sort((a, b) => a.year - b.year)
  return { ...calendar, version, years }
}

/** One date that two calendars see differently. */
export interface DayChange {
  readonly before: CalendarDay
  readonly after: CalendarDay
  /** False when only the reason or the act differs, and so no deadline can move. */
  readonly lengthChanges: boolean
}

/** The dates of a year that change from one calendar to another, in order. */
export function yearChanges(before: ProductionCalendar, after: ProductionCalendar, year: number): DayChange[] {
  const [old, fresh] = [calendarDays(before), calendarDays(after)]
  const changes: DayChange[] = []
  for (let day = firstDayOfYear(year); day < firstDayOfYear(year + 1); day++) {
    const change = { before: old.dayOfNumber(day), after: fresh.dayOfNumber(day) }
    const lengthChanges = lengthOf(change.before) !== lengthOf(change.after)
    if (lengthChanges || reasonOf(change.before) !== reasonOf(change.after)) changes.push({ ...change, lengthChanges })
  }
  return changes
}

const lengthOf = ({ kind, short, workingWeekend }: CalendarDay): string | null => (kind === 'working' ? `${short} ${workingWeekend?.worksAs}` : null)

const reasonOf = ({ kind, reason, workingWeekend, ignoredNonWorking }: CalendarDay): string =>
  JSON.stringify([kind, reason, workingWeekend, ignoredNonWorking])

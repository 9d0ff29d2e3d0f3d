import type { Instant } from '../time'
import type { CalendarYear, ProductionCalendar } from './productionCalendar'

/** What made a new version: a file, a hand, or a return to an earlier version. */
export type RevisionKind = 'import' | 'hand' | 'return'

/**
 * One correction of the calendar: who, when, why, and what stood before it. Kept small: only the years that it replaced are
 * held (`was` is null for a year that the calendar did not have), and so every earlier version can be had again.
 */
export interface CalendarRevision {
  /** The version that the correction made. */
  readonly version: string
  readonly kind: RevisionKind
  readonly madeAt: Instant
  readonly by: string
  readonly reason: string
  readonly before: {
    readonly version: string
    readonly years: readonly { readonly year: number; readonly was: CalendarYear | null }[]
    readonly nonWorkingDaysAreOff: boolean
  }
}

export type RevisionNote = Pick<CalendarRevision, 'kind' | 'madeAt' | 'by' | 'reason'>

/** A calendar with the corrections that led to it, the oldest first. */
export interface RevisedCalendar {
  readonly calendar: ProductionCalendar
  readonly revisions: readonly CalendarRevision[]
}

/**
 * The corrections that led to the calendar, the oldest first. What follows the calendar's own version did not take:
 * the two are written one after the other, and a power cut may come between.
 */
export function standingRevisions({ calendar, revisions }: RevisedCalendar): readonly CalendarRevision[] {
  const last = revisions.map(({ version }) => version).lastIndexOf(calendar.version)
  return revisions.slice(0, last + 1)
}

/** Puts `wanted` in the place of the calendar under a new version; `wanted.version` is of no meaning. */
export function revise(revised: RevisedCalendar, wanted: ProductionCalendar, note: RevisionNote): RevisedCalendar {
  const { calendar } = revised
  const earlier = standingRevisions(revised)
  const version = `${earlier.length + 1}-${note.madeAt}`
  const held = new Set([...calendar.years, ...wanted.years].map(({ year }) => year))
  const years = [...held]
    .filter((year) => JSON.stringify(yearOf(calendar, year)) !== JSON.stringify(yearOf(wanted, year)))
    .map((year) => ({ year, was: yearOf(calendar, year) }))
  const before = { version: calendar.version, years, nonWorkingDaysAreOff: calendar.nonWorkingDaysAreOff }
  return { calendar: { ...wanted, version }, revisions: [...earlier, { version, ...note, before }] }
}

/** The calendar as it stood before a correction that made it. */
export function beforeRevision(calendar: ProductionCalendar, { before }: CalendarRevision): ProductionCalendar {
  const replaced = new Set(before.years.map(({ year }) => year))
  const years = [...calendar.years.filter(({ year }) => !replaced.has(year)), ...before.years.flatMap(({ was }) => (was === null ? [] : [was]))]
  return { version: before.version, years: years.sort((a, b) => a.year - b.year), nonWorkingDaysAreOff: before.nonWorkingDaysAreOff }
}

/** Every version there was, the latest first; the last one has no correction: it is what the program came with. */
export function versionsOf(revised: RevisedCalendar): readonly { readonly calendar: ProductionCalendar; readonly madeBy: CalendarRevision | null }[] {
  const versions: { calendar: ProductionCalendar; madeBy: CalendarRevision | null }[] = []
  let { calendar } = revised
  for (const revision of [...standingRevisions(revised)].reverse()) {
    versions.push({ calendar, madeBy: revision })
    calendar = beforeRevision(calendar, revision)
  }
  return [...versions, { calendar, madeBy: null }]
}

/** The version in force at an instant: what a deadline that was closed then is judged by. */
export function calendarAt(revised: RevisedCalendar, at: Instant): ProductionCalendar {
  let { calendar } = revised
  for (const revision of [...standingRevisions(revised)].reverse()) {
    if (revision.madeAt <= at) break
    calendar = beforeRevision(calendar, revision)
  }
  return calendar
}

const yearOf = (calendar: ProductionCalendar, year: number): CalendarYear | null => calendar.years.find((found) => found.year === year) ?? null

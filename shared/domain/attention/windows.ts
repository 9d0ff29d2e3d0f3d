import type { Deadline, WorkingTime } from '../deadlines'
import { instant, MS_PER_HOUR, MS_PER_MINUTE, type Instant } from '../time'
import type { Planned, Threshold, Warning } from './warnings'

/** How far a warning may go from its instant to be told with others, ms of working time. */
const company = {
  /** Half of a term, the last day, the eve: neither sooner nor later matters. */
  first: { before: MS_PER_HOUR, after: MS_PER_HOUR },
  /** So many minutes, the last hour: a little early is still true, a little late is time lost. */
  last: { before: 15 * MS_PER_MINUTE, after: 0 },
  /** That a term has passed is said as it passes. */
  breach: { before: 0, after: 0 },
} as const

function companyOf(threshold: Threshold) {
  switch (threshold) {
    case 'half':
    case 'lastDay':
    case 'eve':
      return company.first
    case 'breach':
      return company.breach
    default:
      return company.last
  }
}

/**
 * When a warning may be told (AT8): never sooner than half-way from the warning before, never later than a third of the way to
 * the next, nor in another stretch of work: by then it would say something else. Nor may it wait until its desk has closed.
 * @param next what comes after it; absent after a breach
 * @param desk the hours of who is told; null: he is told at any hour
 */
export function windowOf({ threshold, at }: Planned, before: Instant, next: Instant | undefined, time: WorkingTime, desk: WorkingTime | null): Pick<Warning, 'from' | 'by'> {
  const closing = time.closing(at)
  // What comes true while nobody works is told at the opening, with all else that waits for it.
  if (closing === null) return { from: at, by: at }
  const allowed = companyOf(threshold)
  const part = (from: Instant, to: Instant, of: number) => Math.max(0, Math.floor(time.between('working', from, to) / of))
  const earlier = Math.min(allowed.before, part(before, at, 2))
  const deskClosing = desk === null ? closing : (desk.closing(at) ?? at)
  const later = Math.min(allowed.after, Math.floor((Math.min(closing, deskClosing) - at) / 2), ...(next === undefined ? [] : [part(at, next, 3)]))
  return { from: time.subtract('working', at, earlier), by: time.add('working', at, later) }
}

/**
 * The warnings, with one more where the last of them could only be heard after the deadline: a department whose day is shorter
 * than the office's, a term that the regulation counts through the night (AT15).
 * @param desk the hours of who is told; null: he is told at any hour
 */
export function heardInTime(warnings: readonly Planned[], { startedAt, due }: Pick<Deadline, 'startedAt' | 'due'>, desk: WorkingTime | null): readonly Planned[] {
  const last = warnings.at(-1)
  if (desk === null || last === undefined || desk.between('working', last.at, due) > 0) return warnings
  const lastHour = desk.subtract('working', desk.workable(due), MS_PER_HOUR)
  const at = instant(Math.max(lastHour, startedAt))
  if (desk.between('working', at, due) <= 0) return warnings
  return [...warnings.filter(({ threshold }) => threshold !== 'eve'), { threshold: 'eve' as const, at }].sort((a, b) => a.at - b.at)
}

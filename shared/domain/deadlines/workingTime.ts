import { calendarDays, type CalendarDays, type DayLength, type ProductionCalendar } from '../calendar'
import {
  firstDayOfYear,
  instant,
  MS_PER_DAY,
  MS_PER_MINUTE,
  yearOfDay,
  zoneOffsets,
  type DayNumber,
  type Instant,
  type OffsetSegment,
  type OfficeZone,
  type ZoneOffsets,
} from '../time'
import type { Clock } from './regulation'
import { intervalsOf, type Schedule } from './schedule'
import { Timeline } from './timeline'

// Beyond these a query is a bug of the caller, not a far deadline. A machine whose clock has stopped says 1970.
const FIRST_YEAR = 1960
const LAST_YEAR = 2150

type Interval = readonly [from: number, to: number]

const NONE: readonly Interval[] = []
const NO_YEARS: readonly number[] = []
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/**
 * A schedule laid over a calendar and a zone: answers in O(1), allocates nothing, changes nothing that a caller can see.
 * Years are compiled when first asked for; instants before 1960 or after 2150 are refused with a RangeError.
 */
export class WorkingTime {
  readonly days: CalendarDays
  readonly offsets: ZoneOffsets
  private fromYear = 0
  private toYear = -1
  private readonly week: readonly (readonly Interval[])[]
  private readonly shortWeek: readonly (readonly Interval[])[]
  private working!: Timeline
  private day!: Timeline

  constructor(
    readonly schedule: Schedule,
    readonly calendar: ProductionCalendar,
    readonly zone: OfficeZone,
    years: { readonly from: number; readonly to: number },
  ) {
    this.days = calendarDays(calendar)
    this.offsets = zoneOffsets(zone)
    this.week = WEEK.map((weekday) => intervalsOf(schedule, weekday, 0))
    this.shortWeek = WEEK.map((weekday) => intervalsOf(schedule, weekday, schedule.shortDayMinutes))
    this.build(years.from, years.to)
  }

  /** The earliest T ≥ t with `ms` of the clock in [t, T). `ms` ≥ 0; `add(clock, t, 0)` is t. */
  add(clock: Clock, t: Instant, ms: number): Instant {
    if (clock === 'elapsed' || ms <= 0) return instant(t + Math.max(0, ms))
    let line = this.line(clock, t)
    let open = line.measure(t) + ms
    while (open > line.total) {
      this.build(this.fromYear, this.toYear + 1)
      line = this.line(clock, t)
      open = line.measure(t) + ms
    }
    return line.reach(open) as Instant
  }

  /** The latest T ≤ t with `ms` of the clock in [T, t). */
  subtract(clock: Clock, t: Instant, ms: number): Instant {
    if (clock === 'elapsed' || ms <= 0) return instant(t - Math.max(0, ms))
    let line = this.line(clock, t)
    let open = line.measure(t) - ms
    while (open < 0) {
      this.build(this.fromYear - 1, this.toYear)
      line = this.line(clock, t)
      open = line.measure(t) - ms
    }
    return line.reachLast(open) as Instant
  }

  /** Milliseconds of the clock in [a, b); negative when b is before a. */
  between(clock: Clock, a: Instant, b: Instant): number {
    if (clock === 'elapsed') return b - a
    this.line(clock, a)
    const line = this.line(clock, b)
    return line.measure(b) - line.measure(a)
  }

  /** Whether the clock runs at t. */
  isOpen(clock: Clock, t: Instant): boolean {
    return clock === 'elapsed' || this.line(clock, t).isOpen(t)
  }

  /** The first instant ≥ t at which the clock runs. */
  nextOpening(clock: Clock, t: Instant): Instant {
    return instant(this.add(clock, t, 1) - 1)
  }

  /** The end of the working interval that holds t, or null when nobody works at t. */
  closing(t: Instant): Instant | null {
    const found = this.line('working', t).closing(t)
    return Number.isNaN(found) ? null : instant(found)
  }

  /** The last instant ≤ t at which somebody works; the closing edge of an interval counts, since an act at it is in time. */
  workable(t: Instant): Instant {
    return this.isOpen('working', t) ? t : instant(this.subtract('working', t, 1) + 1)
  }

  /** Whether anybody works on the date by this schedule. */
  isWorkingDay(day: DayNumber): boolean {
    return this.intervalsOfDay(day).length > 0
  }

  /** The working intervals of a date in minutes since its midnight; empty on a day off. */
  intervalsOfDay(day: DayNumber): readonly Interval[] {
    return this.intervalsOfLength(this.days.lengthOfDay(day))
  }

  private intervalsOfLength(length: DayLength | null): readonly Interval[] {
    if (!length) return NONE
    const { short, weekday, worksAs } = length
    // Whoever does not work the weekday whose rest was moved works the Saturday as any other.
    const hoursOf = this.week[worksAs - 1]!.length > 0 ? worksAs : weekday
    return (short ? this.shortWeek : this.week)[hoursOf - 1]!
  }

  /** The years without a decree among those that [from, to] touches: what a deadline in it provisionally rests on. */
  provisionalYears(from: Instant, to: Instant): readonly number[] {
    const first = yearOfDay(this.offsets.dayOf(from))
    const last = yearOfDay(this.offsets.dayOf(to))
    let found = NO_YEARS
    for (let year = first; year <= last; year++) if (this.days.isProvisional(year)) found = [...found, year]
    return found
  }

  /** The timeline of a clock, compiled at least as far as t. */
  line(clock: 'working' | 'day', t: number): Timeline {
    const line = clock === 'working' ? this.working : this.day
    if (t >= line.start && t < line.end) return line
    const year = yearOfDay(this.offsets.dayOf(instant(t)))
    this.build(Math.min(this.fromYear, year - 1), Math.max(this.toYear, year + 1))
    return clock === 'working' ? this.working : this.day
  }

  private build(fromYear: number, toYear: number): void {
    if (!(fromYear >= FIRST_YEAR && toYear <= LAST_YEAR)) {
      throw new RangeError(`Working time is known from ${FIRST_YEAR} to ${LAST_YEAR}; asked for ${fromYear}–${toYear}`)
    }
    this.fromYear = fromYear
    this.toYear = toYear
    const start = this.offsets.startOfDay(firstDayOfYear(fromYear))
    const end = this.offsets.startOfDay(firstDayOfYear(toYear + 1))
    const working: Interval[] = []
    const day: Interval[] = []
    let midnight = firstDayOfYear(fromYear) * MS_PER_DAY
    for (let year = fromYear; year <= toYear; year++) {
      for (const length of this.days.lengthsOfYear(year)) {
        const intervals = this.intervalsOfLength(length)
        for (const [from, to] of intervals) working.push([midnight + from * MS_PER_MINUTE, midnight + to * MS_PER_MINUTE])
        if (intervals.length > 0) day.push([midnight, midnight + MS_PER_DAY])
        midnight += MS_PER_DAY
      }
    }
    const segments = this.offsets.segments(start, end)
    this.working = new Timeline(start, end, inTime(working, segments))
    this.day = new Timeline(start, end, inTime(day, segments))
  }
}

/**
 * Turns stretches of the wall clock, in order, into those of time, in order and apart: an hour that occurs twice counts twice,
 * one that is left out counts nothing. Offset by offset, since a clock set back shows two stretches in turn, twice.
 */
function inTime(stretches: readonly Interval[], segments: readonly OffsetSegment[]): readonly Interval[] {
  const found: [number, number][] = []
  for (const segment of segments) {
    for (const stretch of stretches) {
      const from = Math.max(stretch[0] - segment.offsetMs, segment.from)
      const to = Math.min(stretch[1] - segment.offsetMs, segment.to)
      if (from >= to) continue
      const last = found[found.length - 1]
      if (last?.[1] === from) last[1] = to
      else found.push([from, to])
    }
  }
  return found
}

/**
 * Compiles a schedule over a calendar once, for O(1) queries afterwards.
 * Covers the calendar's own years at first and widens when a query needs more.
 */
export function compile(schedule: Schedule, calendar: ProductionCalendar, zone: OfficeZone): WorkingTime {
  const years = calendar.years.map(({ year }) => year)
  return new WorkingTime(schedule, calendar, zone, { from: Math.min(...years), to: Math.max(...years) })
}

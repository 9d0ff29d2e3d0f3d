import type { LocalDate, Weekday } from '../time'

/** Half-open working time of a day on the wall clock, `HH:MM`; `to` may be `24:00`. A night shift is two intervals. */
export interface WorkInterval {
  readonly from: string
  readonly to: string
}

export type WeekdayKey = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

export const WEEKDAY_KEYS: readonly WeekdayKey[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** The key of an ISO weekday (1 is Monday). */
export const weekdayKey = (weekday: Weekday): WeekdayKey => WEEKDAY_KEYS[weekday - 1]!

/**
 * The hours an office or a department works, with their dates of validity; plain data.
 * A weekday without intervals is not worked. A Saturday with intervals is worked unless the calendar has a holiday on it.
 */
export interface Schedule {
  readonly id: string
  readonly title: string
  /** Null: the administration's own hours, and those of every department that has none of its own. */
  readonly department: string | null
  readonly validFrom: LocalDate | null
  /** The last date of validity, inclusive. */
  readonly validTo: LocalDate | null
  readonly week: Readonly<Record<WeekdayKey, readonly WorkInterval[]>>
  /** By how much a shortened day ends earlier (art. 95: an hour), minutes. */
  readonly shortDayMinutes: number
}

export type SchedulePresetId = '40' | '36-even' | '36-monday'

const split = (to: string): WorkInterval[] => [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to },
]

const preset = (id: SchedulePresetId, title: string, monday: string, otherDays: string): Schedule => ({
  id,
  title,
  department: null,
  validFrom: null,
  validTo: null,
  week: {
    mon: split(monday),
    tue: split(otherDays),
    wed: split(otherDays),
    thu: split(otherDays),
    fri: split(otherDays),
    sat: [],
    sun: [],
  },
  shortDayMinutes: 60,
})

/** 40 hours, and the two ways to lay out 36 hours for women in rural localities (art. 263.1 of the Labour Code). */
export const SCHEDULE_PRESETS: Readonly<Record<SchedulePresetId, Schedule>> = {
  '40': preset('40', '40 часов: пн–пт 08:00–17:00', '17:00', '17:00'),
  '36-even': preset('36-even', '36 часов: пн–пт 08:00–16:12', '16:12', '16:12'),
  '36-monday': preset('36-monday', '36 часов: пн до 17:00, вт–пт до 16:00', '17:00', '16:00'),
}

/** Minutes since midnight of `HH:MM`. The text is valid by its type's promise; doors check it with `scheduleSchema`. */
export const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))

/** The intervals of a day in minutes since midnight, the last `cut` minutes of work taken off its end. */
export function intervalsOf(schedule: Schedule, weekday: Weekday, cut: number): (readonly [from: number, to: number])[] {
  const intervals = schedule.week[weekdayKey(weekday)].map(({ from, to }): [number, number] => [minuteOf(from), minuteOf(to)])
  let left = cut
  while (left > 0 && intervals.length > 0) {
    const last = intervals[intervals.length - 1]!
    const taken = Math.min(left, last[1] - last[0])
    last[1] -= taken
    left -= taken
    if (last[1] === last[0]) intervals.pop()
  }
  return intervals
}

import { type Schedule, SCHEDULE_PRESETS, type SchedulePresetId, WEEKDAY_KEYS, type WeekdayKey, type WorkInterval } from '../../../shared/domain/deadlines/schedule'
import { type LocalDate, parseLocalDate } from '../../../shared/domain/time'
import { err, ok, type Result } from '../../../shared/lib/result'
import { dateText } from './dateText'

/** A schedule as typed: a weekday's hours are «08:00–12:00, 13:00–17:00», an empty one is a day off. Dates are `24.11.2026` or empty. */
export interface ScheduleForm {
  readonly id: string
  readonly title: string
  /** Empty = the administration's. */
  readonly department: string
  readonly validFrom: string
  readonly validTo: string
  readonly week: Readonly<Record<WeekdayKey, string>>
  readonly shortDayMinutes: string
}

export type HoursError = 'unreadableHours' | 'noSuchHour' | 'backwards' | 'overlap'
export type ScheduleFormError = HoursError | 'titleMissing' | 'dateUnreadable' | 'endsBeforeItBegins' | 'noWorkingDay' | 'minutesUnreadable'
export interface ScheduleFormErrors {
  readonly title?: ScheduleFormError
  readonly validFrom?: ScheduleFormError
  readonly validTo?: ScheduleFormError
  readonly shortDayMinutes?: ScheduleFormError
  readonly week?: Partial<Record<WeekdayKey | 'all', ScheduleFormError>>
}

const mapWeek = <A, B>(week: Readonly<Record<WeekdayKey, A>>, change: (value: A) => B): Record<WeekdayKey, B> =>
  Object.fromEntries(WEEKDAY_KEYS.map((day) => [day, change(week[day])])) as Record<WeekdayKey, B>

export const hoursText = (intervals: readonly WorkInterval[]): string => intervals.map(({ from, to }) => `${from}–${to}`).join(', ')

export const scheduleFormOf = (schedule: Schedule): ScheduleForm => ({
  id: schedule.id,
  title: schedule.title,
  department: schedule.department ?? '',
  validFrom: schedule.validFrom === null ? '' : dateText(schedule.validFrom),
  validTo: schedule.validTo === null ? '' : dateText(schedule.validTo),
  week: mapWeek(schedule.week, hoursText),
  shortDayMinutes: String(schedule.shortDayMinutes),
})

/** A preset's hours put into a form that keeps its own name, structure and dates. */
export const withPreset = (form: ScheduleForm, preset: SchedulePresetId): ScheduleForm => ({
  ...form,
  title: form.title === '' || Object.values(SCHEDULE_PRESETS).some(({ title }) => title === form.title) ? SCHEDULE_PRESETS[preset].title : form.title,
  week: mapWeek(SCHEDULE_PRESETS[preset].week, hoursText),
})

/** Reads «8-12, 13:00 – 17:00»; intervals in order, apart from each other; `24:00` may end a day. */
export function readHours(typed: string): Result<readonly WorkInterval[], HoursError> {
  const text = typed.trim()
  if (text === '' || /^(вых|выходной|нет|[-–—])\.?$/i.test(text)) return ok([])
  const intervals: { from: number; to: number }[] = []
  for (const part of text.split(/[,;\n]+/)) {
    const match = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?\s*$/.exec(part)
    if (!match) return err('unreadableHours')
    const [from, to] = [minutes(match[1]!, match[2]), minutes(match[3]!, match[4])]
    if (from === undefined || to === undefined || from === 24 * 60) return err('noSuchHour')
    if (to <= from) return err('backwards')
    if (from < (intervals.at(-1)?.to ?? 0)) return err('overlap')
    intervals.push({ from, to })
  }
  return ok(intervals.map(({ from, to }) => ({ from: clock(from), to: clock(to) })))
}

const minutes = (hour: string, minute = '00'): number | undefined => {
  const value = Number(hour) * 60 + Number(minute)
  return Number(minute) > 59 || value > 24 * 60 ? undefined : value
}
const clock = (value: number): string => `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`

/** Working time of a week, minutes; unreadable days count as nothing. */
export const weekMinutes = (week: Readonly<Record<WeekdayKey, string>>): number =>
  WEEKDAY_KEYS.reduce((sum, day) => {
    const read = readHours(week[day])
    return sum + (read.ok ? read.value.reduce((of, { from, to }) => of + (minutes(...split(to)) ?? 0) - (minutes(...split(from)) ?? 0), 0) : 0)
  }, 0)

const split = (text: string): [string, string] => [text.slice(0, 2), text.slice(3, 5)]

function readDate(typed: string): Result<LocalDate | null, 'dateUnreadable'> {
  if (typed.trim() === '') return ok(null)
  const dotted = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(typed)
  const read = parseLocalDate(dotted === null ? typed.trim() : `${dotted[3]}-${dotted[2]?.padStart(2, '0')}-${dotted[1]?.padStart(2, '0')}`)
  return read.ok ? ok(read.value) : err('dateUnreadable')
}

export function checkSchedule(form: ScheduleForm): Result<Schedule, ScheduleFormErrors> {
  const week: Partial<Record<WeekdayKey | 'all', ScheduleFormError>> = {}
  const read: Partial<Record<WeekdayKey, readonly WorkInterval[]>> = {}
  for (const day of WEEKDAY_KEYS) {
    const hours = readHours(form.week[day])
    if (hours.ok) read[day] = hours.value
    else week[day] = hours.error
  }
  const hours = mapWeek({ ...emptyWeek, ...read }, (value) => value)
  // Deadlines are counted in working hours: with none of them they would never come.
  if (Object.keys(week).length === 0 && WEEKDAY_KEYS.every((day) => hours[day].length === 0)) week.all = 'noWorkingDay'
  const from = readDate(form.validFrom)
  const to = readDate(form.validTo)
  const backwards = from.ok && to.ok && from.value !== null && to.value !== null && to.value < from.value
  // A whole half day is the most that a shortened day loses.
  const shortened = /^\d{1,3}$/.test(form.shortDayMinutes.trim()) && Number(form.shortDayMinutes) <= 240 ? Number(form.shortDayMinutes) : undefined
  const title = form.title.trim().slice(0, 200)
  const errors: ScheduleFormErrors = {
    ...(title === '' ? { title: 'titleMissing' as const } : {}),
    ...(from.ok ? {} : { validFrom: from.error }),
    ...(to.ok ? (backwards ? { validTo: 'endsBeforeItBegins' as const } : {}) : { validTo: to.error }),
    ...(shortened === undefined ? { shortDayMinutes: 'minutesUnreadable' as const } : {}),
    ...(Object.keys(week).length === 0 ? {} : { week }),
  }
  if (Object.keys(errors).length > 0 || !from.ok || !to.ok || shortened === undefined) return err(errors)
  return ok({
    id: form.id,
    title,
    department: form.department === '' ? null : form.department,
    validFrom: from.value,
    validTo: to.value,
    week: hours,
    shortDayMinutes: shortened,
  })
}

const emptyWeek: Record<WeekdayKey, readonly WorkInterval[]> = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }

/** Puts a schedule in, in the place of the one with its id or at the end. */
export const withSchedule = (schedules: readonly Schedule[], schedule: Schedule): readonly Schedule[] =>
  schedules.some(({ id }) => id === schedule.id) ? schedules.map((other) => (other.id === schedule.id ? schedule : other)) : [...schedules, schedule]

/** Without the one of this id; undefined when it is the administration's last, because deadlines are counted by it. */
export function withoutSchedule(schedules: readonly Schedule[], id: string): readonly Schedule[] | undefined {
  const rest = schedules.filter((schedule) => schedule.id !== id)
  return rest.some(({ department }) => department === null) ? rest : undefined
}

import type { CalendarDay } from '../../../shared/domain/calendar'
import type { WorkingTime } from '../../../shared/domain/deadlines'
import { dayOfDate, twoDigits, weekdayOfDay, type LocalDate } from '../../../shared/domain/time'
import { assertNever } from '../../../shared/lib/assertNever'
import { hoursAndMinutes } from '../../format/durations'
import { dayOffText, localDateText } from '../../format/slices'
import { ru } from '../../i18n/ru'
import { calendar as words } from '../../i18n/ru/calendar'

export type DayMark = keyof typeof words.marks

/** How a date looks in the year: one mark, and how long it is worked. */
export interface DayLook {
  readonly date: LocalDate
  readonly mark: DayMark
  /** Working time, minutes. */
  readonly minutes: number
  readonly provisional: boolean
}

const minutesOf = (time: WorkingTime, date: LocalDate): number => time.intervalsOfDay(dayOfDate(date)).reduce((sum, [from, to]) => sum + to - from, 0)

export function dayLook(time: WorkingTime, date: LocalDate): DayLook {
  const day = time.days.day(date)
  const minutes = minutesOf(time, date)
  return { date, mark: markOf(day, minutes, isShort(time, date)), minutes, provisional: day.provisional }
}

/** Whether somebody works on the date, and less than on another one; of an ordinary Saturday only the schedule can tell. */
const isShort = (time: WorkingTime, date: LocalDate): boolean => {
  const day = dayOfDate(date)
  return time.schedule.shortDayMinutes > 0 && time.isWorkingDay(day) && time.days.lengthOfDay(day)?.short === true
}

function markOf(day: CalendarDay, minutes: number, short: boolean): DayMark {
  switch (day.kind) {
    case 'off':
      return offMark(day)
    case 'weekend':
      return minutes === 0 ? 'weekend' : short ? 'short' : 'working'
    case 'working':
      if (minutes === 0) return 'notScheduled'
      if (day.workingWeekend !== null) return 'workingWeekend'
      return short ? 'short' : 'working'
    default:
      return assertNever(day.kind, 'kind of day')
  }
}

function offMark({ reason }: CalendarDay): DayMark {
  switch (reason?.kind) {
    case 'holiday':
      return 'holiday'
    case 'nonWorking':
      return 'nonWorking'
    case 'local':
      return 'local'
    case 'movedByAct':
    case 'movedByStatute':
    case undefined:
      return 'moved'
  }
}

/** Why a date is what it is, each act in its own line; never empty. */
export function dayReasons(time: WorkingTime, date: LocalDate): readonly string[] {
  const { days } = time
  const day = days.day(date)
  const said: string[] = []
  if (day.reason !== null) said.push(reasonText(day))
  if (day.kind === 'weekend') said.push((minutesOf(time, date) > 0 ? words.day.weekendWorked : words.day.weekend)(capital(ru.deadlines.slice.weekday[weekdayOfDay(dayOfDate(date)) - 1] ?? '')))
  if (day.workingWeekend !== null) {
    const { worksAs, act } = day.workingWeekend
    said.push(actAfter(words.day.workingWeekend(localDateText(worksAs)), act))
    if (isShort(time, date)) said.push(words.day.shortCarried(localDateText(worksAs)))
  } else if (isShort(time, date)) said.push(words.day.short)
  if (day.ignoredNonWorking !== null) said.push(actAfter(words.day.ignored, day.ignoredNonWorking))
  for (const moved of days.year(Number(date.slice(0, 4))).daysOff) {
    const { reason } = moved
    if ((reason.kind !== 'movedByAct' && reason.kind !== 'movedByStatute') || reason.from !== date || day.workingWeekend !== null) continue
    said.push(reason.kind === 'movedByAct' ? actAfter(words.day.restGoneTo(localDateText(moved.date)), reason.act) : `${words.day.restGoneTo(localDateText(moved.date))} (ст. 112 ТК РФ)`)
  }
  if (said.length === 0) said.push(words.day.ordinary)
  if (day.provisional) said.push(words.day.provisional)
  return said
}

function reasonText(day: CalendarDay): string {
  const { reason } = day
  if (reason === null) return ''
  switch (reason.kind) {
    case 'holiday':
      return words.day.holiday(ru.deadlines.holiday[reason.holiday])
    case 'local':
      return words.day.local(reason.note)
    case 'movedByAct':
    case 'movedByStatute':
    case 'nonWorking':
      return capital(dayOffText(reason))
    default:
      return assertNever(reason, 'reason of a day off')
  }
}

const actAfter = (text: string, act: Parameters<typeof actText>[0]): string => (act === null ? text : `${text}, ${actText(act)}`)

/** «ПП РФ от 24.09.2025 № 1466». */
export function actText(act: NonNullable<CalendarDay['ignoredNonWorking']> | null): string {
  if (act === null) return ''
  const said = act.kind === 'government' ? ru.deadlines.slice.government : ru.deadlines.slice.president
  return said(act.number, localDateText(act.date))
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** «7 ч: 08:00–12:00, 13:00–16:00», or that nobody works. */
export function lengthText(time: WorkingTime, date: LocalDate): string {
  const intervals = time.intervalsOfDay(dayOfDate(date))
  if (intervals.length === 0) return words.day.off
  const clock = (minute: number) => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
  return words.day.length(hoursAndMinutes(minutesOf(time, date) * 60_000), intervals.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', '))
}

/** What a screen reader and the tooltip say of a day: its date, its mark, its length, and why. */
export function dayLabel(time: WorkingTime, { date, mark, minutes }: DayLook): string {
  const length = minutes > 0 ? `, ${hoursAndMinutes(minutes * 60_000)}` : ''
  const plain = mark === 'working' || mark === 'weekend'
  return `${localDateText(date)}, ${words.marks[mark]}${length}${plain ? '' : `. ${dayReasons(time, date).join('. ')}`}`
}

/** What a preview says of a day in one line: «рабочий день», «праздник: День России». */
export function daySummary(day: CalendarDay): string {
  if (day.reason !== null) return dayOffText(day.reason)
  if (day.workingWeekend !== null) return `${words.day.workingWeekend(localDateText(day.workingWeekend.worksAs)).toLowerCase()}${day.short ? `, ${words.marks.short}` : ''}`
  if (day.kind === 'weekend') return words.marks.weekend
  return day.short ? words.marks.short : words.marks.working
}

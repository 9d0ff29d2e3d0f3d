import type { Act, SpecialDayOff } from '../../shared/domain/calendar'
import type { DayNote, SkipReason } from '../../shared/domain/deadlines'
import type { LocalDate, Weekday } from '../../shared/domain/time'
import { assertNever } from '../../shared/lib/assertNever'
import { ru } from '../i18n/ru'

const words = ru.deadlines.slice

/** «24.11.2026» of a date of the office's calendar. */
export const localDateText = (date: LocalDate): string => `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`

const weekdayName = (weekday: Weekday): string => words.weekday[weekday - 1] ?? ''

function actText(act: Act): string {
  switch (act.kind) {
    case 'government':
      return words.government(act.number, localDateText(act.date))
    case 'president':
      return words.president(act.number, localDateText(act.date))
    default:
      return assertNever(act.kind, 'kind of act')
  }
}

const withAct = (text: string, act: Act | null): string => (act === null ? text : `${text}, ${actText(act)}`)

/** Why a date is off: the holiday's name, the decree that moved it. */
export function dayOffText(reason: SpecialDayOff): string {
  switch (reason.kind) {
    case 'holiday':
      return ru.deadlines.holiday[reason.holiday]
    case 'movedByAct':
      return withAct(reason.from === null ? words.moved : words.movedFrom(localDateText(reason.from)), reason.act)
    case 'movedByStatute':
      return words.movedByStatute(localDateText(reason.from), ru.deadlines.holiday[reason.holiday])
    case 'nonWorking':
      return withAct(words.nonWorking, reason.act)
    case 'local':
      return reason.note
    default:
      return assertNever(reason, 'reason of a day off')
  }
}

/** Why a stretch is not counted. */
export function skipText(reason: SkipReason): string {
  switch (reason.kind) {
    case 'night':
      return words.night
    case 'lunch':
      return words.lunch
    case 'weekend':
      return weekdayName(reason.weekday)
    case 'dayOff':
      return dayOffText(reason.dayOff)
    case 'notScheduled':
      return `${weekdayName(reason.weekday)}, ${words.notScheduled}`
    case 'dayOfEvent':
      return words.dayOfEvent
    case 'endMoved':
      return words.endMoved(reason.reason === null ? '' : skipText(reason.reason))
    default:
      return assertNever(reason, 'reason of a skip')
  }
}

/** What is unusual about a counted day; empty for an ordinary one. */
export function noteText(note: DayNote): string {
  const said: string[] = []
  if (note.workingWeekend !== null) said.push(withAct(words.workingWeekend(localDateText(note.workingWeekend.worksAs)), note.workingWeekend.act))
  if (note.shortMinutes > 0) said.push(words.short(note.shortMinutes === 60 ? words.anHour : words.minutes(note.shortMinutes)))
  if (note.ignoredNonWorking !== null) said.push(withAct(words.ignored, note.ignoredNonWorking))
  if (note.provisional) said.push(words.provisional)
  return said.join('; ')
}

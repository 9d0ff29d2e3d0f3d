import type { Deadline, Span, Term } from '../../../shared/domain/deadlines'
import { hoursAndMinutes } from '../../format/durations'
import type { InstantFormat } from '../../format/instants'
import { localDateText } from '../../format/slices'
import { ru } from '../../i18n/ru'
import { counted } from '../../i18n/plural'

const day = 86_400_000
const words = ru.deadlines

/** «24 ч рабочих дней с размещения сообщения, и не меньше 8 ч рабочего времени внутри», whichever of the two ended later. */
export function termText(term: Term): string {
  const { also, clock } = term
  if (clock === 'calendar') return words.term(counted(Math.round(term.ms / day), ['день', 'дня', 'дней']), '', words.start[term.startEvent]).replace(/\s+/g, ' ')
  const floorBinds = also !== null && also.clock !== 'working'
  const period = floorBinds ? also : { clock, ms: term.ms }
  const said = words.term(hoursAndMinutes(period.ms), words.clock[period.clock], words.start[term.startEvent])
  return also === null ? said : `${said}, ${words.alsoFloor(hoursAndMinutes(floorBinds ? term.ms : also.ms))}`
}

/** 3.3's two lengths with their ends, so that the one which did not bind is seen, too; null for a term of one length. */
export function laterOfTwoText({ clock, ms, due, also }: Term, format: InstantFormat): string | null {
  if (also === null) return null
  const one = (of: Term['clock'], length: number, end: Term['due']) => `${hoursAndMinutes(length)} ${words.clock[of]} – ${format.moment(end)}`
  return words.laterOfTwo(one(clock, ms, due), one(also.clock, also.ms, also.due))
}

/** How late by the wall's clock, and how much of that the term's own clock counts. */
export const lateText = ({ clock, ms, elapsedMs }: Span): string =>
  clock === 'calendar' || ms === elapsedMs ? hoursAndMinutes(elapsedMs) : words.lateOf(hoursAndMinutes(elapsedMs), hoursAndMinutes(ms), words.clock[clock])

/** Until when somebody works on it, where that is not the deadline itself; null where it is. */
export function workableText({ workable, due, startedAt }: Deadline, format: InstantFormat): string | null {
  if (workable === due) return null
  return workable < startedAt ? words.noWorkBefore : words.workable(format.moment(workable))
}

/** 59-ФЗ does not say that its thirty days move off a day off: the date nobody disputes, and the last that can be argued. */
export function disputedEndText({ own }: Deadline): string | null {
  const dates = own.rule === 'appealAnswer' ? own.dayCount : null
  return dates === null || dates.safeDate === dates.outerDate ? null : words.disputedEnd(localDateText(dates.safeDate), localDateText(dates.outerDate))
}

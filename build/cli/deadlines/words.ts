import type { Act, SpecialDayOff, StatutoryHolidayId } from '../../../shared/domain/calendar'
import {
  explain,
  type Clock,
  type Deadline,
  type DeadlineId,
  type DeadlineState,
  type DayNote,
  type RulesInForce,
  type SkipReason,
  type Slice,
  type Span,
} from '../../../shared/domain/deadlines'
import { formatInstant, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, type Instant, type LocalDate, type OfficeZone } from '../../../shared/domain/time'
import { assertNever } from '../../../shared/lib/assertNever'
import type { Outcome } from './result'

const TITLES: Readonly<Record<DeadlineId, string>> = {
  triage: 'Проверка и направление',
  answer: 'Ответ структуры',
  rework: 'Доработка ответа',
  total: 'Общий срок структуры',
  publication: 'Публикация ответа',
  explanation: 'Разъяснение',
  emergency: 'Экстренный ответ',
  registration: 'Регистрация обращения',
  appealForwarding: 'Переадресация обращения',
  appealAnswer: 'Ответ на обращение',
}

const CLOCKS: Readonly<Record<Clock | 'calendar', string>> = {
  working: 'рабочие часы',
  day: 'часы рабочих дней',
  elapsed: 'часы подряд',
  calendar: 'календарные дни',
}

const STATES: Readonly<Record<DeadlineState, string>> = {
  running: 'идёт',
  overdue: 'просрочен',
  met: 'соблюдён',
  breached: 'нарушен',
  lifted: 'снят',
}

const HOLIDAYS: Readonly<Record<StatutoryHolidayId, string>> = {
  newYear: 'Новогодние каникулы',
  christmas: 'Рождество Христово',
  defenderDay: 'День защитника Отечества',
  womensDay: 'Международный женский день',
  labourDay: 'Праздник Весны и Труда',
  victoryDay: 'День Победы',
  russiaDay: 'День России',
  unityDay: 'День народного единства',
}

const WEEKDAYS = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс']

/** A case as a table for a person. */
export function tableOf({ read, computed }: Outcome, withExplanations: boolean): string {
  const lines = computed.deadlines.flatMap((deadline) => [
    rowOf(deadline, read.zone),
    ...(withExplanations ? slicesOf(deadline, read.rules, read.zone) : []),
  ])
  const binding = computed.bindingRule
  return [...lines, binding ? `Первым истекает: ${TITLES[binding]}` : 'Открытых сроков нет', ''].join('\n')
}

function rowOf(deadline: Deadline, zone: OfficeZone): string {
  const { own, due, workable } = deadline
  const title = TITLES[deadline.id] + (deadline.index > 0 ? ` (${deadline.index + 1})` : '')
  const remarks = [
    workable === due ? '' : workable < deadline.startedAt ? 'рабочего времени до срока нет' : `на работе до ${shown(workable, zone)}`,
    deadline.binds === deadline.id ? '' : `ограничен: ${TITLES[deadline.binds]}`,
    deadline.overdueAtStart ? 'просрочен с самого начала' : '',
    own.dayCount && own.rule === 'appealAnswer' && own.dayCount.safeDate !== own.dayCount.outerDate ? `бесспорно до ${date(own.dayCount.safeDate)}, самое позднее ${date(own.dayCount.outerDate)}` : '',
    deadline.late ? `${STATES[deadline.state]} на ${lateBy(deadline.late)}` : deadline.left ? `осталось ${lengthOn(deadline.left.clock, deadline.left.ms)}` : STATES[deadline.state],
    deadline.provisional.length > 0 ? `предварительно: в календаре нет постановления на ${deadline.provisional.join(', ')}` : '',
  ].filter((remark) => remark !== '')
  return `${title.padEnd(26)} ${shown(due, zone).padEnd(20)} п. ${own.clause.padEnd(5)} ${CLOCKS[own.clock].padEnd(18)} ${remarks.join('; ')}`
}

function slicesOf(deadline: Deadline, rules: RulesInForce, zone: OfficeZone): string[] {
  const { slices, term } = explain(deadline, rules)
  const rows = slices.map((slice) => `    ${shown(slice.from, zone)} – ${shown(slice.to, zone)}  ${slice.kind === 'counted' ? counted(slice, term.clock) : `— ${reasonOf(slice.reason)}`}`)
  const sum = slices.reduce((total, slice) => total + (slice.kind === 'counted' ? slice.ms : 0), 0)
  const whose = deadline.binds === deadline.id ? '' : `: ${TITLES[term.rule]}, ${CLOCKS[term.clock]}`
  const { also } = term
  const two = also && `    поздний из двух: ${lengthOn(term.clock, term.ms)} (${CLOCKS[term.clock]}) до ${shown(term.due, zone)}; ${lengthOn(also.clock, also.ms)} (${CLOCKS[also.clock]}) до ${shown(also.due, zone)}`
  return [...rows, `    всего ${lengthOn(term.clock, sum)} из ${lengthOn(term.clock, term.ms)}${whose}`, ...(two ? [two] : [])]
}

function counted({ ms, note }: Extract<Slice, { kind: 'counted' }>, clock: Clock | 'calendar'): string {
  return `+ ${lengthOn(clock, ms)}${noteOf(note)}`
}

function noteOf({ shortMinutes, workingWeekend, ignoredNonWorking, provisional }: DayNote): string {
  const notes = [
    shortMinutes > 0 ? `короче на ${shortMinutes === 60 ? 'час' : `${shortMinutes} мин`}` : '',
    workingWeekend ? `рабочий выходной вместо ${date(workingWeekend.worksAs)}${actOf(workingWeekend.act)}` : '',
    ignoredNonWorking ? `нерабочий день${actOf(ignoredNonWorking)} не применён` : '',
    provisional ? 'предварительно' : '',
  ].filter((note) => note !== '')
  return notes.length > 0 ? ` (${notes.join('; ')})` : ''
}

function reasonOf(reason: SkipReason): string {
  switch (reason.kind) {
    case 'night':
      return 'нерабочее время'
    case 'lunch':
      return 'перерыв'
    case 'weekend':
      return reason.weekday === 6 ? 'суббота' : 'воскресенье'
    case 'notScheduled':
      return 'не рабочий день по графику'
    case 'dayOff':
      return dayOffOf(reason.dayOff)
    case 'dayOfEvent':
      return 'день события не считается'
    case 'endMoved':
      return reason.reason ? `срок перенесён: ${reasonOf(reason.reason)}` : 'срок перенесён на этот день'
    default:
      return assertNever(reason, 'reason of a skip')
  }
}

function dayOffOf(dayOff: SpecialDayOff): string {
  switch (dayOff.kind) {
    case 'holiday':
      return HOLIDAYS[dayOff.holiday]
    case 'movedByAct':
      return `выходной${dayOff.from ? `, перенесён с ${date(dayOff.from)}` : ''}${actOf(dayOff.act)}`
    case 'movedByStatute':
      return `выходной, перенесён с ${date(dayOff.from)} (${HOLIDAYS[dayOff.holiday]}, ст. 112 ТК РФ)`
    case 'nonWorking':
      return `нерабочий день${actOf(dayOff.act)}`
    case 'local':
      return dayOff.note
    default:
      return assertNever(dayOff, 'day off')
  }
}

const actOf = (act: Act | null): string =>
  act ? ` (${act.kind === 'government' ? 'ПП РФ' : 'Указ'} № ${act.number} от ${date(act.date)})` : ''

const date = (text: LocalDate): string => `${text.slice(8, 10)}.${text.slice(5, 7)}.${text.slice(0, 4)}`

function shown(t: Instant, zone: OfficeZone): string {
  const text = formatInstant(t, zone)
  const weekday = WEEKDAYS[(new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7]!
  const seconds = t % MS_PER_MINUTE === 0 ? '' : text.slice(16, text.length - 6)
  return `${weekday} ${date(text.slice(0, 10) as LocalDate)} ${text.slice(11, 16)}${seconds}`
}

/** A term in the order's own measure: «24 ч» of a clock, whole days of 59-FZ's calendar. */
const lengthOn = (clock: Clock | 'calendar', ms: number): string => (clock === 'calendar' ? length(ms) : inUnits(0, ms))

/** By the deadline's own clock; what the wall's clock says stands beside it where it differs. */
const lateBy = ({ clock, ms, elapsedMs }: Span): string => lengthOn(clock, ms) + (ms === elapsedMs ? '' : ` (${length(elapsedMs)} подряд)`)

/** A length of time in days, hours, minutes and what remains. */
const length = (ms: number): string => inUnits(Math.floor(ms / MS_PER_DAY), ms % MS_PER_DAY)

function inUnits(days: number, ms: number): string {
  const hours = Math.floor(ms / MS_PER_HOUR)
  const minutes = Math.floor((ms % MS_PER_HOUR) / MS_PER_MINUTE)
  const seconds = (ms % MS_PER_MINUTE) / 1000
  const parts = [days && `${days} д`, hours && `${hours} ч`, minutes && `${minutes} мин`, seconds && `${seconds} с`].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : '0 мин'
}

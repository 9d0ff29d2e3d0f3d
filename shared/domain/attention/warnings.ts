import { assertNever } from '../../lib/assertNever'
import { defaultWarnings, type Clock, type Deadline, type DeadlineId, type RulesInForce, type WarningSettings, type WorkingTime } from '../deadlines'
import type { CaseId } from '../journal/ids'
import { instant, MS_PER_HOUR, MS_PER_MINUTE, type Instant } from '../time'
import { heardInTime, windowOf } from './windows'

/**
 * What has been reached: `half` of the term is left · `left30` so many minutes of its clock · `lastDay` the last eight working
 * hours · `eve` the last working hour of the day before a deadline early in the day, or before one at an hour when this desk is
 * not at work · `lastHour` the last working hour · `breach` the deadline has passed.
 */
export type Threshold = 'half' | 'eve' | 'lastDay' | 'lastHour' | 'breach' | `left${number}`

export interface Warning {
  /** Of this case, deadline, its end and threshold: whoever computes it, on whichever computer, comes to the same. */
  readonly id: string
  readonly threshold: Threshold
  /** When it becomes true. */
  readonly at: Instant
  /** From when on it may go along with what is told anyway (AT8). */
  readonly from: Instant
  /** Until when it may wait to be told together with others (AT8). */
  readonly by: Instant
}

/** One deadline under watch. */
export interface Watch {
  /** The warnings' ids begin with it. */
  readonly key: string
  readonly caseId: CaseId
  readonly deadline: DeadlineId
  readonly clause: string
  readonly due: Instant
  /** On which clock it is said how much is left, and by whose hours. */
  readonly clock: Clock | 'calendar'
  readonly time: WorkingTime
  /** From when on the tray calls it due soon: the last half hour of its clock, the last working hour of a day-clock term (AT10). */
  readonly soonFrom: Instant
  /** In the order of their instants; the breach is always there and last. */
  readonly warnings: readonly Warning[]
}

/** How and for whom deadlines are watched. */
export interface WatchingBy {
  /** Null: as the regulation says. */
  readonly settings: WarningSettings | null
  /** The hours of the desk that is told, as they will be then; null: at any hour. */
  readonly deskTime: (at: Instant) => WorkingTime | null
}

/** A deadline that early after the day's beginning is warned of the working day before as well, ms of working time. */
const earlyInTheDay = 2 * MS_PER_HOUR
const workingDay = 8 * MS_PER_HOUR

/** When an open deadline is to be warned of (AT1–AT4, AT15). Does not depend on now. */
export function watchOf(caseId: CaseId, deadline: Deadline, rules: RulesInForce, { settings, deskTime }: WatchingBy): Watch {
  const { id, own, due, startedAt, bindingTerm } = deadline
  // Not of its beginning: an answer of 3.9 that is forwarded half-way is due as before, and its warnings have been heard.
  const key = `${caseId}/${id}/${due}`
  const time = rules.timeOf(deadline.department)
  // An act at exactly the deadline is in time.
  const breach = { threshold: 'breach' as const, at: instant(Math.max(due + 1, startedAt)) }
  const planned = beforehand(deadline, time, settings ?? rules.regulation.warnings ?? defaultWarnings)
  const ahead = planned.filter(({ at }) => at >= startedAt && at <= due).sort((a, b) => a.at - b.at)
  // A stage that begins when its warnings are past already is warned of as it begins.
  const begun = ahead.length === 0 && planned.length > 0 && startedAt <= due ? [{ threshold: shortNotice(deadline), at: startedAt }] : ahead
  const desk = deskTime(due)
  const told = heardInTime(begun, deadline, desk)
  const warnings = [...told, breach].map((warning, place) => {
    const before = told[place - 1]?.at ?? startedAt
    const next = told[place + 1]?.at ?? (place < told.length ? due : undefined)
    return { ...warning, id: `${key}/${warning.threshold}`, ...windowOf(warning, before, next, time, desk) }
  })
  return { key, caseId, deadline: id, clause: own.clause, due, clock: bindingTerm.clock, time, soonFrom: soonFrom(deadline, time), warnings }
}

const dueSoon = { byTheClock: 30 * MS_PER_MINUTE, byTheDay: MS_PER_HOUR }

function soonFrom({ bindingTerm: { clock }, due, workable }: Deadline, time: WorkingTime): Instant {
  return clock === 'day' || clock === 'calendar' ? time.subtract('working', workable, dueSoon.byTheDay) : time.subtract(clock, due, dueSoon.byTheClock)
}

const shortNotice = ({ bindingTerm }: Deadline): Threshold => (bindingTerm.clock === 'day' || bindingTerm.clock === 'calendar' ? 'lastHour' : 'half')

/** A warning before it is known what else there is. */
export type Planned = Pick<Warning, 'threshold' | 'at'>

function beforehand({ bindingTerm, startedAt, due, workable }: Deadline, time: WorkingTime, settings: WarningSettings): Planned[] {
  const { clock } = bindingTerm
  switch (clock) {
    case 'working':
    case 'elapsed': {
      const half = time.subtract(clock, due, Math.floor(time.between(clock, startedAt, due) / 2))
      const left = [...new Set(settings.minutes)].map((minutes): Planned => ({ threshold: `left${minutes}`, at: time.subtract(clock, due, minutes * MS_PER_MINUTE) }))
      return settings.half ? [{ threshold: 'half', at: half }, ...left] : left
    }
    case 'day':
      return settings.lastHour ? daysEnd(time, workable) : []
    case 'calendar':
      return [{ threshold: 'lastDay', at: time.subtract('working', workable, workingDay) }, ...(settings.lastHour ? daysEnd(time, workable) : [])]
    default:
      return assertNever(clock, 'clock')
  }
}

function daysEnd(time: WorkingTime, workable: Instant): Planned[] {
  const lastHour = time.subtract('working', workable, MS_PER_HOUR)
  const morning = time.offsets.startOfDay(time.offsets.dayOf(workable))
  const eve = time.subtract('working', instant(morning), MS_PER_HOUR)
  const early = lastHour >= morning && time.between('working', instant(morning), workable) < earlyInTheDay
  return early ? [{ threshold: 'eve', at: eve }, { threshold: 'lastHour', at: lastHour }] : [{ threshold: 'lastHour', at: lastHour }]
}

import { assertNever } from '../../lib/assertNever'
import type { Deadline, DeadlineId, RulesInForce, WorkingTime } from '../deadlines'
import type { CaseId } from '../journal/ids'
import { instant, MS_PER_HOUR, MS_PER_MINUTE, type Instant } from '../time'
import type { WarningSettings } from './warningSettings'

/**
 * What has been reached: `half` of the term is left · `left30` so many minutes of its clock · `lastDay` the last eight working
 * hours · `eve` the last working hour of the day before a deadline early in the day · `lastHour` the last working hour ·
 * `breach` the deadline has passed.
 */
export type Threshold = 'half' | 'eve' | 'lastDay' | 'lastHour' | 'breach' | `left${number}`

export interface Warning {
  /** Of this case, deadline, its end and threshold: whoever computes it, on whichever computer, comes to the same. */
  readonly id: string
  readonly threshold: Threshold
  /** When it becomes true. */
  readonly at: Instant
  /** Until when it may wait to be told together with others (AT8). */
  readonly by: Instant
  /** The last before the end, and the breach. */
  readonly pressing: boolean
}

/** One deadline under watch. */
export interface Watch {
  /** The warnings' ids begin with it. */
  readonly key: string
  readonly caseId: CaseId
  readonly deadline: DeadlineId
  readonly clause: string
  readonly due: Instant
  /** In the order of their instants; the breach is always there and last. */
  readonly warnings: readonly Warning[]
}

/** A deadline that early after the day's beginning is warned of the working day before as well, ms of working time. */
const earlyInTheDay = 2 * MS_PER_HOUR
const workingDay = 8 * MS_PER_HOUR

/** When an open deadline is to be warned of (AT1–AT4). Does not depend on now. */
export function watchOf(caseId: CaseId, deadline: Deadline, rules: RulesInForce, settings: WarningSettings): Watch {
  const { id, own, due, startedAt } = deadline
  // Not of its beginning: an answer of 3.9 that is forwarded half-way is due as before, and its warnings have been heard.
  const key = `${caseId}/${id}/${due}`
  const time = rules.timeOf(deadline.department)
  // An act at exactly the deadline is in time.
  const breach = { threshold: 'breach' as const, at: instant(Math.max(due + 1, startedAt)) }
  const planned = beforehand(deadline, time, settings)
  const ahead = planned.filter(({ at }) => at >= startedAt && at <= due).sort((a, b) => a.at - b.at)
  // A stage that begins when its warnings are past already is warned of as it begins.
  const told = ahead.length === 0 && planned.length > 0 && startedAt <= due ? [{ threshold: shortNotice(deadline), at: startedAt }] : ahead
  const warnings = [...told, breach].map((warning, place) => {
    const pressing = place >= told.length - 1
    return { ...warning, id: `${key}/${warning.threshold}`, pressing, by: waitsUntil(warning.at, pressing, told[place + 1]?.at ?? (place < told.length ? due : undefined), time) }
  })
  return { key, caseId, deadline: id, clause: own.clause, due, warnings }
}

/** A last warning and a breach wait ten minutes of working time for others, any other warning an hour. */
const patience = { pressing: 10 * MS_PER_MINUTE, other: MS_PER_HOUR }

/** Never more than a part of the way to what comes next, nor into another stretch of work: by then it would say something else. */
function waitsUntil(at: Instant, pressing: boolean, next: Instant | undefined, time: WorkingTime): Instant {
  const closing = time.closing(at)
  // What comes true while nobody works is told at the opening, with all else that waits for it.
  if (closing === null) return at
  const ways = [
    pressing ? patience.pressing : patience.other,
    ...(next === undefined ? [] : [Math.floor(time.between('working', at, next) / 3)]),
    Math.floor((closing - at) / 2),
  ]
  return time.add('working', at, Math.max(0, Math.min(...ways)))
}

const shortNotice = ({ bindingTerm }: Deadline): Threshold => (bindingTerm.clock === 'day' || bindingTerm.clock === 'calendar' ? 'lastHour' : 'half')

type Planned = Pick<Warning, 'threshold' | 'at'>

function beforehand({ bindingTerm, startedAt, due, workable }: Deadline, time: WorkingTime, settings: WarningSettings): Planned[] {
  const { clock } = bindingTerm
  switch (clock) {
    case 'working':
    case 'elapsed': {
      const half = time.subtract(clock, due, Math.floor(time.between(clock, startedAt, due) / 2))
      const left = settings.minutes.map((minutes): Planned => ({ threshold: `left${minutes}`, at: time.subtract(clock, due, minutes * MS_PER_MINUTE) }))
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

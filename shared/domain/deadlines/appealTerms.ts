import { dateOfDay, instant, MS_PER_DAY, type DayNumber, type Instant } from '../time'
import type { StartEvent, Term, RuleId } from './deadline'
import type { RulesInForce } from './rulebook'
import type { WorkingTime } from './workingTime'

const previousWorkingDay = (time: WorkingTime, day: DayNumber): DayNumber => {
  let found = day
  while (!time.isWorkingDay(found)) found--
  return found
}

const nextWorkingDay = (time: WorkingTime, day: DayNumber): DayNumber => {
  let found = day
  while (!time.isWorkingDay(found)) found++
  return found
}

/** The last millisecond of a day: the whole of it is in time, and the date shown is its own. */
const endOfDay = (time: WorkingTime, day: DayNumber): Instant => instant(time.offsets.startOfDay(day + 1) - 1)

function daysTerm(
  rules: RulesInForce,
  rule: RuleId,
  clause: string,
  days: number,
  start: { readonly event: StartEvent; readonly at: Instant },
  moves: boolean,
): Term {
  const time = rules.office
  // Counted from the next day: the day of the event is not one of them.
  const last = time.offsets.dayOf(start.at) + days
  const outer = nextWorkingDay(time, last)
  return {
    rule,
    clause,
    clock: 'calendar',
    ms: days * MS_PER_DAY,
    startEvent: start.event,
    from: start.at,
    due: endOfDay(time, moves ? outer : last),
    department: null,
    also: null,
    dayCount: {
      days,
      lastDate: dateOfDay(last),
      movedTo: moves && outer !== last ? dateOfDay(outer) : null,
      safeDate: dateOfDay(previousWorkingDay(time, last)),
      outerDate: dateOfDay(outer),
    },
  }
}

/** Art. 8 part 2 of 59-FZ: registered within three days of receipt by the administration. */
export function registrationTerm(rules: RulesInForce, handedOverAt: Instant): Term {
  const { registrationClause, registrationDays } = rules.regulation.rules.appeal
  return daysTerm(rules, 'registration', registrationClause, registrationDays, { event: 'handedOver', at: handedOverAt }, true)
}

/** Art. 8 part 3: what belongs to another body is sent there within seven days of registration. */
export function appealForwardingTerm(rules: RulesInForce, registeredAt: Instant): Term {
  const { forwardingClause, forwardingDays } = rules.regulation.rules.appeal
  return daysTerm(rules, 'appealForwarding', forwardingClause, forwardingDays, { event: 'registered', at: registeredAt }, true)
}

/**
 * Art. 12: answered within 30 days of registration, 30 more by extension.
 * The law does not say that this end moves off a day off, so `due` stays and the safe and the outer dates stand beside it.
 */
export function appealAnswerTerm(rules: RulesInForce, registeredAt: Instant, extended: boolean): Term {
  const { answerClause, answerDays, extensionDays } = rules.regulation.rules.appeal
  const days = answerDays + (extended ? extensionDays : 0)
  return daysTerm(rules, 'appealAnswer', answerClause, days, { event: 'registered', at: registeredAt }, false)
}

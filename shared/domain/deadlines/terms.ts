import { MS_PER_HOUR, type Instant } from '../time'
import type { StartEvent, RuleId, Term } from './deadline'
import { happened, type CaseFacts, type DepartmentId, type DepartmentFact, type ForwardingFact } from './facts'
import type { HoursRule } from './regulation'
import type { RulesInForce } from './rulebook'

interface Start {
  readonly event: StartEvent
  readonly at: Instant
}

const placed = (facts: CaseFacts): Start => ({ event: 'placed', at: facts.placedAt })

// A message that was never recorded by the program cannot be counted from its receipt.
const placedOrReceived = (facts: CaseFacts, from: 'placed' | 'received'): Start =>
  from === 'received' && facts.receivedAt !== null ? { event: 'received', at: facts.receivedAt } : placed(facts)

function hoursTerm(rules: RulesInForce, rule: RuleId, { clause, clock }: HoursRule, ms: number, start: Start, department: DepartmentId): Term {
  return {
    rule,
    clause,
    clock,
    ms,
    startEvent: start.event,
    from: start.at,
    due: rules.timeOf(department).add(clock, start.at, ms),
    department,
    also: null,
    dayCount: null,
  }
}

export function triageTerm(facts: CaseFacts, rules: RulesInForce): Term {
  const rule = rules.regulation.rules.triage
  return hoursTerm(rules, 'triage', rule, rule.hours * MS_PER_HOUR, placedOrReceived(facts, rule.from), null)
}

/** The term of one forwarding; `forwarding` is null when the term runs from placement and nothing was forwarded yet. */
export function answerTerm(facts: CaseFacts, rules: RulesInForce, forwarding: ForwardingFact | null): Term {
  const rule = rules.regulation.rules.answer
  const start: Start = forwarding && rule.from === 'forwarded' ? { event: 'forwarded', at: forwarding.at } : placed(facts)
  return hoursTerm(rules, 'answer', rule, rule.hours * MS_PER_HOUR, start, forwarding?.department ?? null)
}

/** `spentMs` of the budget went on earlier returns; only the «one budget» reading has any. */
export function reworkTerm(rules: RulesInForce, returned: DepartmentFact, spentMs: number): Term {
  const rule = rules.regulation.rules.rework
  const ms = Math.max(0, rule.hours * MS_PER_HOUR - spentMs)
  return hoursTerm(rules, 'rework', rule, ms, { event: 'returned', at: returned.at }, returned.department)
}

/** Null under the «from forwarding» reading while nothing has been forwarded. */
export function totalTerm(facts: CaseFacts, rules: RulesInForce): Term | null {
  const rule = rules.regulation.rules.total
  const ms = rule.hours * MS_PER_HOUR
  if (rule.from === 'placed') return hoursTerm(rules, 'total', rule, ms, placed(facts), null)
  const live = facts.forwardings.filter(({ withdrawnAt, declinedAt }) => !happened(withdrawnAt) && !happened(declinedAt))
  const starts = (live.length > 0 ? live : facts.forwardings).map(({ at }) => at)
  if (starts.length === 0) return null
  return hoursTerm(rules, 'total', rule, ms, { event: 'forwarded', at: Math.min(...starts) as Instant }, null)
}

export function publicationTerm(facts: CaseFacts, rules: RulesInForce): Term {
  const rule = rules.regulation.rules.publication
  const term = hoursTerm(rules, 'publication', rule, rule.hours * MS_PER_HOUR, placedOrReceived(facts, rule.from), null)
  if (rule.floorHours === null) return term
  const ms = rule.floorHours * MS_PER_HOUR
  const due = rules.office.add('working', term.from, ms)
  if (due <= term.due) return { ...term, also: { clock: 'working', ms, due } }
  return { ...term, clock: 'working', ms, due, also: { clock: rule.clock, ms: term.ms, due: term.due } }
}

export function explanationTerm(facts: CaseFacts, rules: RulesInForce): Term {
  const rule = rules.regulation.rules.explanation
  return hoursTerm(rules, 'explanation', rule, rule.hours * MS_PER_HOUR, placed(facts), null)
}

/** 3.9's own term for the answer or the triage; null when no flag is up. */
export function emergencyTerm(facts: CaseFacts, rules: RulesInForce, term: 'answerHours' | 'triageHours'): Term | null {
  if (facts.emergencyFlaggedAt === null) return null
  const { clause, clock, from, [term]: hours } = rules.regulation.rules.emergency
  const start: Start = from === 'placed' ? placed(facts) : { event: 'flagged', at: facts.emergencyFlaggedAt }
  return hoursTerm(rules, 'emergency', { clause, clock, hours }, hours * MS_PER_HOUR, start, null)
}

import { assertNever } from '../../lib/assertNever'
import type { Instant } from '../time'
import { appealAnswerTerm, appealForwardingTerm, registrationTerm } from './appealTerms'
import {
  answerClosing,
  publicationClosing,
  reworkClosing,
  totalClosing,
  triageClosing,
  unforwardedAnswerClosing,
  type Closing,
} from './closing'
import type { CaseDeadlines, Deadline, DeadlineId, Term } from './deadline'
import type { AppealFacts, CaseFacts } from './facts'
import type { RulesInForce } from './rulebook'
import { settle } from './settle'
import { answerTerm, emergencyTerm, explanationTerm, publicationTerm, reworkTerm, totalTerm, triageTerm } from './terms'

/** Of deadlines that end together the one with the lowest rank binds: a stage before the envelopes around it. */
const RANK: Readonly<Record<DeadlineId, number>> = {
  triage: 0,
  rework: 1,
  answer: 2,
  explanation: 3,
  registration: 4,
  appealForwarding: 5,
  appealAnswer: 6,
  total: 7,
  publication: 8,
  emergency: 9,
}

/**
 * Every deadline of a case, running and past, by the rules in force when its message was placed.
 * `now` judges the open ones; null leaves them `running` with nothing counted down (a what-if has no now).
 */
export function deadlinesOf(facts: CaseFacts, rules: RulesInForce, now: Instant | null): CaseDeadlines {
  const deadlines: Deadline[] = [triage(facts, rules, now)]
  switch (facts.kind) {
    case 'refusal':
    case 'duplicate':
      break
    case 'explanation':
      explained(facts, rules, now, deadlines)
      break
    case 'siteLink':
      published(facts, rules, now, deadlines)
      break
    case 'answer':
    case 'appeal':
      answered(facts, rules, now, deadlines)
      break
    default:
      assertNever(facts.kind, 'kind of case')
  }
  if (facts.appeal) appealed(facts.appeal, rules, now, deadlines)
  const binding = bindingOf(deadlines)
  return { facts, deadlines, binding, bindingRule: binding ? binding.binds : null }
}

function bindingOf(deadlines: readonly Deadline[]): Deadline | null {
  let found: Deadline | null = null
  for (const deadline of deadlines) {
    if (deadline.closedAt !== null) continue
    if (!found || deadline.due < found.due || (deadline.due === found.due && RANK[deadline.id] < RANK[found.id])) found = deadline
  }
  return found
}

/** The flag only ever shortens: the triage is due by its own term or by 3.9's, whichever ends first. */
function triage(facts: CaseFacts, rules: RulesInForce, now: Instant | null): Deadline {
  const ordinary = triageTerm(facts, rules)
  const urgent = emergencyTerm(facts, rules, 'triageHours')
  const shortened = urgent !== null && urgent.due < ordinary.due
  return settle(
    rules,
    'triage',
    0,
    shortened ? urgent : ordinary,
    [shortened ? ordinary : urgent],
    triageClosing(facts, shortened ? urgent.due : ordinary.due),
    shortened ? urgent.from : ordinary.from,
    now,
  )
}

function answered(facts: CaseFacts, rules: RulesInForce, now: Instant | null, deadlines: Deadline[]): void {
  const total = totalTerm(facts, rules)
  const publication = publicationTerm(facts, rules)
  const urgent = emergencyTerm(facts, rules, 'answerHours')
  departments(facts, rules, now, deadlines, [total, publication, urgent])
  if (total) deadlines.push(settle(rules, 'total', 0, total, [], totalClosing(facts, total.due), total.from, now))
  deadlines.push(settle(rules, 'publication', 0, publication, [], publicationClosing(facts), publication.from, now))
  if (urgent) {
    if (facts.forwardings.length === 0 && rules.regulation.rules.answer.from === 'forwarded') {
      // 3.9: on days off the operator answers himself, and nobody has to be asked first.
      deadlines.push(settle(rules, 'answer', 0, urgent, [publication], unforwardedAnswerClosing(facts), urgent.from, now))
    }
    deadlines.push(settle(rules, 'emergency', 0, urgent, [publication], publicationClosing(facts), urgent.from, now))
  }
}

/** 3.6 par. 2: an ordinary answer, given by the operator; no department and so no terms of one. */
function published(facts: CaseFacts, rules: RulesInForce, now: Instant | null, deadlines: Deadline[]): void {
  const publication = publicationTerm(facts, rules)
  envelope('publication', publication, facts, rules, now, deadlines)
}

/** 3.7 replaces the department's and the publication's terms, unless the regulation lets the department's hold beside it. */
function explained(facts: CaseFacts, rules: RulesInForce, now: Instant | null, deadlines: Deadline[]): void {
  const explanation = explanationTerm(facts, rules)
  if (rules.regulation.rules.explanation.alsoAnswer) {
    departments(facts, rules, now, deadlines, [explanation, emergencyTerm(facts, rules, 'answerHours')])
  }
  envelope('explanation', explanation, facts, rules, now, deadlines)
}

function envelope(
  id: 'publication' | 'explanation',
  own: Term,
  facts: CaseFacts,
  rules: RulesInForce,
  now: Instant | null,
  deadlines: Deadline[],
): void {
  const closing = publicationClosing(facts)
  deadlines.push(settle(rules, id, 0, own, [], closing, own.from, now))
  const urgent = emergencyTerm(facts, rules, 'answerHours')
  if (urgent) deadlines.push(settle(rules, 'emergency', 0, urgent, [own], closing, urgent.from, now))
}

/** The departments' own stages: an answer for each forwarding, a rework for each return. */
function departments(
  facts: CaseFacts,
  rules: RulesInForce,
  now: Instant | null,
  deadlines: Deadline[],
  caps: readonly (Term | null)[],
): void {
  facts.forwardings.forEach((forwarding, index) => {
    const own = answerTerm(facts, rules, forwarding)
    deadlines.push(settle(rules, 'answer', index, own, caps, answerClosing(facts, forwarding), forwarding.at, now))
  })
  if (facts.forwardings.length === 0 && rules.regulation.rules.answer.from === 'placed') {
    const own = answerTerm(facts, rules, null)
    deadlines.push(settle(rules, 'answer', 0, own, caps, unforwardedAnswerClosing(facts), own.from, now))
  }
  const { budget, clock } = rules.regulation.rules.rework
  let spent = 0
  facts.returns.forEach((returned, index) => {
    const own = reworkTerm(rules, returned, spent)
    const closing = reworkClosing(facts, returned)
    deadlines.push(settle(rules, 'rework', index, own, caps, closing, returned.at, now))
    if (budget === 'shared' && closing) spent += rules.timeOf(returned.department).between(clock, returned.at, closing.at)
  })
}

/** 59-FZ's own terms, beside the order's until registration and instead of them after it. */
function appealed(appeal: AppealFacts, rules: RulesInForce, now: Instant | null, deadlines: Deadline[]): void {
  if (appeal.handedOverAt !== null) {
    const own = registrationTerm(rules, appeal.handedOverAt)
    deadlines.push(settle(rules, 'registration', 0, own, [], doneAt(appeal.registeredAt), own.from, now))
  }
  if (appeal.registeredAt === null) return
  if (appeal.toForward !== false) {
    const own = appealForwardingTerm(rules, appeal.registeredAt)
    const closing = doneAt(appeal.forwardedAt) ?? doneAt(appeal.answeredAt)
    deadlines.push(settle(rules, 'appealForwarding', 0, own, [], closing, own.from, now))
  }
  // What went to another body is answered there.
  if (appeal.forwardedAt !== null) return
  const own = appealAnswerTerm(rules, appeal.registeredAt, appeal.extendedAt !== null)
  deadlines.push(settle(rules, 'appealAnswer', 0, own, [], doneAt(appeal.answeredAt), own.from, now))
}

const doneAt = (at: Instant | null): Closing | null => (at === null ? null : { at, how: 'done' })

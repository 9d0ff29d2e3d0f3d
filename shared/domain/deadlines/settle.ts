import { instant, type Instant } from '../time'
import type { Closing } from './closing'
import type { Deadline, DeadlineId, DeadlineState, Span, Term } from './deadline'
import type { RulesInForce } from './rulebook'

/** What an act made of a deadline, done by its end and after it. */
const JUDGED: Readonly<Record<Closing['how'], readonly [inTime: DeadlineState, late: DeadlineState]>> = {
  done: ['met', 'breached'],
  lifted: ['lifted', 'breached'],
  // Done by then, but nobody knows whether in time: no breach may be written down for it.
  proven: ['met', 'lifted'],
  unowed: ['lifted', 'lifted'],
}
const OPEN = ['running', 'overdue'] as const

/** Milliseconds of the term's clock in [a, b), and of the wall's. */
function span(rules: RulesInForce, term: Term, a: Instant, b: Instant): Span {
  const clock = term.clock
  const ms = clock === 'calendar' ? b - a : rules.timeOf(term.department).between(clock, a, b)
  return { clock, ms, elapsedMs: b - a }
}

function provisionalYears(rules: RulesInForce, terms: readonly Term[]): readonly number[] {
  let from = Infinity
  let to = -Infinity
  for (const term of terms) {
    from = Math.min(from, term.from)
    to = Math.max(to, term.due)
  }
  return rules.office.provisionalYears(instant(from), instant(to))
}

/** Puts a stage's own term under its caps, and judges it by what closed it and by `now`. */
export function settle(
  rules: RulesInForce,
  id: DeadlineId,
  index: number,
  own: Term,
  caps: readonly (Term | null)[],
  closing: Closing | null,
  startedAt: Instant,
  now: Instant | null,
): Deadline {
  const terms = [own]
  let bindingTerm = own
  for (const cap of caps) {
    if (!cap) continue
    terms.push(cap)
    if (cap.due < bindingTerm.due) bindingTerm = cap
  }
  const due = bindingTerm.due
  // Without an act and without a now there is nothing to judge by: in time.
  const until = closing?.at ?? now ?? due
  const [inTime, late] = closing ? JUDGED[closing.how] : OPEN
  const state = until <= due ? inTime : late
  return {
    id,
    index,
    department: own.department,
    own,
    terms,
    bindingTerm,
    binds: bindingTerm === own ? id : bindingTerm.rule,
    startedAt,
    due,
    workable: rules.timeOf(own.department).workable(due),
    state,
    closedAt: closing ? closing.at : null,
    left: state === 'running' && now !== null ? span(rules, bindingTerm, now, due) : null,
    late: state === 'overdue' || state === 'breached' ? span(rules, bindingTerm, due, until) : null,
    overdueAtStart: due < startedAt,
    provisional: provisionalYears(rules, terms),
  }
}

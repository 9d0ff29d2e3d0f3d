import type { Instant } from '../time'
import type { Closing } from './closing'
import type { Deadline, DeadlineId, DeadlineState, Span, Term } from './deadline'
import type { RulesInForce } from './rulebook'

const NONE: readonly number[] = []

/** Milliseconds of the term's clock in [a, b), and of the wall's. */
function span(rules: RulesInForce, term: Term, a: Instant, b: Instant): Span {
  const clock = term.clock
  const ms = clock === 'calendar' ? b - a : rules.timeOf(term.department).between(clock, a, b)
  return { clock, ms, elapsedMs: b - a }
}

function stateOf(due: Instant, closing: Closing | null, now: Instant | null): DeadlineState {
  if (closing) {
    if (closing.how === 'unowed') return 'lifted'
    if (closing.at <= due) return closing.how === 'lifted' ? 'lifted' : 'met'
    // Done by then, but nobody knows whether in time: no breach may be written down for it.
    return closing.how === 'proven' ? 'lifted' : 'breached'
  }
  return now !== null && now > due ? 'overdue' : 'running'
}

function provisionalYears(rules: RulesInForce, terms: readonly Term[]): readonly number[] {
  let from = terms[0]!.from
  let to = terms[0]!.due
  for (const term of terms) {
    if (term.from < from) from = term.from
    if (term.due > to) to = term.due
  }
  const years = rules.office.provisionalYears(from, to)
  return years.length > 0 ? years : NONE
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
  const state = stateOf(due, closing, now)
  const until = closing ? closing.at : now
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
    left: state === 'running' && until !== null ? span(rules, bindingTerm, until, due) : null,
    late: (state === 'overdue' || state === 'breached') && until !== null ? span(rules, bindingTerm, due, until) : null,
    overdueAtStart: due < startedAt,
    provisional: provisionalYears(rules, terms),
  }
}

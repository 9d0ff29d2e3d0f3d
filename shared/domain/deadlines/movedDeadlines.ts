import type { Instant } from '../time'
import type { DeadlineId } from './deadline'
import { deadlinesOf } from './deadlinesOf'
import type { CaseFacts } from './facts'
import type { OpenRulebook } from './rulebook'

/** An open deadline that ends at another instant under other rules. */
export interface MovedDeadline {
  readonly caseId: string
  readonly id: DeadlineId
  readonly index: number
  readonly before: Instant
  readonly after: Instant
}

/**
 * Which open deadlines move when one rulebook takes the place of another, as by a corrected calendar.
 * Closed deadlines keep what they were judged by and are left out, and so are messages that neither rulebook governs.
 */
export function movedDeadlines(
  cases: Iterable<{ readonly id: string; readonly facts: CaseFacts }>,
  before: OpenRulebook,
  after: OpenRulebook,
): MovedDeadline[] {
  const moved: MovedDeadline[] = []
  for (const { id: caseId, facts } of cases) {
    const [old, fresh] = [before.inForceAt(facts.placedAt), after.inForceAt(facts.placedAt)]
    if (!old || !fresh) continue
    const later = deadlinesOf(facts, fresh, null).deadlines
    for (const { id, index, due, closedAt } of deadlinesOf(facts, old, null).deadlines) {
      const same = later.find((deadline) => deadline.id === id && deadline.index === index)
      if (closedAt === null && same && same.due !== due) moved.push({ caseId, id, index, before: due, after: same.due })
    }
  }
  return moved
}

import type { Instant } from '../time'
import type { CaseDeadlines } from './deadline'
import { deadlinesOf } from './deadlinesOf'
import { caseFacts, type CaseFacts } from './facts'
import type { OpenRulebook } from './rulebook'

/**
 * Deadlines of a message that does not exist: placed then, forwarded then, returned then.
 * Null when no regulation or schedule is in force at that placement.
 */
export function whatIf(
  rulebook: OpenRulebook,
  facts: Partial<CaseFacts> & Pick<CaseFacts, 'placedAt'>,
  now: Instant | null = null,
): CaseDeadlines | null {
  const rules = rulebook.inForceAt(facts.placedAt)
  return rules && deadlinesOf(caseFacts(facts), rules, now)
}

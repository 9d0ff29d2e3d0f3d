import type { CaseState } from '../../shared/domain/case/caseState'
import { deadlineFacts } from '../../shared/domain/case/deadlineFacts'
import { deadlinesOf, openRulebook, type CaseDeadlines, type OpenRulebook } from '../../shared/domain/deadlines'
import { attention, inboxOrder, type Attention, type DatedCase } from '../../shared/domain/queues'
import type { Instant } from '../../shared/domain/time'
import type { Observable } from './application'
import { derived } from './observable'
import type { OfficeDocuments } from './office'

/** How long before a deadline it asks for attention, ms of clock time. */
export const soonMs = 3_600_000

/**
 * The open cases with their deadlines, what binds next first. A case's deadlines are counted once for as long as neither it nor
 * the rules change: they do not depend on the hour, only how much of them is left does.
 */
export function datedCases(open: Observable<readonly CaseState[]>, office: Observable<OfficeDocuments>): Observable<readonly DatedCase[]> {
  let rules: { readonly by: OfficeDocuments; readonly opened: OpenRulebook; readonly counted: WeakMap<CaseState, CaseDeadlines | null> } | undefined
  return derived([open, office], () => {
    const now = office.get()
    if (rules === undefined || ruledBy.some((name) => rules?.by[name] !== now[name])) rules = { by: now, opened: openRulebook(now), counted: new WeakMap() }
    const { opened, counted } = rules
    return inboxOrder(open.get().map((state) => ({ state, deadlines: deadlinesBy(opened, state, counted) })))
  })
}

/** The office's documents that deadlines depend on. */
const ruledBy = ['zone', 'regulations', 'schedules', 'calendar'] as const

function deadlinesBy(rulebook: OpenRulebook, state: CaseState, counted: WeakMap<CaseState, CaseDeadlines | null>): CaseDeadlines | null {
  const known = counted.get(state)
  if (known !== undefined) return known
  const rules = rulebook.inForceAt(state.message.placedAt)
  const made = rules === null ? null : deadlinesOf(deadlineFacts(state), rules, null)
  counted.set(state, made)
  return made
}

/** What asks for attention at `now`; the same list until something in it changes. */
export function attentionAt(): (dated: readonly DatedCase[], now: Instant) => readonly Attention[] {
  let last: { readonly list: readonly Attention[]; readonly text: string } = { list: [], text: '[]' }
  return (dated, now) => {
    const list = attention(dated, now, soonMs)
    const text = JSON.stringify(list)
    if (text !== last.text) last = { list, text }
    return last.list
  }
}

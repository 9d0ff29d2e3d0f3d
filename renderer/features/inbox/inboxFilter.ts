import type { CaseState } from '../../../shared/domain/case/caseState'
import type { Directory } from '../../../shared/domain/people/directory'
import { inboxOrder } from '../../../shared/domain/queues'
import { cutForSearch, hasAll, wantedBy, type Terms } from '../../../shared/domain/search/match'
import type { Wanted } from '../../../shared/domain/search/query'
import type { Instant } from '../../../shared/domain/time'
import { assertNever } from '../../../shared/lib/assertNever'
import { searchedCase } from '../../application/searched'
import { departmentFullName } from '../../format/people'
import type { JudgedCase } from '../../ui/deadlines/deadlinesContext'
import { currentForwarding } from '../../ui/message/currentForwarding'

export const inboxFilters = ['all', 'new', 'department', 'review', 'overdue', 'emergency', 'conflict'] as const
export type InboxFilter = (typeof inboxFilters)[number]

/** Whether the case is among those that the quick filter shows. */
export function passes({ state, deadlines }: JudgedCase, filter: InboxFilter, now: Instant): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'new':
      return state.stage === 'triage'
    case 'department':
      return state.stage === 'department' || state.stage === 'rework'
    case 'review':
      return state.stage === 'review'
    case 'overdue':
      return now > (deadlines?.binding?.due ?? Number.POSITIVE_INFINITY)
    case 'emergency':
      return state.emergency !== undefined
    case 'conflict':
      // A closed duplicate is among the cases of an inbox only where its mark leads in a circle.
      return state.conflicts.length > 0 || state.duplicateOf !== undefined
    default:
      return assertNever(filter, 'filter')
  }
}

const termsOfCase = new WeakMap<CaseState, Terms>()
const termsOfName = new Map<string, Terms>()

function remembered<K>(known: { get(key: K): Terms | undefined; set(key: K, terms: Terms): unknown }, key: K, cut: () => Terms): Terms {
  const found = known.get(key) ?? cut()
  known.set(key, found)
  return found
}

/**
 * Whether the case has everything wanted, as the archive's search would: words in any form of the message, the answers and the
 * author's name, its number and address, and the name of the structure that has it. A case's words are cut once.
 */
export function mentions({ state }: JudgedCase, wanted: readonly Wanted[], directory: Directory): boolean {
  if (wanted.length === 0) return true
  const texts = [remembered(termsOfCase, state, () => cutForSearch(searchedCase(state)))]
  const forwarding = currentForwarding(state)
  if (forwarding !== undefined) {
    const name = departmentFullName(directory, forwarding.to)
    texts.push(remembered(termsOfName, name, () => cutForSearch({ text: name })))
  }
  return hasAll(texts, wanted)
}

/** What the list shows: filtered, and ordered by what binds next. */
export function shownCases(cases: readonly JudgedCase[], filter: InboxFilter, query: string, directory: Directory, now: Instant): readonly JudgedCase[] {
  const wanted = wantedBy(query)
  const kept = cases.filter((judged) => passes(judged, filter, now) && mentions(judged, wanted, directory))
  // inboxOrder keeps the very objects it is given; its type knows only their common part.
  return inboxOrder(kept) as readonly JudgedCase[]
}

export function filterCounts(cases: readonly JudgedCase[], now: Instant): Readonly<Record<InboxFilter, number>> {
  const counts: Record<InboxFilter, number> = { all: 0, new: 0, department: 0, review: 0, overdue: 0, emergency: 0, conflict: 0 }
  for (const judged of cases) for (const filter of inboxFilters) if (passes(judged, filter, now)) counts[filter]++
  return counts
}

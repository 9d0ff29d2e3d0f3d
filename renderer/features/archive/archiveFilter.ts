import type { CaseState, Outcome } from '../../../shared/domain/case/caseState'
import type { Network } from '../../../shared/domain/journal/message'
import type { DepartmentId } from '../../../shared/domain/people/roles'
import type { CaseId } from '../../../shared/domain/journal/ids'

export const outcomeKinds = ['published', 'explained', 'siteLink', 'refused', 'duplicate', 'registered'] as const satisfies readonly Outcome['how'][]

/** Empty = any. */
export interface ArchiveFilter {
  readonly outcome: Outcome['how'] | ''
  readonly department: string
  readonly network: Network | ''
  readonly overdueOnly: boolean
}

export const everyCase: ArchiveFilter = { outcome: '', department: '', network: '', overdueOnly: false }

export const filterIsSet = (filter: ArchiveFilter): boolean => filter.outcome !== '' || filter.department !== '' || filter.network !== '' || filter.overdueOnly

/** Structures that had a hand in the case: all it was forwarded to, not only the last. */
export const departmentsOf = (state: CaseState): readonly DepartmentId[] => [...new Set(state.forwardings.map((forwarding) => forwarding.to))]

export function passes(state: CaseState, filter: ArchiveFilter, overdue: (state: CaseState) => boolean): boolean {
  if (filter.outcome !== '' && state.outcome?.how !== filter.outcome) return false
  if (filter.network !== '' && state.message.network !== filter.network) return false
  if (filter.department !== '' && !state.forwardings.some((forwarding) => forwarding.to === filter.department)) return false
  // The dearest question last: deadlines are computed, not stored.
  return !filter.overdueOnly || overdue(state)
}

/** Months as years with their months, latest first, for the rail beside the list. */
export function monthsByYear(months: readonly { readonly month: string; readonly count: number }[]): readonly {
  readonly year: string
  readonly count: number
  readonly months: readonly { readonly month: string; readonly count: number }[]
}[] {
  const years = new Map<string, { month: string; count: number }[]>()
  for (const { month, count } of months) {
    const year = month.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), { month, count }])
  }
  return [...years].map(([year, list]) => ({ year, months: list, count: list.reduce((sum, { count }) => sum + count, 0) }))
}

/** The rows to show of what a search found: closed ones only, each once, in the search's order. */
export const closedHits = <H extends { readonly caseId: CaseId; readonly closed: boolean }>(hits: readonly H[]): readonly H[] => {
  const seen = new Set<CaseId>()
  return hits.filter((hit) => hit.closed && !seen.has(hit.caseId) && seen.add(hit.caseId).has(hit.caseId))
}

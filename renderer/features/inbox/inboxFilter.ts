import type { Directory } from '../../../shared/domain/people/directory'
import { inboxOrder } from '../../../shared/domain/queues'
import type { Instant } from '../../../shared/domain/time'
import { assertNever } from '../../../shared/lib/assertNever'
import { departmentFullName } from '../../format/people'
import type { JudgedCase } from '../../ui/deadlines/deadlinesContext'
import { currentForwarding } from '../../ui/message/currentForwarding'

export const inboxFilters = ['all', 'new', 'department', 'review', 'overdue', 'emergency'] as const
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
    default:
      return assertNever(filter, 'filter')
  }
}

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е')

/** Every word of the query stands somewhere in the text, the author's name, the structure's or the network's. */
export function mentions({ state }: JudgedCase, words: readonly string[], directory: Directory): boolean {
  if (words.length === 0) return true
  const forwarding = currentForwarding(state)
  const searched = plain([state.message.text ?? '', state.message.author.name ?? '', forwarding === undefined ? '' : departmentFullName(directory, forwarding.to)].join(' '))
  return words.every((word) => searched.includes(word))
}

export const wordsOf = (query: string): readonly string[] => plain(query).split(/\s+/).filter((word) => word !== '')

/** What the list shows: filtered, and ordered by what binds next. */
export function shownCases(cases: readonly JudgedCase[], filter: InboxFilter, query: string, directory: Directory, now: Instant): readonly JudgedCase[] {
  const words = wordsOf(query)
  const kept = cases.filter((judged) => passes(judged, filter, now) && mentions(judged, words, directory))
  // inboxOrder keeps the very objects it is given; its type knows only their common part.
  return inboxOrder(kept) as readonly JudgedCase[]
}

export function filterCounts(cases: readonly JudgedCase[], now: Instant): Readonly<Record<InboxFilter, number>> {
  const counts: Record<InboxFilter, number> = { all: 0, new: 0, department: 0, review: 0, overdue: 0, emergency: 0 }
  for (const judged of cases) for (const filter of inboxFilters) if (passes(judged, filter, now)) counts[filter]++
  return counts
}

import type { CaseState, PeopleConflict } from '../case/caseState'
import type { DeadlineId } from '../deadlines'
import type { CaseId } from '../journal/ids'
import type { Instant } from '../time/instant'
import type { DatedCase } from './dated'

/** What a person should look at now, and why. Carries ids and instants only: it feeds notifications (1.4). */
export type Attention =
  | { readonly why: 'overdue' | 'dueSoon'; readonly caseId: CaseId; readonly deadline: DeadlineId; readonly due: Instant }
  | { readonly why: 'conflict'; readonly caseId: CaseId; readonly kind: PeopleConflict['kind'] }
  /** The last attempt to publish failed and nothing was published since. */
  | { readonly why: 'publicationFailed'; readonly caseId: CaseId }
  /** The department gave it back; the triage clock never stopped. */
  | { readonly why: 'declined'; readonly caseId: CaseId }
  /** Closed as duplicates of each other: nobody is answered. */
  | { readonly why: 'duplicatesInCircle'; readonly caseId: CaseId }
  /** The program is older than the journal. */
  | { readonly why: 'unknownEvents'; readonly caseId: CaseId }

/** `soon`: how long before a deadline it asks for attention, in milliseconds of clock time. Overdue first, then by what is due. */
export function attention(cases: readonly DatedCase[], now: Instant, soon: number): readonly Attention[] {
  const circles = duplicatesInCircles(cases.map(({ state }) => state))
  const due = cases.flatMap((dated) => dueOf(dated, now, soon)).sort((a, b) => a.due - b.due || (a.caseId < b.caseId ? -1 : 1))
  return [...due, ...cases.flatMap(({ state }) => matters(state, circles))]
}

function dueOf({ state, deadlines }: DatedCase, now: Instant, soon: number) {
  const binding = deadlines?.binding ?? null
  if (binding === null || binding.due - now > soon) return []
  // An act at exactly the due instant is in time.
  return [{ why: now > binding.due ? ('overdue' as const) : ('dueSoon' as const), caseId: state.id, deadline: binding.id, due: binding.due }]
}

function matters(state: CaseState, circles: ReadonlySet<CaseId>): readonly Attention[] {
  const caseId = state.id
  const open = state.outcome === undefined
  const failure = state.failedPublications.at(-1)
  return [
    ...state.conflicts.map(({ kind }) => ({ why: 'conflict' as const, caseId, kind })),
    ...(open && failure !== undefined && !state.postings.some((posting) => posting.publishedAt >= failure.failedAt) ? [{ why: 'publicationFailed' as const, caseId }] : []),
    ...(state.stage === 'triage' && state.forwardings.at(-1)?.declined !== undefined ? [{ why: 'declined' as const, caseId }] : []),
    ...(circles.has(caseId) ? [{ why: 'duplicatesInCircle' as const, caseId }] : []),
    ...(state.unknownEvents > 0 ? [{ why: 'unknownEvents' as const, caseId }] : []),
  ]
}

/** Two desks may each close the other's case as a duplicate of its own, unseen by each other: then the marks lead nowhere. */
export function duplicatesInCircles(cases: readonly Pick<CaseState, 'id' | 'duplicateOf'>[]): ReadonlySet<CaseId> {
  const originalOf = new Map(cases.map((state) => [state.id, state.duplicateOf]))
  const circled = new Set<CaseId>()
  for (const { id } of cases) {
    const passed = new Set<CaseId>()
    let at: CaseId | undefined = id
    while (at !== undefined && !passed.has(at)) {
      passed.add(at)
      at = originalOf.get(at)
    }
    if (at !== undefined) circled.add(id)
  }
  return circled
}

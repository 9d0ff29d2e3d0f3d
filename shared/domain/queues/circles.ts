import type { CaseState } from '../case/caseState'
import type { CaseId } from '../journal/ids'

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

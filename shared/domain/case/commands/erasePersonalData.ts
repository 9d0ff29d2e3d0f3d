import { err, ok } from '../../../lib/result'
import type { EventId } from '../../journal/ids'
import type { CaseState } from '../caseState'
import { firstOf, isBlank, notBlank } from '../conditions'
import type { Rule } from '../rule'

/** 1.4, 152-FZ: under an act; before the case is closed only with a reason (a consent withdrawn, a court's order). */
export const erasePersonalData: Rule<'ErasePersonalData'> = {
  possible: (state) => (erasable(state).length === 0 ? { reason: 'nothingToErase' } : undefined),
  facts: ({ act, reason }, state) => {
    const against = firstOf(notBlank('act', act), state.outcome === undefined ? notBlank('reason', reason ?? '') : undefined)
    if (against !== undefined) return err(against)
    const personal = reason === undefined || isBlank(reason) ? {} : { reason }
    return ok([{ type: 'PersonalDataErased', payload: { act: act.trim(), erased: [...erasable(state)] }, personal }])
  },
}

/** Everything with words that no erasure names yet. Reasons of erasures are the office's own, and stay with their acts. */
function erasable(state: CaseState): readonly EventId[] {
  const erased = new Set(state.erasures.flatMap((erasure) => erasure.erased))
  return state.history.filter((entry) => entry.type !== 'PersonalDataErased' && !erased.has(entry.event)).map((entry) => entry.event)
}

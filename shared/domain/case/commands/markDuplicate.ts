import { err, ok } from '../../../lib/result'
import { firstOf, whenOpen, type Verdict } from '../conditions'
import type { DecideContext } from '../context'
import type { CommandOf, Rule } from '../rule'
import type { CaseState } from '../caseState'

/** The original is answered; this one is closed by it. */
export const markDuplicate: Rule<'MarkDuplicate'> = {
  possible: (state) => firstOf(whenOpen(state), state.postings.length === 0 ? undefined : { reason: 'alreadyPublished' }),
  facts: (command, state, context) => {
    const against = originalFits(command, state, context)
    return against === undefined ? ok([{ type: 'MarkedDuplicate', payload: { of: command.of }, personal: {} }]) : err(against)
  },
}

/** A duplicate of a duplicate could close a circle in which nobody is answered. */
function originalFits({ of }: CommandOf<'MarkDuplicate'>, state: CaseState, { original }: DecideContext): Verdict {
  if (of === state.id) return { reason: 'duplicateOfItself' }
  if (original === undefined || original.id !== of) return { reason: 'originalUnknown', original: of }
  return original.duplicateOf === undefined ? undefined : { reason: 'originalIsDuplicate', of: original.duplicateOf }
}

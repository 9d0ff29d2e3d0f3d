import { err, ok } from '../../../lib/result'
import { notBlank, whenClosed } from '../conditions'
import type { Rule } from '../rule'

/** Takes a closing back. What was posted stays posted and in evidence. */
export const reopenCase: Rule<'ReopenCase'> = {
  possible: whenClosed,
  facts: ({ reason }) => {
    const against = notBlank('reason', reason)
    return against === undefined ? ok([{ type: 'CaseReopened', payload: {}, personal: { reason } }]) : err(against)
  },
}

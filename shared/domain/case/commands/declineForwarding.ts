import { err, ok } from '../../../lib/result'
import { firstOf, notBlank, whenOpen } from '../conditions'
import type { Rule } from '../rule'
import { actionableForwarding, forwardingsOf } from '../targets'

/** «Не наша компетенция»: the message goes back to triage, its clocks run on. */
export const declineForwarding: Rule<'DeclineForwarding'> = {
  possible: (state, { actor }) => firstOf(whenOpen(state), forwardingsOf(state, actor).length === 0 ? { reason: 'nothingForwarded' } : undefined),
  facts: ({ forwarding, reason }, state, { actor }) => {
    const found = actionableForwarding(state, forwarding, actor)
    if (!found.ok) return found
    const against = notBlank('reason', reason)
    if (against !== undefined) return err(against)
    return ok([{ type: 'ForwardingDeclined', payload: { forwarding }, personal: { reason } }])
  },
}

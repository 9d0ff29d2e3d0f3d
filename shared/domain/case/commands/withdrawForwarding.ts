import { err, ok } from '../../../lib/result'
import { notBlank } from '../conditions'
import type { Rule } from '../rule'
import { activeForwardings } from '../standing'
import { actionableForwarding } from '../targets'

/** Also on a closed case: a forwarding that another desk made unseen leaves a department at work in vain until it is withdrawn. */
export const withdrawForwarding: Rule<'WithdrawForwarding'> = {
  possible: (state) => {
    const active = activeForwardings(state)
    if (active.length === 0) return { reason: 'nothingForwarded' }
    const inVain = state.conflicts.some((conflict) => active.some((forwarding) => conflict.events.includes(forwarding.event)))
    return state.outcome === undefined || inVain ? undefined : { reason: 'caseClosed' }
  },
  facts: ({ forwarding, reason }, state, { actor }) => {
    const found = actionableForwarding(state, forwarding, actor)
    if (!found.ok) return found
    const against = notBlank('reason', reason)
    if (against !== undefined) return err(against)
    return ok([{ type: 'ForwardingWithdrawn', payload: { forwarding }, personal: { reason } }])
  },
}

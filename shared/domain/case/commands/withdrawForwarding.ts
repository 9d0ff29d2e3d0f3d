import { err, ok } from '../../../lib/result'
import { firstOf, notBlank, whenOpen } from '../conditions'
import type { Rule } from '../rule'
import { actionableForwarding, forwardingsToWithdraw } from '../targets'

export const withdrawForwarding: Rule<'WithdrawForwarding'> = {
  possible: (state) => (forwardingsToWithdraw(state).length > 0 ? undefined : firstOf(whenOpen(state), { reason: 'nothingForwarded' })),
  facts: ({ forwarding, reason }, state, { actor }) => {
    const found = actionableForwarding(state, forwarding, actor)
    if (!found.ok) return found
    if (!forwardingsToWithdraw(state).includes(found.value)) return err({ reason: 'caseClosed' })
    const against = notBlank('reason', reason)
    if (against !== undefined) return err(against)
    return ok([{ type: 'ForwardingWithdrawn', payload: { forwarding }, personal: { reason } }])
  },
}

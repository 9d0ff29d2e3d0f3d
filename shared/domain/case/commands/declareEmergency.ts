import { err, ok } from '../../../lib/result'
import { firstOf, notBlank, whenOpen, within } from '../conditions'
import type { Rule } from '../rule'

/** 3.9 */
export const declareEmergency: Rule<'DeclareEmergency'> = {
  possible: (state) => firstOf(whenOpen(state), state.emergency === undefined ? undefined : { reason: 'alreadyEmergency' }),
  facts: ({ reason, flaggedAt }, state, context) => {
    const against = firstOf(notBlank('reason', reason), within('flaggedAt', flaggedAt, state.message.placedAt, context))
    if (against !== undefined) return err(against)
    return ok([{ type: 'EmergencyDeclared', payload: { flaggedAt }, personal: { reason } }])
  },
}

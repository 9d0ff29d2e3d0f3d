import { err, ok } from '../../../lib/result'
import { firstOf, notBlank, within } from '../conditions'
import type { Rule } from '../rule'

/**
 * 3.8: number and date come back from the document system; the order's clocks stop. Also after a posting closed the case («ваше
 * сообщение передано»). The date is often a day without an hour, so it is only held to the message's placement.
 */
export const registerAppeal: Rule<'RegisterAppeal'> = {
  possible: (state) => {
    const { handedOver, registered } = state.appeal
    return firstOf(
      handedOver === undefined ? { reason: 'notHandedOver' } : undefined,
      registered === undefined ? undefined : { reason: 'alreadyRegistered', number: registered.number },
      state.refused === undefined && state.duplicateOf === undefined ? undefined : { reason: 'caseClosed' },
    )
  },
  facts: ({ number, registeredAt }, state, context) => {
    const against = firstOf(notBlank('number', number), within('registeredAt', registeredAt, state.message.placedAt, context))
    return against === undefined ? ok([{ type: 'AppealRegistered', payload: { number: number.trim(), registeredAt }, personal: {} }]) : err(against)
  },
}

import { err, ok } from '../../../lib/result'
import { firstOf, isBlank, whenOpen, within } from '../conditions'
import type { Rule } from '../rule'

/** 3.8: only with the author's consent. */
export const handOverAppeal: Rule<'HandOverAppeal'> = {
  possible: (state) => {
    const { consent, handedOver } = state.appeal
    return firstOf(
      whenOpen(state),
      consent === undefined ? { reason: 'noConsent' } : undefined,
      consent?.contacts === null ? { reason: 'wordsErased' } : undefined,
      handedOver === undefined ? undefined : { reason: 'alreadyHandedOver' },
    )
  },
  facts: ({ handedOverAt, by, to }, state, context) => {
    const against = within('handedOverAt', handedOverAt, state.message.placedAt, context)
    if (against !== undefined) return err(against)
    return ok([{ type: 'AppealHandedOver', payload: { handedOverAt, by }, personal: to === undefined || isBlank(to) ? {} : { to } }])
  },
}

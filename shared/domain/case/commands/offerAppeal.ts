import { err, ok } from '../../../lib/result'
import { firstOf, notBlank, webAddress, whenOpen, within } from '../conditions'
import type { Rule } from '../rule'

/** 3.8, 1.2. May be repeated in other words until the author consents. The place is free: an offer is not an answer (3.4). */
export const offerAppeal: Rule<'OfferAppeal'> = {
  possible: (state) => firstOf(whenOpen(state), state.appeal.consent === undefined ? undefined : { reason: 'alreadyConsented' }),
  facts: ({ text, place, offeredAt, link }, state, context) => {
    const against = firstOf(notBlank('text', text), within('offeredAt', offeredAt, state.message.placedAt, context), webAddress('link', link))
    if (against !== undefined) return err(against)
    return ok([{ type: 'AppealOffered', payload: { offeredAt, place }, personal: link === undefined ? { text } : { text, link } }])
  },
}

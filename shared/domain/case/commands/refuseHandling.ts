import { ok } from '../../../lib/result'
import { firstOf, isBlank, whenOpen } from '../conditions'
import type { Rule } from '../rule'

/** 3.6 par. 1: neither handled nor answered; the text stays as evidence. Only before anything was published. */
export const refuseHandling: Rule<'RefuseHandling'> = {
  possible: (state) => firstOf(whenOpen(state), state.postings.length === 0 ? undefined : { reason: 'alreadyPublished' }),
  facts: ({ ground, comment }) =>
    ok([{ type: 'HandlingRefused', payload: { ground }, personal: comment === undefined || isBlank(comment) ? {} : { comment } }]),
}

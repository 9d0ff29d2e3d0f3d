import { err, ok } from '../../../lib/result'
import { firstOf, notBlank, webAddress, within } from '../conditions'
import type { Rule } from '../rule'

/** 3.5: an answer of general interest also goes out as a notice; so there is an answer first. */
export const publishNotice: Rule<'PublishNotice'> = {
  possible: (state) => (state.postings.length === 0 ? { reason: 'nothingPublished' } : undefined),
  facts: ({ where, text, publishedAt, link }, state, context) => {
    const against = firstOf(notBlank('text', text), within('publishedAt', publishedAt, state.message.placedAt, context), webAddress('link', link))
    if (against !== undefined) return err(against)
    return ok([{ type: 'NoticePublished', payload: { where, publishedAt }, personal: link === undefined ? { text } : { text, link } }])
  },
}

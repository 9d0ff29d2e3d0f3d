import { err, ok } from '../../../lib/result'
import { firstOf, notBlank, webAddress, whenOpen } from '../conditions'
import { partsOf, postingFits } from '../posting'
import type { Rule } from '../rule'

/** 3.6 par. 2: the answer is on the official site already; its address is told to the author. */
export const publishSiteLink: Rule<'PublishSiteLink'> = {
  possible: whenOpen,
  facts: (command, state, context) => {
    const against = firstOf(notBlank('siteUrl', command.siteUrl), webAddress('siteUrl', command.siteUrl), postingFits(command, state, context))
    if (against !== undefined) return err(against)
    const { payload, personal } = partsOf(command)
    return ok([{ type: 'SiteLinkPublished', payload, personal: { ...personal, siteUrl: command.siteUrl } }])
  },
}

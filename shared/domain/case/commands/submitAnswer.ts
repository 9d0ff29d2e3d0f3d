import { err, ok } from '../../../lib/result'
import { firstOf, isBlank, notEmpty, whenOpen } from '../conditions'
import type { Rule } from '../rule'
import { actionableForwarding, forwardingsOf } from '../targets'

/** 2.8, 3.2. Every submission is a version of its own; a version under review may be followed by a better one. */
export const submitAnswer: Rule<'SubmitAnswer'> = {
  possible: (state, { actor }) => firstOf(whenOpen(state), forwardingsOf(state, actor).length === 0 ? { reason: 'nothingForwarded' } : undefined),
  facts: ({ forwarding, text, measures, attachments }, state, { actor }) => {
    const found = actionableForwarding(state, forwarding, actor)
    if (!found.ok) return found
    const against = notEmpty(text, attachments)
    if (against !== undefined) return err(against)
    const told = measures === undefined || isBlank(measures) ? {} : { measures }
    return ok([{ type: 'AnswerSubmitted', payload: { forwarding }, personal: { text, ...told, attachments: [...attachments] } }])
  },
}

import { err, ok } from '../../../lib/result'
import { whenOpen } from '../conditions'
import { partsOf, postingFits } from '../posting'
import type { Rule } from '../rule'

/** 3.7. What the text must contain is warned of before (`missingMandatoryPart`): a program cannot judge meaning, so it does not refuse. */
export const publishExplanation: Rule<'PublishExplanation'> = {
  possible: whenOpen,
  facts: (command, state, context) => {
    const against = postingFits(command, state, context)
    if (against !== undefined) return err(against)
    const { payload, personal } = partsOf(command)
    const source = command.answer === undefined ? {} : { answer: command.answer }
    return ok([{ type: 'ExplanationPublished', payload: { ...payload, ...source, ground: command.ground }, personal }])
  },
}

import { err, ok } from '../../../lib/result'
import { whenOpen } from '../conditions'
import { partsOf, postingFits } from '../posting'
import type { Rule } from '../rule'

/** 3.3, 3.4. Without `answer` the operator answered himself. */
export const publishAnswer: Rule<'PublishAnswer'> = {
  possible: whenOpen,
  facts: (command, state, context) => {
    const against = postingFits(command, state, context)
    if (against !== undefined) return err(against)
    const { payload, personal } = partsOf(command)
    const source = command.answer === undefined ? {} : { answer: command.answer }
    return ok([{ type: 'AnswerPublished', payload: { ...payload, ...source }, personal }])
  },
}

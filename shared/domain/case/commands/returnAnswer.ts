import { err, ok } from '../../../lib/result'
import { firstOf, notBlank, whenOpen } from '../conditions'
import type { Rule } from '../rule'
import { allAnswers, answersToReturn } from '../targets'

/** 3.2: any number of rounds, each with remarks and three hours of its own. */
export const returnAnswer: Rule<'ReturnAnswer'> = {
  possible: (state) => firstOf(whenOpen(state), answersToReturn(state).length === 0 ? { reason: 'nothingToReturn' } : undefined),
  facts: ({ answer, remarks }, state) => {
    const version = allAnswers(state).find((found) => found.event === answer)
    if (version === undefined) return err({ reason: 'answerUnknown', answer })
    if (!answersToReturn(state).includes(version)) {
      return err(version.returned === undefined ? { reason: 'nothingToReturn' } : { reason: 'answerReturned', answer })
    }
    const against = notBlank('remarks', remarks)
    if (against !== undefined) return err(against)
    return ok([{ type: 'AnswerReturned', payload: { answer }, personal: { remarks } }])
  },
}

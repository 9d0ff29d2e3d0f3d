import { err, ok } from '../../../lib/result'
import { firstOf, within } from '../conditions'
import { repeatedPosting } from '../posting'
import type { Rule } from '../rule'

/** Whatever became of the case meanwhile, what the network answered is kept. */
export const recordPublicationFailure: Rule<'RecordPublicationFailure'> = {
  possible: () => undefined,
  facts: (command, state, context) => {
    const { answer, failedAt, reason, text, detail, idempotencyKey } = command
    // A late failure of a call that went through after all is no failure.
    const against = firstOf(repeatedPosting(command, state), within('failedAt', failedAt, state.message.placedAt, context))
    if (against !== undefined) return err(against)
    return ok([
      {
        type: 'PublicationFailed',
        payload: { failedAt, reason, ...(answer === undefined ? {} : { answer }), ...(idempotencyKey === undefined ? {} : { idempotencyKey }) },
        personal: { text, ...(detail === undefined ? {} : { detail }) },
      },
    ])
  },
}

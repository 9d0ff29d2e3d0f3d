import { err, ok } from '../../../lib/result'
import { networkClockTolerance, within } from '../conditions'
import type { Rule } from '../rule'

/** The words stay here as evidence; nothing restarts and nothing closes by it. */
export const recordAuthorDeletion: Rule<'RecordAuthorDeletion'> = {
  possible: (state) => (state.message.deletedByAuthorAt === undefined ? undefined : { reason: 'nothingChanged' }),
  facts: ({ deletedAt }, state, context) => {
    const against = within('deletedAt', deletedAt, state.message.placedAt, context, networkClockTolerance)
    if (against !== undefined) return err(against)
    return ok([{ type: 'MessageDeletedByAuthor', payload: deletedAt === undefined ? {} : { deletedAt }, personal: {} }])
  },
}

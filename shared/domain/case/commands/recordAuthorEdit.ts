import { err, ok } from '../../../lib/result'
import { canonical } from '../../journal/canonical'
import { networkClockTolerance, within } from '../conditions'
import type { Rule } from '../rule'

/** Restarts nothing, and comes after closing too. Erased words do not come back with it. */
export const recordAuthorEdit: Rule<'RecordAuthorEdit'> = {
  possible: (state) => (state.message.text === null ? { reason: 'wordsErased' } : undefined),
  facts: ({ text, editedAt, attachments }, state, context) => {
    const { message } = state
    const sameFiles = attachments === undefined || canonical(attachments) === canonical(message.attachments)
    if (message.text === text && sameFiles) return err({ reason: 'nothingChanged' })
    const against = within('editedAt', editedAt, message.placedAt, context, networkClockTolerance)
    if (against !== undefined) return err(against)
    const personal = attachments === undefined ? { text } : { text, attachments }
    return ok([{ type: 'MessageEditedByAuthor', payload: editedAt === undefined ? {} : { editedAt }, personal }])
  },
}

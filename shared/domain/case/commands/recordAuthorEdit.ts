import { err, ok } from '../../../lib/result'
import { canonical } from '../../journal/canonical'
import type { Attachment } from '../../journal/message'
import { networkClockTolerance, within } from '../conditions'
import { withOwnFiles } from '../ownFiles'
import type { Rule } from '../rule'

const sameFiles = (one: readonly Attachment[], other: readonly Attachment[]): boolean =>
  canonical(one.map(canonical).sort()) === canonical(other.map(canonical).sort())

/** Restarts nothing, and comes after closing too. Erased words do not come back with it. */
export const recordAuthorEdit: Rule<'RecordAuthorEdit'> = {
  possible: (state) => (state.message.text === null ? { reason: 'wordsErased' } : undefined),
  facts: ({ text, editedAt, attachments: named }, state, context) => {
    const { message } = state
    const attachments = named === undefined ? undefined : [...withOwnFiles(named, message)]
    const filesStand = attachments === undefined || sameFiles(attachments, message.attachments)
    if (message.text === text && filesStand) return err({ reason: 'nothingChanged' })
    const against = within('editedAt', editedAt, message.placedAt, context, networkClockTolerance)
    if (against !== undefined) return err(against)
    const personal = attachments === undefined ? { text } : { text, attachments }
    return ok([{ type: 'MessageEditedByAuthor', payload: editedAt === undefined ? {} : { editedAt }, personal }])
  },
}

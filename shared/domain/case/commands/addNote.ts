import { err, ok } from '../../../lib/result'
import { notBlank } from '../conditions'
import type { Rule } from '../rule'

/** For the operators themselves; departments do not receive notes. */
export const addNote: Rule<'AddNote'> = {
  possible: () => undefined,
  facts: ({ text }) => {
    const against = notBlank('text', text)
    return against === undefined ? ok([{ type: 'NoteAdded', payload: {}, personal: { text } }]) : err(against)
  },
}

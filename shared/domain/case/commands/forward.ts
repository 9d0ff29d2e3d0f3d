import { err, ok } from '../../../lib/result'
import type { Directory } from '../../people/directory'
import type { DepartmentId } from '../../people/roles'
import { firstOf, isBlank, whenOpen, type Verdict } from '../conditions'
import type { CommandOf, Rule } from '../rule'
import { activeForwardings } from '../standing'

/** 3.1: to the structure by competence; one at a time, so that one head is answerable (4.1). */
export const forward: Rule<'Forward'> = {
  possible: (state) => {
    const active = activeForwardings(state)[0]
    return firstOf(
      whenOpen(state),
      active === undefined ? undefined : { reason: 'forwardingActive', to: active.to },
      state.appeal.handedOver === undefined ? undefined : { reason: 'alreadyHandedOver' },
      state.message.text === null ? { reason: 'wordsErased' } : undefined,
    )
  },
  facts: (command, state, { directory }) => {
    const { network, visibility, placedAt, text, author, link, attachments } = state.message
    if (text === null) return err({ reason: 'wordsErased' })
    const against = firstOf(departmentTakes(directory, command.to), groundFits(command))
    if (against !== undefined) return err(against)
    return ok([
      {
        type: 'MessageForwarded',
        department: command.to,
        payload: {
          purpose: command.purpose,
          network,
          visibility,
          placedAt,
          ...(command.ground === undefined ? {} : { ground: command.ground }),
          ...(state.emergency === undefined ? {} : { emergencyFlaggedAt: state.emergency.flaggedAt }),
        },
        personal: {
          text,
          attachments: [...attachments],
          ...(command.withAuthorName && author.name !== undefined ? { authorName: author.name } : {}),
          // A dialogue's address names the person; a public comment's is there for all to read.
          ...(visibility === 'public' && link !== undefined ? { link } : {}),
          ...(command.note === undefined || isBlank(command.note) ? {} : { note: command.note }),
        },
      },
    ])
  },
}

function departmentTakes(directory: Directory, id: DepartmentId): Verdict {
  const department = directory.departments.find((found) => found.id === id)
  if (department === undefined) return { reason: 'departmentUnknown', department: id }
  return department.closed === true ? { reason: 'departmentClosed', department: id } : undefined
}

/** 3.7: an explanation has one of four grounds; an answer has none. */
function groundFits({ purpose, ground }: CommandOf<'Forward'>): Verdict {
  if (purpose === 'explanation') return ground === undefined ? { reason: 'groundRequired' } : undefined
  return ground === undefined ? undefined : { reason: 'groundNotAllowed' }
}

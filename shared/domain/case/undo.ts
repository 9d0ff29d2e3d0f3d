import type { JournalEvent } from '../journal/event'
import type { CaseState } from './caseState'
import type { Command } from './command'
import type { DecideContext } from './context'
import { decide } from './decide'

/** `reason`: what the journal will give as the reason, in the words of the interface. */
export interface UndoContext extends DecideContext {
  readonly reason: string
}

/**
 * The command that takes back what this event did, while nothing of it is public; undefined where there is none, or the rules
 * disallow it by now. A returned answer needs none: it may still be published.
 */
export function undoOf(event: JournalEvent, state: CaseState, context: UndoContext): Command | undefined {
  const command = compensation(event, state, context.reason)
  return command !== undefined && decide(command, state, context).ok ? command : undefined
}

function compensation(event: JournalEvent, state: CaseState, reason: string): Command | undefined {
  switch (event.type) {
    case 'MessageForwarded': {
      const forwarding = state.forwardings.find((found) => found.event === event._id)
      // An answer given is the department's work: withdrawing is then a decision, not an undo.
      return forwarding === undefined || forwarding.answers.length > 0 ? undefined : { type: 'WithdrawForwarding', forwarding: event._id, reason }
    }
    case 'HandlingRefused':
      return state.refused?.event === event._id ? { type: 'ReopenCase', reason } : undefined
    case 'MarkedDuplicate':
      return state.duplicateMarks.some((mark) => mark.event === event._id && mark.reopened === undefined) ? { type: 'ReopenCase', reason } : undefined
    default:
      return undefined
  }
}

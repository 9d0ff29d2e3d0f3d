import type { CaseState, Forwarding, PeopleConflict } from '../../../../shared/domain/case/caseState'
import type { CommandType } from '../../../../shared/domain/case/command'
import { forwardingsToWithdraw } from '../../../../shared/domain/case/targets'
import { assertNever } from '../../../../shared/lib/assertNever'

/**
 * What a person can settle a conflict by. `keepOne` withdraws all forwardings but one · `withdraw` the forwardings that a closing
 * did not see · `reopen`, `publish`, `return`, `note` the case's own actions.
 */
export const remedies = ['keepOne', 'withdraw', 'reopen', 'publish', 'return', 'note'] as const
export type Remedy = (typeof remedies)[number]

/** The forwardings of a conflict that may still be withdrawn. */
export const forwardingsIn = (state: CaseState, conflict: PeopleConflict): readonly Forwarding[] =>
  forwardingsToWithdraw(state).filter(({ event }) => conflict.events.includes(event))

/** The remedies that the rules allow now and that do settle this conflict (CS22), the likeliest first. */
export function remediesOf(state: CaseState, conflict: PeopleConflict, possible: readonly CommandType[]): readonly Remedy[] {
  const can = (command: CommandType, remedy: Remedy): readonly Remedy[] => (possible.includes(command) ? [remedy] : [])
  switch (conflict.kind) {
    case 'forwardedTwice':
      return can('WithdrawForwarding', 'keepOne')
    case 'publishedTwice':
      return can('AddNote', 'note')
    case 'decidedTwice':
      // A department at work on a closed case is not stopped by a note.
      return forwardingsIn(state, conflict).length > 0
        ? [...can('WithdrawForwarding', 'withdraw'), ...can('ReopenCase', 'reopen')]
        : [...can('AddNote', 'note'), ...can('ReopenCase', 'reopen')]
    case 'answeredTwice':
      return [...can(state.kind === 'explanation' ? 'PublishExplanation' : 'PublishAnswer', 'publish'), ...can('ReturnAnswer', 'return'), ...can('AddNote', 'note')]
    default:
      return assertNever(conflict.kind, 'conflict')
  }
}

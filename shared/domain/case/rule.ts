import type { Result } from '../../lib/result'
import type { NewEvent } from '../journal/event'
import type { CaseState } from './caseState'
import type { Command, CommandType } from './command'
import type { Verdict } from './conditions'
import type { DecideContext } from './context'
import type { Rejection } from './rejections'

export type CommandOf<T extends CommandType> = Extract<Command, { readonly type: T }>

/** One command's rules, in two halves so that the screen's buttons and the decision ask the same question. */
export interface Rule<T extends CommandType> {
  /** What stands against this command now, whatever words it brings. */
  readonly possible: (state: CaseState, context: DecideContext) => Verdict
  /** Asked only when possible: judges what was brought and yields the facts, not yet addressed to departments. */
  readonly facts: (command: CommandOf<T>, state: CaseState, context: DecideContext) => Result<readonly NewEvent[], Rejection>
}

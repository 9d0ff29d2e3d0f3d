import { err, ok, type Result } from '../../../lib/result'
import type { NewEvent } from '../../journal/event'
import type { CaseState } from '../caseState'
import { firstOf, networkClockTolerance, notEmpty, webAddress, within } from '../conditions'
import type { DecideContext } from '../context'
import type { Rejection } from '../rejections'
import type { CommandOf } from '../rule'

/** Intake is the one command that makes a case, so it alone stands outside the common form of rules. */
export function receiveMessage(
  command: CommandOf<'ReceiveMessage'>,
  state: CaseState | undefined,
  context: DecideContext,
): Result<readonly NewEvent[], Rejection> {
  const { type: _, network, visibility, placedAt, ...personal } = command
  if (state !== undefined) return again(command, state)
  const against = firstOf(
    notEmpty(command.text, command.attachments),
    within('placedAt', placedAt, undefined, context, networkClockTolerance),
    webAddress('link', command.link),
  )
  return against === undefined ? ok([{ type: 'MessageReceived', payload: { network, visibility, placedAt }, personal }]) : err(against)
}

/** The same message twice is one case. New words are the author's edit; words once read, or erased since, are nothing new. */
function again(command: CommandOf<'ReceiveMessage'>, state: CaseState): Result<readonly NewEvent[], Rejection> {
  const { message } = state
  const read = message.text === command.text || message.earlierTexts.some((earlier) => earlier.text === command.text)
  if (read || message.text === null) return err({ reason: 'alreadyReceived' })
  return ok([{ type: 'MessageEditedByAuthor', payload: {}, personal: { text: command.text, attachments: command.attachments } }])
}

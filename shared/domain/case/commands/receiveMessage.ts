import { err, ok, type Result } from '../../../lib/result'
import type { NewEvent } from '../../journal/event'
import type { CaseState, MessageView } from '../caseState'
import type { Attachment } from '../../journal/message'
import { firstOf, networkClockTolerance, notEmpty, webAddress, within } from '../conditions'
import type { DecideContext } from '../context'
import type { Rejection } from '../rejections'
import { withOwnFiles } from '../ownFiles'
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

/**
 * The same message twice is one case. New words are the author's edit; words once read, or erased since, are nothing new. Files
 * are: the message may have been pasted without its photo, or is pasted again for the sake of a screenshot.
 */
function again(command: CommandOf<'ReceiveMessage'>, state: CaseState): Result<readonly NewEvent[], Rejection> {
  const { message } = state
  if (message.text === null) return err({ reason: 'alreadyReceived' })
  const read = message.text === command.text || message.earlierTexts.some((earlier) => earlier.text === command.text)
  if (!read) return ok([edit(command.text, withOwnFiles(command.attachments, message))])
  const attachments = withFilesOf(command, message)
  return attachments.length === message.attachments.length ? err({ reason: 'alreadyReceived' }) : ok([edit(message.text, attachments)])
}

const edit = (text: string, attachments: readonly Attachment[]): NewEvent => ({ type: 'MessageEditedByAuthor', payload: {}, personal: { text, attachments: [...attachments] } })

/** A file at the network has another address every time it is met, so only where there was none is it surely new. */
function withFilesOf({ attachments }: CommandOf<'ReceiveMessage'>, message: MessageView): readonly Attachment[] {
  const fresh = attachments.filter(({ sha256 }) =>
    sha256 === undefined ? message.attachments.every((file) => file.sha256 !== undefined) : !message.attachments.some((file) => file.sha256 === sha256),
  )
  return [...message.attachments, ...fresh]
}

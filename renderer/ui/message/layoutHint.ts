import type { MessageView } from '../../../shared/domain/case/caseState'
import { meantText } from '../../../shared/domain/moderation/legibility/layout'

const known = new WeakMap<MessageView, boolean>()

/** Whether the text looks typed in the other keyboard layout; asked of rows that are drawn, once for each message. */
export function hasLayoutHint(message: MessageView): boolean {
  let hint = known.get(message)
  if (hint === undefined) known.set(message, (hint = message.text !== null && meantText(message.text) !== undefined))
  return hint
}

import type { Attachment } from '../journal/message'
import type { MessageView } from './caseState'

/**
 * What hangs on a message by its newest wording. The network's files are those it names now; what the office keeps in its own
 * store (an operator's screenshot) is evidence that no network knows of, and stays.
 */
export function withOwnFiles(named: readonly Attachment[], message: MessageView): readonly Attachment[] {
  const kept = message.attachments.filter(({ sha256 }) => sha256 !== undefined && !named.some((file) => file.sha256 === sha256))
  return [...kept, ...named]
}

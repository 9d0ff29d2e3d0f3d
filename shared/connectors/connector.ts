import type { Attachment, MessageAuthor, Network, Visibility } from '../domain/journal/message'
import type { Instant } from '../domain/time/instant'

export type { Attachment, Network, Visibility }

/**
 * What is unusual in the text, for the person who reads it. The text itself stays evidence: only what cannot be stored
 * or sent at all (NUL, halves of surrogate pairs) is replaced, and that is flagged.
 */
export const textFlags = ['replacedCharacters', 'controlCharacters', 'bidirectionalMarks', 'invisibleCharacters', 'markup'] as const
export type TextFlag = (typeof textFlags)[number]

/** One message as its network (or a file, or the paste form) gives it. `network` + `externalId` is what makes it one case. */
export interface FetchedMessage {
  readonly type: 'message'
  readonly network: Network
  readonly visibility: Visibility
  /** Stable within the network: VK `wall-900000001_6001`, `im910000004_11`; OK `comment-…`, `mid:…`; by hand see `identity.ts`. */
  readonly externalId: string
  readonly text: string
  /** VK: `910000000`, a community `-900000001`; OK: `570000000001`. */
  readonly author: MessageAuthor
  /** Where a person opens it in a browser. */
  readonly link?: string
  /** The clock of the order starts here, not at intake. */
  readonly placedAt: Instant
  /** Nothing is downloaded: `url` is the network's own address and may expire. */
  readonly attachments: readonly Attachment[]
  /** `externalId` of the message this one answers. */
  readonly replyTo?: string
  readonly flags: readonly TextFlag[]
}

/** The author changed the words. Recorded; restarts no clock. */
export interface AuthorEdit {
  readonly type: 'edit'
  readonly network: Network
  readonly visibility: Visibility
  readonly externalId: string
  readonly text: string
  readonly attachments: readonly Attachment[]
  /** Absent where the network does not say when. */
  readonly editedAt?: Instant
  readonly flags: readonly TextFlag[]
}

/** The message is gone from the network. `by` as far as the network says. */
export interface AuthorDeletion {
  readonly type: 'deletion'
  readonly network: Network
  readonly visibility: Visibility
  readonly externalId: string
  readonly by: 'author' | 'other' | 'unknown'
}

export type FetchedItem = FetchedMessage | AuthorEdit | AuthorDeletion

/** Not a message to the administration, and nothing is wrong with it. */
export const skipReasons = ['ownReply', 'repeated', 'serviceEvent'] as const
export type SkipReason = (typeof skipReasons)[number]

/** Could not be taken; a person should look. */
export const refusalReasons = [
  'brokenFile', 'truncatedFile', 'tooDeep', 'tooLarge', 'unknownShape', 'networkError', 'unknownEvent', 'wrongType',
  'missingId', 'missingDate', 'absurdDate', 'futureDate', 'unreadableDate', 'relativeDate', 'impossibleDate', 'dateWithoutTime',
  'missingText', 'textTooLong', 'missingNetwork', 'unknownNetwork', 'unknownVisibility', 'openQuote',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** `where`: a path within a JSON file (`updates[3]`), empty for the whole; `line` and `column` (from 1): a place in a text or a table's row. */
export interface SkippedRow {
  readonly where: string
  readonly line?: number
  readonly column?: number
  readonly reason: SkipReason
  readonly detail?: string
}

/** `detail` says which field and what is wrong, never the person's words. */
export interface RefusedRow {
  readonly where: string
  readonly line?: number
  readonly column?: number
  readonly reason: RefusalReason
  readonly detail?: string
}

/** Every row of the input is in exactly one of the three lists: `rows = taken + skipped + refused`. */
export interface IntakeReport {
  readonly rows: number
  readonly taken: readonly FetchedItem[]
  readonly skipped: readonly SkippedRow[]
  readonly refused: readonly RefusedRow[]
}

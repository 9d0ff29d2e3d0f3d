import type { CaseId, EventId } from '../journal/ids'
import type { Visibility } from '../journal/message'
import type { DepartmentId, Role } from '../people/roles'
import type { Instant } from '../time/instant'
import type { CommandType } from './command'

/** The words a command must bring; by these the form shows what is missing. */
export type WordsField = 'text' | 'reason' | 'remarks' | 'wording' | 'number' | 'act' | 'siteUrl'
export type InstantField = 'placedAt' | 'publishedAt' | 'failedAt' | 'flaggedAt' | 'offeredAt' | 'givenAt' | 'handedOverAt' | 'registeredAt' | 'editedAt' | 'deletedAt'
export type AddressField = 'link' | 'siteUrl'
export type Requisite = 'surname' | 'name' | 'address'

/** Why the rules disallow a command. Closed: every reason has its sentence on the screen. */
export type Rejection =
  | { readonly reason: 'notPermitted'; readonly role: Role; readonly command: CommandType }
  | { readonly reason: 'notYourForwarding'; readonly department: DepartmentId }
  | { readonly reason: 'caseUnknown' }
  | { readonly reason: 'caseClosed' }
  | { readonly reason: 'caseOpen' }
  /** The same message again: nothing to record. Not an error for intake. */
  | { readonly reason: 'alreadyReceived' }
  /** The same publication again, known by its idempotency key: nothing to record. */
  | { readonly reason: 'alreadyPosted'; readonly posting: EventId }
  | { readonly reason: 'nothingChanged' }
  | { readonly reason: 'blank'; readonly field: WordsField }
  /** More than an event may hold; `field` is its path, as `text` or `attachments.0.name`. */
  | { readonly reason: 'tooLong'; readonly field: string }
  /** Not what an event may hold: a form let through what it should not have. */
  | { readonly reason: 'malformed'; readonly field: string }
  | { readonly reason: 'inFuture'; readonly field: InstantField; readonly now: Instant }
  | { readonly reason: 'tooEarly'; readonly field: InstantField; readonly earliest: Instant }
  | { readonly reason: 'notWebAddress'; readonly field: AddressField }
  | { readonly reason: 'linkRequired' }
  /** 3.4 */
  | { readonly reason: 'wrongPlace'; readonly required: Visibility }
  | { readonly reason: 'departmentUnknown'; readonly department: DepartmentId }
  | { readonly reason: 'departmentClosed'; readonly department: DepartmentId }
  | { readonly reason: 'forwardingActive'; readonly to: DepartmentId }
  | { readonly reason: 'nothingForwarded' }
  | { readonly reason: 'forwardingUnknown'; readonly forwarding: EventId }
  | { readonly reason: 'forwardingEnded'; readonly forwarding: EventId }
  | { readonly reason: 'groundRequired' }
  | { readonly reason: 'groundNotAllowed' }
  | { readonly reason: 'nothingToReturn' }
  | { readonly reason: 'answerUnknown'; readonly answer: EventId }
  | { readonly reason: 'answerReturned'; readonly answer: EventId }
  /** 3.6: what was answered cannot be left unanswered. */
  | { readonly reason: 'alreadyPublished' }
  | { readonly reason: 'nothingPublished' }
  | { readonly reason: 'alreadyEmergency' }
  | { readonly reason: 'duplicateOfItself' }
  | { readonly reason: 'originalUnknown'; readonly original: CaseId }
  | { readonly reason: 'originalIsDuplicate'; readonly of: CaseId }
  | { readonly reason: 'notOffered' }
  | { readonly reason: 'noConsent' }
  | { readonly reason: 'alreadyConsented' }
  | { readonly reason: 'alreadyHandedOver' }
  | { readonly reason: 'notHandedOver' }
  | { readonly reason: 'alreadyRegistered'; readonly number: string }
  | { readonly reason: 'requisitesMissing'; readonly missing: readonly Requisite[] }
  | { readonly reason: 'wordsErased' }
  | { readonly reason: 'nothingToErase' }

export type RejectionReason = Rejection['reason']

import type { Payload, Personal } from '../journal/event'
import type { CaseId, EventId } from '../journal/ids'
import type { DepartmentId } from '../people/roles'
import type { Instant } from '../time/instant'
import type { ExplanationGround, RefusalGround } from '../journal/grounds'
import type { FileRef, Visibility } from '../journal/message'

/** What was posted by hand or by a connector, as the evidence will keep it. */
interface Posted {
  readonly text: string
  readonly place: Visibility
  readonly publishedAt: Instant
  readonly by: 'hand' | 'connector'
  readonly link?: string
  readonly idempotencyKey?: string
  readonly attachments?: readonly FileRef[]
  readonly screenshot?: FileRef
}

/** Everything a person (or a connector in his name) can ask of a case. Imperative; the answer is events or a Rejection. */
export type Command =
  | ({ readonly type: 'ReceiveMessage' } & Payload<'MessageReceived'> & Personal<'MessageReceived'>)
  | { readonly type: 'RecordAuthorEdit'; readonly text: string; readonly editedAt?: Instant; readonly attachments?: Personal<'MessageReceived'>['attachments'] }
  | { readonly type: 'RecordAuthorDeletion'; readonly deletedAt?: Instant }
  | {
      readonly type: 'Forward'
      readonly to: DepartmentId
      readonly purpose: 'answer' | 'explanation'
      readonly ground?: ExplanationGround
      readonly note?: string
      readonly withAuthorName: boolean
    }
  | { readonly type: 'WithdrawForwarding'; readonly forwarding: EventId; readonly reason: string }
  | { readonly type: 'DeclineForwarding'; readonly forwarding: EventId; readonly reason: string }
  | { readonly type: 'SubmitAnswer'; readonly forwarding: EventId; readonly text: string; readonly measures?: string; readonly attachments: readonly FileRef[] }
  | { readonly type: 'ReturnAnswer'; readonly answer: EventId; readonly remarks: string }
  | ({ readonly type: 'PublishAnswer'; readonly answer?: EventId } & Posted)
  | { readonly type: 'RecordPublicationFailure'; readonly answer?: EventId; readonly failedAt: Instant; readonly reason: string; readonly text: string; readonly detail?: string; readonly idempotencyKey?: string }
  | ({ readonly type: 'PublishExplanation'; readonly answer?: EventId; readonly ground: ExplanationGround } & Posted)
  | ({ readonly type: 'PublishSiteLink'; readonly siteUrl: string } & Posted)
  | { readonly type: 'RefuseHandling'; readonly ground: RefusalGround; readonly comment?: string }
  | { readonly type: 'DeclareEmergency'; readonly reason: string; readonly flaggedAt: Instant }
  | { readonly type: 'OfferAppeal'; readonly text: string; readonly place: Visibility; readonly offeredAt: Instant; readonly link?: string }
  | ({ readonly type: 'RecordAppealConsent'; readonly givenAt: Instant } & Personal<'AppealConsentRecorded'>)
  | { readonly type: 'HandOverAppeal'; readonly handedOverAt: Instant; readonly by: 'mail' | 'file' | 'print'; readonly to?: string }
  | { readonly type: 'RegisterAppeal'; readonly number: string; readonly registeredAt: Instant }
  | { readonly type: 'PublishNotice'; readonly where: 'page' | 'site'; readonly text: string; readonly publishedAt: Instant; readonly link?: string }
  | { readonly type: 'MarkDuplicate'; readonly of: CaseId }
  | { readonly type: 'ReopenCase'; readonly reason: string }
  | { readonly type: 'AddNote'; readonly text: string }
  | { readonly type: 'ErasePersonalData'; readonly act: string; readonly reason?: string }

export type CommandType = Command['type']

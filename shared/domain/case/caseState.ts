import type { Attachment, FileRef, MessageAuthor, Network, Visibility } from '../journal/message'
import type { CaseId, EventId } from '../journal/ids'
import type { ExplanationGround, RefusalGround } from '../journal/grounds'
import type { EventType, Personal } from '../journal/event'
import type { DepartmentId, PersonId } from '../people/roles'
import type { Instant } from '../time/instant'

/** Erased words are `null`, never an empty string: the screen says «стёрто». */
export type Words = string | null

/** The citizen's message as this workstation may see it. A department sees what was forwarded to it. */
export interface MessageView {
  readonly network: Network
  readonly visibility: Visibility
  readonly placedAt: Instant
  readonly text: Words
  readonly author: MessageAuthor
  readonly link?: string
  readonly attachments: readonly Attachment[]
  /** Earlier wordings, oldest first; an edit restarts nothing. */
  readonly earlierTexts: readonly { readonly text: Words; readonly replacedAt: Instant; readonly from: EventId }[]
  /** The event that gave the text, and the one that gave author and link: what an erasure of either takes away. */
  readonly textFrom: EventId
  readonly authorFrom: EventId
  readonly deletedByAuthorAt?: Instant
}

/** Who did it and when his clock said so. */
export interface Deed {
  readonly event: EventId
  readonly by: PersonId
  readonly at: Instant
}

export interface AnswerVersion extends Deed {
  readonly text: Words
  readonly measures?: Words
  readonly attachments: readonly FileRef[]
  /** 3.2: the operator's remarks, each return with its own three hours. */
  readonly returned?: Deed & { readonly remarks: Words }
  /** Remarks of operators who returned it without seeing the first return: the department needs them all. */
  readonly alsoReturned?: readonly (Deed & { readonly remarks: Words })[]
}

/** One forwarding to one department, and what came of it. */
export interface Forwarding extends Deed {
  readonly to: DepartmentId
  readonly purpose: 'answer' | 'explanation'
  readonly ground?: ExplanationGround
  readonly note?: Words
  readonly answers: readonly AnswerVersion[]
  /** `cause: 'closed'`: called off because the case was closed without this department. */
  readonly withdrawn?: Deed & { readonly reason: Words; readonly cause?: 'closed' }
  readonly declined?: Deed & { readonly reason: Words }
  /** Withdrawals and refusals besides, made unseen by the first: their reasons are words too. */
  readonly alsoEnded?: readonly (Deed & { readonly reason: Words })[]
}

/** What was posted, where, and the evidence of it. */
export interface Posting extends Deed {
  readonly what: 'answer' | 'explanation' | 'siteLink'
  readonly text: Words
  readonly place: Visibility
  readonly publishedAt: Instant
  readonly link?: string
  /** The department's version it came from. */
  readonly answer?: EventId
  readonly ground?: ExplanationGround
  readonly siteUrl?: string
  readonly via: 'hand' | 'connector'
  readonly attachments?: readonly FileRef[]
  readonly screenshot?: FileRef
  readonly idempotencyKey?: string
  /** The reopening that took this closing back; what was posted stays posted. */
  readonly reopened?: EventId
}

export interface Refusal extends Deed {
  readonly ground: RefusalGround
  readonly comment?: Words
  readonly reopened?: EventId
}

export interface DuplicateMark extends Deed {
  readonly of: CaseId
  readonly reopened?: EventId
}

export interface Registration extends Deed {
  readonly number: string
  readonly registeredAt: Instant
  readonly reopened?: EventId
}

export type AppealOffer = Deed & { readonly offeredAt: Instant; readonly place: Visibility; readonly text: Words; readonly link?: string }
export type AppealConsent = Deed & { readonly givenAt: Instant; readonly contacts: Personal<'AppealConsentRecorded'> | null }
export type AppealHandOver = Deed & { readonly handedOverAt: Instant; readonly means: 'mail' | 'file' | 'print'; readonly to?: string }

/** The last offer, consent and hand-over hold; those before them (corrected, or made on another desk) stay to be read. */
export interface Appeal {
  readonly offered?: AppealOffer
  readonly consent?: AppealConsent
  readonly handedOver?: AppealHandOver
  readonly earlierOffers?: readonly AppealOffer[]
  readonly earlierConsents?: readonly AppealConsent[]
  readonly earlierHandOvers?: readonly AppealHandOver[]
  readonly registered?: Registration
}

/** How a case ended; judged once, kept in the journal. */
export type Outcome =
  | { readonly how: 'published'; readonly at: Instant }
  | { readonly how: 'explained'; readonly at: Instant; readonly ground: ExplanationGround }
  | { readonly how: 'siteLink'; readonly at: Instant }
  | { readonly how: 'refused'; readonly at: Instant; readonly ground: RefusalGround }
  | { readonly how: 'duplicate'; readonly at: Instant; readonly of: CaseId }
  | { readonly how: 'registered'; readonly at: Instant; readonly number: string }

/**
 * Whose move it is: `triage` the operator checks and forwards (3.1) · `department` it answers (3.2) · `review` the operator
 * checks an answer (3.2) · `rework` the department mends it (3.2) · `appeal` offered or handed over, not yet registered (3.8)
 * · `closed`.
 */
export type Stage = 'triage' | 'department' | 'review' | 'rework' | 'appeal' | 'closed'

/** Decisions of people who did not see each other's; both stand until a person settles it. */
export interface PeopleConflict {
  readonly kind: 'forwardedTwice' | 'publishedTwice' | 'decidedTwice' | 'answeredTwice'
  readonly events: readonly EventId[]
}

/** One line of the history. */
export interface HistoryEntry {
  readonly event: EventId
  readonly type: EventType | 'unknown'
  readonly at: Instant
  readonly by: PersonId
  /** Whose database it reached besides the journal. */
  readonly department?: DepartmentId
  /** Places in the history of the events it names as parents; those that are not here are left out. */
  readonly saw: readonly number[]
}

/** 3.9. */
export type EmergencyFlag = Deed & { readonly flaggedAt: Instant; readonly reason: Words }

/** The fold of one case's events: facts in order; deadlines are computed from it, never stored in it. */
export interface CaseState {
  readonly id: CaseId
  readonly stage: Stage
  /** What the operator's clock runs for: an answer, or an explanation once one of 3.7's grounds was named. */
  readonly kind: 'answer' | 'explanation'
  readonly message: MessageView
  /** When the first workstation took it in. */
  readonly receivedAt: Instant
  readonly forwardings: readonly Forwarding[]
  /** The one that is being worked on: not withdrawn, not declined; of several the earliest in the journal's order. */
  readonly currentForwarding?: EventId
  /** Answers whose forwarding has not arrived here yet. */
  readonly unattachedAnswers: readonly (AnswerVersion & { readonly forwarding: EventId })[]
  readonly postings: readonly Posting[]
  readonly failedPublications: readonly (Deed & { readonly reason: string; readonly failedAt: Instant; readonly text: Words; readonly answer?: EventId; readonly idempotencyKey?: string })[]
  /** Every refusal, mark and registration there ever was, reopened ones too; the three below say what holds now. */
  readonly refusals: readonly Refusal[]
  readonly duplicateMarks: readonly DuplicateMark[]
  readonly registrations: readonly Registration[]
  readonly refused?: Refusal
  readonly duplicateOf?: CaseId
  readonly emergency?: EmergencyFlag
  /** Flags besides the earliest, set on other desks. */
  readonly alsoEmergencies?: readonly EmergencyFlag[]
  readonly appeal: Appeal
  readonly notices: readonly (Deed & { readonly where: 'page' | 'site'; readonly publishedAt: Instant; readonly text: Words; readonly link?: string })[]
  readonly notes: readonly (Deed & { readonly text: Words })[]
  readonly reopenings: readonly (Deed & { readonly reason: Words })[]
  readonly erasures: readonly (Deed & { readonly act: string; readonly erased: readonly EventId[]; readonly reason?: Words })[]
  readonly outcome?: Outcome
  readonly conflicts: readonly PeopleConflict[]
  /** Events of kinds or versions that this program does not know: «обновите программу». */
  readonly unknownEvents: number
  /** Heads of the journal as far as this workstation knows: the next event's parents. */
  readonly heads: readonly EventId[]
  readonly lamport: number
  readonly eventCount: number
  /** Everything that happened, in the journal's order, for the history and the projection's check. */
  readonly history: readonly HistoryEntry[]
}

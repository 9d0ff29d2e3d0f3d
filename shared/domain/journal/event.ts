import { z } from 'zod'
import { departmentIdSchema, personIdSchema, roleSchema } from '../people/roles'
import { explanationGroundSchema, refusalGroundSchema } from './grounds'
import { caseIdSchema, deviceIdSchema, eventIdSchema, sha256Schema } from './ids'
import { attachmentSchema, authorSchema, fileRefSchema, instantSchema, networkSchema, visibilitySchema } from './message'

/**
 * An event has two parts. `payload` is what statistics and deadlines need and is kept for good. `personal` is everything
 * that may carry personal data: people's words, names, contacts, addresses. The content's hash covers `personal` only through
 * `personalHash`, so that erasing it (1.4, 152-FZ) leaves the id, the chain and the registers true.
 */
const words = z.string().max(100_000)
const empty = z.object({})
const published = { place: visibilitySchema, publishedAt: instantSchema, by: z.enum(['hand', 'connector']), idempotencyKey: z.string().max(100).optional() }
/** What stays as evidence of a publication: its address and the text as posted (3.3). */
const evidence = { text: words, link: z.string().max(4000).optional(), attachments: z.array(fileRefSchema).optional(), screenshot: fileRefSchema.optional() }

const part = <P extends z.ZodType, W extends z.ZodType>(payload: P, personal: W) => ({ payload, personal })

/** Every kind of event: its lasting part and its erasable part. */
export const eventParts = {
  /** The content is only what every workstation sees alike: when and by whom it was taken in is in the envelope. */
  MessageReceived: part(
    z.object({ network: networkSchema, visibility: visibilitySchema, placedAt: instantSchema }),
    z.object({
      externalId: z.string().max(500).optional(),
      text: words,
      author: authorSchema,
      link: z.string().max(4000).optional(),
      attachments: z.array(attachmentSchema),
      replyTo: z.string().max(500).optional(),
    }),
  ),
  MessageEditedByAuthor: part(z.object({ editedAt: instantSchema.optional() }), z.object({ text: words, attachments: z.array(attachmentSchema).optional() })),
  MessageDeletedByAuthor: part(z.object({ deletedAt: instantSchema.optional() }), empty),
  /** Self-contained: a department receives nothing earlier. The author's name only when the operator leaves it in. */
  MessageForwarded: part(
    z.object({
      purpose: z.enum(['answer', 'explanation']),
      /** With purpose `explanation` (3.7). */
      ground: explanationGroundSchema.optional(),
      network: networkSchema,
      visibility: visibilitySchema,
      placedAt: instantSchema,
      /** 3.9, when it had been flagged before forwarding: the department folds its deadlines from here. */
      emergencyFlaggedAt: instantSchema.optional(),
    }),
    z.object({
      text: words,
      authorName: z.string().max(500).optional(),
      link: z.string().max(4000).optional(),
      attachments: z.array(attachmentSchema),
      /** The operator's word to the department. */
      note: words.optional(),
    }),
  ),
  /** `cause: 'closed'`: called off by the command that closed the case without this department; the reason is then empty. */
  ForwardingWithdrawn: part(z.object({ forwarding: eventIdSchema, cause: z.enum(['closed']).optional() }), z.object({ reason: words })),
  ForwardingDeclined: part(z.object({ forwarding: eventIdSchema }), z.object({ reason: words })),
  /** 2.8, 3.2: text, measures taken, files. */
  AnswerSubmitted: part(z.object({ forwarding: eventIdSchema }), z.object({ text: words, measures: words.optional(), attachments: z.array(fileRefSchema) })),
  AnswerReturned: part(z.object({ answer: eventIdSchema }), z.object({ remarks: words })),
  /** `answer` is absent when the operator answered himself; the text is as posted, which he may have mended. */
  AnswerPublished: part(z.object({ answer: eventIdSchema.optional(), ...published }), z.object(evidence)),
  PublicationFailed: part(
    z.object({ answer: eventIdSchema.optional(), failedAt: instantSchema, reason: z.string().max(200), idempotencyKey: z.string().max(100).optional() }),
    z.object({ text: words, detail: words.optional() }),
  ),
  ExplanationPublished: part(z.object({ answer: eventIdSchema.optional(), ground: explanationGroundSchema, ...published }), z.object(evidence)),
  /** 3.6 par. 2: the answer is on the site already. */
  SiteLinkPublished: part(z.object({ ...published }), z.object({ ...evidence, siteUrl: z.string().min(1).max(4000) })),
  HandlingRefused: part(z.object({ ground: refusalGroundSchema }), z.object({ comment: words.optional() })),
  EmergencyDeclared: part(z.object({ flaggedAt: instantSchema }), z.object({ reason: words })),
  AppealOffered: part(z.object({ offeredAt: instantSchema, place: visibilitySchema }), z.object({ text: words, link: z.string().max(4000).optional() })),
  /** 3.8: consent, its wording, and the requisites it was given for. */
  AppealConsentRecorded: part(
    z.object({ givenAt: instantSchema }),
    z.object({
      wording: words,
      surname: z.string().min(1).max(200),
      name: z.string().min(1).max(200),
      patronymic: z.string().max(200).optional(),
      postalAddress: z.string().max(1000).optional(),
      email: z.string().max(320).optional(),
      phone: z.string().max(100).optional(),
    }),
  ),
  AppealHandedOver: part(z.object({ handedOverAt: instantSchema, by: z.enum(['mail', 'file', 'print']) }), z.object({ to: z.string().max(320).optional() })),
  AppealRegistered: part(z.object({ number: z.string().min(1).max(100), registeredAt: instantSchema }), empty),
  /** 3.5: also of general interest. */
  NoticePublished: part(z.object({ where: z.enum(['page', 'site']), publishedAt: instantSchema }), z.object({ text: words, link: z.string().max(4000).optional() })),
  MarkedDuplicate: part(z.object({ of: caseIdSchema }), empty),
  CaseReopened: part(empty, z.object({ reason: words })),
  NoteAdded: part(empty, z.object({ text: words })),
  /** 1.4: what was erased, under which act; statistics stay. */
  PersonalDataErased: part(z.object({ act: z.string().min(1).max(200), erased: z.array(eventIdSchema).min(1) }), z.object({ reason: words.optional() })),
} as const

export type EventType = keyof typeof eventParts
export const eventTypes = Object.keys(eventParts) as EventType[]
export type Payload<T extends EventType> = z.infer<(typeof eventParts)[T]['payload']>
export type Personal<T extends EventType> = z.infer<(typeof eventParts)[T]['personal']>

/** What every event carries besides its parts. */
export const envelopeSchema = z.object({
  _id: eventIdSchema,
  /** The version of this kind's shape. */
  v: z.number().int().positive(),
  caseId: caseIdSchema,
  /** What the author's clock said; only shown, never ordered by. */
  at: instantSchema,
  /** Greatest seen + 1: the order, with the id as tie-break. */
  lamport: z.number().int().positive(),
  /** The heads this action saw: two events of which neither saw the other are concurrent. */
  parents: z.array(eventIdSchema),
  actor: personIdSchema,
  role: roleSchema,
  device: deviceIdSchema,
  deviceSeq: z.number().int().positive(),
  /** The content hash of this device's previous event, or 64 zeros for its first. */
  prevHash: sha256Schema,
  /** The structure that is party to the event: decides whose database it reaches. */
  department: departmentIdSchema.optional(),
  /** SHA-256 over salt and canonical JSON of `personal`. */
  personalHash: sha256Schema,
  /** Random; goes with `personal` when that is erased, so that nothing can be guessed back from the hash. */
  salt: z.string().max(64).optional(),
})
export type Envelope = z.infer<typeof envelopeSchema>

export type EventOf<T extends EventType> = Envelope & {
  readonly type: T
  readonly payload: Payload<T>
  /** Absent once erased. */
  readonly personal?: Personal<T>
}
export type JournalEvent = { [T in EventType]: EventOf<T> }[EventType]

/** An event of a kind or version newer than this program: kept whole, counted, shown as «обновите программу». */
export interface UnknownEvent extends Envelope {
  readonly type: 'unknown'
  /** The document as it came; its hash is over this. */
  readonly raw: Readonly<Record<string, unknown>>
}
export type KeptEvent = JournalEvent | UnknownEvent

/** What `decide` yields: the fact without its envelope. */
export type NewEvent = {
  [T in EventType]: { readonly type: T; readonly payload: Payload<T>; readonly personal: Personal<T>; readonly department?: Envelope['department'] }
}[EventType]

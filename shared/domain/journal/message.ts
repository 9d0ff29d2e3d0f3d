import { z } from 'zod'
import { instant } from '../time/instant'
import { sha256Schema } from './ids'

/** Instants in documents: whole milliseconds within years 2000–2200; anything else is a broken document. */
export const instantSchema = z.number().int().min(946_684_800_000).max(7_258_118_400_000).transform(instant)

/** 2.2 names the first two and Meta's two (by hand only, banned in Russia since 21.03.2022); MAX is today's network. */
export const networks = ['vk', 'ok', 'max', 'instagram', 'facebook'] as const
export type Network = (typeof networks)[number]
export const networkSchema = z.enum(networks)

/** 3.4: a comment is answered in public, a direct message in private. */
export const visibilities = ['public', 'private'] as const
export type Visibility = (typeof visibilities)[number]
export const visibilitySchema = z.enum(visibilities)

/** What hangs on a citizen's message or an answer (2.8). With `sha256` the bytes are in our own store; with `url` only, they are where the network keeps them. */
export const attachmentSchema = z.object({
  kind: z.enum(['photo', 'video', 'audio', 'document', 'link', 'other']),
  name: z.string().max(500).optional(),
  url: z.string().max(4000).optional(),
  sha256: sha256Schema.optional(),
  /** bytes */
  size: z.number().int().nonnegative().optional(),
  mime: z.string().max(200).optional(),
})
export type Attachment = z.infer<typeof attachmentSchema>

/** A file of ours: always in the store by its hash. */
export const fileRefSchema = attachmentSchema.extend({ name: z.string().min(1).max(500), sha256: sha256Schema, size: z.number().int().nonnegative() })
export type FileRef = z.infer<typeof fileRefSchema>

export const authorSchema = z.object({ externalId: z.string().max(200).optional(), name: z.string().max(500).optional() })
export type MessageAuthor = z.infer<typeof authorSchema>

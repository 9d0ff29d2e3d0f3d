import { z } from 'zod'
import { bytes } from './define'

export const mebibyte = 1024 * 1024
/** The largest file a person may attach to an answer or a message, bytes. */
export const attachmentLimit = 20 * mebibyte
/** The largest file read into the window whole (imports, restore of an export), bytes. */
export const openLimit = 1024 * mebibyte

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const fileName = z.string().min(1).max(255)

/** Kinds of file for a dialog: a name for people and extensions without the dot; `*` is any. */
export const fileFilters = z.array(z.strictObject({ name: z.string().max(80), extensions: z.array(z.string().regex(/^(\*|[\w]{1,10})$/)).min(1) })).max(10)

export const saveRequest = z.strictObject({
  suggestedName: fileName,
  filters: fileFilters,
  content: z.union([z.string(), bytes(openLimit)]),
})

export const openRequest = z.strictObject({
  title: z.string().max(120).optional(),
  filters: fileFilters,
  multiple: z.boolean(),
  /** The most that one file may have, bytes. */
  maxBytes: z.int().min(1).max(openLimit),
})

export const openedFile = z.object({ name: fileName, size: z.int().min(0), bytes: bytes(openLimit) })
export type OpenedFile = z.infer<typeof openedFile>

/** A file in the store of attachments: named by the hash of its content, so that the same file is kept once. */
export const storedAttachment = z.object({ sha256, size: z.int().min(1), name: fileName })
export type StoredAttachment = z.infer<typeof storedAttachment>

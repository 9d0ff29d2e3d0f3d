import { z } from 'zod'
import { profileModes } from '../profile'

/**
 * The file of «everything»: a zip of
 *   manifest.json            first, so that a cut-off file still says what it was
 *   events/000001.ndjson …   events as stored, one a line, in the order of storing
 *   office.json              the office's documents by name
 *   drafts.json              what was typed and not sent
 *   aside.json               documents that could not be read here
 *   files/<sha256>           attached files
 *   checksums.json           last: SHA-256 of every entry; without it the file was cut off
 */
export const formatName = 'otklik-everything'
export const formatVersion = 1
export const eventsPerEntry = 2000

export const manifestName = 'manifest.json'
export const officeName = 'office.json'
export const draftsName = 'drafts.json'
export const asideName = 'aside.json'
export const checksumsName = 'checksums.json'
export const eventsName = (part: number) => `events/${String(part).padStart(6, '0')}.ndjson`
export const isEvents = (name: string) => /^events\/\d{6}\.ndjson$/.test(name)
export const fileName = (sha256: string) => `files/${sha256}`
export const isFile = (name: string) => /^files\/[0-9a-f]{64}$/.test(name)

export const manifestSchema = z.object({
  format: z.literal(formatName),
  version: z.number().int().positive(),
  /** Epoch ms. */
  createdAt: z.number(),
  office: z.string(),
  device: z.string(),
  mode: z.enum(profileModes),
  actor: z.unknown(),
  events: z.number().int().nonnegative(),
})
export type Manifest = z.infer<typeof manifestSchema>

export const checksumsSchema = z.object({
  entries: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  /** Attached files that the store did not give. */
  missingFiles: z.array(z.string()),
})

export const draftsSchema = z.array(z.object({ key: z.string(), text: z.string() }))
export const asideSchema = z.array(z.object({ id: z.string(), json: z.string() }))

export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

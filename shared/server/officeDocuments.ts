import { z } from 'zod'

/**
 * The office's own documents in the directory's database, one of each name. Edited in place, unlike the journal: CouchDB's own
 * revisions tell when two administrators changed the same one unseen by each other.
 */
export const officeDocumentId = (name: string): string => `office~${name}`
/** Every such document lies between these two keys. */
export const officeRange = { start: 'office~', end: 'office~\uffff' } as const

export const officeRowSchema = z.looseObject({ _id: z.string().startsWith('office~'), _rev: z.string(), value: z.unknown() })
export const officeNameOf = (id: string): string => id.slice(officeRange.start.length)

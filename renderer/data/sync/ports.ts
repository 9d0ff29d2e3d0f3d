import { z } from 'zod'
import type { EventId, Sha256 } from '../../../shared/domain/journal/ids'
import { sha256Schema } from '../../../shared/domain/journal/ids'
import type { StoredEvent } from '../../../shared/domain/journal/seal'
import type { PersonId, Role } from '../../../shared/domain/people/roles'
import { departmentIdSchema } from '../../../shared/domain/people/roles'
import type { FileOutcome } from '../../../shared/server/fileOutcome'
import type { Unsubscribe } from '../../application/ports'
import { refusedCodes, refusedFileCodes, type RefusedEvent, type RefusedFile } from '../../application/server/status'

/** One stored event in the order of storing: `localSeq` grows by one with each, and never changes. */
export interface ReplicaRow {
  readonly localSeq: number
  readonly id: string
  readonly json: string
}

/** What the engine asks of the journal on this computer. */
export interface EventReplica {
  /**
   * Takes events whose hashes are verified. All or nothing, durably; an event that is there already changes nothing. `upTo` is the last row's `localSeq` afterwards:
   * the added ones are the `added` rows up to it. `more`: other
   * events follow at once, so that the screens may lag behind these until `settled`.
   */
  append(events: readonly StoredEvent[], more: boolean): Promise<{ readonly added: number; readonly upTo: number }>
  /** Resolves when the screens have followed everything, and everybody has heard of it. Throws what went wrong behind an `append` with `more`. */
  settled(): Promise<void>
  /** Rows after `localSeq`, ascending. */
  after(localSeq: number, limit: number): Promise<readonly ReplicaRow[]>
  /** Called after anything was stored; of pages that others follow once, by `settled`. */
  onStored(listener: () => void): Unsubscribe
  /** A document from the server that is no event of the journal: named to a person, taken into no case. */
  putAside(document: string, reason: 'notAnEvent' | 'altered'): Promise<void>
}

/** Where the engine keeps what it must know after a kill. */
export interface SyncMemory {
  load(): Promise<SyncRecord>
  /** Durable before it resolves. */
  save(record: SyncRecord): Promise<void>
}

const refusedSchema = z.object({ id: z.string(), code: z.enum(refusedCodes), detail: z.string(), at: z.number() }) satisfies z.ZodType<RefusedEvent>

const uploadSchema = z.object({ sha256: sha256Schema, department: departmentIdSchema.optional(), mime: z.string(), event: z.string().optional() })
export type Upload = Readonly<z.infer<typeof uploadSchema>>
const refusedUploadSchema = uploadSchema.extend({ code: z.enum(refusedFileCodes), at: z.number() }) satisfies z.ZodType<RefusedFile>
export type RefusedUpload = Readonly<z.infer<typeof refusedUploadSchema>>

export const syncRecordSchema = z.object({
  /** The server's and the database's own marks: another one is another server, and everything is offered again. */
  server: z.string(),
  database: z.string(),
  /** Who was signed in: another one's events of this computer are still to be offered. */
  person: z.string(),
  /** The wording of the server's rules at the last meeting: under another one, what was refused is offered again. */
  rules: z.string(),
  /** The server's checkpoint of the pull; '' = from the beginning. Saved only after the events up to it are stored. */
  since: z.string(),
  /** Every row up to this `localSeq` is on the server, refused by it, or another's to send. */
  pushedUpTo: z.number().int().nonnegative(),
  refused: z.array(refusedSchema).readonly(),
  /** Files whose events are sent and whose bytes are not. */
  uploads: z.array(uploadSchema).readonly(),
  /** Those of them that the server would not take; absent in a record from before they were kept. */
  refusedUploads: z.array(refusedUploadSchema).readonly().default([]),
  /** Ids known to be on the server, the latest last: when it has lost them, it was restored from before. */
  anchors: z.array(z.string()).readonly(),
  /** Epoch ms of the last answer that left nothing to send. */
  lastSuccess: z.number().nullable(),
})
export type SyncRecord = Readonly<z.infer<typeof syncRecordSchema>>

export const emptyRecord: SyncRecord = { server: '', database: '', person: '', rules: '', since: '', pushedUpTo: 0, refused: [], uploads: [], refusedUploads: [], anchors: [], lastSuccess: null }

/** Attached files, moved by the main process between its store and the server. */
export interface FileTransfer {
  upload(upload: Upload & { readonly database: string; readonly author: PersonId; readonly role: Role }): Promise<FileOutcome>
  /** Brings the bytes into this computer's store, checked against their hash. */
  fetch(database: string, sha256: Sha256): Promise<FileOutcome>
}

/** Time as the engine sees it; a test gives its own. */
export interface SyncTime {
  now(): number
  /** Resolves after `ms` or when `cancel` is aborted. */
  wait(ms: number, cancel: AbortSignal): Promise<void>
}

export type { EventId }

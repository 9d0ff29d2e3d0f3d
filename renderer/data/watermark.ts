import { z } from 'zod'
import type { KeptEvent } from '../../shared/domain/journal/event'
import { sha256Schema, type DeviceId, type EventId, type Sha256 } from '../../shared/domain/journal/ids'
import { hashInId } from '../../shared/domain/journal/seal'
import type { EventRow } from './eventRows'

/**
 * How far the derived data have followed the journal: every event up to `upTo` is folded into `cases` and its erasures are done.
 * Written when there is time; after a kill the events beyond it are gone through again, which changes nothing twice.
 */
export const watermarkSchema = z.object({ upTo: z.number().int().nonnegative(), seq: z.number().int().nonnegative(), hash: sha256Schema, lamport: z.number().int().nonnegative() })
export type Watermark = z.infer<typeof watermarkSchema>

/** The last place of this workstation's chain, and the latest logical time met. */
export interface ChainHead {
  seq: number
  hash: Sha256
  lamport: number
}

/** The chain goes on from the last row of ours, whether or not its document can still be read. Changes `head`. */
export function followChain(head: ChainHead, own: DeviceId, rows: readonly EventRow[], events: readonly KeptEvent[]): void {
  for (const event of events) head.lamport = Math.max(head.lamport, event.lamport)
  for (const row of rows) {
    if (row.device !== own || row.deviceSeq <= head.seq) continue
    head.seq = row.deviceSeq
    head.hash = hashInId(row.id as EventId)
  }
}

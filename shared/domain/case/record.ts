import type { JournalEvent, NewEvent } from '../journal/event'
import type { CaseId, DeviceId, Sha256 } from '../journal/ids'
import { hashInId, seal } from '../journal/seal'
import type { Actor } from '../people/roles'
import type { Instant } from '../time/instant'
import type { CaseState } from './caseState'
import { parentsOfNext } from './causality'
import { evolve } from './evolve'

/** The workstation that records: its clock, who acts, and where its hash chain stands. */
export interface Desk {
  readonly at: Instant
  readonly actor: Actor
  readonly device: DeviceId
  /** Its last event in any case; `chainStart`, 0 and 0 before the first. */
  readonly last: { readonly seq: number; readonly hash: Sha256; readonly lamport: number }
  /** Fresh randomness for each event, up to 64 characters. */
  readonly salt: () => string
}

/** Seals what was decided on a case, each event after the one before: chained, counted, with the heads it saw as parents. */
export function recordDecision(decided: readonly NewEvent[], caseId: CaseId, state: CaseState | undefined, desk: Desk): readonly JournalEvent[] {
  const events: JournalEvent[] = []
  let seen = state
  let { seq, hash, lamport } = desk.last
  for (const fact of decided) {
    lamport = Math.max(lamport, seen?.lamport ?? 0) + 1
    seq += 1
    const parents = parentsOfNext(seen, fact.department)
    const event = seal(fact, { caseId, at: desk.at, actor: desk.actor, device: desk.device, deviceSeq: seq, prevHash: hash, lamport, parents, salt: desk.salt() })
    hash = hashInId(event._id)
    seen = evolve(seen, event)
    events.push(event)
  }
  return events
}

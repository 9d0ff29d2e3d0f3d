import type { DeviceId, EventId, Sha256 } from './ids'
import { chainStart, hashInId, verify, type SealFault, type StoredEvent } from './seal'

/** What is wrong with one workstation's journal. */
export type ChainFinding =
  /** The event is not what its author sealed. */
  | { readonly kind: 'altered'; readonly event: EventId; readonly fault: SealFault }
  /** Events `from` to `to` (inclusive) of the device are not here. */
  | { readonly kind: 'gap'; readonly device: DeviceId; readonly from: number; readonly to: number }
  /** Several events hold one place: two programs wrote as one device, as after a restore onto a second computer. */
  | { readonly kind: 'fork'; readonly device: DeviceId; readonly seq: number; readonly events: readonly EventId[] }
  /** The event before it is here, and is not the one it names. */
  | { readonly kind: 'brokenLink'; readonly event: EventId; readonly expected: readonly Sha256[]; readonly found: Sha256 }

/**
 * Checks the hash chain of one device's events, in any order. The end of a chain cannot be missed: events that never left the
 * device leave no trace here. A department's view of an operator's device has gaps by its nature; ask this of the whole journal.
 */
export function verifyChain(events: readonly StoredEvent[]): readonly ChainFinding[] {
  const findings: ChainFinding[] = []
  const bySeq = new Map<number, Map<EventId, StoredEvent>>()
  for (const event of events) {
    const place = bySeq.get(event.deviceSeq) ?? new Map<EventId, StoredEvent>()
    bySeq.set(event.deviceSeq, place.set(event._id, event))
  }
  let expectedSeq = 1
  let before: readonly Sha256[] = [chainStart]
  for (const seq of [...bySeq.keys()].sort((a, b) => a - b)) {
    const here = [...(bySeq.get(seq)?.values() ?? [])].sort((a, b) => (a._id < b._id ? -1 : 1))
    const device = here[0]?.device
    if (device === undefined) continue
    const gap = seq > expectedSeq
    if (gap) findings.push({ kind: 'gap', device, from: expectedSeq, to: seq - 1 })
    if (here.length > 1) findings.push({ kind: 'fork', device, seq, events: here.map((event) => event._id) })
    for (const event of here) {
      const sealed = verify(event)
      if (!sealed.ok) findings.push({ kind: 'altered', event: event._id, fault: sealed.error })
      if (!gap && !before.includes(event.prevHash)) findings.push({ kind: 'brokenLink', event: event._id, expected: before, found: event.prevHash })
    }
    before = here.map((event) => hashInId(event._id))
    expectedSeq = seq + 1
  }
  return findings
}

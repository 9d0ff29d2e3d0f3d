import type { DeviceId, EventId, Sha256 } from './ids'
import { chainStart, hashInId, verify, type SealFault, type StoredEvent } from './seal'

/** What a chain is checked by: an event's place, what it hangs on, and whether it is what its author sealed. */
export interface ChainLink {
  readonly id: EventId
  readonly device: DeviceId
  readonly deviceSeq: number
  readonly prevHash: Sha256
  readonly fault: SealFault | null
}

/** Of an event that has been verified already, as kept or as read. */
export const verifiedLink = ({ _id, device, deviceSeq, prevHash }: Pick<StoredEvent, '_id' | 'device' | 'deviceSeq' | 'prevHash'>): ChainLink => ({ id: _id, device, deviceSeq, prevHash, fault: null })

export function linkOf(event: StoredEvent): ChainLink {
  const sealed = verify(event)
  return { ...verifiedLink(event), fault: sealed.ok ? null : sealed.error }
}

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
export function verifyChain(links: readonly ChainLink[]): readonly ChainFinding[] {
  const findings: ChainFinding[] = []
  const bySeq = new Map<number, Map<EventId, ChainLink>>()
  for (const link of links) {
    const place = bySeq.get(link.deviceSeq) ?? new Map<EventId, ChainLink>()
    bySeq.set(link.deviceSeq, place.set(link.id, link))
  }
  let expectedSeq = 1
  let before: readonly Sha256[] = [chainStart]
  for (const seq of [...bySeq.keys()].sort((a, b) => a - b)) {
    const here = [...(bySeq.get(seq)?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1))
    const device = here[0]?.device
    if (device === undefined) continue
    const gap = seq > expectedSeq
    if (gap) findings.push({ kind: 'gap', device, from: expectedSeq, to: seq - 1 })
    if (here.length > 1) findings.push({ kind: 'fork', device, seq, events: here.map(({ id }) => id) })
    for (const { id, prevHash, fault } of here) {
      if (fault !== null) findings.push({ kind: 'altered', event: id, fault })
      if (!gap && !before.includes(prevHash)) findings.push({ kind: 'brokenLink', event: id, expected: before, found: prevHash })
    }
    before = here.map(({ id }) => hashInId(id))
    expectedSeq = seq + 1
  }
  return findings
}

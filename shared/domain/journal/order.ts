import type { Envelope } from './event'
import type { EventId } from './ids'

type Placed = Pick<Envelope, '_id' | 'lamport'>
type Linked = Pick<Envelope, '_id' | 'parents'>

/** The journal's order: Lamport counter, then id. Never a clock, never arrival: every replica sorts alike. */
export function compareEvents(a: Placed, b: Placed): number {
  if (a.lamport !== b.lamport) return a.lamport - b.lamport
  return a._id < b._id ? -1 : a._id > b._id ? 1 : 0
}

/** Events that no other event of the set names as a parent, in no promised order. */
export function headsOf(events: readonly Linked[]): readonly EventId[] {
  const named = new Set(events.flatMap((event) => event.parents))
  return [...new Set(events.map((event) => event._id))].filter((id) => !named.has(id))
}

/** Whether neither of two events saw the other, as far as the set's events link them. */
export function concurrent(a: EventId, b: EventId, events: readonly Linked[]): boolean {
  return a !== b && !sawThrough(a, b, events) && !sawThrough(b, a, events)
}

function sawThrough(later: EventId, earlier: EventId, events: readonly Linked[]): boolean {
  const byId = new Map(events.map((event) => [event._id, event]))
  const visited = new Set<EventId>()
  const open = [later]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (visited.has(id)) continue
    visited.add(id)
    for (const parent of byId.get(id)?.parents ?? []) {
      if (parent === earlier) return true
      open.push(parent)
    }
  }
  return false
}

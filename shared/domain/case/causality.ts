import type { Envelope } from '../journal/event'
import type { EventId } from '../journal/ids'
import type { DepartmentId } from '../people/roles'
import type { CaseState, HistoryEntry } from './caseState'

type History = readonly HistoryEntry[]

const placeOf = (history: History, event: EventId) => history.findIndex((entry) => entry.event === event)

/** The parents of an event as places in a history. */
export function sawPlaces(history: History, parents: Envelope['parents']): readonly number[] {
  return parents.map((parent) => placeOf(history, parent)).filter((place) => place >= 0)
}

/** Whether the author of `later` had `earlier` before him, straight or through other events. */
export function hadSeen(history: History, later: EventId, earlier: EventId): boolean {
  const target = placeOf(history, earlier)
  const open = [placeOf(history, later)]
  const visited = new Set<number>()
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const parent of history[place]?.saw ?? []) {
      if (parent === target) return true
      if (!visited.has(parent)) {
        visited.add(parent)
        open.push(parent)
      }
    }
  }
  return false
}

export const areConcurrent = (history: History, a: EventId, b: EventId): boolean =>
  a !== b && !hadSeen(history, a, b) && !hadSeen(history, b, a)

/** Nobody acted without seeing what came before: the ordinary case, in which there is nothing to compare. */
export const isLinear = (history: History): boolean => history.every((entry, place) => place === 0 || entry.saw.includes(place - 1))

/**
 * The parents of the next event: all heads and, for an event that a department receives, also the heads of what that department
 * holds. A department's journal lacks the events between; with its own heads named, who saw what can be told there too.
 */
export function parentsOfNext(state: CaseState | undefined, department: DepartmentId | undefined): readonly EventId[] {
  if (state === undefined) return []
  if (department === undefined) return state.heads
  const there = state.history.flatMap((entry, place) => (entry.department === department ? [place] : []))
  const named = new Set(there.flatMap((place) => state.history[place]?.saw ?? []))
  const heads = there.filter((place) => !named.has(place)).flatMap((place) => state.history[place]?.event ?? [])
  return [...new Set([...state.heads, ...heads])]
}

import type { CaseState, Deed, PeopleConflict, Words } from '../../../../shared/domain/case/caseState'
import type { EventType } from '../../../../shared/domain/journal/event'
import type { CaseId, EventId } from '../../../../shared/domain/journal/ids'
import type { RefusalGround } from '../../../../shared/domain/journal/grounds'
import type { DepartmentId } from '../../../../shared/domain/people/roles'

/** One of the decisions that were made unseen by each other, as far as a person needs it to choose. */
export interface ConflictingDeed extends Deed {
  readonly type: EventType | 'unknown'
  readonly department?: DepartmentId
  /** The words of the answer, the posting, the remarks, the reason; null once erased. */
  readonly text?: Words
  readonly link?: string
  readonly ground?: RefusalGround
  readonly of?: CaseId
  readonly number?: string
}

/** The decisions of a conflict in the journal's order. */
export function deedsOf(state: CaseState, conflict: PeopleConflict): readonly ConflictingDeed[] {
  const details = detailsOf(state)
  return state.history
    .filter(({ event }) => conflict.events.includes(event))
    .map(({ event, type, by, at, department }) => ({ event, type, by, at, ...(department === undefined ? {} : { department }), ...details.get(event) }))
}

type Details = Pick<ConflictingDeed, 'department' | 'text' | 'link' | 'ground' | 'of' | 'number'>

function detailsOf(state: CaseState): ReadonlyMap<EventId, Details> {
  const found = new Map<EventId, Details>()
  for (const { event, to, note, withdrawn, declined, answers } of state.forwardings) {
    found.set(event, { department: to, ...(note === undefined ? {} : { text: note }) })
    for (const end of [withdrawn, declined]) if (end !== undefined) found.set(end.event, { department: to, text: end.reason })
    for (const { event: answer, text, returned, alsoReturned = [] } of answers) {
      found.set(answer, { department: to, text })
      for (const back of [...(returned === undefined ? [] : [returned]), ...alsoReturned]) found.set(back.event, { department: to, text: back.remarks })
    }
  }
  for (const { event, text, link } of state.postings) found.set(event, { text, ...(link === undefined ? {} : { link }) })
  for (const { event, ground, comment } of state.refusals) found.set(event, { ground, ...(comment === undefined ? {} : { text: comment }) })
  for (const { event, of } of state.duplicateMarks) found.set(event, { of })
  for (const { event, number } of state.registrations) found.set(event, { number })
  return found
}

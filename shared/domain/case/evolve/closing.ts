import type { EventOf } from '../../journal/event'
import type { CaseState, Deed } from '../caseState'
import type { EventId } from '../../journal/ids'
import { deedOf } from './deed'

export function refused(state: CaseState, event: EventOf<'HandlingRefused'>): CaseState {
  const comment = event.personal === undefined ? { comment: null } : event.personal.comment === undefined ? {} : { comment: event.personal.comment }
  return { ...state, refusals: [...state.refusals, { ...deedOf(event), ground: event.payload.ground, ...comment }] }
}

export function markedDuplicate(state: CaseState, event: EventOf<'MarkedDuplicate'>): CaseState {
  return { ...state, duplicateMarks: [...state.duplicateMarks, { ...deedOf(event), of: event.payload.of }] }
}

/** Takes back the closings its author had seen: one made meanwhile on another desk stands. */
export function reopened(state: CaseState, event: EventOf<'CaseReopened'>, hadSeen: (earlier: EventId) => boolean): CaseState {
  const mark = <C extends Deed & { readonly reopened?: EventId }>(closing: C): C =>
    closing.reopened === undefined && hadSeen(closing.event) ? { ...closing, reopened: event._id } : closing
  return {
    ...state,
    postings: state.postings.map(mark),
    refusals: state.refusals.map(mark),
    duplicateMarks: state.duplicateMarks.map(mark),
    registrations: state.registrations.map(mark),
    reopenings: [...state.reopenings, { ...deedOf(event), reason: event.personal?.reason ?? null }],
  }
}

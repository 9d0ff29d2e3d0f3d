import type { EventOf } from '../../journal/event'
import type { CaseState } from '../caseState'
import { deedOf } from './deed'

/** 3.9: the flag only ever shortens, so of several the earliest counts. */
export function emergencyDeclared(state: CaseState, event: EventOf<'EmergencyDeclared'>): CaseState {
  const { flaggedAt } = event.payload
  if (state.emergency !== undefined && state.emergency.flaggedAt <= flaggedAt) return state
  return { ...state, emergency: { ...deedOf(event), flaggedAt, reason: event.personal?.reason ?? null } }
}

export function noted(state: CaseState, event: EventOf<'NoteAdded'>): CaseState {
  return { ...state, notes: [...state.notes, { ...deedOf(event), text: event.personal?.text ?? null }] }
}

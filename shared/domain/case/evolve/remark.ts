import type { EventOf } from '../../journal/event'
import type { CaseState } from '../caseState'
import { deedOf } from './deed'

/** 3.9: the flag only ever shortens, so of several the earliest counts. */
export function emergencyDeclared(state: CaseState, event: EventOf<'EmergencyDeclared'>): CaseState {
  const { flaggedAt } = event.payload
  const flag = { ...deedOf(event), flaggedAt, reason: event.personal?.reason ?? null }
  const { emergency, alsoEmergencies = [] } = state
  if (emergency === undefined) return { ...state, emergency: flag }
  const first = emergency.flaggedAt <= flaggedAt ? emergency : flag
  return { ...state, emergency: first, alsoEmergencies: [...alsoEmergencies, first === flag ? emergency : flag] }
}

export function noted(state: CaseState, event: EventOf<'NoteAdded'>): CaseState {
  return { ...state, notes: [...state.notes, { ...deedOf(event), text: event.personal?.text ?? null }] }
}

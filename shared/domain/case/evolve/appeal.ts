import type { EventOf } from '../../journal/event'
import type { CaseState } from '../caseState'
import { deedOf } from './deed'

/** Of several offers, consents and hand-overs the last in the journal's order stands: it corrects the earlier. */
export function appealOffered(state: CaseState, event: EventOf<'AppealOffered'>): CaseState {
  const { personal } = event
  const offered = {
    ...deedOf(event),
    offeredAt: event.payload.offeredAt,
    place: event.payload.place,
    text: personal?.text ?? null,
    ...(personal?.link === undefined ? {} : { link: personal.link }),
  }
  return { ...state, appeal: { ...state.appeal, offered } }
}

export function consentRecorded(state: CaseState, event: EventOf<'AppealConsentRecorded'>): CaseState {
  const consent = { ...deedOf(event), givenAt: event.payload.givenAt, contacts: event.personal ?? null }
  return { ...state, appeal: { ...state.appeal, consent } }
}

export function handedOver(state: CaseState, event: EventOf<'AppealHandedOver'>): CaseState {
  const { handedOverAt, by: means } = event.payload
  const to = event.personal?.to
  return { ...state, appeal: { ...state.appeal, handedOver: { ...deedOf(event), handedOverAt, means, ...(to === undefined ? {} : { to }) } } }
}

export function registered(state: CaseState, event: EventOf<'AppealRegistered'>): CaseState {
  return { ...state, registrations: [...state.registrations, { ...deedOf(event), ...event.payload }] }
}

import type { EventOf } from '../../journal/event'
import type { CaseState } from '../caseState'
import { deedOf } from './deed'

/** Of several offers, consents and hand-overs the last in the journal's order holds: it corrects the earlier, whose words stay. */
export function appealOffered(state: CaseState, event: EventOf<'AppealOffered'>): CaseState {
  const { personal } = event
  const offered = {
    ...deedOf(event),
    offeredAt: event.payload.offeredAt,
    place: event.payload.place,
    text: personal?.text ?? null,
    ...(personal?.link === undefined ? {} : { link: personal.link }),
  }
  const { offered: before, earlierOffers = [] } = state.appeal
  return { ...state, appeal: { ...state.appeal, offered, ...(before === undefined ? {} : { earlierOffers: [...earlierOffers, before] }) } }
}

export function consentRecorded(state: CaseState, event: EventOf<'AppealConsentRecorded'>): CaseState {
  const consent = { ...deedOf(event), givenAt: event.payload.givenAt, contacts: event.personal ?? null }
  const { consent: before, earlierConsents = [] } = state.appeal
  return { ...state, appeal: { ...state.appeal, consent, ...(before === undefined ? {} : { earlierConsents: [...earlierConsents, before] }) } }
}

export function handedOver(state: CaseState, event: EventOf<'AppealHandedOver'>): CaseState {
  const { handedOverAt, by: means } = event.payload
  const to = event.personal?.to
  const handed = { ...deedOf(event), handedOverAt, means, ...(to === undefined ? {} : { to }) }
  const { handedOver: before, earlierHandOvers = [] } = state.appeal
  return { ...state, appeal: { ...state.appeal, handedOver: handed, ...(before === undefined ? {} : { earlierHandOvers: [...earlierHandOvers, before] }) } }
}

export function registered(state: CaseState, event: EventOf<'AppealRegistered'>): CaseState {
  return { ...state, registrations: [...state.registrations, { ...deedOf(event), ...event.payload }] }
}

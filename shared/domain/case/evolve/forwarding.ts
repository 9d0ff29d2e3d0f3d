import type { EventOf } from '../../journal/event'
import type { EventId } from '../../journal/ids'
import type { AnswerVersion, CaseState, Deed, Forwarding, Words } from '../caseState'
import { deedOf } from './deed'
import { refreshedBySnapshot } from './message'

const withForwarding = (state: CaseState, id: EventId, change: (forwarding: Forwarding) => Forwarding): CaseState => ({
  ...state,
  forwardings: state.forwardings.map((forwarding) => (forwarding.event === id ? change(forwarding) : forwarding)),
})

export function forwarded(state: CaseState, event: EventOf<'MessageForwarded'>): CaseState {
  // A forwarding to nobody cannot be decided; one that was made elsewhere stands in the history only.
  if (event.department === undefined) return state
  const { purpose, ground, emergencyFlaggedAt } = event.payload
  const waiting = state.unattachedAnswers.filter((answer) => answer.forwarding === event._id)
  const forwarding: Forwarding = {
    ...deedOf(event),
    to: event.department,
    purpose,
    ...(ground === undefined ? {} : { ground }),
    ...(event.personal === undefined ? { note: null } : event.personal.note === undefined ? {} : { note: event.personal.note }),
    answers: waiting.map(({ forwarding: _, ...answer }) => answer),
  }
  return {
    ...state,
    message: refreshedBySnapshot(state, event),
    forwardings: [...state.forwardings, forwarding],
    unattachedAnswers: state.unattachedAnswers.filter((answer) => answer.forwarding !== event._id),
    ...(state.emergency === undefined && emergencyFlaggedAt !== undefined
      ? { emergency: { ...deedOf(event), flaggedAt: emergencyFlaggedAt, reason: '' } }
      : {}),
  }
}

const alsoEnded = (found: Forwarding, deed: Deed & { readonly reason: Words }): Forwarding => ({ ...found, alsoEnded: [...(found.alsoEnded ?? []), deed] })

export function withdrawn(state: CaseState, event: EventOf<'ForwardingWithdrawn'>): CaseState {
  const { forwarding, cause } = event.payload
  const deed = { ...deedOf(event), reason: event.personal?.reason ?? null, ...(cause === undefined ? {} : { cause }) }
  return withForwarding(state, forwarding, (found) => (found.withdrawn === undefined ? { ...found, withdrawn: deed } : alsoEnded(found, deed)))
}

export function declined(state: CaseState, event: EventOf<'ForwardingDeclined'>): CaseState {
  const deed = { ...deedOf(event), reason: event.personal?.reason ?? null }
  return withForwarding(state, event.payload.forwarding, (found) => (found.declined === undefined ? { ...found, declined: deed } : alsoEnded(found, deed)))
}

export function answered(state: CaseState, event: EventOf<'AnswerSubmitted'>): CaseState {
  const { personal } = event
  const answer: AnswerVersion = {
    ...deedOf(event),
    text: personal?.text ?? null,
    ...(personal === undefined ? { measures: null } : personal.measures === undefined ? {} : { measures: personal.measures }),
    attachments: personal?.attachments ?? [],
  }
  const { forwarding } = event.payload
  if (!state.forwardings.some((found) => found.event === forwarding)) {
    return { ...state, unattachedAnswers: [...state.unattachedAnswers, { ...answer, forwarding }] }
  }
  return withForwarding(state, forwarding, (found) => ({ ...found, answers: [...found.answers, answer] }))
}

export function returned(state: CaseState, event: EventOf<'AnswerReturned'>): CaseState {
  const deed = { ...deedOf(event), remarks: event.personal?.remarks ?? null }
  const mark = <A extends AnswerVersion>(answer: A): A => {
    if (answer.event !== event.payload.answer) return answer
    return answer.returned === undefined ? { ...answer, returned: deed } : { ...answer, alsoReturned: [...(answer.alsoReturned ?? []), deed] }
  }
  return {
    ...state,
    forwardings: state.forwardings.map((forwarding) => ({ ...forwarding, answers: forwarding.answers.map(mark) })),
    unattachedAnswers: state.unattachedAnswers.map(mark),
  }
}

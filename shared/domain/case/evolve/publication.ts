import type { EventOf } from '../../journal/event'
import type { CaseState, Posting } from '../caseState'
import { deedOf } from './deed'

type Posted = EventOf<'AnswerPublished'> | EventOf<'ExplanationPublished'> | EventOf<'SiteLinkPublished'>

function postingOf(event: Posted): Posting {
  const { place, publishedAt, by, idempotencyKey } = event.payload
  const { text, link, attachments, screenshot } = event.personal ?? { text: null }
  const common = {
    ...deedOf(event),
    text,
    place,
    publishedAt,
    via: by,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    ...(link === undefined ? {} : { link }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(screenshot === undefined ? {} : { screenshot }),
  }
  if (event.type === 'SiteLinkPublished') {
    return { ...common, what: 'siteLink', ...(event.personal === undefined ? {} : { siteUrl: event.personal.siteUrl }) }
  }
  const source = event.payload.answer === undefined ? {} : { answer: event.payload.answer }
  if (event.type === 'ExplanationPublished') return { ...common, ...source, what: 'explanation', ground: event.payload.ground }
  return { ...common, ...source, what: 'answer' }
}

/** A posting repeated under one idempotency key is one posting: the network saw it once. */
export function posted(state: CaseState, event: Posted): CaseState {
  const { idempotencyKey } = event.payload
  if (idempotencyKey !== undefined && state.postings.some((posting) => posting.idempotencyKey === idempotencyKey)) return state
  return { ...state, postings: [...state.postings, postingOf(event)] }
}

export function publicationFailed(state: CaseState, event: EventOf<'PublicationFailed'>): CaseState {
  const { answer, failedAt, reason, idempotencyKey } = event.payload
  const failure = {
    ...deedOf(event),
    failedAt,
    reason,
    text: event.personal?.text ?? null,
    ...(answer === undefined ? {} : { answer }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  }
  return { ...state, failedPublications: [...state.failedPublications, failure] }
}

export function noticed(state: CaseState, event: EventOf<'NoticePublished'>): CaseState {
  const { where, publishedAt } = event.payload
  const { text, link } = event.personal ?? { text: null }
  return { ...state, notices: [...state.notices, { ...deedOf(event), where, publishedAt, text, ...(link === undefined ? {} : { link }) }] }
}

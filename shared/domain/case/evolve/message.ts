import type { EventOf } from '../../journal/event'
import type { EventId } from '../../journal/ids'
import type { CaseState, MessageView } from '../caseState'

type Receipt = EventOf<'MessageReceived'>
type Snapshot = EventOf<'MessageForwarded'>

/** What makes a case known: its message as received or, for a department, as forwarded to it. */
export type Founding = Receipt | Snapshot

function viewOf(event: Founding): MessageView {
  const { network, visibility, placedAt } = event.payload
  const common = {
    network,
    visibility,
    placedAt,
    text: event.personal?.text ?? null,
    attachments: event.personal?.attachments ?? [],
    earlierTexts: [],
    textFrom: event._id,
    authorFrom: event._id,
    ...(event.personal?.link === undefined ? {} : { link: event.personal.link }),
  }
  if (event.type === 'MessageReceived') return { ...common, author: event.personal?.author ?? {} }
  return { ...common, author: event.personal?.authorName === undefined ? {} : { name: event.personal.authorName } }
}

/** The case before its first step: a message and nothing done. */
export function foundCase(event: Founding): CaseState {
  return {
    id: event.caseId,
    stage: 'triage',
    kind: 'answer',
    message: viewOf(event),
    receivedAt: event.at,
    forwardings: [],
    unattachedAnswers: [],
    postings: [],
    failedPublications: [],
    refusals: [],
    duplicateMarks: [],
    registrations: [],
    appeal: {},
    notices: [],
    notes: [],
    reopenings: [],
    erasures: [],
    conflicts: [],
    unknownEvents: 0,
    heads: [],
    lamport: 0,
    eventCount: 0,
    history: [],
  }
}

/** The wording on show becomes an earlier one. The same words again change nothing. */
function reworded(message: MessageView, text: string, from: EventId, at: MessageView['placedAt']): MessageView {
  if (message.text === text) return message
  const earlier = { text: message.text, replacedAt: at, from: message.textFrom }
  return { ...message, text, textFrom: from, earlierTexts: [...message.earlierTexts, earlier] }
}

const wasReceived = (state: CaseState, besides: EventId) =>
  state.history.some((entry) => entry.type === 'MessageReceived' && entry.event !== besides)
const wordsKept = (state: CaseState, text: string) => state.message.text === text || state.message.earlierTexts.some((earlier) => earlier.text === text)

/**
 * A second desk met the same message. The earliest instant of placement counts: no deadline is moved out by it. Words that
 * differ are an edit which lay between the two desks' visits.
 */
export function received(state: CaseState, event: Receipt): CaseState {
  if (state.message.authorFrom === event._id) return state
  if (!wasReceived(state, event._id)) {
    // Until now only a forwarding's snapshot was here: the message itself knows better, the snapshot's words stay as earlier ones.
    const whole = viewOf(event)
    const kept = state.message
    const differs = kept.text !== whole.text || kept.earlierTexts.length > 0
    const own = kept.text === whole.text ? [] : [{ text: kept.text, replacedAt: event.at, from: kept.textFrom }]
    return { ...state, receivedAt: event.at, message: differs ? { ...whole, earlierTexts: [...kept.earlierTexts, ...own] } : whole }
  }
  const placedAt = event.payload.placedAt < state.message.placedAt ? event.payload.placedAt : state.message.placedAt
  const text = event.personal?.text
  const message = text === undefined || wordsKept(state, text) ? state.message : reworded(state.message, text, event._id, event.at)
  return { ...state, message: { ...message, placedAt } }
}

/** A department's only source is what was forwarded to it: a later snapshot may carry a later wording. */
export function refreshedBySnapshot(state: CaseState, event: Snapshot): MessageView {
  const text = event.personal?.text
  if (wasReceived(state, event._id) || text === undefined) return state.message
  return reworded(state.message, text, event._id, event.at)
}

export function edited(state: CaseState, event: EventOf<'MessageEditedByAuthor'>): CaseState {
  const { personal } = event
  if (personal === undefined) return state
  const message = reworded(state.message, personal.text, event._id, event.payload.editedAt ?? event.at)
  return { ...state, message: personal.attachments === undefined ? message : { ...message, attachments: personal.attachments } }
}

export function deleted(state: CaseState, event: EventOf<'MessageDeletedByAuthor'>): CaseState {
  if (state.message.deletedByAuthorAt !== undefined) return state
  return { ...state, message: { ...state.message, deletedByAuthorAt: event.payload.deletedAt ?? event.at } }
}

import { assertNever } from '../../lib/assertNever'
import type { JournalEvent, KeptEvent } from '../journal/event'
import { compareEvents } from '../journal/order'
import type { CaseState } from './caseState'
import { hadSeen, sawPlaces } from './causality'
import { conflictsOf } from './conflicts'
import { appealOffered, consentRecorded, handedOver, registered } from './evolve/appeal'
import { markedDuplicate, refused, reopened } from './evolve/closing'
import { erased, withoutErasedWords } from './evolve/erasure'
import { answered, declined, forwarded, returned, withdrawn } from './evolve/forwarding'
import { deleted, edited, foundCase, received, type Founding } from './evolve/message'
import { noticed, posted, publicationFailed } from './evolve/publication'
import { emergencyDeclared, noted } from './evolve/remark'
import { withStanding } from './standing'

const isFounding = (event: KeptEvent): event is Founding => event.type === 'MessageReceived' || event.type === 'MessageForwarded'

/**
 * The case that a set of events makes, whatever their order and however often each comes. Any part of a journal will do; only
 * where neither the message nor a forwarding of it is there yet, there is no case to show.
 */
export function foldCase(events: readonly KeptEvent[]): CaseState | undefined {
  const ordered = [...new Map(events.map((event) => [event._id, event])).values()].sort(compareEvents)
  const founding = ordered.find(isFounding)
  if (founding === undefined) return undefined
  return derived(ordered.reduce(step, foundCase(founding)))
}

/** Whether an event comes after all the case has, so that `evolve` is enough; otherwise the case is folded anew. */
export function isNext(state: CaseState, event: KeptEvent): boolean {
  const last = state.history.at(-1)
  return last === undefined || compareEvents({ _id: last.event, lamport: state.lamport }, event) < 0
}

/** One step. The event must come after all others in the journal's order (`isNext`); one that is there already changes nothing. */
export function evolve(state: CaseState | undefined, event: KeptEvent): CaseState | undefined {
  if (state !== undefined) return state.history.some((entry) => entry.event === event._id) ? state : derived(step(state, event))
  return isFounding(event) ? derived(step(foundCase(event), event)) : undefined
}

function derived(state: CaseState): CaseState {
  const standing = withStanding(state)
  return { ...standing, conflicts: conflictsOf(standing) }
}

function step(state: CaseState, event: KeptEvent): CaseState {
  const entered: CaseState = {
    ...state,
    heads: [...state.heads.filter((head) => !event.parents.includes(head)), event._id],
    lamport: event.lamport,
    eventCount: state.eventCount + 1,
    history: [
      ...state.history,
      {
        event: event._id,
        type: event.type,
        at: event.at,
        by: event.actor,
        ...(event.department === undefined ? {} : { department: event.department }),
        saw: sawPlaces(state.history, event.parents),
      },
    ],
  }
  if (event.type === 'unknown') return { ...entered, unknownEvents: state.unknownEvents + 1 }
  return applied(entered, withoutErasedWords(state, event))
}

function applied(state: CaseState, event: JournalEvent): CaseState {
  switch (event.type) {
    case 'MessageReceived': return received(state, event)
    case 'MessageEditedByAuthor': return edited(state, event)
    case 'MessageDeletedByAuthor': return deleted(state, event)
    case 'MessageForwarded': return forwarded(state, event)
    case 'ForwardingWithdrawn': return withdrawn(state, event)
    case 'ForwardingDeclined': return declined(state, event)
    case 'AnswerSubmitted': return answered(state, event)
    case 'AnswerReturned': return returned(state, event)
    case 'AnswerPublished':
    case 'ExplanationPublished':
    case 'SiteLinkPublished': return posted(state, event)
    case 'PublicationFailed': return publicationFailed(state, event)
    case 'HandlingRefused': return refused(state, event)
    case 'EmergencyDeclared': return emergencyDeclared(state, event)
    case 'AppealOffered': return appealOffered(state, event)
    case 'AppealConsentRecorded': return consentRecorded(state, event)
    case 'AppealHandedOver': return handedOver(state, event)
    case 'AppealRegistered': return registered(state, event)
    case 'NoticePublished': return noticed(state, event)
    case 'MarkedDuplicate': return markedDuplicate(state, event)
    case 'CaseReopened': return reopened(state, event, (earlier) => hadSeen(state.history, event._id, earlier))
    case 'NoteAdded': return noted(state, event)
    case 'PersonalDataErased': return erased(state, event)
    default: return assertNever(event, 'event')
  }
}

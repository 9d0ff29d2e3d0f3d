import type { EventType } from '../journal/event'
import type { EventId } from '../journal/ids'
import type { CaseState, PeopleConflict } from './caseState'
import { areConcurrent, hadSeen, isLinear } from './causality'
import { activeForwardings, stands } from './standing'

/** By what a person who saw both decisions shows that the matter is settled. */
const settlesPosting: readonly EventType[] = ['NoteAdded']
const settlesAnswer: readonly EventType[] = [
  'NoteAdded', 'CaseReopened', 'AnswerSubmitted', 'AnswerReturned', 'AnswerPublished', 'ExplanationPublished', 'SiteLinkPublished',
  'HandlingRefused', 'MarkedDuplicate', 'AppealRegistered', 'MessageForwarded', 'ForwardingWithdrawn',
]

/** Decisions of people who did not see each other's. Both stand; a conflict is listed until a person settles it. */
export function conflictsOf(state: CaseState): readonly PeopleConflict[] {
  if (isLinear(state.history)) return []
  const { history } = state
  const settled = (a: EventId, b: EventId, by: readonly EventType[]) =>
    history.some(({ event, type }) => (by as readonly string[]).includes(type) && hadSeen(history, event, a) && hadSeen(history, event, b))
  const unsettled = (left: readonly EventId[], right: readonly EventId[], by: readonly EventType[]) =>
    left.flatMap((a) => right.flatMap((b) => (areConcurrent(history, a, b) && !settled(a, b, by) ? [a, b] : [])))
  const asConflict = (kind: PeopleConflict['kind'], events: readonly EventId[]): readonly PeopleConflict[] =>
    events.length === 0 ? [] : [{ kind, events: history.map((entry) => entry.event).filter((event) => events.includes(event)) }]

  const active = activeForwardings(state).map((forwarding) => forwarding.event)
  const postings = state.postings.filter(stands).map((posting) => posting.event)
  const others = [...state.refusals, ...state.duplicateMarks, ...state.registrations].filter(stands).map((closing) => closing.event)
  const closings = [...postings, ...others]
  const answers = state.forwardings.flatMap((forwarding) => forwarding.answers)
  const returns = answers.flatMap((answer) => [answer.returned, ...(answer.alsoReturned ?? [])].flatMap((deed) => deed?.event ?? []))

  return [
    // Settled by withdrawing all but one: two departments at one work are not settled by a note.
    ...asConflict('forwardedTwice', state.outcome === undefined && active.length > 1 ? active : []),
    ...asConflict('publishedTwice', unsettled(postings, postings, settlesPosting)),
    ...asConflict('decidedTwice', [
      ...unsettled(others, closings, settlesPosting),
      // By nothing but withdrawal or reopening, and then one of the two is not here any more.
      ...unsettled(closings, active, []),
      ...unsettled(closings, [...returns, ...answers.map((answer) => answer.event)], settlesPosting),
      ...state.forwardings.flatMap((forwarding) => {
        const ends = [forwarding.withdrawn, forwarding.declined].flatMap((deed) => deed?.event ?? [])
        return unsettled(ends, forwarding.answers.map((answer) => answer.event), settlesAnswer)
      }),
    ]),
    ...state.forwardings.flatMap((forwarding) => {
      const versions = forwarding.answers.map((answer) => answer.event)
      return asConflict('answeredTwice', unsettled(versions, versions, settlesAnswer))
    }),
  ]
}

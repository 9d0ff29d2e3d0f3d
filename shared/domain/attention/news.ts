import type { CaseState } from '../case/caseState'
import { activeForwardings } from '../case/standing'
import type { CaseId, EventId } from '../journal/ids'
import type { PersonId } from '../people/roles'
import type { WatchingDesk } from './desk'

/** What others did and this desk has to know of. */
export type NewsKind = 'newMessage' | 'forReview' | 'returned' | 'declined' | 'published' | 'publicationFailed'

export interface News {
  readonly id: string
  readonly caseId: CaseId
  readonly what: NewsKind
}

/** What is news as long as it waits for this desk; one's own acts are none (AT9). */
export function newsOf(state: CaseState, desk: WatchingDesk, person: PersonId): readonly News[] {
  if (state.outcome !== undefined) return publishedFor(state, desk, person).map((event) => ({ id: `${state.id}/published/${event}`, caseId: state.id, what: 'published' }))
  const fromOthers = found(state, desk).filter(({ by }) => by !== person && desk.whose !== 'everyone')
  return [...fromOthers, ...failures(state, desk, person)].map(({ what, event }) => ({ id: `${state.id}/${what}/${event}`, caseId: state.id, what }))
}

/** Whoever answered learns that it has appeared; a connector's publication is nobody's own act. */
function publishedFor({ postings, forwardings }: CaseState, desk: WatchingDesk, person: PersonId): readonly EventId[] {
  const last = postings.at(-1)
  if (last === undefined || desk.whose === 'nobody') return []
  if (last.by === person && last.via === 'hand') return []
  const answers = desk.whose === 'department' ? forwardings.filter(({ to }) => to === desk.department).flatMap((forwarding) => forwarding.answers.map(({ event }) => event)) : null
  const ours = answers === null || (last.answer !== undefined && answers.includes(last.answer))
  return ours ? [last.event] : []
}

interface Found {
  readonly what: NewsKind
  readonly event: EventId
  readonly by: PersonId
}

function found(state: CaseState, desk: WatchingDesk): readonly Found[] {
  switch (desk.whose) {
    case 'operator': {
      const first = state.history[0]
      const isNew = state.stage === 'triage' && state.forwardings.length === 0 && first !== undefined
      const declined = state.stage === 'triage' ? state.forwardings.at(-1)?.declined : undefined
      return [
        ...(isNew ? [{ what: 'newMessage' as const, event: first.event, by: first.by }] : []),
        ...activeForwardings(state).flatMap(({ answers }) => {
          const last = answers.at(-1)
          return last === undefined || last.returned !== undefined ? [] : [{ what: 'forReview' as const, event: last.event, by: last.by }]
        }),
        ...(declined === undefined ? [] : [{ what: 'declined' as const, event: declined.event, by: declined.by }]),
      ]
    }
    case 'department':
      return activeForwardings(state)
        .filter(({ to }) => to === desk.department)
        .flatMap((forwarding): Found[] => {
          const last = forwarding.answers.at(-1)
          if (last === undefined) return [{ what: 'newMessage', event: forwarding.event, by: forwarding.by }]
          return last.returned === undefined ? [] : [{ what: 'returned', event: last.returned.event, by: last.returned.by }]
        })
    case 'everyone':
    case 'nobody':
      return []
  }
}

/** A connector's failure is nobody's own act, though it bears the name of whoever is signed in; one noted by hand is known to him. */
function failures(state: CaseState, desk: WatchingDesk, person: PersonId): readonly Found[] {
  const last = state.failedPublications.at(-1)
  if (last === undefined || desk.whose === 'department' || desk.whose === 'nobody') return []
  if (state.postings.some(({ publishedAt }) => publishedAt >= last.failedAt)) return []
  const unseen = last.idempotencyKey !== undefined || (last.by !== person && desk.whose !== 'everyone')
  return unseen ? [{ what: 'publicationFailed', event: last.event, by: last.by }] : []
}

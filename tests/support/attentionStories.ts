import { deskOf, watched, type WatchedCase, type Watching } from '../../shared/domain/attention'
import type { CaseState } from '../../shared/domain/case/caseState'
import type { RulesInForce } from '../../shared/domain/deadlines'
import type { Actor } from '../../shared/domain/people/roles'
import type { Instant } from '../../shared/domain/time'
import { instant } from '../../shared/domain/time'
import { allAnswers } from '../../shared/domain/case/targets'
import { headOf, openOffice, operator, roads } from './journal'
import { submission, toRoads } from './situation'

/** What may happen to a message next; what the rules do not allow then does not happen. */
export const deeds = ['forward', 'answer', 'return', 'publish', 'decline', 'emergency', 'withdraw'] as const
export type Deed = (typeof deeds)[number]

export interface Story {
  readonly placedAt: Instant
  /** Taken in so many ms after it was placed, by whom. */
  readonly taken: { readonly after: number; readonly by: Actor }
  /** Each so many ms after the one before. */
  readonly steps: readonly { readonly after: number; readonly deed: Deed }[]
}

/** A case as it is from an instant on, until the next segment's; a case changes at no other. */
export interface Segment {
  readonly from: Instant
  readonly state: CaseState
}

/** Lives a story through the real rules and journal of an office. */
export function segmentsOf({ placedAt, taken, steps }: Story, n: number): readonly Segment[] {
  const office = openOffice(instant(placedAt + taken.after))
  const desk = office.desk(operator)
  const caseId = desk.receive({ externalId: `wall-900000001_${20_000 + n}`, placedAt, text: 'О чём-то' })
  const segments: Segment[] = [{ from: office.now, state: taken.by === operator ? desk.state(caseId) : takenBy(desk.state(caseId), taken.by) }]
  for (const { after, deed } of steps) {
    office.pass(after)
    const state = desk.state(caseId)
    const answer = allAnswers(state).at(-1)?.event
    const forwarding = state.currentForwarding
    const act = () => {
      switch (deed) {
        case 'forward':
          return desk.act(caseId, toRoads)
        case 'answer':
          return forwarding && desk.act(caseId, submission(forwarding), { as: headOf(roads) })
        case 'return':
          return answer && desk.act(caseId, { type: 'ReturnAnswer', answer, remarks: 'Когда?' })
        case 'publish':
          return answer && desk.act(caseId, { type: 'PublishAnswer', answer, text: 'Готово.', place: 'public', publishedAt: office.now, by: 'hand', link: 'https://vk.ru/wall-900000001_5001?reply=6002' })
        case 'decline':
          return forwarding && desk.act(caseId, { type: 'DeclineForwarding', forwarding, reason: 'Не наше' }, { as: headOf(roads) })
        case 'withdraw':
          return forwarding && desk.act(caseId, { type: 'WithdrawForwarding', forwarding, reason: 'Ошибка' })
        case 'emergency':
          return desk.act(caseId, { type: 'DeclareEmergency', reason: 'Авария', flaggedAt: office.now })
      }
    }
    const done = act()
    if (done && done.ok) segments.push({ from: office.now, state: withTaker(desk.state(caseId), taken.by) })
  }
  return segments
}

/** Another operator's intake: his own desk's events would read the same but for the name. */
function takenBy(state: CaseState, by: Actor): CaseState {
  const [first, ...rest] = state.history
  return first === undefined ? state : { ...state, history: [{ ...first, by: by.person }, ...rest] }
}
const withTaker = (state: CaseState, by: Actor) => (by === operator ? state : takenBy(state, by))

export interface Seen {
  readonly from: Instant
  readonly open: boolean
  readonly shown: WatchedCase
}

/** How a story looks to a person's desk, as the program shows it: a closed case has news only. */
export function seenBy(segments: readonly Segment[], rules: RulesInForce, actor: Actor, alone: boolean, how: Pick<Watching, 'settings' | 'deskTime'>): readonly Seen[] {
  const watching = { desk: deskOf(actor, alone), person: actor.person, ...how }
  return segments.map(({ from, state }) => ({ from, open: state.outcome === undefined, shown: watched(state, state.outcome === undefined ? rules : null, watching) }))
}

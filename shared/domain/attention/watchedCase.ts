import type { CaseState } from '../case/caseState'
import { deadlineFacts } from '../case/deadlineFacts'
import { deadlinesOf, type Deadline, type RulesInForce } from '../deadlines'
import type { CaseId } from '../journal/ids'
import type { Network } from '../journal/message'
import type { PersonId } from '../people/roles'
import { deadlinesFor, type WatchingDesk } from './desk'
import { newsOf, type News } from './news'
import { watchOf, type Watch, type WatchingBy } from './warnings'

/** An open case as the desk watches it. Nothing in it depends on now, and nothing in it is of a person (1.4). */
export interface WatchedCase {
  readonly caseId: CaseId
  readonly network: Network
  /** 3.9: told at any hour. */
  readonly emergency: boolean
  readonly watches: readonly Watch[]
  readonly news: readonly News[]
}

export interface Watching extends WatchingBy {
  readonly desk: WatchingDesk
  readonly person: PersonId
}

/** @param rules those in force when the message was placed; null where there were none: then there are news only */
export function watched(state: CaseState, rules: RulesInForce | null, watching: Watching): WatchedCase {
  const { id: caseId, message, outcome } = state
  const emergency = state.emergency !== undefined
  const deadlines = rules === null || outcome !== undefined ? [] : deadlinesOf(deadlineFacts(state), rules, null).deadlines
  return {
    caseId,
    network: message.network,
    emergency,
    watches: rules === null ? [] : watchesOf(caseId, deadlines, rules, emergency ? { ...watching, deskTime: () => null } : watching),
    news: newsOf(state, watching.desk, watching.person),
  }
}

export const watchesOf = (caseId: CaseId, deadlines: readonly Deadline[], rules: RulesInForce, { desk, ...by }: WatchingBy & Pick<Watching, 'desk'>): readonly Watch[] =>
  deadlinesFor(desk, deadlines).map((deadline) => watchOf(caseId, deadline, rules, by))

import type { Instant } from '../time'
import type { CaseState, Forwarding, Outcome, Posting, Stage } from './caseState'

/** What follows from the facts so far; recomputed after every step, so that no fact and conclusion can part. */
export function withStanding(state: CaseState): CaseState {
  const { outcome: _, currentForwarding: __, refused: ___, duplicateOf: ____, ...facts } = state
  const { registered: _____, ...appeal } = state.appeal
  const active = activeForwardings(state)[0]
  const refused = state.refusals.find(stands)
  const duplicate = state.duplicateMarks.find(stands)
  const registered = state.registrations.find(stands)
  const outcome = outcomeOf(state)
  return {
    ...facts,
    kind: kindOf(state),
    stage: stageOf(state, active, outcome),
    ...(active === undefined ? {} : { currentForwarding: active.event }),
    ...(refused === undefined ? {} : { refused }),
    ...(duplicate === undefined ? {} : { duplicateOf: duplicate.of }),
    appeal: registered === undefined ? appeal : { ...appeal, registered },
    ...(outcome === undefined ? {} : { outcome }),
  }
}

/** Not taken back by a reopening. */
export const stands = (closing: { readonly reopened?: unknown }): boolean => closing.reopened === undefined

/** Neither withdrawn nor declined. More than one only when two operators forwarded unseen by each other. */
export const activeForwardings = (state: CaseState): readonly Forwarding[] =>
  state.forwardings.filter((forwarding) => forwarding.withdrawn === undefined && forwarding.declined === undefined)

/**
 * When the work on this case ended here: at its closing; in a department's part (which nobody tells of the closing of a case that was
 * taken from it, PM6) when its last forwarding was withdrawn or declined. Undefined while there is something to do.
 */
export function endOf(state: CaseState): Instant | undefined {
  if (state.outcome !== undefined) return state.outcome.at
  if (activeForwardings(state).length > 0 || state.history.some((entry) => entry.type === 'MessageReceived')) return undefined
  const ends = state.forwardings.flatMap(({ withdrawn, declined }) => [withdrawn?.at, declined?.at]).filter((at) => at !== undefined)
  return ends.length === 0 ? undefined : ends.reduce((a, b) => (a > b ? a : b))
}

function kindOf(state: CaseState): CaseState['kind'] {
  const posting = state.postings.find(stands)
  if (posting !== undefined) return posting.what === 'explanation' ? 'explanation' : 'answer'
  // A declined forwarding still says what the operator took the message for; a withdrawn one was a mistake.
  const active = activeForwardings(state)[0]
  return (active ?? state.forwardings.filter((forwarding) => forwarding.withdrawn === undefined).at(-1))?.purpose ?? 'answer'
}

function stageOf(state: CaseState, active: Forwarding | undefined, outcome: Outcome | undefined): Stage {
  if (outcome !== undefined) return 'closed'
  if (state.appeal.handedOver !== undefined) return 'appeal'
  if (active !== undefined) {
    const last = active.answers.at(-1)
    if (last === undefined) return 'department'
    return last.returned === undefined ? 'review' : 'rework'
  }
  return state.appeal.offered === undefined ? 'triage' : 'appeal'
}

/**
 * What was posted cannot be unsaid, and a registered appeal has its own law: among closings made unseen by each other these go
 * before a refusal and a duplicate's mark; of alike ones the first in the journal's order.
 */
function outcomeOf(state: CaseState): Outcome | undefined {
  const posting = state.postings.find(stands)
  if (posting !== undefined) return outcomeOfPosting(posting)
  const registration = state.registrations.find(stands)
  if (registration !== undefined) return { how: 'registered', at: registration.registeredAt, number: registration.number }
  const refusal = state.refusals.find(stands)
  const mark = state.duplicateMarks.find(stands)
  if (refusal !== undefined && (mark === undefined || isBefore(state, refusal.event, mark.event))) {
    return { how: 'refused', at: refusal.at, ground: refusal.ground }
  }
  return mark === undefined ? undefined : { how: 'duplicate', at: mark.at, of: mark.of }
}

function outcomeOfPosting(posting: Posting): Outcome {
  const at = posting.publishedAt
  if (posting.what === 'siteLink') return { how: 'siteLink', at }
  return posting.ground === undefined ? { how: 'published', at } : { how: 'explained', at, ground: posting.ground }
}

const isBefore = (state: CaseState, a: string, b: string) =>
  state.history.findIndex((entry) => entry.event === a) < state.history.findIndex((entry) => entry.event === b)

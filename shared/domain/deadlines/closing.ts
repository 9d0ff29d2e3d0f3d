import { instant, type Instant } from '../time'
import { happened, type CaseFacts, type DepartmentFact, type DepartmentId, type ForwardingFact } from './facts'

/**
 * The act that closed a deadline: `done` is what was asked for, `lifted` made it needless,
 * `proven` shows that it had been done by then, at an instant that nobody recorded,
 * `unowed` ends what nobody had been asked for.
 */
export interface Closing {
  readonly at: Instant
  readonly how: 'done' | 'proven' | 'lifted' | 'unowed'
}

type Maybe = Instant | null | undefined

const sameDepartment = (a: DepartmentId, b: DepartmentId): boolean => a === null || b === null || a === b

const done = (at: Maybe): Closing | null => (happened(at) ? { at, how: 'done' } : null)
const lifted = (at: Maybe): Closing | null => (happened(at) ? { at, how: 'lifted' } : null)

/** The earliest of the acts; of two at one instant the one named first. */
export function earliest(...acts: readonly (Closing | null)[]): Closing | null {
  let found: Closing | null = null
  for (const act of acts) if (act && (!found || act.at < found.at)) found = act
  return found
}

/** Publication ends everything before it; registration as an appeal stops the order's clocks (3.8). */
const caseEnd = (facts: CaseFacts): Closing | null => earliest(lifted(facts.publishedAt), lifted(facts.appeal?.registeredAt))

/** The first answer handed in; a return proves that one had been, even where the hand-in itself is not known. */
function handedIn(facts: CaseFacts, department: DepartmentId, isAfter: (at: Instant) => boolean): Closing | null {
  let found: Closing | null = null
  for (const { at, department: by } of facts.submissions) {
    if (isAfter(at) && sameDepartment(by, department)) found = earliest(found, done(at))
  }
  for (const { at, department: by } of facts.returns) {
    if (isAfter(at) && sameDepartment(by, department)) found = earliest(found, { at, how: 'proven' })
  }
  return found
}

/**
 * 3.1 asks that a structure has the message when the term ends: a forwarding taken back by then (undone, sent to the wrong place) was
 * none, unless it was the decision that closed the matter which called it off.
 */
export function triageClosing(facts: CaseFacts, due: Instant): Closing | null {
  const decided = earliest(
    done(facts.decidedAt),
    done(facts.refusedAt),
    done(facts.publishedAt),
    done(facts.appeal?.handedOverAt),
    done(facts.appeal?.registeredAt),
  )
  const takenBack = ({ withdrawnAt }: ForwardingFact) => happened(withdrawnAt) && withdrawnAt <= due && !(decided && decided.at <= withdrawnAt)
  let found = decided
  for (const forwarding of facts.forwardings) if (!takenBack(forwarding)) found = earliest(done(forwarding.at), found)
  return found
}

export const answerClosing = (facts: CaseFacts, forwarding: ForwardingFact): Closing | null =>
  earliest(
    handedIn(facts, forwarding.department, (at) => at >= forwarding.at),
    lifted(forwarding.declinedAt),
    lifted(forwarding.withdrawnAt),
    caseEnd(facts),
  )

/** An answer that nobody was asked for by forwarding: the operator gives it, by publishing. */
export const unforwardedAnswerClosing = (facts: CaseFacts): Closing | null =>
  earliest(
    handedIn(facts, null, () => true),
    done(facts.publishedAt),
    lifted(facts.appeal?.registeredAt),
  )

export function reworkClosing(facts: CaseFacts, returned: DepartmentFact): Closing | null {
  let found = earliest(handedIn(facts, returned.department, (at) => at > returned.at), caseEnd(facts))
  for (const { department, withdrawnAt, declinedAt } of facts.forwardings) {
    if (!sameDepartment(department, returned.department)) continue
    for (const at of [withdrawnAt, declinedAt]) if (happened(at) && at > returned.at) found = earliest(found, lifted(at))
  }
  return found
}

/**
 * The department's work is over when every forwarding that stands is answered and every return reworked;
 * a later return opens it again. A structure from which the message was taken back by `due` owes nothing: the close of a case takes
 * back what is unanswered too, so one that let the term pass has not been let off by it.
 */
export function totalClosing(facts: CaseFacts, due: Instant): Closing | null {
  const end = caseEnd(facts)
  const takenBack = ({ withdrawnAt, declinedAt }: ForwardingFact) => happened(withdrawnAt) && withdrawnAt <= due && !happened(declinedAt)
  if (facts.forwardings.every(takenBack) && facts.submissions.length === 0 && facts.returns.length === 0) {
    // The operator answered himself: of no structure may a breach be written down.
    return end && { ...end, how: 'unowed' }
  }
  const acts =
    facts.forwardings.length > 0
      ? facts.forwardings.map((forwarding) => answerClosing(facts, forwarding))
      : [earliest(handedIn(facts, null, () => true), end)]
  acts.push(...facts.returns.map((returned) => reworkClosing(facts, returned)))
  let last = -Infinity
  for (const act of acts) {
    if (!act || (act.how === 'lifted' && act.at === end?.at)) return end
    if (act.how !== 'lifted') last = Math.max(last, act.at)
  }
  // All forwardings withdrawn or declined: nobody is at work, and the hours run on until somebody answers.
  return last === -Infinity ? end : { at: instant(last), how: 'done' }
}

export const publicationClosing = (facts: CaseFacts): Closing | null =>
  earliest(done(facts.publishedAt), lifted(facts.appeal?.registeredAt))

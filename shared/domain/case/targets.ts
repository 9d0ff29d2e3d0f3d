import { err, ok, type Result } from '../../lib/result'
import type { EventId } from '../journal/ids'
import type { Actor, DepartmentId } from '../people/roles'
import type { AnswerVersion, CaseState, Forwarding } from './caseState'
import type { Rejection } from './rejections'
import { activeForwardings } from './standing'

/** Forwardings this actor may answer or decline: a department its own, an operator any (in the department's name). */
export const forwardingsOf = (state: CaseState, actor: Actor): readonly Forwarding[] =>
  activeForwardings(state).filter((forwarding) => actor.role !== 'department' || forwarding.to === actor.department)

/**
 * Forwardings that may be withdrawn. On a closed case those that the closing did not see: a department is at work in vain until
 * they are withdrawn.
 */
export function forwardingsToWithdraw(state: CaseState): readonly Forwarding[] {
  const active = activeForwardings(state)
  if (state.outcome === undefined) return active
  const inVain = state.conflicts.filter((conflict) => conflict.kind === 'decidedTwice').flatMap((conflict) => conflict.events)
  return active.filter((forwarding) => inVain.includes(forwarding.event))
}

/** Answers that wait for the operator's check and may be returned. */
export const answersToReturn = (state: CaseState): readonly AnswerVersion[] =>
  activeForwardings(state).flatMap((forwarding) => forwarding.answers.filter((answer) => answer.returned === undefined))

/** Every version there is: a returned one may still be published, which undoes the return. */
export const allAnswers = (state: CaseState): readonly AnswerVersion[] => [
  ...state.forwardings.flatMap((forwarding) => forwarding.answers),
  ...state.unattachedAnswers,
]

export const departmentOfAnswer = (state: CaseState, answer: EventId): DepartmentId | undefined =>
  state.forwardings.find((forwarding) => forwarding.answers.some((version) => version.event === answer))?.to

/** The named forwarding, if this actor may still act on it. */
export function actionableForwarding(state: CaseState, id: EventId, actor: Actor): Result<Forwarding, Rejection> {
  const found = state.forwardings.find((forwarding) => forwarding.event === id)
  if (found === undefined) return err({ reason: 'forwardingUnknown', forwarding: id })
  if (actor.role === 'department' && found.to !== actor.department) return err({ reason: 'notYourForwarding', department: found.to })
  if (found.withdrawn !== undefined || found.declined !== undefined) return err({ reason: 'forwardingEnded', forwarding: id })
  return ok(found)
}

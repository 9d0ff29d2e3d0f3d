import type { CaseState, Forwarding } from '../case/caseState'
import { activeForwardings } from '../case/standing'
import type { DepartmentId } from '../people/roles'
import type { DatedCase } from './dated'

/** What binds next comes first; cases without a running deadline last; equals by id, so that rows never swap places. */
export const inboxOrder = (cases: readonly DatedCase[]): readonly DatedCase[] => [...cases].sort(byBinding)

function byBinding(a: DatedCase, b: DatedCase): number {
  const dueA = a.deadlines?.binding?.due ?? Number.POSITIVE_INFINITY
  const dueB = b.deadlines?.binding?.due ?? Number.POSITIVE_INFINITY
  if (dueA !== dueB) return dueA < dueB ? -1 : 1
  return a.state.id < b.state.id ? -1 : a.state.id > b.state.id ? 1 : 0
}

/** 3.1: what waits for the operator's first decision. */
export const triageQueue = (cases: readonly DatedCase[]): readonly DatedCase[] => inboxOrder(cases.filter(({ state }) => state.stage === 'triage'))

/** 3.2: what waits for the operator's check; also an answer to a forwarding that another desk's one overlaps. */
export const reviewQueue = (cases: readonly DatedCase[]): readonly DatedCase[] => inboxOrder(cases.filter(({ state }) => isOpen(state) && awaitsReview(state)))

/** A department's own: to answer, to rework, and answered but not yet checked. */
export const departmentDesk =
  (department: DepartmentId) =>
  (cases: readonly DatedCase[]): readonly DatedCase[] =>
    inboxOrder(cases.filter(({ state }) => deskPlace(state, department) !== undefined))

/** Whose move it is on this department's forwarding; undefined where it has none. */
export function deskPlace(state: CaseState, department: DepartmentId): 'toAnswer' | 'toRework' | 'inReview' | undefined {
  const forwarding = isOpen(state) ? activeForwardings(state).find((found) => found.to === department) : undefined
  return forwarding === undefined ? undefined : placeOf(forwarding)
}

function placeOf(forwarding: Forwarding): 'toAnswer' | 'toRework' | 'inReview' {
  const last = forwarding.answers.at(-1)
  if (last === undefined) return 'toAnswer'
  return last.returned === undefined ? 'inReview' : 'toRework'
}

const isOpen = (state: CaseState) => state.outcome === undefined
const awaitsReview = (state: CaseState) => state.stage === 'review' || activeForwardings(state).some((forwarding) => placeOf(forwarding) === 'inReview')

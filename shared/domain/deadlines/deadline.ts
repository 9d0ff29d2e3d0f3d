import type { Instant, LocalDate } from '../time'
import type { CaseFacts, DepartmentId } from './facts'
import type { Clock } from './regulation'

/** A rule of the regulation or of 59-FZ that sets a term. */
export type RuleId =
  | 'triage'
  | 'answer'
  | 'rework'
  | 'total'
  | 'publication'
  | 'explanation'
  | 'emergency'
  | 'registration'
  | 'appealForwarding'
  | 'appealAnswer'

/** A deadline is named after the stage it is for. */
export type DeadlineId = RuleId

/** The event from which a term is counted. */
export type StartEvent = 'placed' | 'received' | 'forwarded' | 'returned' | 'flagged' | 'handedOver' | 'registered'

/** How a term in calendar days came to its last day. */
export interface DayCount {
  readonly days: number
  /** The last of the counted days. */
  readonly lastDate: LocalDate
  /** The working day to which the end moved, when it did. */
  readonly movedTo: LocalDate | null
  /** The last working day not after the end: nobody can dispute an act on it. */
  readonly safeDate: LocalDate
  /** The first working day not before the end: as far as the end can be argued. */
  readonly outerDate: LocalDate
}

/** One term as the order words it: so much of a clock, from an event. */
export interface Term {
  readonly rule: RuleId
  readonly clause: string
  readonly clock: Clock | 'calendar'
  /** The term's length on its clock, milliseconds (a calendar day is 24 h). */
  readonly ms: number
  readonly startEvent: StartEvent
  readonly from: Instant
  /** The last instant that is in time. */
  readonly due: Instant
  /** By whose schedule it is counted. */
  readonly department: DepartmentId
  /** The other measure that the term must hold as well and that ended no later (3.3: 24 h of days and 8 working hours). */
  readonly also: { readonly clock: Clock; readonly ms: number; readonly due: Instant } | null
  /** Set for terms in calendar days. */
  readonly dayCount: DayCount | null
}

/**
 * running, overdue: still open at `now`; met, breached: judged by the act that closed it;
 * lifted: ceased to hold before it ran out (published without it, withdrawn, declined, registered as an appeal).
 */
export type DeadlineState = 'running' | 'overdue' | 'met' | 'breached' | 'lifted'

/** A span both on the deadline's own clock and on the wall. */
export interface Span {
  readonly clock: Clock | 'calendar'
  /** Milliseconds of that clock (for `calendar`: of elapsed time). Zero is possible for a breach at night on the working clock. */
  readonly ms: number
  readonly elapsedMs: number
}

export interface Deadline {
  readonly id: DeadlineId
  /** Counts the deadlines of one id in the case: the second return has index 1. */
  readonly index: number
  readonly department: DepartmentId
  /** The term of the stage itself. */
  readonly own: Term
  /** Every term that was compared, the own one first, then the caps. */
  readonly terms: readonly Term[]
  /** The term that gave `due`; `own` when nothing was earlier. */
  readonly bindingTerm: Term
  /** `id` when the stage's own term binds, else the rule of the cap. */
  readonly binds: RuleId
  readonly startedAt: Instant
  readonly due: Instant
  /** The last instant not after `due` at which somebody works. */
  readonly workable: Instant
  readonly state: DeadlineState
  /** The act that closed it, or null while it is open. */
  readonly closedAt: Instant | null
  /** What is left at `now`; only while running and only when `now` was given. */
  readonly left: Span | null
  /** By how much it is or was late. */
  readonly late: Span | null
  /** The cap had passed before the stage began: overdue at once. */
  readonly overdueAtStart: boolean
  /** Years without a decree that the result rests on; empty when it is firm. */
  readonly provisional: readonly number[]
}

/** All deadlines of a case, past and running, and the one that binds now. */
export interface CaseDeadlines {
  readonly facts: CaseFacts
  readonly deadlines: readonly Deadline[]
  /** The open deadline that runs out first; of equals the stage's own. Null when nothing is open. */
  readonly binding: Deadline | null
  /** The rule that binds: the stage's id or the cap's. */
  readonly bindingRule: RuleId | null
}

import type { Instant } from '../time'

/**
 * What a case turned out to be; it decides which rules hold.
 * `answer`: an ordinary message (also while undecided); `siteLink`: 3.6 par. 2, answered by a link;
 * `explanation`: 3.7; `refusal`: 3.6; `appeal`: 3.8; `duplicate`: answered in another case.
 */
export type CaseKind = 'answer' | 'siteLink' | 'explanation' | 'refusal' | 'appeal' | 'duplicate'

/** A department's id; null where the office does not tell departments apart. */
export type DepartmentId = string | null

export interface ForwardingFact {
  readonly at: Instant
  readonly department: DepartmentId
  readonly withdrawnAt?: Instant | null
  readonly declinedAt?: Instant | null
}

/** A department's submitted answer, or the operator's return of it. */
export interface DepartmentFact {
  readonly at: Instant
  readonly department: DepartmentId
}

/** The way of an official appeal (3.8). */
export interface AppealFacts {
  /** Receipt by the administration: the hand-over by e-mail. Registration runs from here. */
  readonly handedOverAt: Instant | null
  /** Registration in the document system: the order's own clocks stop here. */
  readonly registeredAt: Instant | null
  /** Whether the matter belongs to another body (art. 8 part 3); null while nobody has said. */
  readonly toForward: boolean | null
  readonly forwardedAt: Instant | null
  /** When the 30 days were extended (art. 12 part 2), or null. */
  readonly extendedAt: Instant | null
  readonly answeredAt: Instant | null
}

/**
 * The facts of one case that deadlines depend on: plain instants, nothing concluded.
 * Build with `caseFacts`, which fills in what has not happened.
 */
export interface CaseFacts {
  /** When the author placed the message: the clock starts here. */
  readonly placedAt: Instant
  /** When the program recorded it; read only by the «from receipt» readings. */
  readonly receivedAt: Instant | null
  readonly kind: CaseKind
  readonly forwardings: readonly ForwardingFact[]
  readonly submissions: readonly DepartmentFact[]
  readonly returns: readonly DepartmentFact[]
  /** The first triage decision other than forwarding: an explanation asked for, a link chosen, an appeal offered, a duplicate marked. */
  readonly decidedAt: Instant | null
  readonly refusedAt: Instant | null
  /** When the answer, the explanation or the link was published. */
  readonly publishedAt: Instant | null
  readonly emergencyFlaggedAt: Instant | null
  readonly appeal: AppealFacts | null
}

export const NO_APPEAL: AppealFacts = {
  handedOverAt: null,
  registeredAt: null,
  toForward: null,
  forwardedAt: null,
  extendedAt: null,
  answeredAt: null,
}

const NOTHING_YET: Omit<CaseFacts, 'placedAt'> = {
  receivedAt: null,
  kind: 'answer',
  forwardings: [],
  submissions: [],
  returns: [],
  decidedAt: null,
  refusedAt: null,
  publishedAt: null,
  emergencyFlaggedAt: null,
  appeal: null,
}

/** Facts of a case from what is known; all else has not happened. */
export const caseFacts = (known: Partial<CaseFacts> & Pick<CaseFacts, 'placedAt'>): CaseFacts => ({ ...NOTHING_YET, ...known })

/** Whether the optional instant of an act is there. */
export const happened = (at: Instant | null | undefined): at is Instant => at !== null && at !== undefined

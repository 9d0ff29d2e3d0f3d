import type { CaseState } from '../case/caseState'
import type { CaseDeadlines } from '../deadlines'

/** A case with its deadlines as judged at some instant: what every queue is made of. */
export interface DatedCase {
  readonly state: CaseState
  /** Null where no rules were in force when the message was placed. */
  readonly deadlines: CaseDeadlines | null
}

import type { Directory } from '../people/directory'
import type { Actor } from '../people/roles'
import type { Instant } from '../time/instant'
import type { CaseState } from './caseState'

/** What a decision needs to know of the world besides its case. */
export interface DecideContext {
  readonly now: Instant
  /** Connectors and imports act in the name of the operator who is signed in: there is no other actor. */
  readonly actor: Actor
  readonly directory: Directory
  /** For `MarkDuplicate`: the case it is said to repeat. */
  readonly original?: Pick<CaseState, 'id' | 'duplicateOf'>
}

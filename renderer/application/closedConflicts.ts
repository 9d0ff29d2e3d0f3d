import type { CaseState } from '../../shared/domain/case/caseState'
import type { CaseId } from '../../shared/domain/journal/ids'
import type { Observable } from './application'
import { changing } from './observable'
import { onceAtATime } from './onceAtATime'
import type { CaseStore, ToDoStore, Unsubscribe } from './ports'

export interface ClosedConflictsParts {
  readonly cases: Pick<CaseStore, 'getMany'> & { watchChanges(listener: (changed: readonly CaseState[]) => void): Unsubscribe }
  readonly toDo: ToDoStore
  readonly onFailure: (failure: unknown) => void
}

export interface ClosedConflicts {
  /** Closed cases whose people's conflicts nobody has settled. Open ones are in memory anyhow. */
  readonly cases: Observable<readonly CaseState[]>
  /** Resolves when nothing is being written. */
  stop(): Promise<void>
}

const list = 'closedConflicts'

/**
 * Closed cases are not in memory, and nobody looks for a conflict in an archive of years: they are listed as they come. To be
 * followed from before the journal is opened, so that what a kill left undone is seen too.
 */
export function followClosedConflicts({ cases, toDo, onFailure }: ClosedConflictsParts): ClosedConflicts {
  const shown = changing<readonly CaseState[]>([])
  const waiting = new Map<CaseId, boolean>()
  let known: Set<CaseId> | undefined
  const settle = onceAtATime(async () => {
    known ??= new Set((await toDo.list(list)) as readonly CaseId[])
    const before = [...known]
    for (const [caseId, torn] of waiting) {
      waiting.delete(caseId)
      if (torn) known.add(caseId)
      else known.delete(caseId)
    }
    if (before.length !== known.size || before.some((caseId) => known?.has(caseId) !== true)) await toDo.save(list, [...known])
    shown.set([...(await cases.getMany([...known])).values()].filter(isTorn))
  }, onFailure)
  const stop = cases.watchChanges((changed) => {
    for (const state of changed) if (isTorn(state) || known === undefined || known.has(state.id) || waiting.has(state.id)) waiting.set(state.id, isTorn(state))
    if (waiting.size > 0) settle.ask()
  })
  settle.ask()
  return {
    cases: shown,
    stop: async () => {
      stop()
      await settle.idle()
    },
  }
}

const isTorn = (state: CaseState): boolean => state.stage === 'closed' && state.conflicts.length > 0

import type { CaseState } from '../../shared/domain/case/caseState'
import type { CaseId } from '../../shared/domain/journal/ids'
import type { Observable } from './application'
import { duplicatesInCircles } from '../../shared/domain/queues'
import { changing } from './observable'
import { onceAtATime } from './onceAtATime'
import type { CaseStore, ToDoStore, Unsubscribe } from './ports'

export interface ClosedConflictsParts {
  readonly cases: Pick<CaseStore, 'getMany'> & { watchChanges(listener: (changed: readonly CaseState[]) => void): Unsubscribe }
  readonly toDo: ToDoStore
  readonly onFailure: (failure: unknown) => void
}

export interface ClosedConflicts {
  /** Closed cases whose people's conflicts nobody has settled, and duplicates in a circle (CS28). Open ones are in memory anyhow. */
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
    const looked = new Set([...known, ...waiting.keys()])
    const marked = [...waiting].filter(([, marks]) => marks).map(([caseId]) => caseId)
    waiting.clear()
    const states = await withOriginals(cases, [...new Set([...known, ...marked])])
    const circled = duplicatesInCircles([...states.values()])
    for (const caseId of circled) looked.add(caseId)
    for (const caseId of looked) {
      const state = states.get(caseId)
      if (state !== undefined && (isTorn(state) || circled.has(caseId))) known.add(caseId)
      else known.delete(caseId)
    }
    if (before.length !== known.size || before.some((caseId) => known?.has(caseId) !== true)) await toDo.save(list, [...known])
    if (known.size > 0 || shown.get().length > 0) shown.set([...states.values()].filter(({ id }) => known?.has(id)))
  }, onFailure)
  const stop = cases.watchChanges((changed) => {
    for (const state of changed) {
      const marks = isTorn(state) || state.duplicateOf !== undefined
      if (marks || known === undefined || known.has(state.id) || waiting.has(state.id)) waiting.set(state.id, marks)
    }
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

/** The cases, with what they are marked as duplicates of, and what that is. */
async function withOriginals(cases: ClosedConflictsParts['cases'], caseIds: readonly CaseId[]): Promise<ReadonlyMap<CaseId, CaseState>> {
  const found = new Map<CaseId, CaseState>()
  for (let wanted = caseIds; wanted.length > 0; ) {
    const states = await cases.getMany(wanted)
    for (const [id, state] of states) found.set(id, state)
    wanted = [...new Set([...states.values()].flatMap(({ duplicateOf }) => (duplicateOf === undefined || found.has(duplicateOf) ? [] : [duplicateOf])))]
  }
  return found
}

const isTorn = (state: CaseState): boolean => state.stage === 'closed' && state.conflicts.length > 0

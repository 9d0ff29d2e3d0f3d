import { useMemo } from 'react'
import type { CaseState } from '../../shared/domain/case/caseState'
import type { Actor } from '../../shared/domain/people/roles'
import { useActor, useApplication, useObservable } from '../ui/applicationContext'
import type { ScreenId } from '../ui/navigation'

/** What waits for the actor behind each section: the number on its icon. */
export function useCounts(): Readonly<Partial<Record<ScreenId, number>>> {
  const actor = useActor()
  const cases = useObservable(useApplication().openCases)
  return useMemo(() => countsOf(cases, actor), [cases, actor])
}

function countsOf(cases: readonly CaseState[], actor: Actor): Partial<Record<ScreenId, number>> {
  const inStage = (...stages: readonly CaseState['stage'][]) => cases.filter((state) => stages.includes(state.stage)).length
  if (actor.role !== 'department') return { inbox: inStage('triage'), review: inStage('review') }
  const ours = cases.filter((state) => state.forwardings.find((forwarding) => forwarding.event === state.currentForwarding)?.to === actor.department)
  return { department: ours.filter((state) => state.stage === 'department' || state.stage === 'rework').length }
}

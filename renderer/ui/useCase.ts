import { useEffect, useState } from 'react'
import type { CaseState } from '../../shared/domain/case/caseState'
import type { CaseId } from '../../shared/domain/journal/ids'
import { useApplication } from './applicationContext'

/** One case as it is now, open or closed: `loading` until the store answers, `absent` when it has none. */
export type CaseView = { readonly kind: 'loading' } | { readonly kind: 'absent' } | { readonly kind: 'there'; readonly state: CaseState }

export function useCase(caseId: CaseId): CaseView {
  const { cases, openCases } = useApplication()
  const [seen, setSeen] = useState<{ readonly id: CaseId; readonly state: CaseState | undefined } | null>(null)
  useEffect(() => cases.watch(caseId, (state) => setSeen({ id: caseId, state })), [cases, caseId])
  if (seen?.id === caseId) return seen.state === undefined ? { kind: 'absent' } : { kind: 'there', state: seen.state }
  // Open cases are in memory already: no flicker on the way through the list.
  const open = openCases.get().find((state) => state.id === caseId)
  return open === undefined ? { kind: 'loading' } : { kind: 'there', state: open }
}

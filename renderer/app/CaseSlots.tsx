import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { CaseActions, CaseView } from '../features/case'
import { CaseSlotsProvider, type CaseActionRequest } from '../ui/caseSlots'

/** Puts the feature `case` into the screens that show cases. */
export function CaseSlots({ children }: { children: ReactNode }) {
  const [request, setRequest] = useState<CaseActionRequest | null>(null)
  const close = useCallback(() => setRequest(null), [])
  const slots = useMemo(() => ({ Pane: CaseView, act: setRequest }), [])
  return (
    <CaseSlotsProvider slots={slots}>
      {children}
      {request !== null && <CaseActions request={request} onClose={close} />}
    </CaseSlotsProvider>
  )
}

import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { CaseActions, CaseView } from '../features/case'
import { ru } from '../i18n/ru'
import { CaseSlotsProvider, type CaseActionRequest } from '../ui/caseSlots'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { useSay } from '../ui/snackbar'

/** Puts the feature `case` into the screens that show cases. A dialog that breaks goes away and says so; its draft stays. */
export function CaseSlots({ children, onError }: { children: ReactNode; onError: (error: Error) => void }) {
  const [request, setRequest] = useState<CaseActionRequest | null>(null)
  const say = useSay()
  const close = useCallback(() => setRequest(null), [])
  const slots = useMemo(() => ({ Pane: CaseView, act: setRequest }), [])
  const broke = (error: Error) => {
    onError(error)
    close()
    say({ text: ru.common.error.dialog, severity: 'error' })
  }
  return (
    <CaseSlotsProvider slots={slots}>
      {children}
      {request !== null && (
        <ErrorBoundary key={`${request.caseId}-${request.action}`} onError={broke} fallback={null}>
          <CaseActions request={request} onClose={close} />
        </ErrorBoundary>
      )}
    </CaseSlotsProvider>
  )
}

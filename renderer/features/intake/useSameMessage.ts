import { useEffect, useMemo, useState } from 'react'
import type { FetchedMessage } from '../../../shared/connectors/connector'
import { fingerprint } from '../../../shared/connectors/identity'
import type { CaseState } from '../../../shared/domain/case/caseState'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import type { CaseId } from '../../../shared/domain/journal/ids'
import { useApplication, useObservable } from '../../ui/applicationContext'

export interface SameMessage {
  readonly caseId: CaseId
  /** `exact`: it is this very message; `similar`: same network, minute and words under another id. */
  readonly how: 'exact' | 'similar'
}

/** Whether what is being typed is in the journal already; looked for as soon as the form says enough. */
export function useSameMessage(message: FetchedMessage | undefined): SameMessage | undefined {
  const { cases, openCases } = useApplication()
  const open = useObservable(openCases)
  const caseId = message === undefined ? undefined : caseIdFor(message.network, message.externalId)
  const [known, setKnown] = useState<CaseState | undefined>(undefined)
  useEffect(() => {
    setKnown(undefined)
    if (caseId === undefined) return undefined
    return cases.watch(caseId, setKnown)
  }, [cases, caseId])
  const print = message === undefined ? undefined : fingerprint(message)
  const similar = useMemo(
    () => (print === undefined ? undefined : open.find(({ message: there }) => there.text !== null && fingerprint({ ...there, text: there.text }) === print)),
    [open, print],
  )
  if (known !== undefined && known.id === caseId) return { caseId: known.id, how: 'exact' }
  return similar === undefined || similar.id === caseId ? undefined : { caseId: similar.id, how: 'similar' }
}

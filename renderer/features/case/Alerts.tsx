import { Alert, Button } from '@mui/material'
import type { CaseState } from '../../../shared/domain/case/caseState'
import { ru } from '../../i18n/ru'
import { caseWords as words } from '../../i18n/ru/case'
import { useActor, useApplication, useObservable } from '../../ui/applicationContext'
import { useInstantFormat } from '../../ui/formatContext'
import { useNavigation } from '../../ui/navigation'
import { ConflictPanel } from './conflicts/ConflictPanel'

/** What a person must know before he acts: conflicts, emergency, refusal, a failed publication, a newer program's events. */
export function Alerts({ state }: { state: CaseState }) {
  const format = useInstantFormat()
  const { go } = useNavigation()
  const actor = useActor()
  const failure = state.outcome === undefined ? state.failedPublications.at(-1) : undefined
  const { duplicateOf } = state
  const listed = useObservable(useApplication().closedConflicts)
  const circled = state.conflicts.length === 0 && listed.some(({ id }) => id === state.id)
  return (
    <>
      <ConflictPanel state={state} />
      {(state.emergency === undefined ? [] : [state.emergency, ...(state.alsoEmergencies ?? [])]).map((flag) => <Alert key={flag.event} severity="error">{words.emergency(format.moment(flag.flaggedAt), flag.reason ?? ru.common.erased)}</Alert>)}
      {failure !== undefined && <Alert severity="warning">{words.failed(format.moment(failure.failedAt), failure.reason)}</Alert>}
      {state.refused !== undefined && (
        <Alert severity="info">{[words.refused(ru.kinds.refusalGround[state.refused.ground]), state.refused.comment ?? ''].filter((part) => part !== '').join('. ')}</Alert>
      )}
      {duplicateOf !== undefined && (
        <Alert
          severity={circled ? 'warning' : 'info'}
          action={actor.role !== 'department' && <Button color="inherit" onClick={() => go({ screen: 'inbox', caseId: duplicateOf })}>{words.openDuplicate}</Button>}
        >
          {circled ? words.duplicatesInCircle : words.duplicateOf}
        </Alert>
      )}
      {state.unknownEvents > 0 && <Alert severity="warning">{words.unknownEvents(state.unknownEvents)}</Alert>}
      {state.erasures.map((erasure) => <Alert key={erasure.event} severity="info">{words.erased(erasure.act)}</Alert>)}
    </>
  )
}

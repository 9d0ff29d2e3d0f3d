import { Alert, AlertTitle, Box, Button, Typography } from '@mui/material'
import { useMemo, useState } from 'react'
import type { CaseState, PeopleConflict } from '../../../../shared/domain/case/caseState'
import type { CommandType } from '../../../../shared/domain/case/command'
import { possibleActions } from '../../../../shared/domain/case/decide'
import { conflicts as words } from '../../../i18n/ru/conflicts'
import { useActor, useDirectory } from '../../../ui/applicationContext'
import { useCaseAct } from '../../../ui/caseSlots'
import { useNow } from '../../../ui/clock/clockContext'
import { DeedCard } from './DeedCard'
import { deedsOf } from './deeds'
import { remediesOf, type Remedy } from './remedies'
import { WithdrawalDialog } from './WithdrawalDialog'

/** Decisions made unseen by each other, side by side, and what a person may settle them by. */
export function ConflictPanel({ state }: { state: CaseState }) {
  const actor = useActor()
  const directory = useDirectory()
  const now = useNow('minute')
  const possible = useMemo(() => possibleActions(state, actor, { now, directory }), [state, actor, now, directory])
  return state.conflicts.map((conflict) => <OneConflict key={`${conflict.kind} ${conflict.events.join()}`} state={state} conflict={conflict} possible={possible} />)
}

const actionOf = (state: CaseState): Record<Exclude<Remedy, 'keepOne' | 'withdraw'>, CommandType> => ({
  reopen: 'ReopenCase',
  publish: state.kind === 'explanation' ? 'PublishExplanation' : 'PublishAnswer',
  return: 'ReturnAnswer',
  note: 'AddNote',
})

function OneConflict({ state, conflict, possible }: { state: CaseState; conflict: PeopleConflict; possible: readonly CommandType[] }) {
  const act = useCaseAct()
  const [withdrawing, setWithdrawing] = useState<'keepOne' | 'withdraw' | null>(null)
  const offered = remediesOf(state, conflict, possible)
  const run = (remedy: Remedy) => (remedy === 'keepOne' || remedy === 'withdraw' ? setWithdrawing(remedy) : act({ caseId: state.id, action: actionOf(state)[remedy] }))
  return (
    <Alert severity="error" slotProps={{ message: { sx: { flex: 1, minWidth: 0 } } }}>
      <AlertTitle>{words.title[conflict.kind]}</AlertTitle>
      <Typography variant="body2">{words.what[conflict.kind]}</Typography>
      <Box component="ul" aria-label={words.decisions} sx={{ listStyle: 'none', p: 0, my: 1, mx: 0, display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))' }}>
        {deedsOf(state, conflict).map((deed) => <DeedCard key={deed.event} deed={deed} />)}
      </Box>
      {offered.length === 0 ? (
        <Typography variant="body2" color="textSecondary">{words.notYours}</Typography>
      ) : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {offered.map((remedy, index) => <Button key={remedy} variant={index === 0 ? 'contained' : 'outlined'} color="inherit" onClick={() => run(remedy)}>{words.remedy[remedy]}</Button>)}
        </Box>
      )}
      {withdrawing !== null && <WithdrawalDialog state={state} conflict={conflict} keepOne={withdrawing === 'keepOne'} onClose={() => setWithdrawing(null)} />}
    </Alert>
  )
}

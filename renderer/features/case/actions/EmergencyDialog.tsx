import { Box, Typography } from '@mui/material'
import { useMemo } from 'react'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import { concernedFirst, dutyList } from '../../../../shared/domain/people/dutyList'
import { actions } from '../../../i18n/ru/actions'
import { useApplication, useDirectory } from '../../../ui/applicationContext'
import { useNow } from '../../../ui/clock/clockContext'
import { useDeadlineDesk } from '../../../ui/deadlines/deadlinesContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { DraftField } from '../../../ui/draft/DraftField'
import { useDraft } from '../../../ui/draft/useDraft'
import { currentForwarding } from '../../../ui/message/currentForwarding'
import { useExecute } from '../../../ui/useExecute'
import { departmentOptions } from '../departmentOptions'
import type { CaseDialogProps } from './reasonDialogs'

const words = actions.emergency

/** 3.9: shortens the terms; whom to ring stands right here. */
export function EmergencyDialog({ state, onClose }: CaseDialogProps) {
  const draft = useDraft(`${state.id}/emergency`)
  const { clock } = useApplication()
  const execute = useExecute()
  const confirm = async () => {
    const result = await execute(state.id, { type: 'DeclareEmergency', reason: draft.text, flaggedAt: clock.now() }, { done: words.done })
    if (!result.ok) return result.error
    draft.discard()
    return undefined
  }
  return (
    <ActionDialog title={words.title} confirmLabel={words.confirm} confirmColor="error" disabled={draft.text.trim() === ''} onConfirm={confirm} onClose={onClose}>
      <Typography variant="body2" color="textSecondary">{words.hint}</Typography>
      <DraftField draft={draft} label={words.label} minRows={2} maxRows={6} autoFocus required />
      <DutyCalls state={state} />
    </ActionDialog>
  )
}

function DutyCalls({ state }: { state: CaseState }) {
  const directory = useDirectory()
  const now = useNow('minute')
  const { rulebook } = useDeadlineDesk()
  const working = rulebook.inForceAt(now)?.office.isOpen('working', now) ?? true
  const at = currentForwarding(state)?.to
  const lines = useMemo(() => {
    const list = dutyList(directory)
    const suggested = departmentOptions(state.message.text, directory).filter((option) => option.suggested).map(({ department }) => department.id)
    return concernedFirst(working ? list.workingHours : list.otherHours, [...(at === undefined ? [] : [at]), ...suggested.filter((id) => id !== at)])
  }, [directory, state.message.text, at, working])
  return (
    <Box component="section" aria-label={words.duty}>
      <Typography variant="subtitle2" component="h3">{`${words.duty} (${working ? words.dutyNow.working : words.dutyNow.other})`}</Typography>
      {lines.length === 0 && <Typography variant="body2" color="textSecondary">{words.noDuty}</Typography>}
      {lines.map(({ person, department, phones }) => (
        <Box key={person.id} sx={{ display: 'flex', gap: 2, alignItems: 'baseline', py: 0.5, borderBottom: 1, borderColor: 'divider', userSelect: 'text' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography variant="body2">{person.name}</Typography>
            <Typography variant="caption" color="textSecondary">{[person.position, department?.shortName ?? department?.name].filter((part) => part !== undefined).join(', ')}</Typography>
          </Box>
          {/* A number broken over two lines is dialled wrong. */}
          <Box sx={{ textAlign: 'right', whiteSpace: 'nowrap' }}>
            {phones.map((phone, index) => <Typography key={phone} variant="body2" sx={index === 0 ? { fontWeight: 500 } : { color: 'text.secondary' }}>{phone}</Typography>)}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

import { Box, Typography } from '@mui/material'
import { personOnDutyNow } from '../../../format/duty'
import { departmentName } from '../../../format/people'
import { actions } from '../../../i18n/ru/actions'
import { useApplication, useDirectory } from '../../../ui/applicationContext'
import { useNow } from '../../../ui/clock/clockContext'
import { useDeadlineDesk } from '../../../ui/deadlines/deadlinesContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { DraftField } from '../../../ui/draft/DraftField'
import { useDraft } from '../../../ui/draft/useDraft'
import { useExecute } from '../../../ui/useExecute'
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
      <DutyList />
    </ActionDialog>
  )
}

function DutyList() {
  const directory = useDirectory()
  const now = useNow('minute')
  const { rulebook } = useDeadlineDesk()
  const working = rulebook.inForceAt(now)?.office.isOpen('working', now) ?? true
  const onDuty = directory.people.filter((person) => personOnDutyNow(person, working))
  return (
    <Box component="section" aria-label={words.duty}>
      <Typography variant="subtitle2" component="h3">{`${words.duty} (${working ? words.dutyNow.working : words.dutyNow.other})`}</Typography>
      {onDuty.length === 0 && <Typography variant="body2" color="textSecondary">{words.noDuty}</Typography>}
      {onDuty.map((person) => (
        <Typography key={person.id} variant="body2" sx={{ userSelect: 'text' }}>
          {[person.name, person.position, person.department === undefined ? undefined : departmentName(directory, person.department), person.mobilePhone, person.workPhone].filter((part) => part !== undefined && part !== '').join(' · ')}
        </Typography>
      ))}
    </Box>
  )
}

import { Box, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { deadlineFacts } from '../../../../shared/domain/case/deadlineFacts'
import { deadlinesOf, NO_APPEAL } from '../../../../shared/domain/deadlines'
import { ru } from '../../../i18n/ru'
import { appeal } from '../../../i18n/ru/appeal'
import { useApplication, useOffice } from '../../../ui/applicationContext'
import { useDeadlineDesk } from '../../../ui/deadlines/deadlinesContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { useInstantFormat } from '../../../ui/formatContext'
import { MomentField, readMoment, typedMoment } from '../../../ui/MomentField'
import { useExecute } from '../../../ui/useExecute'
import type { CaseDialogProps } from '../actions/reasonDialogs'

const words = appeal.register

/** 3.8: number and date from the document system; what 59-FZ makes of them. */
export function RegisterDialog({ state, onClose }: CaseDialogProps) {
  const { clock } = useApplication()
  const { zone } = useOffice()
  const [number, setNumber] = useState('')
  const [when, setWhen] = useState(() => typedMoment(clock.now(), zone))
  const execute = useExecute()
  const at = readMoment(when, zone, clock.now())
  const confirm = async () => {
    if (!at.ok) return at.error
    const result = await execute(state.id, { type: 'RegisterAppeal', number, registeredAt: at.value }, { done: words.done(number.trim()) })
    return result.ok ? undefined : result.error
  }
  return (
    <ActionDialog title={words.title} confirmLabel={words.confirm} disabled={number.trim() === ''} onConfirm={confirm} onClose={onClose}>
      <Typography variant="body2" color="textSecondary">{words.hint}</Typography>
      <TextField label={words.number} value={number} required autoFocus autoComplete="off" onChange={(event) => setNumber(event.target.value)} />
      <MomentField label={words.when} value={when} onChange={setWhen} />
      {at.ok && <Terms state={state} registeredAt={at.value} />}
    </ActionDialog>
  )
}

/** Art. 8 and 12 of 59-FZ from the given registration. */
function Terms({ state, registeredAt }: { state: CaseDialogProps['state']; registeredAt: CaseDialogProps['state']['receivedAt'] }) {
  const { rulebook } = useDeadlineDesk()
  const format = useInstantFormat()
  const rules = rulebook.inForceAt(state.message.placedAt)
  if (rules === null) return null
  const facts = deadlineFacts(state)
  const { deadlines } = deadlinesOf({ ...facts, kind: 'appeal', appeal: { ...(facts.appeal ?? NO_APPEAL), registeredAt } }, rules, null)
  return (
    <Box sx={{ p: 1.25, borderRadius: 1, bgcolor: 'action.hover' }}>
      <Typography variant="subtitle2" component="p">{words.preview}</Typography>
      {deadlines.filter(({ id }) => id === 'appealForwarding' || id === 'appealAnswer').map((deadline) => (
        <Typography key={deadline.id} variant="body2">{`${ru.deadlines.rule[deadline.id]}: ${ru.deadlines.due(format.moment(deadline.due))} (${deadline.own.clause})`}</Typography>
      ))}
    </Box>
  )
}

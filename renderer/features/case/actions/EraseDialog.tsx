import { TextField } from '@mui/material'
import { useState } from 'react'
import { actions } from '../../../i18n/ru/actions'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { useActorName } from '../../../ui/useActorName'
import { useExecute } from '../../../ui/useExecute'
import type { CaseDialogProps } from './reasonDialogs'

const words = actions.erase

/** 1.4: under an act, for good. Nothing of it is kept as a draft: it would outlive what is erased. */
export function EraseDialog({ state, onClose }: CaseDialogProps) {
  const [act, setAct] = useState('')
  const [reason, setReason] = useState('')
  const execute = useExecute()
  const inName = useActorName()
  const open = state.outcome === undefined
  const confirm = async () => {
    const result = await execute(state.id, { type: 'ErasePersonalData', act, ...(reason.trim() === '' ? {} : { reason }) }, { done: words.done })
    return result.ok ? undefined : result.error
  }
  return (
    <ActionDialog
      title={words.title}
      confirmLabel={words.confirm}
      confirmColor="error"
      disabled={act.trim() === '' || (open && reason.trim() === '')}
      onConfirm={confirm}
      onClose={onClose}
      consequence={{ will: words.will, where: actions.journal, inName, isIrreversible: true }}
    >
      <TextField label={words.act} value={act} required autoFocus onChange={(event) => setAct(event.target.value)} />
      <TextField label={words.reason} value={reason} required={open} multiline minRows={2} onChange={(event) => setReason(event.target.value)} helperText={words.reasonHint} />
    </ActionDialog>
  )
}

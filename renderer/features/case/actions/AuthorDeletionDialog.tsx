import { Typography } from '@mui/material'
import { useState } from 'react'
import { actions } from '../../../i18n/ru/actions'
import { useApplication, useOffice } from '../../../ui/applicationContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { MomentField, readMoment } from '../../../ui/MomentField'
import { useExecute } from '../../../ui/useExecute'
import type { CaseDialogProps } from './reasonDialogs'

const words = actions.authorDeletion

/** The author took his message down where no connector saw it. */
export function AuthorDeletionDialog({ state, onClose }: CaseDialogProps) {
  const { clock } = useApplication()
  const { zone } = useOffice()
  const [when, setWhen] = useState('')
  const execute = useExecute()
  const confirm = async () => {
    const at = when.trim() === '' ? undefined : readMoment(when, zone, clock.now())
    if (at?.ok === false) return at.error
    const result = await execute(state.id, { type: 'RecordAuthorDeletion', ...(at === undefined ? {} : { deletedAt: at.value }) }, { done: words.done })
    return result.ok ? undefined : result.error
  }
  return (
    <ActionDialog title={words.title} confirmLabel={words.confirm} onConfirm={confirm} onClose={onClose}>
      <Typography variant="body2" color="textSecondary">{words.hint}</Typography>
      <MomentField label={words.when} value={when} onChange={setWhen} />
    </ActionDialog>
  )
}

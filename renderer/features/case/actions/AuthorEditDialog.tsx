import { Typography } from '@mui/material'
import { useState } from 'react'
import { actions } from '../../../i18n/ru/actions'
import { useApplication, useOffice } from '../../../ui/applicationContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { DraftField } from '../../../ui/draft/DraftField'
import { useDraft } from '../../../ui/draft/useDraft'
import { MomentField, readMoment, typedMoment } from '../../../ui/MomentField'
import { useExecute } from '../../../ui/useExecute'
import type { CaseDialogProps } from './reasonDialogs'

const words = actions.authorEdit

/** The author mended his message where no connector saw it. */
export function AuthorEditDialog({ state, onClose }: CaseDialogProps) {
  const { clock } = useApplication()
  const { zone } = useOffice()
  const draft = useDraft(`${state.id}/author-edit`, state.message.text ?? '')
  const [when, setWhen] = useState(() => typedMoment(clock.now(), zone))
  const execute = useExecute()
  const confirm = async () => {
    const at = readMoment(when, zone, clock.now())
    if (!at.ok) return at.error
    const result = await execute(state.id, { type: 'RecordAuthorEdit', text: draft.text, editedAt: at.value }, { done: words.done })
    if (!result.ok) return result.error
    draft.discard()
    return undefined
  }
  return (
    <ActionDialog title={words.title} confirmLabel={words.confirm} disabled={draft.text === state.message.text} width="md" onConfirm={confirm} onClose={onClose}>
      <Typography variant="body2" color="textSecondary">{words.hint}</Typography>
      <DraftField draft={draft} label={words.label} minRows={4} maxRows={14} autoFocus required />
      <MomentField label={words.when} value={when} onChange={setWhen} />
    </ActionDialog>
  )
}

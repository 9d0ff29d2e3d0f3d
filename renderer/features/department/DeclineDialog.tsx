import { Typography } from '@mui/material'
import type { CaseState, Forwarding } from '../../../shared/domain/case/caseState'
import { department as words } from '../../i18n/ru/department'
import { ActionDialog } from '../../ui/dialog/ActionDialog'
import { DraftField } from '../../ui/draft/DraftField'
import { useDraft } from '../../ui/draft/useDraft'
import { useExecute } from '../../ui/useExecute'

/** «не наша компетенция», with the reason. */
export function DeclineDialog({ state, forwarding, onClose }: { state: CaseState; forwarding: Forwarding; onClose: () => void }) {
  const draft = useDraft(`${state.id}/department-decline`)
  const execute = useExecute()
  const confirm = async () => {
    const result = await execute(state.id, { type: 'DeclineForwarding', forwarding: forwarding.event, reason: draft.text }, { done: words.declineDone })
    if (!result.ok) return result.error
    draft.discard()
    return undefined
  }
  return (
    <ActionDialog title={words.declineTitle} confirmLabel={words.decline} confirmColor="warning" disabled={draft.text.trim() === ''} onConfirm={confirm} onClose={onClose}>
      <Typography variant="body2" color="textSecondary">{words.declineHint}</Typography>
      <DraftField draft={draft} label={words.declineLabel} minRows={3} maxRows={8} autoFocus required />
    </ActionDialog>
  )
}

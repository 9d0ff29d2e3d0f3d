import { Typography } from '@mui/material'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import type { Command } from '../../../../shared/domain/case/command'
import { actions as words } from '../../../i18n/ru/actions'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { DraftField } from '../../../ui/draft/DraftField'
import { useDraft } from '../../../ui/draft/useDraft'
import { useExecute } from '../../../ui/useExecute'

export interface CaseDialogProps {
  readonly state: CaseState
  readonly onClose: () => void
}

interface ReasonWords {
  readonly title: string
  readonly label: string
  readonly hint: string
  readonly confirm: string
  readonly done: string
}

/** An action that needs nothing but words. */
function ReasonDialog({ state, onClose, said, draftKey, commandOf }: CaseDialogProps & { said: ReasonWords; draftKey: string; commandOf: (text: string) => Command }) {
  const draft = useDraft(`${state.id}/${draftKey}`)
  const execute = useExecute()
  const confirm = async () => {
    const result = await execute(state.id, commandOf(draft.text), { done: said.done })
    if (!result.ok) return result.error
    draft.discard()
    return undefined
  }
  return (
    <ActionDialog title={said.title} confirmLabel={said.confirm} disabled={draft.text.trim() === ''} onConfirm={confirm} onClose={onClose}>
      <Typography variant="body2" color="textSecondary">{said.hint}</Typography>
      <DraftField draft={draft} label={said.label} minRows={3} maxRows={10} autoFocus required />
    </ActionDialog>
  )
}

export const AddNoteDialog = (props: CaseDialogProps) => <ReasonDialog {...props} said={words.note} draftKey="note" commandOf={(text) => ({ type: 'AddNote', text })} />

export const ReopenDialog = (props: CaseDialogProps) => <ReasonDialog {...props} said={words.reopen} draftKey="reopen" commandOf={(reason) => ({ type: 'ReopenCase', reason })} />

export function WithdrawDialog(props: CaseDialogProps) {
  const forwarding = props.state.currentForwarding
  if (forwarding === undefined) return null
  return <ReasonDialog {...props} said={words.withdraw} draftKey="withdraw" commandOf={(reason) => ({ type: 'WithdrawForwarding', forwarding, reason })} />
}

export function DeclineDialog(props: CaseDialogProps) {
  const forwarding = props.state.currentForwarding
  if (forwarding === undefined) return null
  return <ReasonDialog {...props} said={words.decline} draftKey="decline" commandOf={(reason) => ({ type: 'DeclineForwarding', forwarding, reason })} />
}

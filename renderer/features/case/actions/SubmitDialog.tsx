import { Typography } from '@mui/material'
import type { Forwarding } from '../../../../shared/domain/case/caseState'
import { departmentFullName } from '../../../format/people'
import { actions } from '../../../i18n/ru/actions'
import { useDirectory } from '../../../ui/applicationContext'
import { AnswerEditor, answerReady, useAnswerDraft } from '../../../ui/answer/AnswerEditor'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { currentForwarding } from '../../../ui/message/currentForwarding'
import { useExecute } from '../../../ui/useExecute'
import type { CaseDialogProps } from './reasonDialogs'

const words = actions.submit

/** An answer told by telephone or letter, recorded by the operator in the department's name. */
export function SubmitDialog(props: CaseDialogProps) {
  const forwarding = currentForwarding(props.state)
  return forwarding === undefined ? null : <SubmitFor {...props} forwarding={forwarding} />
}

function SubmitFor({ state, onClose, forwarding }: CaseDialogProps & { forwarding: Forwarding }) {
  const form = useAnswerDraft(forwarding)
  const directory = useDirectory()
  const execute = useExecute()
  const confirm = async () => {
    const { text, measures, attachments } = form.values
    const result = await execute(state.id, { type: 'SubmitAnswer', forwarding: forwarding.event, text, attachments, ...(measures.trim() === '' ? {} : { measures }) }, { done: words.done })
    if (!result.ok) return result.error
    form.discard()
    return undefined
  }
  return (
    <ActionDialog title={words.title} confirmLabel={words.confirm} disabled={!answerReady(form.values)} width="md" onConfirm={confirm} onClose={onClose}>
      <Typography variant="body2" color="textSecondary">{words.hint(departmentFullName(directory, forwarding.to))}</Typography>
      <AnswerEditor form={form} autoFocus />
    </ActionDialog>
  )
}

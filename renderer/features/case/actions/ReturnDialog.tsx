import { Alert, Box, Typography } from '@mui/material'
import { deadlineFacts } from '../../../../shared/domain/case/deadlineFacts'
import { answersToReturn, departmentOfAnswer } from '../../../../shared/domain/case/targets'
import { deadlinesOf } from '../../../../shared/domain/deadlines'
import { actions } from '../../../i18n/ru/actions'
import { useNow } from '../../../ui/clock/clockContext'
import { useDeadlineDesk } from '../../../ui/deadlines/deadlinesContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { DraftField } from '../../../ui/draft/DraftField'
import { useDraft } from '../../../ui/draft/useDraft'
import { useInstantFormat } from '../../../ui/formatContext'
import { AnswerText } from '../../../ui/message/AnswerText'
import { useExecute } from '../../../ui/useExecute'
import type { CaseDialogProps } from './reasonDialogs'

const words = actions.returnAnswer

/** 3.2: the operator's remarks beside the answer and the message. */
export function ReturnDialog({ state, onClose }: CaseDialogProps) {
  const draft = useDraft(`${state.id}/return`)
  const execute = useExecute()
  const answer = answersToReturn(state).at(-1)
  const rework = useReworkTerm(state)
  const format = useInstantFormat()
  if (answer === undefined) return null
  const confirm = async () => {
    const result = await execute(state.id, { type: 'ReturnAnswer', answer: answer.event, remarks: draft.text }, { done: words.done })
    if (!result.ok) return result.error
    draft.discard()
    return undefined
  }
  return (
    <ActionDialog title={words.title} confirmLabel={words.confirm} disabled={draft.text.trim() === ''} width="md" onConfirm={confirm} onClose={onClose}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5, maxHeight: '34vh', overflowY: 'auto' }} tabIndex={0} role="region" aria-label={words.answer}>
        <Box>
          <Typography variant="caption" color="textSecondary">{words.message}</Typography>
          <Typography variant="body2" component="div" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{state.message.text}</Typography>
        </Box>
        <Box>
          <Typography variant="caption" color="textSecondary">{words.answer}</Typography>
          <AnswerText answer={answer} />
        </Box>
      </Box>
      <DraftField draft={draft} label={words.label} helperText={words.hint} minRows={4} maxRows={12} autoFocus required />
      {rework !== null && (rework.overdueAtStart ? <Alert severity="warning">{words.late(format.moment(rework.due))}</Alert> : <Typography variant="body2">{words.due(format.moment(rework.due))}</Typography>)}
    </ActionDialog>
  )
}

/** The term of a rework that would begin this minute. */
function useReworkTerm(state: CaseDialogProps['state']) {
  const { rulebook } = useDeadlineDesk()
  const now = useNow('minute')
  const rules = rulebook.inForceAt(state.message.placedAt)
  const answer = answersToReturn(state).at(-1)
  if (rules === null || answer === undefined) return null
  const facts = deadlineFacts(state)
  const returns = [...facts.returns, { at: now, department: departmentOfAnswer(state, answer.event) ?? null }]
  return deadlinesOf({ ...facts, returns }, rules, now).deadlines.filter(({ id }) => id === 'rework').at(-1) ?? null
}

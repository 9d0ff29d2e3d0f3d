import { Box, Typography } from '@mui/material'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import { deadlineFacts } from '../../../../shared/domain/case/deadlineFacts'
import { deadlinesOf } from '../../../../shared/domain/deadlines'
import type { DepartmentId } from '../../../../shared/domain/people/roles'
import { ru } from '../../../i18n/ru'
import { actions } from '../../../i18n/ru/actions'
import { useNow } from '../../../ui/clock/clockContext'
import { useDeadlineDesk } from '../../../ui/deadlines/deadlinesContext'
import { useInstantFormat } from '../../../ui/formatContext'

/** What will be due, and when, if it is forwarded this minute. */
export function ForwardPreview({ state, to, purpose }: { state: CaseState; to: DepartmentId; purpose: 'answer' | 'explanation' }) {
  const { rulebook } = useDeadlineDesk()
  const now = useNow('minute')
  const format = useInstantFormat()
  const rules = rulebook.inForceAt(state.message.placedAt)
  if (rules === null) return <Typography variant="body2" color="textSecondary">{ru.deadlines.noRules}</Typography>
  const facts = deadlineFacts(state)
  const { deadlines } = deadlinesOf({ ...facts, kind: purpose, forwardings: [...facts.forwardings, { at: now, department: to }] }, rules, now)
  const open = deadlines.filter((deadline) => deadline.closedAt === null)
  return (
    <Box role="status" sx={{ p: 1.25, borderRadius: 1, bgcolor: 'action.hover' }}>
      <Typography variant="subtitle2" component="p">{actions.forward.preview}</Typography>
      {open.map((deadline) => (
        <Typography key={`${deadline.id}-${deadline.index}`} variant="body2" color={deadline.state === 'overdue' ? 'error' : 'textPrimary'}>
          {actions.forward.previewLine(ru.deadlines.rule[deadline.id], format.moment(deadline.due), ru.deadlines.clause(deadline.bindingTerm.clause))}
          {deadline.state === 'overdue' && ` – ${ru.deadlines.overdueShort}`}
        </Typography>
      ))}
    </Box>
  )
}

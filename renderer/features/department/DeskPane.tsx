import { Alert, Box, Typography } from '@mui/material'
import type { CaseState, Forwarding } from '../../../shared/domain/case/caseState'
import { activeForwardings } from '../../../shared/domain/case/standing'
import type { DepartmentId } from '../../../shared/domain/people/roles'
import { deskPlace } from '../../../shared/domain/queues'
import { ru } from '../../i18n/ru'
import { caseWords } from '../../i18n/ru/case'
import { department as words } from '../../i18n/ru/department'
import { Countdown } from '../../ui/deadlines/Countdown'
import { DeadlineList } from '../../ui/deadlines/DeadlineList'
import { useJudgedCase, type JudgedCase } from '../../ui/deadlines/deadlinesContext'
import { useInstantFormat } from '../../ui/formatContext'
import { Remarks } from '../../ui/message/AnswerText'
import { MessageCard } from '../../ui/message/MessageCard'
import { Section } from '../../ui/Section'
import { AnswerForm } from './AnswerForm'
import { SentVersions } from './SentVersions'

/** One message on the structure's desk: the operator's remarks on top, the message, the answer being written. */
export function DeskPane({ judged: { state }, department }: { judged: JudgedCase; department: DepartmentId }) {
  const judged = useJudgedCase(state)
  const forwarding = activeForwardings(state).find(({ to }) => to === department)
  if (forwarding === undefined) return null
  const last = forwarding.answers.at(-1)
  const place = deskPlace(state, department)
  return (
    <>
      <DeskHeader judged={judged} forwarding={forwarding} place={place} />
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', px: 2, py: 1.5, display: 'flex', flexDirection: 'column', gap: 1.5 }} role="region" aria-label={words.answer} tabIndex={0}>
        {state.emergency !== undefined && <EmergencyAlert flagged={state.emergency} />}
        {place === 'toRework' && last !== undefined && <Remarks answer={last} />}
        {forwarding.note !== undefined && (
          <Box sx={{ borderLeft: 3, borderColor: 'primary.main', pl: 1.25 }}>
            <Typography variant="caption" sx={{ fontWeight: 500 }}>{words.fromOperator}</Typography>
            <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{forwarding.note ?? ru.common.erased}</Typography>
          </Box>
        )}
        <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
          <MessageCard message={state.message} />
        </Box>
        {place === 'inReview' && <Alert severity="info">{words.inReview}</Alert>}
        <AnswerForm state={state} forwarding={forwarding} />
        <SentVersions forwarding={forwarding} />
        {judged.deadlines !== null && judged.rules !== null && (
          <Section title={ru.deadlines.title} foldable>
            <DeadlineList deadlines={judged.deadlines} rules={judged.rules} />
          </Section>
        )}
      </Box>
    </>
  )
}

function DeskHeader({ judged: { deadlines, rules }, forwarding, place }: { judged: JudgedCase; forwarding: Forwarding; place: ReturnType<typeof deskPlace> }) {
  const format = useInstantFormat()
  const binding = deadlines?.binding ?? null
  return (
    <Box sx={{ px: 2, py: 1, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper', display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1.5 }}>
      {place !== undefined && <Typography variant="subtitle1" component="h2">{words.place[place]}</Typography>}
      {binding !== null && rules !== null && (
        <>
          <Countdown deadline={binding} rules={rules} large />
          <Typography variant="body2" color="textSecondary">{`${ru.deadlines.due(format.moment(binding.due))} · ${ru.deadlines.clause(binding.bindingTerm.clause)}`}</Typography>
        </>
      )}
      <Box sx={{ flex: 1 }} />
      <Typography variant="body2">
        {words.purpose[forwarding.purpose]}
        {forwarding.ground !== undefined && `: ${ru.kinds.explanationGround[forwarding.ground]}. ${ru.kinds.explanationPart[forwarding.ground]}`}
      </Typography>
    </Box>
  )
}

function EmergencyAlert({ flagged }: { flagged: NonNullable<CaseState['emergency']> }) {
  const format = useInstantFormat()
  return <Alert severity="error">{caseWords.emergency(format.moment(flagged.flaggedAt), flagged.reason ?? ru.common.erased)}</Alert>
}

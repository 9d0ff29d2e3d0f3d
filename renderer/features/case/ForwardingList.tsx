import { Box, Typography } from '@mui/material'
import type { CaseState, Forwarding } from '../../../shared/domain/case/caseState'
import { departmentFullName, personName } from '../../format/people'
import { ru } from '../../i18n/ru'
import { caseWords as words } from '../../i18n/ru/case'
import { useDirectory } from '../../ui/applicationContext'
import { useInstantFormat } from '../../ui/formatContext'
import { AnswerText, Remarks } from '../../ui/message/AnswerText'
import { Section } from '../../ui/Section'

/** To whom it was forwarded, what each answered, what was returned; the latest on top. */
export function ForwardingList({ state }: { state: CaseState }) {
  if (state.forwardings.length === 0) return null
  return (
    <Section title={words.forwardings}>
      {[...state.forwardings].reverse().map((forwarding) => <OneForwarding key={forwarding.event} forwarding={forwarding} />)}
    </Section>
  )
}

function OneForwarding({ forwarding }: { forwarding: Forwarding }) {
  const directory = useDirectory()
  const format = useInstantFormat()
  const { withdrawn, declined, note, ground, alsoEnded = [] } = forwarding
  return (
    <Box sx={{ py: 0.5, display: 'flex', flexDirection: 'column', gap: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box>
        <Typography variant="body2" sx={{ fontWeight: 500 }}>{`${words.forwardedTo(departmentFullName(directory, forwarding.to))} ${words.forwardedFor[forwarding.purpose]}`}</Typography>
        <Typography variant="caption" color="textSecondary" component="div">
          {[`${format.moment(forwarding.at)}, ${personName(directory, forwarding.by)}`, ground === undefined ? '' : ru.kinds.explanationGround[ground]].filter((part) => part !== '').join(' · ')}
        </Typography>
        {note !== undefined && <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{words.note(note ?? ru.common.erased)}</Typography>}
      </Box>
      {withdrawn !== undefined && <Typography variant="body2" color="textSecondary">{`${format.moment(withdrawn.at)}. ${withdrawn.cause === 'closed' ? words.calledOff : words.withdrawn(withdrawn.reason ?? ru.common.erased)}`}</Typography>}
      {declined !== undefined && <Typography variant="body2" sx={{ color: 'warning.main' }}>{`${format.moment(declined.at)}. ${words.declined(declined.reason ?? ru.common.erased)}`}</Typography>}
      {alsoEnded.map((deed) => <Typography key={deed.event} variant="body2" color="textSecondary">{`${format.moment(deed.at)}, ${personName(directory, deed.by)}. ${words.alsoEnded(deed.reason ?? ru.common.erased)}`}</Typography>)}
      {forwarding.answers.map((answer, index) => (
        <Box key={answer.event} sx={{ pl: 1.25, borderLeft: 3, borderColor: 'divider', display: 'flex', flexDirection: 'column', gap: 0.5 }}>
          <Typography variant="caption" color="textSecondary">{`${ru.message.version(index + 1)} · ${format.moment(answer.at)}, ${personName(directory, answer.by)}`}</Typography>
          <AnswerText answer={answer} />
          <Remarks answer={answer} />
        </Box>
      )).reverse()}
      {forwarding.answers.length === 0 && withdrawn === undefined && declined === undefined && <Typography variant="body2" color="textSecondary">{words.noAnswerYet}</Typography>}
    </Box>
  )
}

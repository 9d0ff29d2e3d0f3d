import { Box, Typography } from '@mui/material'
import type { Forwarding } from '../../../shared/domain/case/caseState'
import { personName } from '../../format/people'
import { ru } from '../../i18n/ru'
import { department as words } from '../../i18n/ru/department'
import { useDirectory } from '../../ui/applicationContext'
import { useInstantFormat } from '../../ui/formatContext'
import { AnswerText, Remarks } from '../../ui/message/AnswerText'
import { Section } from '../../ui/Section'

/** What was sent to the operator, the latest on top, with his remarks. */
export function SentVersions({ forwarding }: { forwarding: Forwarding }) {
  const directory = useDirectory()
  const format = useInstantFormat()
  if (forwarding.answers.length === 0) return null
  return (
    <Section title={words.earlier}>
      {forwarding.answers.map((answer, index) => (
        <Box key={answer.event} sx={{ py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' }, display: 'flex', flexDirection: 'column', gap: 0.5 }}>
          <Typography variant="caption" color="textSecondary">{`${ru.message.version(index + 1)} · ${format.moment(answer.at)}, ${personName(directory, answer.by)}`}</Typography>
          <AnswerText answer={answer} />
          <Remarks answer={answer} />
        </Box>
      )).reverse()}
    </Section>
  )
}

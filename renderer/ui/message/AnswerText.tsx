import { Box, Typography } from '@mui/material'
import type { AnswerVersion } from '../../../shared/domain/case/caseState'
import { ru } from '../../i18n/ru'
import { AttachmentList } from './AttachmentList'

/** A department's answer as it was given: words, measures, files. */
export function AnswerText({ answer }: { answer: AnswerVersion }) {
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 0.75 }}>
      <Typography variant="body2" component="div" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '75ch' }}>{answer.text ?? <i>{ru.common.erased}</i>}</Typography>
      {answer.measures !== undefined && (
        <Typography variant="body2" component="div" color="textSecondary" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '75ch' }}>
          {`${ru.message.measures}: ${answer.measures ?? ru.common.erased}`}
        </Typography>
      )}
      <AttachmentList attachments={answer.attachments} />
    </Box>
  )
}

/** What the operator wanted mended in it. */
export function Remarks({ answer }: { answer: AnswerVersion }) {
  const all = [...(answer.returned === undefined ? [] : [answer.returned]), ...(answer.alsoReturned ?? [])]
  if (all.length === 0) return null
  return (
    <Box role="note" aria-label={ru.message.remarks} sx={{ borderLeft: 3, borderColor: 'warning.main', pl: 1.25, py: 0.25 }}>
      <Typography variant="caption" sx={{ fontWeight: 500 }}>{ru.message.remarks}</Typography>
      {all.map((returned) => (
        <Typography key={returned.event} variant="body2" component="div" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '75ch' }}>{returned.remarks ?? ru.common.erased}</Typography>
      ))}
    </Box>
  )
}

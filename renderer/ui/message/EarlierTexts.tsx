import History from '@mui/icons-material/History'
import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import type { MessageView } from '../../../shared/domain/case/caseState'
import { ru } from '../../i18n/ru'
import { useInstantFormat } from '../formatContext'
import { WordDiff } from '../WordDiff'

/** What the author wrote before he changed it, each wording compared with the next. */
export function EarlierTexts({ message }: { message: MessageView }) {
  const [open, setOpen] = useState(false)
  const format = useInstantFormat()
  const wordings = [...message.earlierTexts.map(({ text }) => text), message.text]
  return (
    <Box>
      <Typography variant="body2" color="textSecondary" sx={{ display: 'flex', alignItems: 'center', gap: 0.75, flexWrap: 'wrap' }}>
        <History fontSize="small" aria-hidden />
        {ru.message.edited(message.earlierTexts.length)}
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>{open ? ru.message.hideEarlier : ru.message.showEarlier}</Button>
      </Typography>
      {open &&
        message.earlierTexts.map(({ text, replacedAt }, index) => (
          <Box key={replacedAt} sx={{ mt: 0.75, pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
            <Typography variant="caption" color="textSecondary">{ru.message.earlier(format.moment(replacedAt))}</Typography>
            <Typography variant="body2" component="div" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text ?? ru.common.erased}</Typography>
            <Typography variant="caption" color="textSecondary">{ru.diff.what}</Typography>
            <WordDiff before={text ?? ''} after={wordings[index + 1] ?? ''} />
          </Box>
        ))}
    </Box>
  )
}

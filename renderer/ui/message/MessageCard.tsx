import ContentCopy from '@mui/icons-material/ContentCopy'
import OpenInNew from '@mui/icons-material/OpenInNew'
import { Alert, Box, Button, IconButton, Tooltip, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { MessageView } from '../../../shared/domain/case/caseState'
import { ru } from '../../i18n/ru'
import { useInstantFormat } from '../formatContext'
import { Highlighted, type TextRange } from '../Highlighted'
import { useCopy } from '../useCopy'
import { useOpenAddress } from '../useOpenAddress'
import { AttachmentList } from './AttachmentList'
import { EarlierTexts } from './EarlierTexts'
import { NetworkMark, isMeta } from './NetworkMark'
import { useAuthorName } from './useAuthorName'

interface MessageCardProps {
  readonly message: MessageView
  /** Ranges of the text to mark: what a suggestion rests on. */
  readonly evidence?: readonly TextRange[]
  readonly children?: ReactNode
}

/** What the citizen wrote, where and when, with what hangs on it and what he wrote before. */
export function MessageCard({ message, evidence = [], children }: MessageCardProps) {
  const format = useInstantFormat()
  const words = ru.message
  return (
    <Box component="section" aria-label={words.title} sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Header message={message} />
      {message.deletedByAuthorAt !== undefined && <Alert severity="warning">{words.deleted(format.moment(message.deletedByAuthorAt))}</Alert>}
      {message.text === null ? (
        <Typography color="textSecondary" sx={{ fontStyle: 'italic' }}>{words.textErased}</Typography>
      ) : (
        <Typography component="div" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '75ch' }}>
          {message.text.trim() === '' ? <Box component="span" sx={{ color: 'text.secondary' }}>{ru.common.noText}</Box> : <Highlighted text={message.text} ranges={evidence} />}
        </Typography>
      )}
      {children}
      <AttachmentList attachments={message.attachments} />
      {message.earlierTexts.length > 0 && <EarlierTexts message={message} />}
      {isMeta(message.network) && <Typography variant="caption" color="textSecondary">{ru.kinds.metaFootnote}</Typography>}
    </Box>
  )
}

function Header({ message }: { message: MessageView }) {
  const format = useInstantFormat()
  const openAddress = useOpenAddress()
  const copy = useCopy()
  const { link, text, author } = message
  const authorName = useAuthorName(author)
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1, rowGap: 0.5 }}>
      <NetworkMark network={message.network} visibility={message.visibility} />
      <Typography variant="subtitle1" component="h2" sx={{ overflowWrap: 'anywhere' }}>{authorName}</Typography>
      <Typography variant="body2" color="textSecondary">{`${ru.message.placed} ${format.moment(message.placedAt)}`}</Typography>
      <Box sx={{ flex: 1 }} />
      {text !== null && (
        <Tooltip title={ru.message.copyText}>
          <IconButton aria-label={ru.message.copyText} onClick={() => void copy(text)}><ContentCopy fontSize="small" /></IconButton>
        </Tooltip>
      )}
      {link !== undefined && <Button startIcon={<OpenInNew />} onClick={() => openAddress(link)}>{ru.message.openInBrowser}</Button>}
    </Box>
  )
}

import ContentCopy from '@mui/icons-material/ContentCopy'
import OpenInNew from '@mui/icons-material/OpenInNew'
import { Box, Button, Typography } from '@mui/material'
import type { CaseState, Words } from '../../../shared/domain/case/caseState'
import type { Instant } from '../../../shared/domain/time'
import { ru } from '../../i18n/ru'
import { caseWords as words } from '../../i18n/ru/case'
import { useInstantFormat } from '../../ui/formatContext'
import { AttachmentList } from '../../ui/message/AttachmentList'
import { Section } from '../../ui/Section'
import { useCopy } from '../../ui/useCopy'
import { useOpenAddress } from '../../ui/useOpenAddress'

/** The evidence: what was posted, where and when. */
export function PostingList({ state }: { state: CaseState }) {
  const { postings, notices } = state
  if (postings.length + notices.length === 0) return null
  return (
    <>
      {postings.length > 0 && (
        <Section title={words.postings}>
          {postings.map((posting) => (
            <Box key={posting.event}>
              <Evidence title={`${words.what[posting.what]}, ${ru.kinds.visibility[posting.place]}`} at={posting.publishedAt} text={posting.text} link={posting.link} />
              {posting.siteUrl !== undefined && <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>{posting.siteUrl}</Typography>}
              <AttachmentList attachments={[...(posting.attachments ?? []), ...(posting.screenshot === undefined ? [] : [posting.screenshot])]} />
            </Box>
          ))}
        </Section>
      )}
      {notices.length > 0 && (
        <Section title={words.notices}>
          {notices.map((notice) => <Evidence key={notice.event} title={words.noticeWhere[notice.where]} at={notice.publishedAt} text={notice.text} link={notice.link} />)}
        </Section>
      )}
    </>
  )
}

function Evidence({ title, at, text, link }: { title: string; at: Instant; text: Words; link: string | undefined }) {
  const format = useInstantFormat()
  const openAddress = useOpenAddress()
  const copy = useCopy()
  return (
    <Box sx={{ py: 0.25 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 0.5 }}>
        <Typography variant="caption" color="textSecondary" sx={{ flex: 1 }}>{words.published(title, format.full(at))}</Typography>
        {link !== undefined && (
          <>
            <Button startIcon={<OpenInNew />} onClick={() => openAddress(link)}>{ru.message.openInBrowser}</Button>
            <Button startIcon={<ContentCopy />} onClick={() => void copy(link)}>{words.copyLink}</Button>
          </>
        )}
      </Box>
      <Typography variant="body2" component="div" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '75ch' }}>{text ?? <i>{ru.common.erased}</i>}</Typography>
    </Box>
  )
}

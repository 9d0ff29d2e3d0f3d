import ContentCopy from '@mui/icons-material/ContentCopy'
import OpenInNew from '@mui/icons-material/OpenInNew'
import { Box, Button, Typography } from '@mui/material'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import { posting as words } from '../../../i18n/ru/posting'
import { ru } from '../../../i18n/ru'
import { AttachmentList } from '../../../ui/message/AttachmentList'
import { isMeta } from '../../../ui/message/NetworkMark'
import { useCopy } from '../../../ui/useCopy'
import { useOpenAddress } from '../../../ui/useOpenAddress'
import type { Posting } from './usePosting'

/** Step 2: the words go to the clipboard, the message opens in the browser; the person posts. */
export function PlaceStep({ state, posting }: { state: CaseState; posting: Posting }) {
  const copy = useCopy()
  const openAddress = useOpenAddress()
  const { network, visibility, link } = state.message
  const attachments = posting.version?.attachments ?? []
  return (
    <>
      <Typography>{words.place[visibility](ru.kinds.network[network])}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" size="medium" startIcon={<ContentCopy />} autoFocus onClick={() => void copy(posting.form.values.text, words.copied)}>{words.copy}</Button>
        {link === undefined ? <Typography variant="body2" color="textSecondary" sx={{ alignSelf: 'center' }}>{words.noLink}</Typography> : <Button variant="outlined" size="medium" startIcon={<OpenInNew />} onClick={() => openAddress(link)}>{words.open}</Button>}
      </Box>
      <Typography variant="body2" component="div" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', border: 1, borderColor: 'divider', borderRadius: 1, p: 1.25, maxHeight: '30vh', overflowY: 'auto', userSelect: 'text' }} tabIndex={0} role="region" aria-label={words.text}>
        {posting.form.values.text}
      </Typography>
      {attachments.length > 0 && (
        <Box>
          <Typography variant="body2" sx={{ mb: 0.5 }}>{words.files}</Typography>
          <AttachmentList attachments={attachments} />
        </Box>
      )}
      <Typography variant="body2" color="textSecondary">{words.then}</Typography>
      {isMeta(network) && <Typography variant="caption" color="textSecondary">{ru.kinds.metaFootnote}</Typography>}
    </>
  )
}

import Download from '@mui/icons-material/Download'
import Delete from '@mui/icons-material/DeleteOutlined'
import OpenInNew from '@mui/icons-material/OpenInNew'
import { Box, CircularProgress, IconButton, Tooltip, Typography } from '@mui/material'
import { useState } from 'react'
import type { Sha256 } from '../../../shared/domain/journal/ids'
import type { Attachment } from '../../../shared/domain/journal/message'
import { fileSize } from '../../format/durations'
import { sayFileOutcome } from '../server/serverTexts'
import { ru } from '../../i18n/ru'
import { server as words } from '../../i18n/ru/server'
import { useApplication } from '../applicationContext'
import { useDesktop } from '../desktop'
import { useOpenAddress } from '../useOpenAddress'
import { useSay } from '../snackbar'
import { AttachmentIcon } from './AttachmentIcon'

/** Files and links that hang on a message or an answer; ours are saved from the store, the network's are opened there. */
export function AttachmentList({ attachments, onRemove }: { attachments: readonly Attachment[]; onRemove?: (index: number) => void }) {
  if (attachments.length === 0) return null
  return (
    <Box component="ul" aria-label={ru.message.attachments} sx={{ listStyle: 'none', p: 0, m: 0, display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
      {attachments.map((attachment, index) => (
        <Item key={`${attachment.sha256 ?? attachment.url ?? ''}-${index}`} attachment={attachment} onRemove={onRemove === undefined ? undefined : () => onRemove(index)} />
      ))}
    </Box>
  )
}

function Item({ attachment, onRemove }: { attachment: Attachment; onRemove: (() => void) | undefined }) {
  const name = attachment.name ?? attachment.url ?? ru.message.kind[attachment.kind]
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 0.75, pl: 1, pr: 0.25, minHeight: 30, border: 1, borderColor: 'divider', borderRadius: 1, maxWidth: 320, minWidth: 0 }}>
      <AttachmentIcon kind={attachment.kind} />
      <Typography variant="body2" noWrap title={name}>{name}</Typography>
      {attachment.size !== undefined && <Typography variant="caption" color="textSecondary" noWrap sx={{ flexShrink: 0 }}>{fileSize(attachment.size)}</Typography>}
      <Fetch attachment={attachment} name={name} />
      {onRemove !== undefined && <IconButton aria-label={`${ru.common.delete}: ${name}`} onClick={onRemove}><Delete fontSize="small" /></IconButton>}
    </Box>
  )
}

function Fetch({ attachment, name }: { attachment: Attachment; name: string }) {
  const openAddress = useOpenAddress()
  const { sha256, url } = attachment
  if (sha256 !== undefined) return <Save sha256={sha256} name={name} />
  if (url === undefined) return null
  return (
    <Tooltip title={ru.message.atNetwork}>
      <IconButton aria-label={`${ru.message.openInBrowser}: ${name}`} onClick={() => openAddress(url)}><OpenInNew fontSize="small" /></IconButton>
    </Tooltip>
  )
}

/** A file of ours: from this computer's store or, when it is not there yet, from the server first. */
function Save({ sha256, name }: { sha256: Sha256; name: string }) {
  const desktop = useDesktop()
  const { server } = useApplication()
  const say = useSay()
  const [fetching, setFetching] = useState(false)
  const fetchAndSave = async (): Promise<string | null> => {
    setFetching(true)
    const trouble = sayFileOutcome(await server.fetchFile(sha256))
    setFetching(false)
    return trouble ?? (await saveHere())
  }
  const saveHere = async (mayFetch = false): Promise<string | null> => {
    const saved = await desktop.call('attachments.saveAs', { sha256, suggestedName: name.slice(0, 255), filters: [] })
    if (saved.ok || saved.error.reason === 'cancelled') return null
    const elsewhere = (saved.error.reason === 'absent' || saved.error.reason === 'damaged') && server.joined.get() !== null
    return mayFetch && elsewhere ? await fetchAndSave() : saved.error.message
  }
  const save = async () => {
    const trouble = await saveHere(true)
    if (trouble !== null) say({ text: `${name}: ${trouble}`, severity: 'error' })
  }
  if (fetching)
    return (
      <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, px: 0.5, flexShrink: 0 }}>
        <CircularProgress size={16} aria-hidden />
        <Typography variant="caption" color="textSecondary">{words.fetching}</Typography>
      </Box>
    )
  return <IconButton aria-label={ru.message.saveAttachment(name)} onClick={() => void save()}><Download fontSize="small" /></IconButton>
}

import AttachFile from '@mui/icons-material/AttachFile'
import Cancel from '@mui/icons-material/Cancel'
import { Alert, Box, Chip, CircularProgress, Link, Typography } from '@mui/material'
import { useState, type DragEvent } from 'react'
import type { FileRef } from '../../../shared/domain/journal/message'
import { fileSize } from '../../format/durations'
import { intake as words } from '../../i18n/ru/intake'
import { useFilePick } from '../../ui/useFilePick'

interface AttachmentsFieldProps {
  readonly files: readonly FileRef[]
  readonly busy: boolean
  readonly problems: readonly string[]
  readonly onAdd: (files: readonly File[]) => void
  readonly onRemove: (file: FileRef) => void
}

/** Screenshots and files: dropped, pasted (the form listens) or chosen. */
export function AttachmentsField({ files, busy, problems, onAdd, onRemove }: AttachmentsFieldProps) {
  const [over, setOver] = useState(false)
  const pick = useFilePick('', onAdd, true)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onAdd([...event.dataTransfer.files])
  }
  return (
    <Box
      role="group"
      aria-label={words.paste.attachments}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{ border: '1px dashed', borderColor: over ? 'primary.main' : 'divider', bgcolor: over ? 'action.hover' : undefined, borderRadius: 1, p: 1, display: 'flex', flexDirection: 'column', gap: 0.75 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <AttachFile fontSize="small" color="action" aria-hidden />
        <Typography variant="body2" color="textSecondary">
          {`${words.paste.attachments}. ${words.paste.attachmentsHint} `}
          <Link component="button" type="button" variant="body2" onClick={pick.pick}>{words.paste.attachmentsChoose}</Link>
        </Typography>
        {busy && <CircularProgress size={16} aria-label={words.paste.attaching} />}
      </Box>
      {pick.input}
      {files.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
          {files.map((file) => (
            <Chip key={file.sha256} label={`${file.name}, ${fileSize(file.size)}`} onDelete={() => onRemove(file)} deleteIcon={<Cancel role="button" aria-label={words.paste.removeAttachment(file.name)} aria-hidden={false} />} sx={{ maxWidth: 320 }} />
          ))}
        </Box>
      )}
      {problems.map((problem) => <Alert key={problem} severity="error">{problem}</Alert>)}
    </Box>
  )
}

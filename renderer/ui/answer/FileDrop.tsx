import AttachFile from '@mui/icons-material/AttachFile'
import { Alert, Box, Button, Typography } from '@mui/material'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import type { FileRef } from '../../../shared/domain/journal/message'
import { actions } from '../../i18n/ru/actions'
import { useApplication } from '../applicationContext'
import { AttachmentList } from '../message/AttachmentList'
import { useFilePick } from '../useFilePick'

const words = actions.answer

/** Files by a drag, from the clipboard or by the button; each goes into the store at once and stays there, whatever becomes of the draft. */
export function FileDrop({ files, onChange, label = words.drop }: { files: readonly FileRef[]; onChange: (files: readonly FileRef[]) => void; label?: string }) {
  const { attach } = useApplication()
  const [busy, setBusy] = useState<string | null>(null)
  const [problems, setProblems] = useState<readonly string[]>([])
  const [over, setOver] = useState(false)
  // Several drops may be under way: each adds to what is there by then.
  const latest = useRef(files)
  latest.current = files
  const take = async (chosen: readonly File[]) => {
    setProblems([])
    for (const file of chosen) {
      setBusy(file.name)
      const stored = await attach(file.name, file.type, new Uint8Array(await file.arrayBuffer()))
      if (!stored.ok) setProblems((before) => [...before, `${file.name}: ${stored.error}`])
      else if (!latest.current.some(({ sha256 }) => sha256 === stored.value.sha256)) onChange((latest.current = [...latest.current, stored.value]))
    }
    setBusy(null)
  }
  // A screenshot on the clipboard goes in wherever the cursor stands; pasted text goes where it always does.
  const paste = useRef(take)
  paste.current = take
  useEffect(() => {
    const listener = (event: ClipboardEvent) => {
      const pasted = [...(event.clipboardData?.files ?? [])]
      if (pasted.length === 0) return
      event.preventDefault()
      void paste.current(pasted)
    }
    document.addEventListener('paste', listener)
    return () => document.removeEventListener('paste', listener)
  }, [])
  const { pick, input } = useFilePick('', (chosen) => void take(chosen), true)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take([...event.dataTransfer.files])
  }
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{ border: 1, borderStyle: 'dashed', borderColor: over ? 'primary.main' : 'divider', bgcolor: over ? 'action.hover' : 'transparent', borderRadius: 1, p: 1, display: 'flex', flexDirection: 'column', gap: 0.75 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Button startIcon={<AttachFile />} onClick={pick} disabled={busy !== null}>{words.attach}</Button>
        <Typography variant="caption" color="textSecondary" role="status">{busy === null ? `${label}, ${words.limit}` : words.attaching(busy)}</Typography>
        {input}
      </Box>
      {problems.map((problem) => <Alert key={problem} severity="error">{problem}</Alert>)}
      <AttachmentList attachments={files} onRemove={(index) => onChange(files.filter((_file, place) => place !== index))} />
    </Box>
  )
}

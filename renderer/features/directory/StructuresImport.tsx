import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useState } from 'react'
import { readDelimited } from '../../../shared/connectors/table/delimited'
import { decodeTable } from '../../../shared/connectors/table/encoding'
import { ru } from '../../i18n/ru'
import { directory as words } from '../../i18n/ru/directory'
import { CloseButton } from '../../ui/dialog/CloseButton'
import { KeyLayer } from '../../ui/keys/keysContext'
import { useFilePick } from '../../ui/useFilePick'
import { takeStructures, type TakenStructures } from './structuresTable'
import { useDirectoryEdit } from './useDirectoryEdit'

const limit = 5 * 1024 * 1024

/** Structures from a table: shows what would be taken before anything changes. */
export function StructuresImport({ onClose }: { onClose: () => void }) {
  const { directory, keep } = useDirectoryEdit()
  const [taken, setTaken] = useState<TakenStructures | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const read = async (file: File) => {
    setTaken(null)
    if (file.size > limit) return setProblem(words.structures.tooLarge)
    const { text } = decodeTable(new Uint8Array(await file.arrayBuffer()), (bytes, encoding) => new TextDecoder(encoding).decode(bytes))
    const table = readDelimited(text)
    if (table.brokenQuoteAt !== undefined) return setProblem(words.structures.brokenQuote(table.brokenQuoteAt))
    setProblem(null)
    setTaken(takeStructures(table.rows, directory))
  }
  const pick = useFilePick('.csv,.txt,text/csv', ([file]) => file !== undefined && void read(file))
  const accept = async () => {
    if (taken === null) return
    await keep(taken.directory, words.structures.taken(taken.departments, taken.people))
    onClose()
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="structures-import">
      <KeyLayer>
        <DialogTitle id="structures-import">{words.structures.importTitle}<CloseButton onClick={onClose} /></DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
          <Typography variant="body2">{words.structures.importHint}</Typography>
          {pick.input}
          <Box><Button variant="outlined" onClick={pick.pick}>{words.structures.import}</Button></Box>
          {problem !== null && <Alert severity="error">{problem}</Alert>}
          {taken !== null && <Alert severity={taken.departments > 0 ? 'success' : 'info'}>{words.structures.taken(taken.departments, taken.people)}</Alert>}
          {taken !== null && taken.refused.length > 0 && (
            <Alert severity="warning">
              {words.structures.importRefused}
              <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 200, overflow: 'auto' }}>
                {taken.refused.map(({ line, name, reason }) => <li key={`${line}-${name}`}>{`${words.structures.line(line)}: ${name} – ${words.errors[reason]}`}</li>)}
              </Box>
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{ru.common.cancel}</Button>
          <Button variant="contained" disabled={taken === null || taken.departments === 0} onClick={() => void accept()}>{ru.common.add}</Button>
        </DialogActions>
      </KeyLayer>
    </Dialog>
  )
}

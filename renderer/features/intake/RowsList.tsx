import { Alert, AlertTitle, Box, Button, type AlertColor } from '@mui/material'
import { intake as words } from '../../i18n/ru/intake'
import { useDesktop } from '../../ui/desktop'
import { useSay } from '../../ui/snackbar'
import { useCopy } from '../../ui/useCopy'
import { listText, type ListedRow } from './importResult'

/** Shown on the screen; the whole list is what is copied and saved. */
const shownRows = 200

/** Places and reasons, to copy into a letter or to save beside the file. */
export function RowsList({ title, severity, rows }: { title: string; severity: AlertColor; rows: readonly ListedRow[] }) {
  const copy = useCopy()
  const desktop = useDesktop()
  const say = useSay()
  if (rows.length === 0) return null
  const save = async () => {
    // Notepad and Excel know UTF-8 by the mark.
    const saved = await desktop.call('files.save', { suggestedName: 'не-взято.txt', filters: [{ name: 'TXT', extensions: ['txt'] }], content: `\uFEFF${listText(rows)}\n` })
    if (saved.ok) say({ text: words.result.saved })
    else if (saved.error.reason !== 'cancelled') say({ text: saved.error.message, severity: 'error' })
  }
  return (
    <Alert
      severity={severity}
      action={
        <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-end' }}>
          <Button color="inherit" onClick={() => void copy(listText(rows))}>{words.result.copy}</Button>
          <Button color="inherit" onClick={() => void save()}>{words.result.save}</Button>
        </Box>
      }
    >
      <AlertTitle>{`${title}: ${rows.length}`}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 260, overflow: 'auto' }}>
        {rows.slice(0, shownRows).map(({ where, why }, index) => <li key={`${index}-${where}`}>{`${where} – ${why}`}</li>)}
        {rows.length > shownRows && <li>…</li>}
      </Box>
    </Alert>
  )
}

import { Alert, Box, Button, Typography } from '@mui/material'
import { settings as words } from '../../i18n/ru/settings'
import { useShortcuts } from '../../ui/keys/keysContext'
import { KeyCap } from '../../ui/keys/KeyCap'

const saveChord = { code: 'KeyS', ctrl: true }

/** Says that something is changed and not yet in force, and saves it. `overtaken`: the fields that another changed meanwhile. */
export function SaveBar({ changed, overtaken = [], onSave, onRevert }: { changed: boolean; overtaken?: readonly string[]; onSave: () => void; onRevert: () => void }) {
  useShortcuts(words.keys.group, [{ chord: saveChord, label: words.save, run: onSave, disabled: !changed, whileTyping: true }])
  return (
    <>
      {overtaken.length > 0 && <Alert severity="warning">{words.overtaken(overtaken)}</Alert>}
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Button variant="contained" disabled={!changed} onClick={onSave} endIcon={<KeyCap chord={saveChord} />}>{words.save}</Button>
        <Button disabled={!changed} onClick={onRevert}>{words.revert}</Button>
        {changed && <Typography variant="body2" color="textSecondary" role="status">{words.unsaved}</Typography>}
      </Box>
    </>
  )
}

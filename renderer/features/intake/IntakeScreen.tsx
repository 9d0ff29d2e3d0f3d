import { Box, Tab, Tabs } from '@mui/material'
import { useState } from 'react'
import { ru } from '../../i18n/ru'
import { intake as words } from '../../i18n/ru/intake'
import { useShortcuts } from '../../ui/keys/keysContext'
import { FilePanel } from './FilePanel'
import { PastePanel } from './PastePanel'

const panels = ['paste', 'file'] as const
type Panel = (typeof panels)[number]

/** How messages come in by hand: one pasted, or a file of many. */
export function IntakeScreen() {
  const [panel, setPanel] = useState<Panel>('paste')
  useShortcuts(words.keys.group, [
    { chord: { code: 'Digit1', ctrl: true }, label: words.keys.paste, run: () => setPanel('paste'), whileTyping: true },
    { chord: { code: 'Digit2', ctrl: true }, label: words.keys.file, run: () => setPanel('file'), whileTyping: true },
  ])
  return (
    <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
      <Tabs value={panel} onChange={(_event, next: Panel) => setPanel(next)} aria-label={ru.shell.nav.intake} sx={{ minHeight: 44, px: 2, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
        {panels.map((id) => <Tab key={id} value={id} id={`intake-${id}`} aria-controls={`intake-panel-${id}`} label={words.tabs[id]} sx={{ minHeight: 44 }} />)}
      </Tabs>
      {panels.map((id) => (
        <Box key={id} role="tabpanel" id={`intake-panel-${id}`} aria-labelledby={`intake-${id}`} hidden={panel !== id} sx={{ flex: 1, minHeight: 0, display: panel === id ? 'flex' : 'none', flexDirection: 'column' }}>
          {id === 'paste' ? panel === 'paste' && <PastePanel /> : <FilePanel />}
        </Box>
      ))}
    </Box>
  )
}

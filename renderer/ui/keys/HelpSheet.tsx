import { Box, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useState } from 'react'
import { ru } from '../../i18n/ru'
import { CloseButton } from '../dialog/CloseButton'
import { chordName, russianLetter, type Chord } from './chord'
import { KeyLayer, useKeyRegistry, useShortcuts } from './keysContext'
import type { ShortcutGroup } from './keyRegistry'

const helpChord: Chord = { code: 'F1' }

/** `?` or F1: what the keyboard does right here, read from the same list that the keyboard obeys. */
export function HelpSheet() {
  const registry = useKeyRegistry()
  const [groups, setGroups] = useState<readonly ShortcutGroup[] | null>(null)
  const open = () => setGroups((before) => before ?? registry.groups().filter((group) => group.layer === 'any' || group.layer === registry.topLayer()))
  useShortcuts(
    ru.shell.helpSheet.everywhere,
    [
      { chord: helpChord, label: ru.shell.keys.help, run: open, whileTyping: true },
      { chord: { code: 'Slash', shift: true, typed: '?' }, label: ru.shell.keys.help, run: open },
    ],
    'everywhere',
  )
  return (
    <Dialog open={groups !== null} onClose={() => setGroups(null)} maxWidth="md" fullWidth aria-labelledby="help-title">
      <KeyLayer>
        <DialogTitle id="help-title">
          {ru.shell.helpSheet.title}
          <CloseButton onClick={() => setGroups(null)} />
        </DialogTitle>
        <DialogContent>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>{ru.shell.helpSheet.note}</Typography>
          <Box sx={{ columns: { xs: 1, md: 2 }, columnGap: 4 }}>
            {merged(groups ?? []).map((group) => <Group key={group.title} group={group} />)}
          </Box>
        </DialogContent>
      </KeyLayer>
    </Dialog>
  )
}

function Group({ group }: { group: Pick<ShortcutGroup, 'title' | 'shortcuts'> }) {
  return (
    <Box component="section" sx={{ breakInside: 'avoid', mb: 2 }}>
      <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>{group.title}</Typography>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 1.5, rowGap: 0.5, alignItems: 'baseline' }}>
        {group.shortcuts.map((shortcut) => (
          <Box key={`${shortcut.label}${chordName(shortcut.chord)}`} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ fontFamily: 'inherit', fontWeight: 500, whiteSpace: 'nowrap' }}>
              {[shortcut.chord, ...(shortcut.also ?? [])].map(nameWithLetter).join(', ')}
            </Box>
            <Box component="dd" sx={{ m: 0 }}>{shortcut.label}</Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

function nameWithLetter(chord: Chord): string {
  const letter = russianLetter(chord)
  return letter === undefined || chord.ctrl === true || chord.alt === true ? chordName(chord) : `${chordName(chord)} (${letter})`
}

function merged(groups: readonly ShortcutGroup[]): readonly Pick<ShortcutGroup, 'title' | 'shortcuts'>[] {
  const byTitle = new Map<string, ShortcutGroup['shortcuts']>()
  for (const { title, shortcuts } of groups) if (title !== '' && shortcuts.length > 0) byTitle.set(title, [...(byTitle.get(title) ?? []), ...shortcuts])
  return [...byTitle].map(([title, shortcuts]) => ({ title, shortcuts }))
}

import { Box, Button, List, ListItemButton, ListItemText, Tooltip, Typography } from '@mui/material'
import { useState, type ComponentType } from 'react'
import { serverAdmin as words } from '../../i18n/ru/serverAdmin'
import { useApplication, useObservable } from '../../ui/applicationContext'
import { useShortcuts } from '../../ui/keys/keysContext'
import { useAdministration } from './administrationContext'
import { BringSection } from './BringSection'
import { ErasureSection } from './ErasureSection'
import { HopsSection } from './HopsSection'
import { PeopleSection } from './PeopleSection'
import { SetupSection } from './SetupSection'

type SectionId = 'setup' | 'people' | 'hops' | 'erasure' | 'bring'
const always: readonly { readonly id: SectionId; readonly Content: ComponentType }[] = [
  { id: 'setup', Content: SetupSection },
  { id: 'people', Content: PeopleSection },
  { id: 'hops', Content: HopsSection },
  { id: 'erasure', Content: ErasureSection },
]

/** What the administrator can do, and as whom. */
export function Sections({ onLeave }: { onLeave: () => void }) {
  const { address, user } = useAdministration()
  // Only a computer that has worked alone has a journal to bring; what is invented for training goes nowhere.
  const alone = useObservable(useApplication().firstRun) === 'alone'
  const sections = alone ? [...always, { id: 'bring', Content: BringSection } as const] : always
  const [chosen, setChosen] = useState<SectionId>('setup')
  useShortcuts(words.keys.group, sections.map(({ id }, index) => ({ chord: { code: `Digit${index + 1}` }, label: words.keys.section(words.sections[id]), run: () => setChosen(id) })))
  const { Content } = sections.find(({ id }) => id === chosen) ?? { Content: SetupSection }
  return (
    <Box sx={{ flex: 1, minWidth: 0, display: 'flex' }}>
      <Box sx={{ width: { xs: 170, md: 220 }, flexShrink: 0, borderRight: 1, borderColor: 'divider', bgcolor: 'background.paper', display: 'flex', flexDirection: 'column', overflow: 'auto' }}>
        <List component="nav" dense aria-label={words.title}>
          {sections.map(({ id }) => (
            <ListItemButton key={id} selected={id === chosen} aria-current={id === chosen ? 'page' : undefined} onClick={() => setChosen(id)}>
              <ListItemText primary={words.sections[id]} />
            </ListItemButton>
          ))}
        </List>
        <Box sx={{ flex: 1 }} />
        <Box sx={{ p: 1.5, borderTop: 1, borderColor: 'divider', display: 'flex', flexDirection: 'column', gap: 1 }}>
          <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{words.connect.as(user, address)}</Typography>
          <Tooltip describeChild title={words.connect.leaveHint}><Button variant="outlined" onClick={onLeave}>{words.connect.leave}</Button></Tooltip>
        </Box>
      </Box>
      <Box component="section" aria-labelledby="server-admin-section" sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 2.5 }}>
        <Box sx={{ maxWidth: 1080, display: 'flex', flexDirection: 'column', gap: 2 }}>
          <Typography id="server-admin-section" variant="h6" component="h2">{words.sections[chosen]}</Typography>
          <Content key={chosen} />
        </Box>
      </Box>
    </Box>
  )
}

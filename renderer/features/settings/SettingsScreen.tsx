import { Alert, Box, List, ListItemButton, ListItemText, Typography } from '@mui/material'
import { useState, type ComponentType } from 'react'
import { keepsOffice } from '../../../shared/domain/people/permissions'
import { roles, type Role } from '../../../shared/domain/people/roles'
import { server } from '../../i18n/ru/server'
import { settings as words } from '../../i18n/ru/settings'
import { useActor, useApplication, useObservable } from '../../ui/applicationContext'
import { useShortcuts } from '../../ui/keys/keysContext'
import { AboutSection } from './AboutSection'
import { BackupSection } from './BackupSection'
import { CalendarSection } from './CalendarSection'
import { OfficeSection } from './OfficeSection'
import { ProgramSection } from './ProgramSection'
import { RegulationSection } from './RegulationSection'
import { ScheduleSection } from './ScheduleSection'
import { TextsSection } from './TextsSection'

type SectionId = keyof typeof words.sections
interface SettingsSection {
  readonly id: SectionId
  readonly roles: readonly Role[]
  readonly Content: ComponentType<{ readonly mayEdit: boolean }>
}

const keepers: readonly Role[] = roles.filter((role) => keepsOffice(role))
const readers: readonly Role[] = [...keepers, 'supervisor']
const everybody: readonly Role[] = [...readers, 'department']

const sections: readonly SettingsSection[] = [
  { id: 'office', roles: readers, Content: OfficeSection },
  { id: 'schedule', roles: readers, Content: ScheduleSection },
  { id: 'regulation', roles: everybody, Content: RegulationSection },
  { id: 'calendar', roles: everybody, Content: CalendarSection },
  { id: 'texts', roles: readers, Content: TextsSection },
  { id: 'program', roles: everybody, Content: ProgramSection },
  { id: 'backup', roles: keepers, Content: BackupSection },
  { id: 'about', roles: everybody, Content: AboutSection },
]

/** What the office sets for itself, and what belongs to this computer. */
export function SettingsScreen() {
  const { role } = useActor()
  const application = useApplication()
  const mayEdit = useObservable(application.mayKeepOffice)
  const shared = useObservable(application.firstRun) === 'server'
  const shown = sections.filter((section) => section.roles.includes(role))
  const [chosen, setChosen] = useState<SectionId>('office')
  const section = shown.find(({ id }) => id === chosen) ?? shown[0]
  useShortcuts(words.keys.group, shown.map(({ id }, index) => ({ chord: { code: `Digit${index + 1}` }, label: words.keys.section(words.sections[id]), run: () => setChosen(id) })))
  if (section === undefined) return null
  const { Content } = section
  return (
    <Box sx={{ flex: 1, minWidth: 0, display: 'flex' }}>
      <List component="nav" dense aria-label={words.title} sx={{ width: { xs: 170, md: 220 }, flexShrink: 0, borderRight: 1, borderColor: 'divider', bgcolor: 'background.paper', overflow: 'auto' }}>
        {shown.map(({ id }) => (
          <ListItemButton key={id} selected={id === section.id} aria-current={id === section.id ? 'page' : undefined} onClick={() => setChosen(id)}>
            <ListItemText primary={words.sections[id]} />
          </ListItemButton>
        ))}
      </List>
      <Box component="section" aria-labelledby="settings-section" sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 2.5 }}>
        <Box sx={{ maxWidth: 820, display: 'flex', flexDirection: 'column', gap: 2 }}>
          <Typography id="settings-section" variant="h6" component="h2">{words.sections[section.id]}</Typography>
          {!mayEdit && (['office', 'schedule', 'texts'] as readonly SectionId[]).includes(section.id) && <Alert severity="info">{shared ? server.readOnly : words.readOnly}</Alert>}
          <Content key={section.id} mayEdit={mayEdit} />
        </Box>
      </Box>
    </Box>
  )
}

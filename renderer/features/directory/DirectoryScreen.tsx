import { Alert, Box, InputAdornment, Tab, Tabs, TextField } from '@mui/material'
import Search from '@mui/icons-material/Search'
import { useRef, useState } from 'react'
import { directory as words } from '../../i18n/ru/directory'
import { server } from '../../i18n/ru/server'
import { useApplication, useObservable } from '../../ui/applicationContext'
import { useShortcuts } from '../../ui/keys/keysContext'
import { DutyTab } from './DutyTab'
import { PeopleTab } from './PeopleTab'
import { StructuresTab } from './StructuresTab'
import { useDirectoryEdit } from './useDirectoryEdit'

const tabs = ['structures', 'people', 'duty'] as const
type TabId = (typeof tabs)[number]

export function DirectoryScreen() {
  const [tab, setTab] = useState<TabId>('structures')
  const [query, setQuery] = useState('')
  const { mayEdit } = useDirectoryEdit()
  const shared = useObservable(useApplication().firstRun) === 'server'
  const search = useRef<HTMLInputElement>(null)
  useShortcuts(words.keys.group, [{ chord: { code: 'Slash', typed: '/' }, label: words.keys.search, run: () => search.current?.focus() }])
  return (
    <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 2, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
        <Tabs value={tab} onChange={(_event, next: TabId) => setTab(next)} aria-label={words.title} sx={{ minHeight: 44, flex: 1 }}>
          {tabs.map((id) => <Tab key={id} value={id} label={words.tabs[id]} id={`directory-${id}`} aria-controls={`directory-panel-${id}`} sx={{ minHeight: 44 }} />)}
        </Tabs>
        {tab !== 'duty' && (
          <TextField
            inputRef={search}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
            placeholder={words.search}
            slotProps={{ htmlInput: { 'aria-label': words.search }, input: { startAdornment: <InputAdornment position="start"><Search fontSize="small" /></InputAdornment> } }}
            sx={{ width: 260 }}
          />
        )}
      </Box>
      <Box role="tabpanel" id={`directory-panel-${tab}`} aria-labelledby={`directory-${tab}`} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', p: 2, gap: 1.5, overflow: 'auto' }}>
        {!mayEdit && tab !== 'duty' && <Alert severity="info">{shared ? server.readOnly : words.readOnly}</Alert>}
        {tab === 'structures' && <StructuresTab query={query} />}
        {tab === 'people' && <PeopleTab query={query} />}
        {tab === 'duty' && <DutyTab />}
      </Box>
    </Box>
  )
}

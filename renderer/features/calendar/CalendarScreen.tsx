import { Box, Tab, Tabs } from '@mui/material'
import { useState } from 'react'
import { calendar as words } from '../../i18n/ru/calendar'
import { useShortcuts } from '../../ui/keys/keysContext'
import { VersionsTab } from './VersionsTab'
import { WhatIfTab } from './WhatIfTab'
import { YearTab } from './YearTab'

const tabs = ['year', 'whatIf', 'versions'] as const
type TabId = (typeof tabs)[number]

/** The year at a glance, the rehearsal of a message, and the calendar's versions. */
export function CalendarScreen() {
  const [tab, setTab] = useState<TabId>('year')
  useShortcuts(words.keys.group, tabs.map((id, index) => ({ chord: { code: `Digit${index + 1}` }, label: words.keys.tab(words.tabs[id]), run: () => setTab(id) })))
  return (
    <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ px: 2, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
        <Tabs value={tab} onChange={(_event, next: TabId) => setTab(next)} aria-label={words.title} sx={{ minHeight: 44 }}>
          {tabs.map((id) => <Tab key={id} value={id} label={words.tabs[id]} id={`calendar-${id}`} aria-controls={`calendar-panel-${id}`} sx={{ minHeight: 44 }} />)}
        </Tabs>
      </Box>
      <Box role="tabpanel" id={`calendar-panel-${tab}`} aria-labelledby={`calendar-${tab}`} sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        {tab === 'year' && <YearTab />}
        {tab === 'whatIf' && <WhatIfTab />}
        {tab === 'versions' && <VersionsTab />}
      </Box>
    </Box>
  )
}

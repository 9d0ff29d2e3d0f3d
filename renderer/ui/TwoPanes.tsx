import { Box } from '@mui/material'
import type { ReactNode } from 'react'

/** A list and what is chosen in it. On a narrow window (150 % on a small screen) the list gives way, but both stay. */
export function TwoPanes({ list, children, listLabel, paneLabel, slim = false }: { list: ReactNode; children: ReactNode; listLabel: string; paneLabel: string; slim?: boolean }) {
  return (
    <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex' }}>
      <Box component="section" aria-label={listLabel} sx={{ width: slim ? 'clamp(240px, 24vw, 380px)' : 'clamp(270px, 32vw, 460px)', flexShrink: 0, display: 'flex', flexDirection: 'column', minHeight: 0, borderRight: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
        {list}
      </Box>
      <Box component="section" aria-label={paneLabel} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        {children}
      </Box>
    </Box>
  )
}

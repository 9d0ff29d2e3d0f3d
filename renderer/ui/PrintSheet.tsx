import { Box, GlobalStyles } from '@mui/material'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** What the printer gets instead of the window: black on white, whatever the theme. Call `window.print()` while it is drawn. */
export function PrintSheet({ children }: { children: ReactNode }) {
  return createPortal(
    <>
      <GlobalStyles
        styles={{
          '@media screen': { '.print-sheet': { display: 'none' } },
          '@media print': {
            'body > :not(.print-sheet)': { display: 'none !important' },
            'html, body': { height: 'auto !important', overflow: 'visible !important', background: '#fff !important' },
            '@page': { margin: '15mm' },
          },
        }}
      />
      <Box className="print-sheet" sx={{ color: '#000', bgcolor: '#fff' }}>{children}</Box>
    </>,
    document.body,
  )
}

import { Box } from '@mui/material'
import { chordName, type Chord } from './chord'

/**
 * A key as it looks on the keyboard, beside a label or on a button; the screen reader is told by aria-keyshortcuts instead. The outer
 * span takes the size that buttons give to their icons.
 */
export function KeyCap({ chord }: { chord: Chord }) {
  return (
    <Box component="span" aria-hidden sx={{ display: 'inline-flex' }}>
      <Box
        component="kbd"
        sx={{
          display: 'inline-block', px: 0.5, minWidth: 18, textAlign: 'center', borderRadius: 0.5, border: 1, borderColor: 'currentColor', opacity: 0.65,
          fontFamily: 'inherit', fontSize: '0.6875rem', lineHeight: '16px', fontWeight: 500, whiteSpace: 'nowrap', verticalAlign: 'middle',
        }}
      >
        {chordName(chord)}
      </Box>
    </Box>
  )
}

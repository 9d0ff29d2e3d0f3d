import ExpandMore from '@mui/icons-material/ExpandMore'
import { Box, ButtonBase, Collapse, Typography } from '@mui/material'
import { useId, useState, type ReactNode } from 'react'

/** A part of a pane under its heading; can be folded when `foldable`. */
export function Section({ title, children, foldable = false, startFolded = false, aside }: { title: string; children: ReactNode; foldable?: boolean; startFolded?: boolean; aside?: ReactNode }) {
  const [open, setOpen] = useState(!startFolded)
  const id = useId()
  const heading = <Typography variant="subtitle2" component="h3" id={`${id}-title`} sx={{ color: 'text.secondary' }}>{title}</Typography>
  return (
    <Box component="section" aria-labelledby={`${id}-title`} sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, px: 1.5, py: 0.75 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 28 }}>
        {foldable ? (
          <ButtonBase aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} sx={{ gap: 0.5, borderRadius: 0.5, '&.Mui-focusVisible': { outline: '2px solid', outlineColor: 'primary.main' } }}>
            {heading}
            <ExpandMore fontSize="small" sx={{ transform: open ? 'rotate(180deg)' : undefined }} />
          </ButtonBase>
        ) : (
          heading
        )}
        <Box sx={{ flex: 1 }} />
        {aside}
      </Box>
      <Collapse in={open} id={id} unmountOnExit={foldable}>
        <Box sx={{ pb: 0.5 }}>{children}</Box>
      </Collapse>
    </Box>
  )
}

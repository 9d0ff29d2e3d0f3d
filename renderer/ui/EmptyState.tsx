import { Box, Typography } from '@mui/material'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'

/** A place with nothing in it: says so, and says what to do. */
export function EmptyState({ icon: Icon, title, children, action }: { icon: SvgIconComponent; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Box role="status" sx={{ flex: 1, display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', gap: 1, p: 3, textAlign: 'center', color: 'text.secondary' }}>
      <Icon sx={{ fontSize: 44, opacity: 0.6 }} aria-hidden />
      <Typography variant="subtitle1" component="p" color="textPrimary">{title}</Typography>
      {children !== undefined && <Typography variant="body2" component="div" sx={{ maxWidth: 420 }}>{children}</Typography>}
      {action !== undefined && <Box sx={{ mt: 1 }}>{action}</Box>}
    </Box>
  )
}

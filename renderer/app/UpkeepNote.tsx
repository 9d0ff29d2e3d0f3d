import { Box, CircularProgress, Typography } from '@mui/material'
import { ru } from '../i18n/ru'
import { useApplication, useObservable } from '../ui/applicationContext'

/** Work that goes on behind the screens, while it goes on. */
export function UpkeepNote() {
  const upkeep = useObservable(useApplication().upkeep)
  if (upkeep === undefined) return null
  const { done, total } = upkeep.progress
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: 'text.secondary' }}>
      <CircularProgress size={14} aria-hidden />
      <Typography variant="caption">{`${ru.shell.upkeep[upkeep.what]}${total === undefined ? '' : ` ${ru.common.progress.of(done, total)}`}`}</Typography>
    </Box>
  )
}

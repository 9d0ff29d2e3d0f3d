import ComputerIcon from '@mui/icons-material/Computer'
import { Box, Tooltip, Typography } from '@mui/material'
import { ru } from '../i18n/ru'
import { useOffice } from '../ui/applicationContext'
import { RoleSwitcher } from './RoleSwitcher'
import { ThemeSwitcher } from './ThemeSwitcher'

/** Always on top: whose clock runs out next, whether it is working time, whether everything is sent; and who acts. */
export function StatusBand() {
  const { name } = useOffice()
  const words = ru.shell.status
  return (
    <Box component="header" aria-label={ru.shell.statusBand} sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 1.5, minHeight: 42, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
      <Typography component="h1" variant="subtitle1" noWrap sx={{ flexShrink: 0 }} title={name}>{ru.shell.product}</Typography>
      <Box sx={{ flex: 1 }} />
      <Tooltip title={words.thisComputerHint}>
        <Box tabIndex={0} sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: 'text.secondary', whiteSpace: 'nowrap' }}>
          <ComputerIcon fontSize="small" aria-hidden />
          <Typography variant="body2" sx={{ display: { xs: 'none', lg: 'block' } }}>{words.thisComputer}</Typography>
        </Box>
      </Tooltip>
      <ThemeSwitcher />
      <RoleSwitcher />
    </Box>
  )
}

import BrightnessAuto from '@mui/icons-material/BrightnessAuto'
import DarkMode from '@mui/icons-material/DarkModeOutlined'
import LightMode from '@mui/icons-material/LightModeOutlined'
import { IconButton, Tooltip } from '@mui/material'
import { useColorScheme } from '@mui/material/styles'
import { ru } from '../i18n/ru'
import { useDesktop } from '../ui/desktop'

const order = ['system', 'light', 'dark'] as const
const icons = { system: BrightnessAuto, light: LightMode, dark: DarkMode }

/** One press: as in the system → light → dark. Kept in the settings of this computer. */
export function ThemeSwitcher() {
  const { mode, setMode } = useColorScheme()
  const desktop = useDesktop()
  const current = mode ?? 'system'
  const next = order[(order.indexOf(current) + 1) % order.length] ?? 'system'
  const Icon = icons[current]
  const title = `${ru.shell.theme.label}: ${ru.shell.theme[current]}`
  return (
    <Tooltip title={title}>
      <IconButton
        aria-label={title}
        onClick={() => {
          setMode(next)
          void desktop.call('settings.set', { theme: next })
        }}
      >
        <Icon fontSize="small" />
      </IconButton>
    </Tooltip>
  )
}

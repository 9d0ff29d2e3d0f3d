import Settings from '@mui/icons-material/SettingsOutlined'
import { ru } from '../../i18n/ru'
import type { ScreenDefinition } from '../../ui/screen'

export const settingsScreen: ScreenDefinition = {
  id: 'settings',
  title: ru.shell.nav.settings,
  icon: Settings,
  roles: ['operator', 'department', 'supervisor', 'administrator'],
  load: async () => ({ default: (await import('./SettingsScreen')).SettingsScreen }),
}

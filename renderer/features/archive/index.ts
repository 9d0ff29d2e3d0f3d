import Inventory from '@mui/icons-material/Inventory2Outlined'
import { ru } from '../../i18n/ru'
import type { ScreenDefinition } from '../../ui/screen'

export const archiveScreen: ScreenDefinition = {
  id: 'archive',
  title: ru.shell.nav.archive,
  icon: Inventory,
  roles: ['operator', 'department', 'supervisor', 'administrator'],
  load: async () => ({ default: (await import('./ArchiveScreen')).ArchiveScreen }),
}

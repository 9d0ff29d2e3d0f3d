import FolderShared from '@mui/icons-material/FolderSharedOutlined'
import { ru } from '../../i18n/ru'
import type { ScreenDefinition } from '../../ui/screen'

export const directoryScreen: ScreenDefinition = {
  id: 'directory',
  title: ru.shell.nav.directory,
  icon: FolderShared,
  roles: ['operator', 'department', 'supervisor', 'administrator'],
  load: async () => ({ default: (await import('./DirectoryScreen')).DirectoryScreen }),
}

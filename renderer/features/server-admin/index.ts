import Dns from '@mui/icons-material/DnsOutlined'
import { ru } from '../../i18n/ru'
import type { ScreenDefinition } from '../../ui/screen'

export const serverAdminScreen: ScreenDefinition = {
  id: 'serverAdmin',
  title: ru.shell.nav.serverAdmin,
  icon: Dns,
  roles: ['operator', 'administrator'],
  load: async () => ({ default: (await import('./ServerAdminScreen')).ServerAdminScreen }),
}

import Dns from '@mui/icons-material/DnsOutlined'
import { server } from '../../i18n/ru/server'
import type { ScreenDefinition } from '../../ui/screen'

export const serverScreen: ScreenDefinition = {
  id: 'server',
  title: server.nav,
  icon: Dns,
  roles: ['operator', 'department', 'supervisor', 'administrator'],
  load: async () => ({ default: (await import('./ServerScreen')).ServerScreen }),
}

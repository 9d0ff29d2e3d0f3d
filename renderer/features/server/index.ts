import CloudSync from '@mui/icons-material/CloudSyncOutlined'
import { server } from '../../i18n/ru/server'
import type { ScreenDefinition } from '../../ui/screen'

export const serverScreen: ScreenDefinition = {
  id: 'server',
  title: server.nav,
  icon: CloudSync,
  roles: ['operator', 'department', 'supervisor', 'administrator'],
  load: async () => ({ default: (await import('./ServerScreen')).ServerScreen }),
}

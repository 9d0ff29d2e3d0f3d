import Inbox from '@mui/icons-material/InboxOutlined'
import { ru } from '../../i18n/ru'
import type { ScreenDefinition } from '../../ui/screen'

export const inboxScreen: ScreenDefinition = {
  id: 'inbox',
  title: ru.shell.nav.inbox,
  icon: Inbox,
  roles: ['operator', 'supervisor', 'administrator'],
  load: async () => ({ default: (await import('./InboxScreen')).InboxScreen }),
}

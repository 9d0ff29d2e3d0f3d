import MoveToInbox from '@mui/icons-material/MoveToInboxOutlined'
import { ru } from '../../i18n/ru'
import type { ScreenDefinition } from '../../ui/screen'

export const intakeScreen: ScreenDefinition = {
  id: 'intake',
  title: ru.shell.nav.intake,
  icon: MoveToInbox,
  roles: ['operator'],
  load: async () => ({ default: (await import('./IntakeScreen')).IntakeScreen }),
}

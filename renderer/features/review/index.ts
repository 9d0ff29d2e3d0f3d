import FactCheck from '@mui/icons-material/FactCheckOutlined'
import { ru } from '../../i18n/ru'
import type { ScreenDefinition } from '../../ui/screen'

export const reviewScreen: ScreenDefinition = {
  id: 'review',
  title: ru.shell.nav.review,
  icon: FactCheck,
  roles: ['operator', 'supervisor', 'administrator'],
  load: async () => ({ default: (await import('./ReviewScreen')).ReviewScreen }),
}

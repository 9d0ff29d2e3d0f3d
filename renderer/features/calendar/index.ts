import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import { ru } from '../../i18n/ru'
import type { ScreenDefinition } from '../../ui/screen'

export const calendarScreen: ScreenDefinition = {
  id: 'calendar',
  title: ru.shell.nav.calendar,
  icon: CalendarMonth,
  roles: ['operator', 'department', 'supervisor', 'administrator'],
  load: async () => ({ default: (await import('./CalendarScreen')).CalendarScreen }),
}

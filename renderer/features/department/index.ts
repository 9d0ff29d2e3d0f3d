import AssignmentInd from '@mui/icons-material/AssignmentIndOutlined'
import { ru } from '../../i18n/ru'
import type { ScreenDefinition } from '../../ui/screen'

export const departmentScreen: ScreenDefinition = {
  id: 'department',
  title: ru.shell.nav.department,
  icon: AssignmentInd,
  roles: ['department'],
  load: async () => ({ default: (await import('./DepartmentScreen')).DepartmentScreen }),
}

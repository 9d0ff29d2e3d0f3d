import AssignmentInd from '@mui/icons-material/AssignmentIndOutlined'
import Balance from '@mui/icons-material/AccountBalanceOutlined'
import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import FactCheck from '@mui/icons-material/FactCheckOutlined'
import FiberNew from '@mui/icons-material/MarkEmailUnreadOutlined'
import Replay from '@mui/icons-material/Replay'
import { Chip } from '@mui/material'
import type { SvgIconComponent } from '@mui/icons-material'
import type { Stage } from '../../../shared/domain/case/caseState'
import { ru } from '../../i18n/ru'

const icons: Record<Stage, SvgIconComponent> = {
  triage: FiberNew,
  department: AssignmentInd,
  review: FactCheck,
  rework: Replay,
  appeal: Balance,
  closed: CheckCircle,
}
const colors: Record<Stage, 'primary' | 'warning' | 'secondary' | 'success' | 'default'> = {
  triage: 'primary',
  department: 'default',
  review: 'secondary',
  rework: 'warning',
  appeal: 'default',
  closed: 'success',
}

/** Whose move it is. */
export function StageChip({ stage }: { stage: Stage }) {
  const Icon = icons[stage]
  return <Chip variant="outlined" color={colors[stage]} icon={<Icon />} label={ru.kinds.stage[stage]} sx={{ height: 20, fontSize: '0.71875rem', '& .MuiChip-icon': { fontSize: 14 }, '& .MuiChip-label': { px: 0.75 } }} />
}

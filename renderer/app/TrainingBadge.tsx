import School from '@mui/icons-material/SchoolOutlined'
import { Chip, Tooltip } from '@mui/material'
import { ru } from '../i18n/ru'
import { useApplication, useObservable } from '../ui/applicationContext'
import { useNavigation } from '../ui/navigation'

/** Always there while the data are invented, so that nobody takes them for real work. */
export function TrainingBadge() {
  const mode = useObservable(useApplication().firstRun)
  const { go } = useNavigation()
  if (mode !== 'training') return null
  return (
    <Tooltip describeChild title={ru.shell.status.trainingHint}>
      <Chip icon={<School />} color="warning" variant="outlined" label={ru.shell.status.training} onClick={() => go({ screen: 'settings' })} sx={{ flexShrink: 0 }} />
    </Tooltip>
  )
}

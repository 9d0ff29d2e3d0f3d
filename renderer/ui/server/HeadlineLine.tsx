import CloudDone from '@mui/icons-material/CloudDoneOutlined'
import CloudOff from '@mui/icons-material/CloudOffOutlined'
import CloudSync from '@mui/icons-material/CloudSyncOutlined'
import ReportProblem from '@mui/icons-material/ReportProblemOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import { Box, Typography } from '@mui/material'
import { instant } from '../../../shared/domain/time'
import type { SyncHeadline } from '../../application/server/status'
import { sayHeadline, type HeadlineTone } from './serverTexts'
import { useNow } from '../clock/clockContext'
import { useInstantFormat } from '../formatContext'

/** Each tone has its own shape: the colour only repeats it. */
export const toneLook: Readonly<Record<HeadlineTone, { readonly icon: SvgIconComponent; readonly color: 'text.secondary' | 'warning.main' | 'error.main' | 'success.main' }>> = {
  fine: { icon: CloudDone, color: 'success.main' },
  busy: { icon: CloudSync, color: 'text.secondary' },
  away: { icon: CloudOff, color: 'warning.main' },
  person: { icon: ReportProblem, color: 'error.main' },
}

/** The headline's words and tone by the office's clock. */
export function useHeadline(headline: SyncHeadline): ReturnType<typeof sayHeadline> {
  const format = useInstantFormat()
  const now = useNow('minute')
  return sayHeadline(headline, (at) => format.near(instant(at), now))
}

export function HeadlineLine({ headline }: { headline: SyncHeadline }) {
  const { text, tone } = useHeadline(headline)
  const { icon: Icon, color } = toneLook[tone]
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Icon aria-hidden sx={{ color }} />
      <Typography variant="subtitle1">{text}</Typography>
    </Box>
  )
}

import { Box, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { warningSettings, type WarningSettings } from '../../../shared/domain/attention'
import { settings } from '../../i18n/ru/settings'

const words = settings.program

/** «30, 10» as numbers, or null where it is not such a list. */
function minutesIn(typed: string, warnings: WarningSettings): WarningSettings | null {
  const minutes = typed.split(/[\s,;]+/).filter((part) => part !== '').map(Number)
  const parsed = warningSettings.safeParse({ ...warnings, minutes })
  return parsed.success ? parsed.data : null
}

/** When a deadline is warned of; in force at once, like its neighbours. */
export function WarningFields({ warnings, disabled, onChange }: { warnings: WarningSettings; disabled: boolean; onChange: (warnings: { half: boolean; minutes: number[]; lastHour: boolean }) => void }) {
  const [wrong, setWrong] = useState(false)
  const change = (patch: Partial<WarningSettings>) => {
    const { half, minutes, lastHour } = { ...warnings, ...patch }
    onChange({ half, minutes: [...minutes], lastHour })
  }
  const take = (typed: string) => {
    const read = minutesIn(typed, warnings)
    setWrong(read === null)
    if (read !== null) change({ minutes: read.minutes })
  }
  return (
    <Box role="group" aria-label={words.warnings} sx={{ pl: 5, display: 'flex', flexDirection: 'column' }}>
      <Typography variant="body2" color="textSecondary">{words.warnings}</Typography>
      <FormControlLabel disabled={disabled} control={<Checkbox checked={warnings.half} onChange={(_event, half) => change({ half })} />} label={words.warnHalf} />
      <FormControlLabel disabled={disabled} control={<Checkbox checked={warnings.lastHour} onChange={(_event, lastHour) => change({ lastHour })} />} label={words.warnLastHour} />
      <TextField
        disabled={disabled}
        label={words.warnMinutes}
        defaultValue={warnings.minutes.join(', ')}
        error={wrong}
        helperText={wrong ? words.warnMinutesWrong : ' '}
        onBlur={(event) => take(event.target.value)}
        sx={{ width: 420, mt: 1 }}
      />
    </Box>
  )
}

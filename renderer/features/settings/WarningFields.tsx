import { Box, Checkbox, FormControlLabel, Switch, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { defaultWarnings, warningSettings, type WarningSettings } from '../../../shared/domain/deadlines'
import { localDateOf } from '../../../shared/domain/time'
import { settings } from '../../i18n/ru/settings'
import { useOffice } from '../../ui/applicationContext'
import { useNow } from '../../ui/clock/clockContext'
import { readMinutes, warningsInWords } from './warningTexts'

const words = settings.program

type Kept = { half: boolean; minutes: number[]; lastHour: boolean }

/** When a deadline is warned of: as the order says, or as this person chose; in force at once, like its neighbours. */
export function WarningFields({ warnings, disabled, onChange }: { warnings: WarningSettings | null; disabled: boolean; onChange: (warnings: Kept | null) => void }) {
  const { regulations, zone } = useOffice()
  const today = localDateOf(useNow('minute'), zone)
  const ordered = regulations.find(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= today))?.warnings ?? defaultWarnings
  const kept = ({ half, minutes, lastHour }: WarningSettings): Kept => ({ half, minutes: [...minutes], lastHour })
  return (
    <Box role="group" aria-label={words.warnings} sx={{ pl: 5, display: 'flex', flexDirection: 'column' }}>
      <Typography variant="body2" color="textSecondary">{words.warnings}</Typography>
      <FormControlLabel disabled={disabled} control={<Switch checked={warnings !== null} onChange={(_event, own) => onChange(own ? kept(ordered) : null)} />} label={words.warnOwn} />
      {warnings === null
        ? <Typography variant="body2" sx={{ mb: 1 }}>{words.warnByOrder(warningsInWords(ordered))}</Typography>
        : <OwnWarnings warnings={warnings} disabled={disabled} onChange={(next) => onChange(kept(next))} />}
    </Box>
  )
}

function OwnWarnings({ warnings, disabled, onChange }: { warnings: WarningSettings; disabled: boolean; onChange: (warnings: WarningSettings) => void }) {
  const [wrong, setWrong] = useState(false)
  const take = (typed: string) => {
    const minutes = readMinutes(typed)
    setWrong(minutes === null)
    if (minutes !== null) onChange(warningSettings.parse({ ...warnings, minutes }))
  }
  return (
    <>
      <FormControlLabel disabled={disabled} control={<Checkbox checked={warnings.half} onChange={(_event, half) => onChange({ ...warnings, half })} />} label={words.warnHalf} />
      <FormControlLabel disabled={disabled} control={<Checkbox checked={warnings.lastHour} onChange={(_event, lastHour) => onChange({ ...warnings, lastHour })} />} label={words.warnLastHour} />
      <TextField
        disabled={disabled}
        label={words.warnMinutes}
        defaultValue={warnings.minutes.join(', ')}
        error={wrong}
        helperText={wrong ? words.warnMinutesWrong : ' '}
        onBlur={(event) => take(event.target.value)}
        sx={{ maxWidth: 460, mt: 1 }}
      />
    </>
  )
}

import { Button, InputAdornment, TextField } from '@mui/material'
import { zoneOffsets, type Instant, type OfficeZone } from '../../shared/domain/time'
import type { Result } from '../../shared/lib/result'
import { readTypedInstant, typedFormOf } from '../format/typedInstant'
import { moment as words } from '../i18n/ru/moment'
import { useApplication, useOffice } from './applicationContext'
import { useNow } from './clock/clockContext'
import { useInstantFormat } from './formatContext'

/** `25.11.2026 10:30` on the office's clock. */
export const typedMoment = (at: Instant, zone: OfficeZone): string => typedFormOf(at, zoneOffsets(zone).offsetAt(at))

/** Reads what stands in the field; the error is the sentence to show. */
export function readMoment(typed: string, zone: OfficeZone, now: Instant): Result<Instant, string> {
  const read = readTypedInstant(typed, zone, now)
  return read.ok ? { ok: true, value: read.value.at } : { ok: false, error: words.errors[read.error] }
}

/** When something was done: on the office's clock, never in the future; says how it was understood. */
export function MomentField({ label, value, onChange }: { label: string; value: string; onChange: (typed: string) => void }) {
  const { zone } = useOffice()
  const { clock } = useApplication()
  const now = useNow('minute')
  const format = useInstantFormat()
  const read = readMoment(value, zone, now)
  const stamp = () => onChange(typedMoment(clock.now(), zone))
  return (
    <TextField
      label={label}
      value={value}
      required
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
      error={!read.ok && value !== ''}
      helperText={read.ok ? words.understood(format.moment(read.value, now)) : value === '' ? ' ' : read.error}
      sx={{ width: 320, maxWidth: '100%' }}
      slotProps={{ input: { endAdornment: <InputAdornment position="end"><Button onClick={stamp}>{words.now}</Button></InputAdornment> } }}
    />
  )
}

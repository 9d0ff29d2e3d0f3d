import { Button, InputAdornment, TextField } from '@mui/material'
import { useState, type Ref } from 'react'
import { zoneOffsets, type Instant, type OfficeZone } from '../../shared/domain/time'
import type { Result } from '../../shared/lib/result'
import { duration } from '../format/durations'
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

interface MomentFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (typed: string) => void
  /** What stands below while the field is empty. */
  readonly hint?: string
  /** The person has tried to go on: an empty field is told of too. */
  readonly asked?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  readonly fullWidth?: boolean
}

/**
 * When something was done: on the office's clock, never in the future. Says how it was understood and settles on it when left,
 * so that «час назад» does not move with the clock.
 */
export function MomentField({ label, value, onChange, hint = ' ', asked = false, inputRef, fullWidth = false }: MomentFieldProps) {
  const { zone } = useOffice()
  const { clock } = useApplication()
  const now = useNow('minute')
  const format = useInstantFormat()
  const [left, setLeft] = useState(false)
  /** The settled text that came of «час назад»: it still wants a look at the exact time. */
  const [rough, setRough] = useState<string | null>(null)
  const read = readTypedInstant(value, zone, now)
  const settle = () => {
    setLeft(true)
    const settled = readTypedInstant(value, zone, clock.now())
    if (!settled.ok) return
    const text = typedMoment(settled.value.at, zone)
    if (settled.value.approximate) setRough(text)
    if (text !== value) onChange(text)
  }
  const wrong = !read.ok && (read.error === 'empty' ? asked : asked || left || read.error === 'future')
  const said = read.ok
    ? read.value.approximate || rough === value
      ? words.approximate(format.moment(read.value.at, now))
      : words.understood(format.moment(read.value.at, now), duration(now - read.value.at))
    : wrong
      ? words.errors[read.error]
      : hint
  return (
    <TextField
      label={label}
      value={value}
      required
      fullWidth={fullWidth}
      inputRef={inputRef}
      autoComplete="off"
      placeholder={words.example}
      onChange={(event) => onChange(event.target.value)}
      onFocus={() => setLeft(false)}
      onBlur={settle}
      error={wrong}
      helperText={said}
      sx={fullWidth ? {} : { width: 320, maxWidth: '100%' }}
      slotProps={{ input: { endAdornment: <InputAdornment position="end"><Button onClick={() => onChange(typedMoment(clock.now(), zone))}>{words.now}</Button></InputAdornment> } }}
    />
  )
}

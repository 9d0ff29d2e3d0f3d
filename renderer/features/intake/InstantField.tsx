import { Box, Chip, TextField } from '@mui/material'
import { useRef, useState } from 'react'
import { zoneOffsets } from '../../../shared/domain/time'
import { duration } from '../../format/durations'
import { intake as words } from '../../i18n/ru/intake'
import { useApplication, useOffice } from '../../ui/applicationContext'
import { useNow } from '../../ui/clock/clockContext'
import { useInstantFormat } from '../../ui/formatContext'
import { readTypedInstant, typedFormOf } from '../../format/typedInstant'

interface InstantFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (typed: string) => void
  /** Shows what is wrong; before that only what was understood. */
  readonly checked: boolean
}

/** An instant as people write it, on the office's clock; says how it was understood and settles on it when left. */
export function InstantField({ label, value, onChange, checked }: InstantFieldProps) {
  const { clock } = useApplication()
  const { zone } = useOffice()
  const now = useNow('minute')
  const format = useInstantFormat()
  const input = useRef<HTMLInputElement>(null)
  const [hinted, setHinted] = useState(false)
  const read = readTypedInstant(value, zone, now)
  const canonical = (typed: string): string => {
    const settled = readTypedInstant(typed, zone, clock.now())
    return settled.ok ? typedFormOf(settled.value.at, zoneOffsets(zone).offsetAt(settled.value.at)) : typed
  }
  const settle = () => {
    if (!read.ok) return
    // «час назад» would move with the clock: it becomes the time it means now.
    setHinted(read.value.approximate || (hinted && canonical(value) === value))
    if (canonical(value) !== value) onChange(canonical(value))
  }
  const put = (typed: string) => {
    setHinted(false)
    onChange(canonical(typed))
  }
  const startYesterday = () => {
    onChange('вчера в ')
    input.current?.focus()
  }
  const wrong = !read.ok && (read.error === 'empty' ? checked : checked || read.error === 'future')
  const said = read.ok
    ? hinted || read.value.approximate
      ? words.paste.approximate(format.moment(read.value.at, now))
      : words.paste.placedAtRead(format.moment(read.value.at, now), duration(now - read.value.at))
    : wrong
      ? words.errors[read.error]
      : words.paste.placedAtHint
  return (
    <Box>
      <TextField
        fullWidth
        required
        label={label}
        value={value}
        inputRef={input}
        onChange={(event) => {
          setHinted(false)
          onChange(event.target.value)
        }}
        onBlur={settle}
        error={wrong}
        helperText={said}
        autoComplete="off"
        placeholder="25.11.2026 10:30"
      />
      <Box sx={{ display: 'flex', gap: 0.5, mt: 0.5, flexWrap: 'wrap' }}>
        <Chip label={words.paste.now} variant="outlined" onClick={() => put('сейчас')} />
        <Chip label={words.paste.hourAgo} variant="outlined" onClick={() => put('час назад')} />
        <Chip label={words.paste.yesterday} variant="outlined" onClick={startYesterday} />
      </Box>
    </Box>
  )
}

import { Box, Chip } from '@mui/material'
import { useRef } from 'react'
import { intake as words } from '../../i18n/ru/intake'
import { useApplication, useOffice } from '../../ui/applicationContext'
import { MomentField, readMoment, typedMoment } from '../../ui/MomentField'

/** When the message was placed: the field for an instant with the two ways in which networks say it most. */
export function InstantField({ value, onChange, asked }: { value: string; onChange: (typed: string) => void; asked: boolean }) {
  const { clock } = useApplication()
  const { zone } = useOffice()
  const input = useRef<HTMLInputElement>(null)
  const hourAgo = () => {
    const read = readMoment('час назад', zone, clock.now())
    if (read.ok) onChange(typedMoment(read.value, zone))
  }
  const startYesterday = () => {
    onChange(`${words.paste.yesterday} `)
    input.current?.focus()
  }
  return (
    <Box>
      <MomentField fullWidth label={words.paste.placedAt} value={value} onChange={onChange} hint={words.paste.placedAtHint} asked={asked} inputRef={input} />
      <Box sx={{ display: 'flex', gap: 0.5, mt: 0.5, flexWrap: 'wrap' }}>
        <Chip label={words.paste.hourAgo} variant="outlined" onClick={hourAgo} />
        <Chip label={`${words.paste.yesterday}…`} variant="outlined" onClick={startYesterday} />
      </Box>
    </Box>
  )
}

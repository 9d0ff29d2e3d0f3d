import { ListSubheader, MenuItem, TextField } from '@mui/material'
import { calendar as words } from '../../i18n/ru/calendar'
import type { ScheduleOption } from './schedules'

export function ScheduleSelect({ options, value, onChange, ownTitle }: { options: readonly ScheduleOption[]; value: string; onChange: (key: string) => void; ownTitle?: string }) {
  const item = ({ key, title }: ScheduleOption) => <MenuItem key={key} value={key}>{title}</MenuItem>
  const others = options.filter(({ own }) => !own)
  return (
    <TextField select label={words.schedule} value={value} onChange={(event) => onChange(event.target.value)} sx={{ width: 300, maxWidth: '100%', flexShrink: 0 }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
      {ownTitle !== undefined && <MenuItem value="">{ownTitle}</MenuItem>}
      <ListSubheader>{words.officeGroup}</ListSubheader>
      {options.filter(({ own }) => own).map(item)}
      {others.length > 0 && <ListSubheader>{words.presetGroup}</ListSubheader>}
      {others.map(item)}
    </TextField>
  )
}

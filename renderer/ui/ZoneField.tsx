import { MenuItem, TextField } from '@mui/material'
import type { OfficeZone } from '../../shared/domain/time'

/** Where Russian offices are; each by the largest town of its clock. */
const zones: readonly (readonly [string, string])[] = [
  ['Europe/Kaliningrad', 'Калининград, МСК−1'],
  ['Europe/Moscow', 'Москва, МСК'],
  ['Europe/Samara', 'Самара, МСК+1'],
  ['Asia/Yekaterinburg', 'Екатеринбург, МСК+2'],
  ['Asia/Omsk', 'Омск, МСК+3'],
  ['Asia/Novosibirsk', 'Новосибирск, МСК+4'],
  ['Asia/Krasnoyarsk', 'Красноярск, МСК+4'],
  ['Asia/Irkutsk', 'Иркутск, МСК+5'],
  ['Asia/Yakutsk', 'Якутск, МСК+6'],
  ['Asia/Vladivostok', 'Владивосток, МСК+7'],
  ['Asia/Magadan', 'Магадан, МСК+8'],
  ['Asia/Kamchatka', 'Камчатка, МСК+9'],
]

/** By whose clock the office lives; a zone that is not in the list is kept and named as it is. */
export function ZoneField({ label, helperText, value, onChange }: { label: string; helperText?: string; value: OfficeZone; onChange: (zone: OfficeZone) => void }) {
  const known = zones.some(([zone]) => zone === value)
  return (
    <TextField select fullWidth label={label} helperText={helperText} value={value} onChange={(event) => onChange(event.target.value as OfficeZone)}>
      {!known && <MenuItem value={value}>{value}</MenuItem>}
      {zones.map(([zone, name]) => <MenuItem key={zone} value={zone}>{name}</MenuItem>)}
    </TextField>
  )
}

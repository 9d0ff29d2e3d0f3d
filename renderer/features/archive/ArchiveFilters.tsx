import { Box, FormControlLabel, MenuItem, Switch, TextField } from '@mui/material'
import { networks } from '../../../shared/domain/journal/message'
import type { Directory } from '../../../shared/domain/people/directory'
import { ru } from '../../i18n/ru'
import { archive as words } from '../../i18n/ru/archive'
import { type ArchiveFilter, outcomeKinds } from './archiveFilter'

interface ArchiveFiltersProps {
  readonly filter: ArchiveFilter
  readonly directory: Directory
  readonly onChange: (filter: ArchiveFilter) => void
}

export function ArchiveFilters({ filter, directory, onChange }: ArchiveFiltersProps) {
  const choice = <K extends 'outcome' | 'department' | 'network'>(name: K, label: string, options: readonly (readonly [string, string])[]) => (
    <TextField select label={label} value={filter[name]} onChange={(event) => onChange({ ...filter, [name]: event.target.value })} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }} sx={{ minWidth: 0 }}>
      <MenuItem value="">{words.any}</MenuItem>
      {options.map(([value, title]) => <MenuItem key={value} value={value}>{title}</MenuItem>)}
    </TextField>
  )
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 1, rowGap: 1.25, pt: 1.5 }}>
      {choice('outcome', words.outcomeLabel, outcomeKinds.map((how) => [how, words.outcome[how]]))}
      {choice('network', words.network, networks.map((network) => [network, ru.kinds.network[network]]))}
      {/* Closed structures too: their answers are here. */}
      {choice('department', words.department, directory.departments.map((department) => [department.id, department.shortName ?? department.name]))}
      <FormControlLabel control={<Switch checked={filter.overdueOnly} onChange={(_event, overdueOnly) => onChange({ ...filter, overdueOnly })} />} label={words.overdueOnly} slotProps={{ typography: { variant: 'body2' } }} sx={{ mr: 0, gridColumn: { xs: '1 / 3', md: 'auto' } }} />
    </Box>
  )
}

import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import FilterList from '@mui/icons-material/FilterList'
import Search from '@mui/icons-material/Search'
import { Badge, Box, IconButton, InputAdornment, ListSubheader, MenuItem, TextField, Tooltip } from '@mui/material'
import type { KeyboardEvent, Ref } from 'react'
import { archive as words } from '../../i18n/ru/archive'
import { KeyCap } from '../../ui/keys/KeyCap'
import { monthsByYear } from './archiveFilter'
import type { Month } from './useArchive'

interface ArchiveSearchProps {
  readonly query: string
  readonly filtered: boolean
  readonly filtersOpen: boolean
  readonly onQuery: (query: string) => void
  readonly onFilters: () => void
  readonly onLeave: () => void
  readonly searchRef: Ref<HTMLInputElement>
}

/** The search field and the way to the filters. */
export function ArchiveSearch({ query, filtered, filtersOpen, onQuery, onFilters, onLeave, searchRef }: ArchiveSearchProps) {
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onQuery('')
    else if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
    event.preventDefault()
    event.stopPropagation()
    onLeave()
  }
  return (
    <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
      <TextField
        fullWidth
        inputRef={searchRef}
        value={query}
        placeholder={words.searchHint}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={keys}
        slotProps={{
          htmlInput: { 'aria-label': words.search },
          input: {
            startAdornment: <InputAdornment position="start"><Search fontSize="small" /></InputAdornment>,
            endAdornment: query === '' ? <InputAdornment position="end"><KeyCap chord={{ code: 'Slash', typed: '/' }} /></InputAdornment> : undefined,
          },
        }}
      />
      <Tooltip title={words.filter}>
        <IconButton aria-label={words.filter} aria-expanded={filtersOpen} onClick={onFilters}>
          <Badge variant="dot" color="primary" invisible={!filtered}><FilterList /></Badge>
        </IconButton>
      </Tooltip>
    </Box>
  )
}

interface MonthChoiceProps {
  readonly months: readonly Month[]
  readonly month: string | undefined
  readonly onMonth: (month: string) => void
}

/** Which month is shown: any from the list, or a step to either side. */
export function MonthChoice({ months, month, onMonth }: MonthChoiceProps) {
  const index = months.findIndex((one) => one.month === month)
  const step = (to: Month | undefined, label: string, icon: React.ReactNode) => (
    <Tooltip title={label}><span><IconButton aria-label={label} disabled={to === undefined} onClick={() => to !== undefined && onMonth(to.month)}>{icon}</IconButton></span></Tooltip>
  )
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, mt: 1 }}>
      {step(months[index + 1], words.previousMonth, <ChevronLeft />)}
      <TextField select fullWidth value={month ?? ''} onChange={(event) => onMonth(event.target.value)} slotProps={{ htmlInput: { 'aria-label': words.monthLabel } }}>
        {monthsByYear(months).flatMap(({ year, months: inYear, count }) => [
          <ListSubheader key={year}>{`${year}: ${words.count(count)}`}</ListSubheader>,
          ...inYear.map((one) => <MenuItem key={one.month} value={one.month}>{`${words.month(one.month)} – ${words.count(one.count)}`}</MenuItem>),
        ])}
      </TextField>
      {step(index > 0 ? months[index - 1] : undefined, words.nextMonth, <ChevronRight />)}
    </Box>
  )
}

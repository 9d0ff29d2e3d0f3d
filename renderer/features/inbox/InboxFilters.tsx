import Clear from '@mui/icons-material/Clear'
import Search from '@mui/icons-material/Search'
import { Box, ButtonBase, IconButton, InputAdornment, TextField, Typography } from '@mui/material'
import type { Ref } from 'react'
import { inbox as words } from '../../i18n/ru/inbox'
import { ru } from '../../i18n/ru'
import { KeyCap } from '../../ui/keys/KeyCap'
import { inboxFilters, type InboxFilter } from './inboxFilter'

interface InboxFiltersProps {
  readonly filter: InboxFilter
  readonly counts: Readonly<Record<InboxFilter, number>>
  readonly query: string
  readonly shown: number
  readonly onFilter: (filter: InboxFilter) => void
  readonly onQuery: (query: string) => void
  /** Esc, Enter and ↓ in the field lead to the list. */
  readonly onLeave: () => void
  readonly searchRef: Ref<HTMLInputElement>
}

export function InboxFilters({ filter, counts, query, shown, onFilter, onQuery, onLeave, searchRef }: InboxFiltersProps) {
  return (
    <Box sx={{ p: 1, pb: 0.5, borderBottom: 1, borderColor: 'divider', display: 'flex', flexDirection: 'column', gap: 0.75 }}>
      <TextField
        fullWidth
        type="text"
        inputRef={searchRef}
        value={query}
        placeholder={words.searchHint}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onQuery('')
          else if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
          event.preventDefault()
          event.stopPropagation()
          onLeave()
        }}
        slotProps={{
          htmlInput: { 'aria-label': words.searchLabel, 'aria-keyshortcuts': '/' },
          input: {
            startAdornment: <InputAdornment position="start"><Search fontSize="small" /></InputAdornment>,
            endAdornment: (
              <InputAdornment position="end">
                {query === '' ? <KeyCap chord={{ code: 'Slash', typed: '/' }} /> : <IconButton aria-label={ru.common.clear} onClick={() => onQuery('')}><Clear fontSize="small" /></IconButton>}
              </InputAdornment>
            ),
          },
        }}
      />
      <Box role="group" aria-label={words.filters} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {/* What hardly ever is there takes no place while it is not. */}
        {inboxFilters.filter((one) => one !== 'conflict' || counts.conflict > 0 || filter === 'conflict').map((one) => (
          <FilterButton key={one} name={words.filter[one]} count={counts[one]} chosen={one === filter} onClick={() => onFilter(one)} />
        ))}
      </Box>
      <Typography variant="caption" color="textSecondary" role="status">{filter === 'conflict' ? words.torn(shown) : words.shown(shown, counts.all)}</Typography>
    </Box>
  )
}

function FilterButton({ name, count, chosen, onClick }: { name: string; count: number; chosen: boolean; onClick: () => void }) {
  return (
    <ButtonBase
      aria-pressed={chosen}
      onClick={onClick}
      sx={{
        px: 0.875, height: 24, borderRadius: 3, border: 1, fontSize: '0.78125rem', gap: 0.5, borderColor: chosen ? 'primary.main' : 'divider',
        color: chosen ? 'primary.main' : 'text.primary', fontWeight: chosen ? 700 : 400, bgcolor: chosen ? 'action.selected' : 'transparent',
        '&.Mui-focusVisible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 1 },
      }}
    >
      {name}
      <Box component="span" sx={{ opacity: 0.75, fontVariantNumeric: 'tabular-nums' }}>{count}</Box>
    </ButtonBase>
  )
}

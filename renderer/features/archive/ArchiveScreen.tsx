import Inventory from '@mui/icons-material/Inventory2Outlined'
import SearchOff from '@mui/icons-material/SearchOff'
import { Box, Button, CircularProgress, Typography } from '@mui/material'
import { useMemo, useRef, useState } from 'react'
import type { CaseId } from '../../../shared/domain/journal/ids'
import { ru } from '../../i18n/ru'
import { archive as words } from '../../i18n/ru/archive'
import { useDirectory } from '../../ui/applicationContext'
import { CasePane } from '../../ui/caseSlots'
import { EmptyState } from '../../ui/EmptyState'
import { useShortcuts } from '../../ui/keys/keysContext'
import { VirtualList } from '../../ui/list/VirtualList'
import { WorkProgress } from '../../ui/longWork'
import { useNavigation } from '../../ui/navigation'
import { TwoPanes } from '../../ui/TwoPanes'
import { type ArchiveFilter, everyCase, filterIsSet } from './archiveFilter'
import { ArchiveFilters } from './ArchiveFilters'
import { ArchiveSearch, MonthChoice } from './ArchiveHead'
import { ArchiveRow, archiveRowHeight } from './ArchiveRow'
import { useArchiveSearch, useEntries, useMonth, useMonths } from './useArchive'

/** Closed cases: a month at a time, or what a search finds in all of them. */
export function ArchiveScreen() {
  const directory = useDirectory()
  const { place, go } = useNavigation()
  const [filter, setFilter] = useState<ArchiveFilter>(everyCase)
  const [query, setQuery] = useState('')
  const [filtersOpen, setFiltersOpen] = useState(false)
  const [chosenMonth, setMonth] = useState<string | undefined>()
  const months = useMonths()
  const month = chosenMonth !== undefined && months?.some((one) => one.month === chosenMonth) ? chosenMonth : months?.[0]?.month
  const searching = query.trim() !== ''
  const { found, running, cancel } = useArchiveSearch(query)
  const ofMonth = useMonth(searching ? undefined : month)
  const entries = useEntries(ofMonth, found, searching, filter)
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLDivElement>(null)

  const selected = place.caseId ?? null
  const select = (caseId: CaseId) => go({ screen: 'archive', caseId })
  const reset = () => {
    setFilter(everyCase)
    setQuery('')
  }
  const step = (by: number) => {
    if (entries === undefined) return
    const index = entries.findIndex(({ state }) => state.id === selected)
    const next = entries[index < 0 ? 0 : Math.max(0, Math.min(entries.length - 1, index + by))]
    if (next !== undefined) select(next.state.id)
  }
  const stepMonth = (by: number) => {
    const next = months?.[months.findIndex((one) => one.month === month) + by]
    if (next !== undefined) setMonth(next.month)
  }
  const focusPane = () => pane.current?.focus()
  useShortcuts(words.keys.group, [
    { chord: { code: 'KeyJ' }, also: [{ code: 'ArrowDown' }], label: words.keys.next, run: () => step(1) },
    { chord: { code: 'KeyK' }, also: [{ code: 'ArrowUp' }], label: words.keys.previous, run: () => step(-1) },
    { chord: { code: 'Enter' }, label: words.keys.open, run: focusPane },
    { chord: { code: 'Slash', typed: '/' }, label: words.keys.search, run: () => search.current?.focus() },
    { chord: { code: 'BracketLeft' }, label: words.keys.older, run: () => stepMonth(1) },
    { chord: { code: 'BracketRight' }, label: words.keys.newer, run: () => stepMonth(-1) },
    { chord: { code: 'Escape' }, label: words.keys.clear, run: reset },
  ])
  const total = searching ? (found?.hits.length ?? 0) : (ofMonth?.length ?? 0)
  const said = useMemo(() => {
    if (entries === undefined) return ''
    const shown = words.shown(entries.length, total)
    return searching && found !== undefined ? `${words.found(found.hits.length, found.open)}${entries.length === total ? '' : ` · ${shown}`}` : shown
  }, [entries, found, searching, total])

  if (months?.length === 0 && !searching) return <EmptyState icon={Inventory} title={words.empty.none}>{words.empty.noneHint}</EmptyState>
  return (
    <TwoPanes
      listLabel={words.list}
      paneLabel={ru.message.title}
      list={
        <>
          <Box sx={{ p: 1, pb: 0.5, borderBottom: 1, borderColor: 'divider' }}>
            <ArchiveSearch query={query} filtered={filterIsSet(filter)} filtersOpen={filtersOpen} onQuery={setQuery} onFilters={() => setFiltersOpen(!filtersOpen)} onLeave={() => list.current?.focus()} searchRef={search} />
            {(filtersOpen || filterIsSet(filter)) && <ArchiveFilters filter={filter} directory={directory} onChange={setFilter} />}
            {!searching && <MonthChoice months={months ?? []} month={month} onMonth={setMonth} />}
            <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 24 }}>
              <Typography variant="caption" color="textSecondary" role="status" sx={{ flex: 1 }}>{said}</Typography>
              {searching && (found?.open ?? 0) > 0 && <Button onClick={() => go({ screen: 'inbox' })}>{words.toInbox}</Button>}
            </Box>
            {running !== null && <WorkProgress running={running} onCancel={cancel} />}
          </Box>
          {entries === undefined ? (
            <Box sx={{ m: 'auto' }}><CircularProgress aria-label={ru.common.loading} size={28} /></Box>
          ) : entries.length === 0 ? (
            <EmptyState icon={SearchOff} title={words.empty.nothing} action={<Button variant="outlined" onClick={reset}>{words.empty.reset}</Button>}>{words.empty.nothingHint}</EmptyState>
          ) : (
            <VirtualList ref={list} items={entries} keyOf={({ state }) => state.id} rowHeight={archiveRowHeight} label={words.list} selected={selected} onSelect={({ state }) => select(state.id)} onOpen={focusPane}>
              {(entry, chosen) => <ArchiveRow entry={entry} directory={directory} selected={chosen} />}
            </VirtualList>
          )}
        </>
      }
    >
      <div ref={pane} tabIndex={-1} style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', outline: 'none' }}>
        {selected === null ? <EmptyState icon={Inventory} title={words.empty.choose}>{words.empty.chooseHint}</EmptyState> : <CasePane key={selected} caseId={selected} />}
      </div>
    </TwoPanes>
  )
}

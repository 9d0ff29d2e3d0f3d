import Inbox from '@mui/icons-material/InboxOutlined'
import SearchOff from '@mui/icons-material/SearchOff'
import { Button } from '@mui/material'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { CaseId } from '../../../shared/domain/journal/ids'
import { ru } from '../../i18n/ru'
import { caseWords } from '../../i18n/ru/case'
import { inbox as words } from '../../i18n/ru/inbox'
import { useActor, useApplication, useDirectory, useObservable } from '../../ui/applicationContext'
import { CasePane } from '../../ui/caseSlots'
import { useNow } from '../../ui/clock/clockContext'
import { useDeadlineDesk, useOpenCases } from '../../ui/deadlines/deadlinesContext'
import { EmptyState } from '../../ui/EmptyState'
import { CaseRow, caseRowHeight } from '../../ui/list/CaseRow'
import { useListKeys } from '../../ui/list/useListKeys'
import { VirtualList } from '../../ui/list/VirtualList'
import { hasLayoutHint } from '../../ui/message/layoutHint'
import { useNavigation } from '../../ui/navigation'
import { TwoPanes } from '../../ui/TwoPanes'
import { filterCounts, inboxFilters, shownCases, type InboxFilter } from './inboxFilter'
import { InboxFilters } from './InboxFilters'

/** Two panes: what binds next, and the case. */
export function InboxScreen() {
  const open = useOpenCases()
  const desk = useDeadlineDesk()
  const torn = useObservable(useApplication().closedConflicts)
  const directory = useDirectory()
  const now = useNow('minute')
  const { role } = useActor()
  const { place, go } = useNavigation()
  const [filter, setFilter] = useState<InboxFilter>('all')
  const [query, setQuery] = useState('')
  const sought = useDeferredValue(query)
  // A decision taken twice is looked at also where the work was closed by it.
  const closed = useMemo(() => torn.map((state) => desk.undated(state)), [torn, desk])
  const cases = useMemo(() => (filter === 'conflict' ? [...open, ...closed] : open), [filter, open, closed])
  const shown = useMemo(() => shownCases(cases, filter, sought, directory, now), [cases, filter, sought, directory, now])
  const counts = useMemo(() => ({ ...filterCounts(open, now), conflict: filterCounts([...open, ...closed], now).conflict }), [open, closed, now])
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLDivElement>(null)

  const selected = place.caseId ?? null
  const select = (caseId: CaseId) => go({ screen: 'inbox', caseId })
  // With nothing chosen the first is: it is what binds next.
  useEffect(() => {
    const first = shown[0]
    if (place.caseId === undefined && first !== undefined) go({ screen: 'inbox', caseId: first.state.id })
  }, [place.caseId, shown, go])

  const focusPane = () => pane.current?.focus()
  useListKeys(shown.map(({ state }) => state.id), selected, select, focusPane, [
    { chord: { code: 'Slash', typed: '/' }, label: words.keys.search, run: () => search.current?.focus() },
    ...inboxFilters.map((one, index) => ({ chord: { code: `Digit${index + 1}` }, label: words.keys.filter(words.filter[one]), run: () => setFilter(one) })),
  ])

  return (
    <TwoPanes
      listLabel={words.list}
      paneLabel={ru.message.title}
      list={
        <>
          <InboxFilters filter={filter} counts={counts} query={query} shown={shown.length} onFilter={setFilter} onQuery={setQuery} onLeave={() => list.current?.focus()} searchRef={search} />
          {shown.length === 0 ? (
            <NothingShown any={cases.length > 0} onReset={() => { setFilter('all'); setQuery('') }} onIntake={role === 'operator' ? () => go({ screen: 'intake' }) : undefined} />
          ) : (
            <VirtualList ref={list} items={shown} keyOf={({ state }) => state.id} rowHeight={caseRowHeight} label={words.list} selected={selected} onSelect={({ state }) => select(state.id)} onOpen={focusPane}>
              {(judged, chosen) => <CaseRow judged={judged} directory={directory} selected={chosen} layoutHint={judged.state.stage === 'triage' && hasLayoutHint(judged.state.message)} />}
            </VirtualList>
          )}
        </>
      }
    >
      <div ref={pane} tabIndex={-1} style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', outline: 'none' }}>
        {selected === null ? <EmptyState icon={Inbox} title={caseWords.empty}>{caseWords.emptyHint}</EmptyState> : <CasePane key={selected} caseId={selected as CaseId} />}
      </div>
    </TwoPanes>
  )
}

function NothingShown({ any, onReset, onIntake }: { any: boolean; onReset: () => void; onIntake: (() => void) | undefined }) {
  const { empty } = words
  return any ? (
    <EmptyState icon={SearchOff} title={empty.filtered} action={<Button variant="outlined" onClick={onReset}>{empty.reset}</Button>}>{empty.filteredHint}</EmptyState>
  ) : (
    <EmptyState icon={Inbox} title={empty.none} action={onIntake !== undefined && <Button variant="outlined" onClick={onIntake}>{empty.toIntake}</Button>}>{empty.noneHint}</EmptyState>
  )
}

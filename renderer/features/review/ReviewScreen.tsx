import FactCheck from '@mui/icons-material/FactCheckOutlined'
import { Box, Typography } from '@mui/material'
import { useEffect, useMemo, useRef } from 'react'
import type { CaseId } from '../../../shared/domain/journal/ids'
import { reviewQueue } from '../../../shared/domain/queues'
import { review as words } from '../../i18n/ru/review'
import { useDirectory } from '../../ui/applicationContext'
import { useOpenCases, type JudgedCase } from '../../ui/deadlines/deadlinesContext'
import { EmptyState } from '../../ui/EmptyState'
import { CaseRow, caseRowHeight } from '../../ui/list/CaseRow'
import { useListKeys } from '../../ui/list/useListKeys'
import { VirtualList } from '../../ui/list/VirtualList'
import { useNavigation } from '../../ui/navigation'
import { TwoPanes } from '../../ui/TwoPanes'
import { ReviewPane } from './ReviewPane'

/** Answers that wait for the operator's check, what binds next on top. */
export function ReviewScreen() {
  const cases = useOpenCases()
  const directory = useDirectory()
  const { place, go } = useNavigation()
  // The queue keeps the very objects it is given; its type knows only their common part.
  const queue = useMemo(() => reviewQueue(cases) as readonly JudgedCase[], [cases])
  const pane = useRef<HTMLDivElement>(null)
  const selected = queue.find(({ state }) => state.id === place.caseId) ?? queue[0]
  const select = (caseId: CaseId) => go({ screen: 'review', caseId })
  // What was published or returned leaves the queue; the next takes its place.
  useEffect(() => {
    if (selected !== undefined && selected.state.id !== place.caseId) go({ screen: 'review', caseId: selected.state.id })
  }, [selected, place.caseId, go])
  useListKeys(queue.map(({ state }) => state.id), selected?.state.id ?? null, select, () => pane.current?.focus())
  if (queue.length === 0) return <EmptyState icon={FactCheck} title={words.empty}>{words.emptyHint}</EmptyState>
  return (
    <TwoPanes
      slim
      listLabel={words.list}
      paneLabel={words.answer}
      list={
        <>
          <Typography variant="caption" color="textSecondary" role="status" sx={{ p: 1, borderBottom: 1, borderColor: 'divider' }}>{words.waiting(queue.length)}</Typography>
          <VirtualList items={queue} keyOf={({ state }) => state.id} rowHeight={caseRowHeight} label={words.list} selected={selected?.state.id ?? null} onSelect={({ state }) => select(state.id)} onOpen={() => pane.current?.focus()}>
            {(judged, chosen) => <CaseRow judged={judged} directory={directory} selected={chosen} />}
          </VirtualList>
        </>
      }
    >
      <Box ref={pane} tabIndex={-1} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', outline: 'none' }}>
        {selected !== undefined && <ReviewPane key={selected.state.id} judged={selected} />}
      </Box>
    </TwoPanes>
  )
}

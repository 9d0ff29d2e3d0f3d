import AssignmentInd from '@mui/icons-material/AssignmentIndOutlined'
import { Box, Typography } from '@mui/material'
import { useEffect, useMemo, useRef } from 'react'
import type { CaseId } from '../../../shared/domain/journal/ids'
import type { DepartmentId } from '../../../shared/domain/people/roles'
import { departmentDesk } from '../../../shared/domain/queues'
import { departmentFullName } from '../../format/people'
import { department as words } from '../../i18n/ru/department'
import { useActor, useDirectory } from '../../ui/applicationContext'
import { useOpenCases, type JudgedCase } from '../../ui/deadlines/deadlinesContext'
import { EmptyState } from '../../ui/EmptyState'
import { CaseRow, caseRowHeight } from '../../ui/list/CaseRow'
import { useListKeys } from '../../ui/list/useListKeys'
import { VirtualList } from '../../ui/list/VirtualList'
import { useNavigation } from '../../ui/navigation'
import { TwoPanes } from '../../ui/TwoPanes'
import { DeskPane } from './DeskPane'

/** A structure's own desk; nobody else's messages are on it. */
export function DepartmentScreen() {
  const actor = useActor()
  return actor.role === 'department' ? <Desk department={actor.department} /> : null
}

function Desk({ department }: { department: DepartmentId }) {
  const cases = useOpenCases()
  const directory = useDirectory()
  const { place, go } = useNavigation()
  // The queue keeps the very objects it is given; its type knows only their common part.
  const queue = useMemo(() => departmentDesk(department)(cases) as readonly JudgedCase[], [cases, department])
  const pane = useRef<HTMLDivElement>(null)
  const selected = queue.find(({ state }) => state.id === place.caseId) ?? queue[0]
  const select = (caseId: CaseId) => go({ screen: 'department', caseId })
  useEffect(() => {
    if (selected !== undefined && selected.state.id !== place.caseId) go({ screen: 'department', caseId: selected.state.id })
  }, [selected, place.caseId, go])
  useListKeys(queue.map(({ state }) => state.id), selected?.state.id ?? null, select, () => pane.current?.focus())
  if (queue.length === 0) return <EmptyState icon={AssignmentInd} title={words.empty}>{words.emptyHint}</EmptyState>
  return (
    <TwoPanes
      listLabel={words.list}
      paneLabel={words.answer}
      list={
        <>
          <Typography variant="caption" color="textSecondary" role="status" sx={{ p: 1, borderBottom: 1, borderColor: 'divider' }}>
            {`${departmentFullName(directory, department)} · ${words.count(queue.length)}`}
          </Typography>
          <VirtualList items={queue} keyOf={({ state }) => state.id} rowHeight={caseRowHeight} label={words.list} selected={selected?.state.id ?? null} onSelect={({ state }) => select(state.id)} onOpen={() => pane.current?.focus()}>
            {(judged, chosen) => <CaseRow judged={judged} directory={directory} selected={chosen} />}
          </VirtualList>
        </>
      }
    >
      <Box ref={pane} tabIndex={-1} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', outline: 'none' }}>
        {selected !== undefined && <DeskPane key={selected.state.id} judged={selected} department={department} />}
      </Box>
    </TwoPanes>
  )
}

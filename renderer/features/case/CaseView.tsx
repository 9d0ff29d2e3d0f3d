import SearchOff from '@mui/icons-material/SearchOff'
import { Box, CircularProgress } from '@mui/material'
import type { CaseState } from '../../../shared/domain/case/caseState'
import type { CaseId } from '../../../shared/domain/journal/ids'
import { caseWords as words } from '../../i18n/ru/case'
import { ru } from '../../i18n/ru'
import { EmptyState } from '../../ui/EmptyState'
import { DeadlineList } from '../../ui/deadlines/DeadlineList'
import { useJudgedCase } from '../../ui/deadlines/deadlinesContext'
import { MessageCard } from '../../ui/message/MessageCard'
import { Section } from '../../ui/Section'
import { useCase } from '../../ui/useCase'
import { Alerts } from './Alerts'
import { ActionBar } from './ActionBar'
import { AppealSection } from './AppealSection'
import { BindingBand } from './BindingBand'
import { ForwardingList } from './ForwardingList'
import { HistoryList } from './HistoryList'
import { NoteList } from './NoteList'
import { PostingList } from './PostingList'
import { Suggestions } from './Suggestions'
import { evidenceOf, useSuggestions } from './useSuggestions'

/** One case whole: what binds, what can be done, the message, the terms, what happened. */
export function CaseView({ caseId }: { caseId: CaseId }) {
  const view = useCase(caseId)
  switch (view.kind) {
    case 'loading':
      return <Box sx={{ m: 'auto' }}><CircularProgress aria-label={words.loading} /></Box>
    case 'absent':
      return <EmptyState icon={SearchOff} title={words.gone} />
    case 'there':
      return <OneCase state={view.state} />
  }
}

function OneCase({ state }: { state: CaseState }) {
  const judged = useJudgedCase(state)
  const suggestions = useSuggestions(state)
  return (
    <>
      <Box sx={{ px: 2, pt: 1, pb: 1, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper', display: 'flex', flexDirection: 'column', gap: 0.75 }}>
        <BindingBand judged={judged} />
        <ActionBar state={state} />
      </Box>
      <Box tabIndex={0} aria-label={ru.message.title} role="region" sx={{ flex: 1, minHeight: 0, overflowY: 'auto', px: 2, py: 1.5, display: 'flex', flexDirection: 'column', gap: 1.5, '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 } }}>
        <Alerts state={state} />
        <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
          <MessageCard message={state.message} evidence={evidenceOf(suggestions)}>
            <Suggestions suggestions={suggestions} state={state} />
          </MessageCard>
        </Box>
        <PostingList state={state} />
        <ForwardingList state={state} />
        <AppealSection state={state} />
        <Section title={ru.deadlines.title}>{judged.deadlines === null || judged.rules === null ? ru.deadlines.noRules : <DeadlineList deadlines={judged.deadlines} rules={judged.rules} />}</Section>
        <NoteList state={state} />
        <HistoryList state={state} />
      </Box>
    </>
  )
}

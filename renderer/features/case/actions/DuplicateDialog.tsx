import { Box, List, ListItemButton, ListItemText, TextField, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import type { CaseId } from '../../../../shared/domain/journal/ids'
import type { SearchHit } from '../../../application/application'
import { firstWords } from '../../../format/people'
import { actions } from '../../../i18n/ru/actions'
import { ru } from '../../../i18n/ru'
import { useApplication, useObservable } from '../../../ui/applicationContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { useInstantFormat } from '../../../ui/formatContext'
import { Highlighted } from '../../../ui/Highlighted'
import { useActorName } from '../../../ui/useActorName'
import { useExecute } from '../../../ui/useExecute'
import type { CaseDialogProps } from './reasonDialogs'

const words = actions.duplicate

/** The case this one repeats: found by words, or offered as another message of the same author. */
export function DuplicateDialog({ state, onClose }: CaseDialogProps) {
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<CaseId | null>(null)
  const hits = useHits(query, state.id)
  const similar = useSameAuthor(state)
  const execute = useExecute()
  const inName = useActorName()
  const confirm = async () => {
    if (chosen === null) return words.search
    const result = await execute(state.id, { type: 'MarkDuplicate', of: chosen }, { done: words.done, undoable: true })
    return result.ok ? undefined : result.error
  }
  const shown = query.trim() === '' ? similar.map(hitOf) : (hits ?? [])
  return (
    <ActionDialog title={words.title} confirmLabel={words.confirm} disabled={chosen === null} width="md" onConfirm={confirm} onClose={onClose} consequence={{ will: words.will, where: actions.journal, inName }}>
      <TextField label={words.search} placeholder={words.hint} value={query} autoFocus onChange={(event) => setQuery(event.target.value)} />
      {query.trim() === '' && similar.length > 0 && <Typography variant="caption" color="textSecondary">{words.similar}</Typography>}
      {query.trim() !== '' && hits === null && <Typography variant="body2" role="status">{words.searching}</Typography>}
      {query.trim() !== '' && hits?.length === 0 && <Typography variant="body2" role="status">{words.nothing}</Typography>}
      <Box sx={{ maxHeight: '36vh', overflowY: 'auto' }}>
        <List dense role="listbox" aria-label={words.found}>
          {shown.map((hit) => <HitRow key={hit.caseId} hit={hit} chosen={hit.caseId === chosen} onChoose={() => setChosen(hit.caseId)} />)}
        </List>
      </Box>
    </ActionDialog>
  )
}

function HitRow({ hit, chosen, onChoose }: { hit: SearchHit; chosen: boolean; onChoose: () => void }) {
  const format = useInstantFormat()
  return (
    <ListItemButton role="option" aria-selected={chosen} selected={chosen} onClick={onChoose}>
      <ListItemText
        primary={<Highlighted text={hit.snippet} ranges={hit.matches} />}
        secondary={`${format.moment(hit.placedAt)}${hit.closed ? ` · ${words.closed}` : ''}`}
        slotProps={{ primary: { variant: 'body2', sx: { overflowWrap: 'anywhere' } } }}
      />
    </ListItemButton>
  )
}

/** `null` while the search is under way; a later query stops the earlier one. */
function useHits(query: string, own: CaseId): readonly SearchHit[] | null {
  const application = useApplication()
  const [found, setFound] = useState<{ readonly query: string; readonly hits: readonly SearchHit[] } | null>(null)
  useEffect(() => {
    if (query.trim() === '') return
    const stop = new AbortController()
    void application.search(query, { signal: stop.signal }).then((hits) => {
      if (!stop.signal.aborted) setFound({ query, hits: hits.filter((hit) => hit.caseId !== own) })
    })
    return () => stop.abort()
  }, [application, query, own])
  return found?.query === query ? found.hits : null
}

function useSameAuthor(state: CaseState): readonly CaseState[] {
  const open = useObservable(useApplication().openCases)
  const { externalId, name } = state.message.author
  return open.filter((other) => other.id !== state.id && (externalId === undefined ? name !== undefined && other.message.author.name === name : other.message.author.externalId === externalId))
}

const hitOf = (state: CaseState): SearchHit => ({ caseId: state.id, closed: state.outcome !== undefined, placedAt: state.message.placedAt, snippet: firstWords(state) ?? ru.common.erased, matches: [] })

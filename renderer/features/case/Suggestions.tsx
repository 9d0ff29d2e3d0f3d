import Lightbulb from '@mui/icons-material/LightbulbOutlined'
import { Box, Button, Typography } from '@mui/material'
import type { CaseState } from '../../../shared/domain/case/caseState'
import type { Suggestion } from '../../../shared/domain/moderation/suggestion'
import { assertNever } from '../../../shared/lib/assertNever'
import { ru } from '../../i18n/ru'
import { suggestions as words } from '../../i18n/ru/suggestions'
import { useActor, useDirectory } from '../../ui/applicationContext'
import { useCopy } from '../../ui/useCopy'
import { departmentOptions } from './departmentOptions'

/** What the program noticed, each with its clause, ground and sign; a person decides. */
export function Suggestions({ suggestions, state }: { suggestions: readonly Suggestion[]; state: CaseState }) {
  const actor = useActor()
  const directory = useDirectory()
  const departments = state.stage === 'triage' ? departmentOptions(state.message.text, directory).filter(({ suggested }) => suggested) : []
  if (actor.role === 'department' || suggestions.length + departments.length === 0) return null
  return (
    <Box component="section" aria-label={words.title} sx={{ border: 1, borderStyle: 'dashed', borderColor: 'divider', borderRadius: 1, p: 1, display: 'flex', flexDirection: 'column', gap: 0.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: 'text.secondary' }}>
        <Lightbulb fontSize="small" aria-hidden />
        <Typography variant="caption" sx={{ fontWeight: 500 }}>{words.note}</Typography>
      </Box>
      {suggestions.map((suggestion, index) => <OneSuggestion key={index} suggestion={suggestion} />)}
      {departments.length > 0 && <Typography variant="body2">{`${words.department} ${departments.map(({ department }) => department.name).join('; ')}`}</Typography>}
    </Box>
  )
}

function OneSuggestion({ suggestion }: { suggestion: Suggestion }) {
  const copy = useCopy()
  const { meant } = suggestion.kind === 'layout' ? suggestion : { meant: undefined }
  return (
    <Box>
      <Typography variant="body2" component="span" sx={{ overflowWrap: 'anywhere' }}>
        {suggestionText(suggestion)}
        {meant !== undefined && <b>{` «${meant}» `}</b>}
      </Typography>
      {suggestion.kind !== 'layout' && (
        <Typography variant="caption" component="span" color="textSecondary">
          {` · ${words.confidence[suggestion.confidence]}: ${words.sign[suggestion.sign]} · ${ru.deadlines.clause(suggestion.clause)}`}
          {suggestion.kind === 'explanation' && suggestion.authority !== undefined && ` · ${words.authority(suggestion.authority)}`}
        </Typography>
      )}
      {meant !== undefined && <Button onClick={() => void copy(meant)}>{words.copyMeant}</Button>}
    </Box>
  )
}

function suggestionText(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'refusal':
      return words.kind.refusal(ru.kinds.refusalGround[suggestion.ground])
    case 'explanation':
      return words.kind.explanation(ru.kinds.explanationGround[suggestion.ground])
    case 'appeal':
      return words.kind.appeal
    case 'emergency':
      return words.kind.emergency
    case 'layout':
      return words.kind.layout
    default:
      return assertNever(suggestion, 'suggestion')
  }
}

import { useMemo } from 'react'
import type { CaseState } from '../../../shared/domain/case/caseState'
import { suggestionsFor } from '../../../shared/domain/moderation/suggest'
import type { Suggestion } from '../../../shared/domain/moderation/suggestion'
import type { TextRange } from '../../ui/Highlighted'

const none: readonly Suggestion[] = []

/** What the program noticed in the message; only while somebody still has to decide about it. */
export function useSuggestions(state: CaseState): readonly Suggestion[] {
  const { message, stage } = state
  const { text } = message
  const hasAttachments = message.attachments.length > 0
  const undecided = stage === 'triage' || stage === 'review'
  const flagged = state.emergency !== undefined
  return useMemo(
    () => (text === null || !undecided ? none : suggestionsFor(text, { hasAttachments }).filter(({ kind }) => kind !== 'emergency' || !flagged)),
    [text, hasAttachments, undecided, flagged],
  )
}

/** The places in the text that the suggestions rest on; a wrong layout is shown by what was meant instead. */
export const evidenceOf = (suggestions: readonly Suggestion[]): readonly TextRange[] => suggestions.flatMap(({ kind, evidence }) => (kind === 'layout' ? [] : evidence))

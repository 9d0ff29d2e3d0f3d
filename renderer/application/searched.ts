import type { CaseState, Words } from '../../shared/domain/case/caseState'
import { endOf } from '../../shared/domain/case/standing'
import { caseNumber } from '../../shared/domain/journal/identity'
import { highlighted } from '../../shared/domain/search/highlight'
import type { SearchedCase } from '../../shared/domain/search/monthIndex'
import type { SearchHit } from './application'

/** Texts of a case in which people look for words, the most telling first. */
function textsOf(state: CaseState): readonly string[] {
  const texts: readonly Words[] = [
    state.message.text,
    ...state.postings.map((posting) => posting.text),
    ...state.forwardings.flatMap((forwarding) => forwarding.answers.map((answer) => answer.text)),
    ...state.message.earlierTexts.map((earlier) => earlier.text),
    ...state.notes.map((note) => note.text),
    state.message.author.name ?? null,
  ]
  return texts.filter((text) => text !== null)
}

/** What the index keeps of a case. The names of numbers: as people say the case's, the official appeal's, the message's address. */
export function searchedCase(state: CaseState): SearchedCase {
  const numbers = [caseNumber(state.id), state.appeal.registered?.number, state.message.link].filter((number) => number !== undefined)
  return { id: state.id, at: state.message.placedAt, text: textsOf(state).join('\n'), numbers }
}

const snippetLength = 200
const before = 60

/** The hit as the list shows it: the first text that has the words, around the first of them. */
export function hitOf(state: CaseState, query: string): SearchHit {
  const texts = textsOf(state)
  let text = texts[0] ?? ''
  let places: readonly { readonly start: number; readonly end: number }[] = []
  for (const candidate of texts) {
    const found = highlighted(candidate, query)
    if (found.length === 0) continue
    text = candidate
    places = found
    break
  }
  const from = Math.max(0, (places[0]?.start ?? 0) - before)
  const matches = places
    .filter((place) => place.start >= from && place.end <= from + snippetLength)
    .map((place) => [place.start - from, place.end - from] as const)
  return { caseId: state.id, closed: endOf(state) !== undefined, placedAt: state.message.placedAt, snippet: text.slice(from, from + snippetLength), matches }
}

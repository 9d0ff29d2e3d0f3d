import type { SearchedCase } from './monthIndex'
import { parseQuery, type Wanted } from './query'
import { termsOf } from './terms'
import { plainWord, Stems, tokensOf } from './tokens'

const stems = new Stems()

/** A text cut for search: kept for as long as the text stays, so that a keystroke only compares. */
export type Terms = ReadonlySet<string>

/** Stems, phones and codes, and the words as they stand: the beginning of a form may be longer than its stem. */
export function cutForSearch(searched: Pick<SearchedCase, 'text' | 'numbers'>): Terms {
  const terms = new Set(termsOf(searched, stems))
  for (const { word } of tokensOf(searched.text)) terms.add(word)
  return terms
}

/** What the query wants by the rules of `parseQuery`; an empty one wants nothing. */
export const wantedBy = (query: string): readonly Wanted[] => parseQuery(query, stems)

/** Whether everything wanted is there, each in any of the texts. */
export const hasAll = (texts: readonly Terms[], wanted: readonly Wanted[]): boolean => wanted.every((want) => texts.some((terms) => has(terms, want)))

/**
 * Whether a line of a list (a structure with its topics, a person with phones) is what the typed words look for: in any form, in any
 * order, a phone however it is parted; or by any part of a word, as «комхоз» in «Райкомхоз». An empty query finds every line.
 */
export function isFoundBy(query: string, line: string): boolean {
  const parts = plainWord(query).split(/\s+/).filter((part) => part !== '')
  const plain = plainWord(line)
  return parts.every((part) => plain.includes(part)) || hasAll([cutForSearch({ text: line })], wantedBy(query))
}

function has(terms: Terms, { exact, beginning }: Wanted): boolean {
  if (exact.some((term) => terms.has(term))) return true
  if (beginning === undefined) return false
  for (const term of terms) if (term.startsWith(beginning)) return true
  return false
}

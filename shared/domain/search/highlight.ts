import { Stems, tokensOf } from './tokens'

const stems = new Stems()

/** Places in `text` to show as found, in order: words in any form of the query's words, the last one also by its beginning. */
export function highlighted(text: string, query: string): { readonly start: number; readonly end: number }[] {
  const words = tokensOf(query).map((token) => token.word)
  const last = /\s$/.test(query) ? undefined : words[words.length - 1]
  const wanted = new Set(words.flatMap((word) => stems.allOf(word)))
  return tokensOf(text)
    .filter(({ word }) => wanted.has(stems.of(word)) || (last !== undefined && (word.startsWith(last) || stems.of(word).startsWith(last))))
    .map(({ start, end }) => ({ start, end }))
}

import type { SearchedCase } from './monthIndex'
import { codeTerm, phoneTerm } from './query'
import { codesOf, phonesOf, plainWord, tokensOf, type Stems } from './tokens'

/** By what a case is found: its words' stems, and phones and codes marked as such. */
export function* termsOf(searched: Pick<SearchedCase, 'text' | 'numbers'>, stems: Stems): Generator<string> {
  for (const { word } of tokensOf(searched.text)) yield stems.of(word)
  for (const digits of phonesOf(searched.text)) yield phoneTerm(digits)
  for (const code of codesOf(searched.text)) yield codeTerm(code)
  for (const number of searched.numbers ?? []) {
    yield codeTerm(plainWord(number))
    for (const { word } of tokensOf(number)) yield stems.of(word)
  }
}

import type { Confidence } from '../suggestion'
import type { Range } from '../text/plainText'
import type { Word } from '../text/words'
import { english, russian, usualness } from './letterPairs'

export type Legibility =
  | { readonly kind: 'readable' }
  /** Smileys, signs, digits: nothing to read. */
  | { readonly kind: 'noLetters' }
  /** Letters that make no words. */
  | { readonly kind: 'noise'; readonly evidence: readonly Range[]; readonly confidence: Confidence }

const rows = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** Share of neighbours in the word that are neighbours on the keyboard. */
function slide(word: string): number {
  let beside = 0
  for (let at = 1; at < word.length; at++) {
    const row = rows.find((keys) => keys.includes(word[at] ?? ' ') && keys.includes(word[at - 1] ?? ' '))
    if (row !== undefined && Math.abs(row.indexOf(word[at] ?? '') - row.indexOf(word[at - 1] ?? '')) === 1) beside++
  }
  return word.length < 2 ? 0 : beside / (word.length - 1)
}

function isNoise(word: string): boolean {
  if (word.length >= 6 && slide(word) >= 0.7) return true
  if (/(.)\1{3,}/u.test(word)) return word.length >= 6 && new Set(word).size <= 2
  if (/^[а-я]+$/.test(word)) {
    if (word.length >= 5 && !/[аеиоуыэюя]/.test(word)) return true
    return word.length >= 5 && usualness(word, russian) < 3.3
  }
  return /^[a-z]+$/.test(word) && word.length >= 5 && usualness(word, english) < 3.3
}

/** Languages of the region have letters of their own (Khakas, Tuvan, Tatar): such words are read by those who can. */
const otherLanguage = /[^а-яa-z\d*#@$%&•_]/u

/** Whether the letters make words at all. Whole text: one odd word in a sentence is a name or a slip. */
export function legibilityOf(words: readonly Word[]): Legibility {
  const lettered = words.filter((word) => /\p{L}/u.test(word.raw))
  if (lettered.length === 0) return { kind: 'noLetters' }
  if (lettered.some((word) => otherLanguage.test(word.raw))) return { kind: 'readable' }
  const noise = lettered.filter((word) => isNoise(word.text))
  const size = (list: readonly Word[]) => list.reduce((sum, word) => sum + word.text.length, 0)
  const share = size(noise) / size(lettered)
  if (share < 0.6) return { kind: 'readable' }
  return { kind: 'noise', evidence: noise.map((word) => word.range), confidence: share >= 0.85 ? 'likely' : 'possible' }
}

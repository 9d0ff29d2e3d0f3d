import { originalRange, type PlainText, type Range } from './plainText'

/** A run of letters and digits (and of signs that people put instead of letters). */
export interface Word {
  /** Plain, with look-alikes of other alphabets turned into Cyrillic when the word has any Cyrillic. */
  readonly text: string
  /** As it stands in the plain text. */
  readonly raw: string
  readonly range: Range
  /** Place in the plain text. */
  readonly from: number
  readonly to: number
  /** Number of the sentence, from 0. */
  readonly sentence: number
}

const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'и', k: 'к', m: 'м', n: 'п', o: 'о', p: 'р', r: 'г', t: 'т', u: 'и', x: 'х', y: 'у',
  '0': 'о', '3': 'з', '4': 'ч', '6': 'б', '@': 'а', $: 'с', 'і': 'и', 'ї': 'и', 'є': 'е', 'ў': 'у', 'ѕ': 'с', 'ј': 'й', 'һ': 'н',
  // Greek letters that look the same in print.
  'α': 'а', 'ο': 'о', 'ε': 'е', 'ρ': 'р', 'χ': 'х', 'υ': 'у', 'κ': 'к', 'η': 'н', 'τ': 'т', 'ι': 'и',
}

/** Every look-alike as its Cyrillic letter, whatever else the word has. */
export const asCyrillic = (word: string): string => word.replace(/[^а-я]/gu, (char) => lookAlikes[char] ?? char)

const pattern = /[\p{L}\p{N}*#@$%&•_]+/gu
/** Addresses are no words: whatever stands in them is nobody's speech. */
const addresses = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\p{L}\p{N}])(?:[a-z0-9-]+\.)+(?:ru|com|net|org|su|info)(?:\/\S*)?/gu

export function wordsOf(text: PlainText): Word[] {
  const plain = text.plain.replace(addresses, (address) => ' '.repeat(address.length))
  const words: Word[] = []
  let sentence = 0
  let last = 0
  for (const match of plain.matchAll(pattern)) {
    const from = match.index
    const to = from + match[0].length
    if (last > 0 && endsSentence(plain.slice(last, from))) sentence++
    last = to
    const raw = match[0]
    const mixed = /[а-я]/.test(raw) && /[^а-я]/u.test(raw)
    words.push({ text: mixed ? asCyrillic(raw) : raw, raw, range: originalRange(text, from, to), from, to, sentence })
  }
  return words
}

// A dot without a space after it stands within a shortening or between letters, not after a sentence.
const endsSentence = (gap: string): boolean => /[!?\n]|\.\s/.test(gap)

/** «сууука» is «сука»: a letter repeated is one. Compare with patterns that have no doubled letters either. */
export const withoutRepeats = (word: string): string => word.replace(/(.)\1+/gu, '$1')

/** Words of the same sentence at most `distance` places away, itself left out. */
export function near(words: readonly Word[], at: number, distance: number): Word[] {
  const centre = words[at]
  return words.slice(Math.max(0, at - distance), at + distance + 1).filter((word) => word !== centre && word.sentence === centre?.sentence)
}

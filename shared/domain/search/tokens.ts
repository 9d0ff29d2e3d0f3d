import { stemmer } from '@orama/stemmers/russian'

/** A word of a text and its place in it (UTF-16 units). */
export interface Token {
  /** Lower case, ё as е. */
  readonly word: string
  readonly start: number
  readonly end: number
}

const words = /[\p{L}\p{N}]+/gu
const phones = /(?<![\p{L}\p{N}])\+?\d[\d\s()-]{3,20}\d(?![\p{L}\p{N}])/gu
/** Ids of the networks and numbers of documents are searched as they are written: `wall-900000001_5001`, `685-п`. */
const codes = /(?<![\p{L}\p{N}])(?=[^\s]*\d)[\p{L}\p{N}]+(?:[-_/.:][\p{L}\p{N}]+)+/gu

export const plainWord = (word: string): string => word.toLowerCase().replace(/ё/g, 'е')

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(words)].map((match) => ({ word: plainWord(match[0]), start: match.index, end: match.index + match[0].length }))
}

/** Digits of what may be a phone, without the country's 7 or 8. */
export function phonesOf(text: string): string[] {
  return [...text.matchAll(phones)].map((match) => match[0].replace(/\D/g, '')).filter((digits) => digits.length >= 5).map(nationalNumber)
}

const nationalNumber = (digits: string): string => (digits.length === 11 && /^[78]/.test(digits) ? digits.slice(1) : digits)

export const codesOf = (text: string): string[] => [...text.matchAll(codes)].map((match) => plainWord(match[0]))

/** Words kept with their stems; the same few thousand words come again and again. */
const mostKept = 100_000

/** Stemmed twice: surnames lose «-ов» as if it were a case ending («Примеров» → «пример»), so «Примерова» must get there too. */
function stemOf(word: string): string {
  const once = stemmer(word)
  const twice = stemmer(once)
  return twice.length >= 3 ? twice : once
}

/** Words of one syllable lose it in most cases, and nothing is left for a stemmer to hold on to; others have another root there. */
const stemOfForm = new Map(
  Object.entries({
    лед: 'льда льду льдом льде льды льдов льдам льдами льдах',
    день: 'дня дню днем дне дни дней дням днями днях',
    пес: 'пса псу псом псе псы псов псам псами псах',
    пень: 'пня пню пнем пне пни пней пням пнями пнях',
    письмо: 'писем',
    яйцо: 'яиц',
    год: 'лет',
    человек: 'люди людей людям людьми людях',
    ребенок: 'дети детей детям детьми детях',
  }).flatMap(([word, forms]) => forms.split(' ').map((form) => [form, stemOf(word)] as const)),
)

const consonant = '[бвгджзклмнпрстфхцчшщ]'
const before = new RegExp(`^(.*${consonant})ь?(${consonant})$`)
const vowel = new RegExp(`^(.*${consonant})[ое](${consonant})$`)

/**
 * Stems of the same word in which a vowel comes or goes: «остановк» (остановка) and «остановок», «ребенок» and «ребенк», «лед» and
 * «льд», «письм» and «писем». Most of them are no word at all, and then nothing is found by them.
 */
function withFleetingVowel(stem: string): readonly string[] {
  if (!/^[а-я]{2,}$/.test(stem)) return []
  const [, start, last] = vowel.exec(stem) ?? []
  if (start !== undefined && last !== undefined) return [`${start}${last}`, `${start}ь${last}`]
  const [, cut, end] = before.exec(stem) ?? []
  return cut === undefined || end === undefined ? [] : [`${cut}о${end}`, `${cut}е${end}`]
}

const surname = /^[а-я]{2,}(?:ов|ев|ин|ын)(?:а|у|ым|ом|е|ой|ою|ы|ых|ыми)?$/

/** «Иванов» is stemmed to «ива», «Иванова» to «иван»: a step more and a step less, for a surname. */
const stepsAround = (word: string, stem: string): readonly string[] => (surname.test(word) ? [stemmer(word), stemmer(stem)].filter((other) => other.length >= 3) : [])

/** The part of a word that its forms share: «снега», «снегом» → «снег». A Cyrillic word only; digits and other letters stay. */
export class Stems {
  readonly #known = new Map<string, string>()

  of(word: string): string {
    const known = this.#known.get(word)
    if (known !== undefined) return known
    const stem = /^[а-я]+$/.test(word) ? (stemOfForm.get(word) ?? stemOf(word)) : word
    if (this.#known.size < mostKept) this.#known.set(word, stem)
    return stem
  }

  /** The stem, and those that other forms of the word may have: what a query looks for. */
  allOf(word: string): readonly string[] {
    const stem = this.of(word)
    return [...new Set([stem, ...withFleetingVowel(stem), ...stepsAround(word, stem)])]
  }
}

import { findAll, originalRange, type PlainText, type Range } from '../text/plainText'
import { asCyrillic, withoutRepeats, type Word } from '../text/words'
import { cleanWords, latinRoots, maskableWords, obsceneRoots, roughRoots } from './roots'

export interface Obscenity {
  readonly range: Range
  /** `rough`: coarse but not obscene by itself. */
  readonly strength: 'obscene' | 'rough'
}

const whole = new Set(maskableWords)
const mask = /[*#@$%&•_.]/

const isObscene = (word: string): boolean => obsceneRoots.some((root) => root.test(word))

/** «сукаблять»: a whole word of the list with another at its end, no gap between. */
const isGlued = (word: string): boolean => word.length <= longestWord && [...word].some((_, at) => at >= 3 && whole.has(word.slice(0, at)) && word.length - at >= 3 && isObscene(word.slice(at)))

function strengthOf(word: string): Obscenity['strength'] | undefined {
  const single = withoutRepeats(word)
  if (!cleanWords.test(single) && (isObscene(single) || isGlued(single))) return 'obscene'
  // Doubled letters matter here: «ссылка» and «сани» are clean.
  return roughRoots.some((root) => root.test(word) || (single !== word && !/^с[аы]/.test(single) && root.test(single))) ? 'rough' : undefined
}

/** Letters with gaps: each run of signs may stand for one to four letters, or for exactly as many. */
function fitsMasked(raw: string): boolean {
  const left = asLetters(raw).replace(/[^а-я]/g, '')
  if (left.length < 2) return left.length === 1 && /^[хпбе][*#@$%&•]{2,}$/.test(asLetters(raw))
  const pattern = new RegExp(
    `^${asLetters(raw).replace(/[*#@$%&•_.]+|[^а-я*#@$%&•_.]/g, (signs) => (signs.length === 1 ? '[а-я]{1,2}' : `[а-я]{1,${signs.length + 2}}`))}$`,
  )
  return maskableWords.some((word) => pattern.test(word))
}

// Stars are gaps, not letters, so only letters and digits are read as look-alikes here.
const asLetters = (raw: string): string => raw.replace(/[^*#@$%&•_.]+/g, (letters) => asCyrillic(letters))

/** Obscene and rough words, however they are written: mixed alphabets, repeats, stars, spaces between letters, Latin letters. */
export function findObscenity(text: PlainText, words: readonly Word[]): Obscenity[] {
  const found: Obscenity[] = []
  const takenTo = (from: number) => found.some((one) => one.range.start <= from && from < one.range.end)
  for (const word of words) {
    const strength = ofWord(word)
    if (strength !== undefined) found.push({ range: word.range, strength })
  }
  for (const part of [...spaced(text, words), ...halves(text, words), ...dotted(text), ...findAll(text, sentAway)]) {
    if (!takenTo(part.start)) found.push({ range: part, strength: 'obscene' })
  }
  return found.sort((a, b) => a.range.start - b.range.start)
}

function ofWord(word: Word): Obscenity['strength'] | undefined {
  if (/^[a-z0-9]+$/.test(word.raw)) {
    const single = withoutRepeats(word.raw)
    if (latinRoots.some((root) => root.test(single))) return 'obscene'
    // «xyu», «cyka»: Latin letters chosen for their look.
    return /^[a-z]{3,}$/.test(single) && whole.has(asCyrillic(single)) ? 'obscene' : undefined
  }
  if (!/[а-я]/.test(word.raw)) return undefined
  if (mask.test(word.raw.replace(/^[#@_*]+|[_*]+$/g, '')) || /^(?:[а-я]+\*{2,}|[а-я]{2,}\*)$/.test(word.raw)) return fitsMasked(word.raw.replace(/^[#@_]+/, '')) ? 'obscene' : strengthOf(word.text)
  return strengthOf(word.text)
}

/** «б л я», «с-у-к-а», «х.у.й»: three or more single letters with little between them. */
function spaced(text: PlainText, words: readonly Word[]): Range[] {
  const found: Range[] = []
  for (let first = 0; first < words.length; first++) {
    let last = first
    while (isLetter(words[last]) && isLetter(words[last + 1]) && /^[\s.,\-–—_*|/\\]{1,3}$/.test(text.plain.slice(words[last]?.to, words[last + 1]?.from))) last++
    if (last - first < 2) continue
    for (let start = first; start <= last - 2; start++) {
      const letters = words.slice(start, Math.min(last + 1, start + longestWord)).map((word) => asCyrillic(word.raw)).join('')
      // The longest that fits: «с у к а в ы» goes on with other words.
      const size = [...Array(letters.length - 2).keys()].map((extra) => letters.length - extra).find((length) => isWholeObscene(letters.slice(0, length)))
      const from = words[start]
      const to = size === undefined ? undefined : words[start + size - 1]
      if (from !== undefined && to !== undefined) {
        found.push(originalRange(text, from.from, to.to))
        start += (size ?? 1) - 1
      }
    }
    first = last
  }
  return found
}

/** Letters of the longest word in the list, with room for repeats. */
const longestWord = 16

const isLetter = (word: Word | undefined): boolean => word !== undefined && /^(?:\p{L}|[0346@$])$/u.test(word.raw)
const isWholeObscene = (letters: string): boolean => whole.has(withoutRepeats(letters))

/** One-letter words that may end a phrase by themselves: «упал сук, а дети…» is no obscenity. */
const lone = /^[аияоукв]$/

/** «ху й», «пи здец», «су ка»: a word cut in two. */
function halves(text: PlainText, words: readonly Word[]): Range[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1]
    if (next === undefined || !/^[а-я]{1,6}$/.test(word.text) || !/^[а-я]{1,6}$/.test(next.text) || lone.test(next.text)) return []
    // Only a blank or a sign, no comma: a comma parts phrases.
    if (!/^(?:\s{1,2}|[-*_.|/\\])$/.test(text.plain.slice(word.to, next.from))) return []
    if (commonWord.test(word.text) || commonWord.test(next.text)) return []
    return whole.has(word.text + next.text) ? [originalRange(text, word.from, next.to)] : []
  })
}

const commonWord = /^(?:на|по|за|до|не|ни|от|об|об?о|бы|да|то|же|ли|или|как|что|мы|вы|он|из|под|сук|суки|про|без)$/

/** Sent where one does not send people. */
const sentAway = /(?<!\p{L})(?:иди|идите|пошел|пошли|пошла|шли\s+бы|послать)\s+(?:бы\s+)?(?:вы\s+|ты\s+)?(?:все\s+)?(?:на\s+х(?!\p{L})|на\s+три\s+буквы|в\s+(?:жопу|задницу))/gu

/** «х..й», «пи.дец»: dots within a word. */
function dotted(text: PlainText): Range[] {
  return [...text.plain.matchAll(/(?<![\p{L}\p{N}.])[а-я]{1,4}\.+[а-я]{1,6}(?![\p{L}\p{N}]|\.\p{L})/gu)]
    .filter((match) => fitsMasked(match[0]))
    .map((match) => originalRange(text, match.index, match.index + match[0].length))
}

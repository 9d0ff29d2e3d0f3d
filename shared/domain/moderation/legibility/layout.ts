import type { Range } from '../text/plainText'
import { english, russian, usualness } from './letterPairs'

const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&"
const cyrillic = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?'
const toCyrillic = new Map([...latin].map((char, index) => [char, cyrillic[index] ?? char]))
const toLatin = new Map([...cyrillic].map((char, index) => [char, latin[index] ?? char]).reverse() as [string, string][])

const swap = (text: string, map: ReadonlyMap<string, string>): string => [...text].map((char) => map.get(char) ?? char).join('')
const plain = (text: string): string => text.toLowerCase().replace(/ё/g, 'е')
const lettersOf = (text: string): string => plain(text).replace(/[^a-zа-я]/g, '')

export interface MeantText {
  readonly meant: string
  /** The words that were turned. */
  readonly evidence: readonly Range[]
}

interface Turned {
  readonly range: Range
  readonly meant: string
  /** How much more usual the turned word is in its language than the typed one in its own; summed over letters. */
  readonly gain: number
  readonly letters: number
  /** English evidence so strong that the word stays even among turned ones. */
  readonly stays: boolean
}

/** Addresses, mail, codes (VIN, numbers of documents), names with digits: typed as meant. */
const code = /:\/\/|^www\.|@|^[^\s]*\d[^\s]*$|\.(?:ru|com|net|org|su|info|рф|html?|pdf|docx?)(?:[/?#]|$)/i
/** USB, GPS, MAX; OK and VK. Words of one case that are short. */
const shortening = /^[A-Z]{2,5}[.,!?]?$/

/**
 * The text as it was probably meant when a keyboard was in the other layout: «ghbdtn» → «привет», «руддщ» → «hello». Only words that are
 * unusual as typed and usual when turned; undefined when there are none.
 */
export function meantText(text: string): MeantText | undefined {
  return meantIn(text, /[a-z]/i, /[а-яё]/i, russianCandidate) ?? meantIn(text, /[а-яё]/i, /[a-z]/i, englishCandidate)
}

function meantIn(text: string, own: RegExp, other: RegExp, candidate: (token: string) => Omit<Turned, 'range'> | undefined): MeantText | undefined {
  const turned: Turned[] = []
  for (const match of text.matchAll(/\S+/g)) {
    const token = match[0]
    if (!own.test(token) || other.test(token) || code.test(token) || shortening.test(token)) continue
    const found = candidate(token)
    if (found !== undefined) turned.push({ ...found, range: { start: match.index, end: match.index + token.length } })
  }
  const long = turned.filter((word) => word.letters >= 3)
  const letters = long.reduce((sum, word) => sum + word.letters, 0)
  const gain = long.reduce((sum, word) => sum + word.gain, 0)
  // One short word proves nothing: «ult» could be a name. Long ones, or several, can.
  const sure = long.filter((word) => word.gain / word.letters >= 0.9 && word.letters >= 5)
  const enough = letters >= 5 && (gain / letters >= 1 || (sure.length > 0 && gain / letters >= 0.4))
  if (!enough && sure.length === 0) return undefined
  const chosen = turned.filter((word) => (enough ? !word.stays : sure.includes(word)))
  if (chosen.length === 0) return undefined
  let meant = ''
  let from = 0
  for (const word of chosen) {
    const next = text.slice(word.range.end)
    // A question does not go on in small letters: there the sign is the other layout's comma.
    meant += text.slice(from, word.range.start) + (/^[^\S\n]+\p{Ll}/u.test(next) ? word.meant.replace(/\?$/, text.charAt(word.range.end - 1) === '?' ? ',' : '?') : word.meant)
    from = word.range.end
  }
  return { meant: meant + text.slice(from), evidence: chosen.map((word) => word.range) }
}

/** Nobody ends a word so in either layout but by the other one's keys: «&» sits on «?», «/» on the full stop, «^» on the colon. */
const signsMeant = (signs: string): string => signs.replace(/[&/^]/g, (sign) => ({ '&': '?', '/': '.', '^': ':' })[sign] ?? sign)

/** Latin keys to Cyrillic. The last sign may be a letter («rhjdm.» is «кровью») or punctuation («ghbdtn,»): what makes the more usual word. */
function russianCandidate(token: string): Omit<Turned, 'range'> | undefined {
  const opening = /^["'(«]*/u.exec(token)?.[0] ?? ''
  const tail = /[,.;:'"!?)»&/^]+$/u.exec(token.slice(opening.length))?.[0] ?? ''
  const middle = token.slice(opening.length, token.length - tail.length)
  const options = [...Array((opening.length + 1) * (tail.length + 1)).keys()].flatMap((at) => {
    const kept = [Math.floor(at / (tail.length + 1)), at % (tail.length + 1)] as const
    const core = opening.slice(opening.length - kept[0]) + middle + tail.slice(0, kept[1])
    const word = swap(core, toCyrillic)
    if (!/^[а-яё]+(?:-[а-яё]+)*$/iu.test(word)) return []
    const usual = usualness(lettersOf(word), russian)
    // A sign after a word is more usual than a rare letter at its end; a quote before it that nothing closes is «э».
    return Number.isNaN(usual) ? [] : [{ core, meant: opening.slice(0, opening.length - kept[0]) + word + signsMeant(tail.slice(kept[1])), usual: usual + kept[0] * 0.25 - kept[1] * 0.25, letters: lettersOf(word).length }]
  })
  const best = options.sort((a, b) => b.usual - a.usual)[0]
  if (best === undefined) return undefined
  const typed = usualness(lettersOf(best.core), english)
  const asTyped = Number.isNaN(typed) ? 0 : typed
  // Punctuation keys inside a word are no part of English words.
  const broken = /[a-z][[\];,.{}:<>'"`][a-z]|^[[\];,.:<>{}"'`~][a-z]/i.test(best.core)
  const gain = best.usual - (broken ? Math.min(asTyped, 2.5) : asTyped)
  return { meant: best.meant, gain: gain * best.letters, letters: best.letters, stays: best.usual < 3.8 || (best.letters >= 4 && gain < -0.5) }
}

function englishCandidate(token: string): Omit<Turned, 'range'> | undefined {
  const word = swap(token.replace(/[!?]+$/, ''), toLatin)
  if (!/^[a-z]+(?:[-'.][a-z]+)*[.,]?$/i.test(word)) return undefined
  const letters = lettersOf(word)
  const turned = usualness(letters, english)
  const typed = usualness(lettersOf(token), russian)
  if (Number.isNaN(turned) || Number.isNaN(typed)) return undefined
  // Cyrillic words are the rule here, so the typed word must be quite impossible.
  const gain = typed > 3.6 || turned < 4.9 ? -2 : turned - typed
  return { meant: word + token.slice(token.replace(/[!?]+$/, '').length), gain: gain * letters.length, letters: letters.length, stays: gain < 1 }
}

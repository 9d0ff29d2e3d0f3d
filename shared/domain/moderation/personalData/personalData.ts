import type { Range } from '../text/plainText'
import { findAddresses } from './addresses'
import { findNames } from './names'
import { findNumbers } from './numbers'
import { findPhones } from './phones'

/** What of a person stands in a text (1.4, 152-FZ). */
export const personalDataKinds = ['phone', 'email', 'address', 'bankCard', 'snils', 'inn', 'passport', 'name'] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]

export interface PersonalDatum extends Range {
  readonly kind: PersonalDataKind
}

/**
 * Personal data in a text, in order and without overlaps. `knownNames`: full names met in the case (the author's, a person's in the
 * answer), found in any case ending. Officials' own names are the caller's to leave out.
 */
export function findPersonalData(text: string, knownNames: readonly string[] = []): PersonalDatum[] {
  const found: PersonalDatum[] = []
  for (const { from, part } of pieces(text)) {
    for (const datum of findInPiece(part, knownNames)) {
      const last = found[found.length - 1]
      // Pieces overlap, so what stands on a seam is met twice.
      const whole = { kind: datum.kind, start: datum.start + from, end: datum.end + from }
      if (last === undefined || whole.start >= last.end) found.push(whole)
      else if (whole.end > last.end) found[found.length - 1] = { ...last, end: whole.end }
    }
  }
  return found
}

/** Longer than any datum, and short enough for patterns whose time grows with the square of the length. */
const pieceLength = 600
const overlap = 150

function pieces(text: string): { readonly from: number; readonly part: string }[] {
  const list: { from: number; part: string }[] = []
  for (let from = 0; from === 0 || from + overlap < text.length; from += pieceLength - overlap) list.push({ from, part: text.slice(from, from + pieceLength) })
  return list
}

function findInPiece(text: string, knownNames: readonly string[]): PersonalDatum[] {
  const found: PersonalDatum[] = []
  // The surer kind goes first: a card's digits would also pass for a phone.
  const add = (kind: PersonalDataKind, ranges: readonly Range[]) => {
    for (const { start, end } of ranges) {
      if (start < end && !found.some((other) => start < other.end && other.start < end)) found.push({ kind, start, end })
    }
  }
  add('email', [...text.matchAll(email)].map((match) => ({ start: match.index, end: match.index + match[0].length })))
  const numbers = findNumbers(text)
  add('bankCard', numbers.bankCard)
  add('snils', numbers.snils)
  add('passport', numbers.passport)
  add('inn', numbers.inn)
  add('phone', findPhones(text))
  add('address', findAddresses(text))
  add('name', findNames(text, knownNames))
  return found.sort((a, b) => a.start - b.start)
}

const mailName = String.raw`(?<![\p{L}\p{N}.+-])[\p{L}\p{N}](?:[\p{L}\p{N}._%+-]{0,63})`
const email = new RegExp(
  [
    String.raw`${mailName}\s?@\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.(?:\p{L}{2,24})(?![\p{L}\p{N}])`,
    // Written so that robots do not read it: «ivan (at) mail.ru», «ivan собака mail точка ru». Latin only, or «собака лает. Примите меры» would be one.
    String.raw`(?<![\p{L}\p{N}.+-])[A-Za-z0-9][\w.%+-]{0,63}(?:\s?[([]\s?(?:at|собака|а)\s?[)\]]\s?|\s(?:собака|at)\s)[A-Za-z0-9-]{1,63}(?:\.|\s?[([](?:dot|точка)[)\]]\s?|\s(?:dot|точка)\s)(?:ru|com|su|org|net|рф)(?![\p{L}\p{N}])`,
  ].join('|'),
  'gu',
)

/** The text with every datum as a row of ■, length kept, so that it may be shown to who does not need the data. */
export function blackedOut(text: string, data: readonly Range[]): string {
  let out = ''
  let from = 0
  for (const { start, end } of [...data].sort((a, b) => a.start - b.start)) {
    if (start < from) continue
    out += text.slice(from, start) + text.slice(start, end).replace(/\S/g, '■')
    from = end
  }
  return out + text.slice(from)
}

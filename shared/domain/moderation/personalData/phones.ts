import { findPhoneNumbersInText } from 'libphonenumber-js/max'
import type { Range } from '../text/plainText'

/** `2-11-36` (not after «№»: a document's number), and `2 11 36` after a word for telephone: the five digits of a district's own exchange, with or without its code. */
const local = /(?<![\p{N}.,:/-]|№\s?)(?:\(?8?\s?\(?39135\)?\s?)?\d-\d{2}-\d{2}(?![\p{N}-]|[.,]\p{N})/gu
const named = /(?<!\p{L})(?:тел(?:ефон\p{L}{0,3})?|т|звон\p{L}{1,6}(?:\s+по)?|сот\p{L}{0,8}|по\s+номеру)[\s.:№-]{1,4}((?:\d[\s-]?){4,6}\d)(?![\p{N}])/giu
/** Invented numbers of training data and any mobile-like row of digits: what `8-900-000-00-00` is, whether or not an operator has it. */
const mobile = /(?<![\p{N}+.,-])(?:\+\s?7|8|7)[\s(_.-]{0,3}9\d{2}[\s)_.-]{0,3}\d{3}[\s_.-]?\d{2}[\s_.-]?\d{2}(?!\p{N})|(?<![\p{N}+.,-])9\d{2}[\s-]?\d{3}[\s-]\d{2}[\s-]?\d{2}(?![\p{N}-])/gu

/** Dates («2-11-26» of a month) and sums look alike; an exchange's number has no year's worth of context to tell, so all are shown. */
export function findPhones(text: string): Range[] {
  const found = findPhoneNumbersInText(text, 'RU').map(({ startsAt, endsAt }): Range => ({ start: startsAt, end: endsAt }))
  for (const pattern of [mobile, local, named]) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + match[0].length - (match[1] ?? match[0]).length
      const end = match.index + match[0].trimEnd().length
      if (!found.some((other) => start < other.end && other.start < end)) found.push({ start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

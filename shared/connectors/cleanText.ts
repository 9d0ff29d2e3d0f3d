import type { TextFlag } from './connector'

/** A text as it may be kept, and what is unusual about it. */
export interface CleanText {
  readonly text: string
  readonly flags: readonly TextFlag[]
}

// Halves of surrogate pairs cannot be written as UTF-8 and NUL ends strings in too many places on the way.
const unstorable = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\0/g
const control = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/
const bidirectional = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
// ZWJ and the variation selector are left out: they hold emoji together in ordinary messages.
const invisible = /[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B\u200C\u2060-\u2064\u3164\uFEFF\uFFA0\u{E0000}-\u{E007F}]/u
const markup = /<\/?[a-z][^<>]{0,200}>|<!--|javascript:/i

/** Keeps the text as evidence: only what cannot be stored is replaced by U+FFFD. Everything else unusual is flagged, not touched. */
export function cleanText(raw: string): CleanText {
  const text = raw.replace(unstorable, '\uFFFD')
  const flags: TextFlag[] = []
  if (text !== raw) flags.push('replacedCharacters')
  if (control.test(text)) flags.push('controlCharacters')
  if (bidirectional.test(text)) flags.push('bidirectionalMarks')
  if (invisible.test(text)) flags.push('invisibleCharacters')
  if (markup.test(text)) flags.push('markup')
  return { text, flags }
}

/** For names, titles and ids shown in one line: unstorable, control and bidirectional characters out, spaces collapsed, cut to `max`. */
export function cleanLine(raw: string, max = 500): string {
  const line = raw
    .replace(unstorable, '\uFFFD')
    .replace(/[\u0001-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length <= max ? line : `${line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** An address a browser may be sent to, or undefined: http(s) only, no spaces and controls. */
export function cleanUrl(raw: string): string | undefined {
  const url = raw.trim()
  return url.length <= 4000 && /^https?:\/\/[^\s/?#\u0000-\u001F"<>\\^`{|}]+[^\s\u0000-\u001F"<>\\^`]*$/i.test(url) ? url.replace(unstorable, '') : undefined
}

/** A part of a text in UTF-16 units: `text.slice(start, end)`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * A text made plain for looking at: NFKC, lower case, ё as е, no invisible characters and accents. Every plain character knows where in
 * the original it came from, so that what is found can be shown in the person's own words.
 */
export interface PlainText {
  readonly original: string
  readonly plain: string
  /** For each unit of `plain`: start and end in `original`. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const dropped = /^[\p{Cf}\p{Mn}\u034F\u115F\u1160\u3164\uFE0F\uFFA0]$/u
/** й and ё may come as a letter and a combining mark; other marks (stress, strike-through) are decoration. */
const composed: Readonly<Record<string, string>> = { 'и\u0306': 'й', 'е\u0308': 'е' }

export function plainText(original: string): PlainText {
  const chars: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const symbol of original) {
    const start = at
    at += symbol.length
    const last = chars.length - 1
    const whole = last >= 0 ? composed[`${chars[last]}${symbol}`] : undefined
    if (whole !== undefined) {
      chars[last] = whole
      ends[last] = at
      continue
    }
    if (dropped.test(symbol)) continue
    // Lower case of one letter may be two units; each keeps the place of the one it came from.
    for (const unit of symbol.normalize('NFKC').toLowerCase().replace(/ё/g, 'е').split('')) {
      chars.push(unit)
      starts.push(start)
      ends.push(at)
    }
  }
  return { original, plain: chars.join(''), starts, ends }
}

/** A part of `plain` as a part of the original. */
export function originalRange(text: PlainText, start: number, end: number): Range {
  return { start: text.starts[start] ?? text.original.length, end: end <= start ? (text.starts[start] ?? text.original.length) : (text.ends[end - 1] ?? text.original.length) }
}

/** Every match of a pattern (with `g`) in the plain text, as parts of the original. */
export function findAll(text: PlainText, pattern: RegExp): Range[] {
  return [...text.plain.matchAll(pattern)].filter((match) => match[0].length > 0).map((match) => originalRange(text, match.index, match.index + match[0].length))
}

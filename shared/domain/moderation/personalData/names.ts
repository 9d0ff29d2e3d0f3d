import type { Range } from '../text/plainText'

/** Endings of surnames, names and patronymics through the cases; what is left of them is the stem. */
const adjectival = ['ого', 'его', 'ому', 'ему', 'ый', 'ий', 'ой', 'ая', 'яя', 'ую', 'юю', 'ым', 'им', 'ом', 'ем', 'ей', 'ою', 'ых', 'ых', 'ыми', 'ими']
const nominal = ['ами', 'ями', 'ах', 'ях', 'ою', 'ею', 'ой', 'ей', 'ым', 'им', 'ом', 'ем', 'ам', 'ям', 'ых', 'ов', 'ев', 'а', 'я', 'у', 'ю', 'ы', 'и', 'е', 'о', 'ь', 'й']
const anyEnding = [...new Set([...adjectival, ...nominal])].sort((a, b) => b.length - a.length).join('|')

const plain = (word: string): string => word.toLowerCase().replace(/ё/g, 'е')

/** The part of a name that all its cases share: «Примеров», «Примерова» → «примеров», «Учебный» → «учебн», «Павел» → «пав». */
function stemOf(part: string): string | undefined {
  const word = plain(part)
  const adjective = /^(.{2,}?)(?:ый|ий|ой|ая|яя)$/.exec(word)?.[1]
  if (adjective !== undefined && word.length >= 5 && !/(?:гени|дмитри|юри|васили|анатоли|валери|григори|аркади|виктори|мари|ли)(?:й|я)$/.test(word)) return adjective
  // The vowel that drops out: «Павел» – «Павла», «Кузнец» – «Кузнеца» keeps it, so only where a name is known to lose it.
  if (word === 'павел' || word === 'лев') return undefined
  const stem = word.replace(/(?:а|я|ь|й|о|е)$/, '')
  return stem.length >= 3 ? stem : undefined
}

const irregular: Readonly<Record<string, string>> = { 'павел': 'пав(?:ел|л)', 'лев': '(?:лев|льв)' }

/** Names that are everyday words too are only shown with a capital. */
function patternOf(part: string): RegExp | undefined {
  const word = plain(part)
  const stem = irregular[word] ?? stemOf(part)
  if (stem === undefined || !/^[а-я-]+$/.test(word)) return undefined
  const first = stem.replace(/^[а-я]/, (letter) => `[${letter.toUpperCase()}]`)
  const written = first.replace(/е/g, '[её]')
  return new RegExp(`(?<![\\p{L}])(?:${written}(?:${anyEnding})?|${part.toUpperCase().replace(/[^А-ЯЁ-]/g, '')})(?![\\p{L}])`, 'gu')
}

/** Whole capitalised words that are one of the given people's names in some case: «Примерова», «Примеровым», «Сергею». */
export function findNames(text: string, people: readonly string[]): Range[] {
  const found: Range[] = []
  const add = (pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) {
      const range = { start: match.index, end: match.index + match[0].length }
      if (!found.some((other) => range.start < other.end && other.start < range.end)) found.push(range)
    }
  }
  for (const person of people) {
    for (const part of person.split(/\s+/)) {
      if (/^[A-Za-z][A-Za-z-]{2,}$/.test(part)) add(new RegExp(`(?<![\\p{L}])${part}(?![\\p{L}])`, 'giu'))
      const pattern = patternOf(part)
      if (pattern !== undefined) add(pattern)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

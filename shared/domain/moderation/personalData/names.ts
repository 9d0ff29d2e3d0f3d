import type { Range } from '../text/plainText'

/** Endings of surnames, names and patronymics through the cases; what is left of them is the stem. */
const adjectival = ['ого', 'его', 'ому', 'ему', 'ый', 'ий', 'ой', 'ая', 'яя', 'ую', 'юю', 'ым', 'им', 'ом', 'ем', 'ей', 'ою', 'ых', 'ых', 'ыми', 'ими']
const nominal = ['ами', 'ями', 'ах', 'ях', 'ою', 'ею', 'ой', 'ей', 'ым', 'им', 'ом', 'ем', 'ам', 'ям', 'ых', 'ов', 'ев', 'а', 'я', 'у', 'ю', 'ы', 'и', 'е', 'о', 'ь', 'й']
const anyEnding = [...new Set([...adjectival, ...nominal])].sort((a, b) => b.length - a.length).join('|')

const plain = (word: string): string => word.toLowerCase().replace(/ё/g, 'е')

/** Names whose stem changes, by what their cases begin with. */
const irregular: Readonly<Record<string, string>> = { 'павел': 'пав(?:ел|л)', 'лев': '(?:лев|льв)', 'любовь': 'любовь?', 'заяц': 'за(?:яц|йц)' }
/** The vowel drops out of Кравец (Кравца) and stays in Кузнец; who cannot know takes both. */
const dropsVowel = /^(.{2,}[бвгджзклмнпрстфхцчшщ])[ео]([цкй])$/

/** The part of a name that all its cases share, as a pattern: «Примеров», «Примерова» → «примеров», «Учебный» → «учебн», «Павел» → «пав(?:ел|л)». */
function stemOf(word: string): string | undefined {
  const known = irregular[word]
  if (known !== undefined) return known
  const adjective = /^(.{2,}?)(?:ый|ий|ой|ая|яя)$/.exec(word)?.[1]
  if (adjective !== undefined && word.length >= 5 && !/(?:гени|дмитри|юри|васили|анатоли|валери|григори|аркади|виктори|мари|ли)(?:й|я)$/.test(word)) return adjective
  const stem = word.replace(/(?:а|я|ь|й|о|е)$/, '')
  const [, before, last] = dropsVowel.exec(stem) ?? []
  if (before !== undefined && last !== undefined) return `(?:${stem}|${before}${last})`
  return stem.length >= (word.length > stem.length ? 2 : 3) ? stem : undefined
}

/** A short stem takes the singular's endings only: «Оля», «Оле», and not «олово». */
const singular = 'ой|ей|ою|ею|ом|ем|а|я|у|ю|ы|и|е|о|й'

/** Names that are everyday words too are only shown with a capital. */
function patternOf(part: string): RegExp | undefined {
  const word = plain(part)
  const stem = /^[а-я-]+$/.test(word) ? stemOf(word) : undefined
  if (stem === undefined) return undefined
  // «Иваново» is a town, «Шевченко» a person: the ending о is only theirs who have it.
  const endings = (stem.length < 3 ? singular : anyEnding).split('|').filter((ending) => ending !== 'о' || word.endsWith('о')).join('|')
  return new RegExp(`(?<!\\p{L})(?:${stem}(?:${endings})?)(?!\\p{L})`.replace(/(?<!\(\?:|\\p\{L)е/g, '[её]'), 'giu')
}

const literal = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whole capitalised words that are one of the given people's names in some case: «Примерова», «Примеровым», «Сергею». */
export function findNames(text: string, people: readonly string[]): Range[] {
  const found: Range[] = []
  const add = (pattern: RegExp, capitalOnly: boolean) => {
    for (const match of text.matchAll(pattern)) {
      if (capitalOnly && !/^\p{Lu}/u.test(match[0])) continue
      const range = { start: match.index, end: match.index + match[0].length }
      if (!found.some((other) => range.start < other.end && other.start < range.end)) found.push(range)
    }
  }
  for (const person of people) {
    for (const part of person.split(/\s+/)) {
      // A nickname, «lena_idra», stands as it is; the networks allow letters, digits, dots and low lines.
      if (/^@?[A-Za-z][\w.-]{2,}$/.test(part)) add(new RegExp(`(?<![\\p{L}\\p{N}_])${literal(part)}(?![\\p{L}\\p{N}_])`, 'giu'), false)
      const pattern = patternOf(part)
      if (pattern !== undefined) add(pattern, true)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const word = String.raw`[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?`
const patronymic = String.raw`[А-ЯЁ][а-яё]+(?:[ое]вич|ьич|мич|нич|тич)(?:а|у|ем|ом|е)?|[А-ЯЁ][а-яё]+(?:[ое]вн|ичн)(?:а|ы|е|у|ой|ою)`
const initials = String.raw`[А-ЯЁ]\.\s?[А-ЯЁ]\.`
const mention = new RegExp(String.raw`(?<!\p{L})(?:(?:${word}\s+){0,2}(?:${patronymic})(?:\s+${word})?|${word}\s+${initials}|${initials}\s?${word})(?!\p{L})`, 'gu')

/** Endings that no name has when it is asked «who»; «Максимом» loses one, «Артем» is too short to. */
const oblique = /(?<=\p{L}{4})(?:ого|ому|ою|ом|ем|ым|ой|ей|у|ю|ы|и)$/u

/** People whom a text names by patronymic or initials, without the endings of the cases they are named in: for `findNames`. */
export function namesMentioned(text: string): string[] {
  return [...text.matchAll(mention)].map((match) => match[0].split(/\s+/).map((part) => part.replace(oblique, '')).join(' '))
}

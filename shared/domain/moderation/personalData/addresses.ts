import type { Range } from '../text/plainText'

const place = String.raw`(?:(?:с|п|д|пос|дер|г|х|ст|пгт|рп)\.\s?|(?:село|сел[еа]|деревн[яеи]|пос[её]лок|пос[её]лке|город|городе|хутор)\s+)(?:[А-ЯЁ][а-яё]+(?:[-\s](?:[А-ЯЁ][а-яё]+))?)`
const streetWord = String.raw`(?:ул\.?|улиц[аеуы]|улице|пер\.?|переулок|переулк[еау]|пр-?т|просп\.?|проспект[еа]?|пл\.?|площад[ьи]|мкр\.?|микрорайон[еа]?|кв-л|квартал[еа]?|тракт[еа]?|проезд[еа]?|наб\.?|набережн[аяой]+|ш\.?|шоссе)`
const name = String.raw`(?:\d{1,3}[-\s]?(?:лет|го|й|я)?\s?)?[А-ЯЁ][а-яё]+(?:[-\s][А-ЯЁ][а-яё]+){0,2}`
const house = String.raw`(?:д(?:ом)?\.?\s*№?\s*)?\d{1,3}\s?(?:[а-гА-Г](?![а-яА-ЯёЁ]))?(?:\s?/\s?\d{1,3}[а-г]?)?(?:[,\s]*(?:корп|к|стр)\.?\s?\d{1,2})?`
const flat = String.raw`(?:\s?[-–]\s?\d{1,3}(?!\d|-|:|\s?(?:лет|год|час|руб|мая|числ))|[,\s]*(?:кв(?:артира)?\.?|оф\.?|ком(?:ната)?\.?)\s?№?\s?\d{1,4})?`
const edge = String.raw`(?![\p{L}\p{N}])`

const patterns = [
  // Street by its word, with a house: «ул. Мира 3-12», «улица 40 лет Победы, д. 5, кв. 7».
  String.raw`(?:${place},?\s+)?${streetWord}\s*«?${name}»?,?\s+${house}${flat}`,
  // «ул. Зелёная, дом без номера»; a settlement with a street and no house is not a person's address.
  // Settlement and a bare street: «с. Идринское, Советская 5».
  String.raw`${place},\s*${name},?\s+${house}${flat}`,
  // «Адрес: Идринское, Советская 5», «проживаю: Мира 20-4».
  String.raw`(?:[Аа]дрес\p{L}{0,3}|[Пп]рожива\p{L}{1,5}|[Жж]иву|[Жж]ив[её]м|[Зз]арегистрирован\p{L}{0,2}|[Пп]рописан\p{L}{0,2})[\s:,-]{1,3}(?:по\s+(?:адресу\s*:?\s*)?|в\s+|на\s+)?(?<found>(?:${name},\s*)?(?:${streetWord}\s*)?${name},?\s+${house}${flat})`,
  // A bare street with house and flat: «Октябрьская 61-5», «Мира 20, кв. 4». Without a flat it is a public place.
  String.raw`${name},?\s+${house}(?:-\d{1,3}(?!\d|-|:)|[,\s]*кв(?:артира)?\.?\s?№?\s?\d{1,4})`,
  // Postcode with what follows up to the house.
  String.raw`(?<!\p{N})66\d{4},\s*[^\n;]{5,80}?${house}${flat}`,
].map((source) => new RegExp(String.raw`(?<![\p{L}\p{N}])${source}${edge}`, 'gu'))

/** Postal addresses down to the house; a street alone, or a public place without a flat and without a word for an address, is none. */
export function findAddresses(text: string): Range[] {
  const found: Range[] = []
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      // A word for an address leads to it and is no part of it.
      const start = match.index + match[0].length - (match.groups?.['found'] ?? match[0]).length
      const end = match.index + match[0].trimEnd().length
      const clash = found.findIndex((other) => start < other.end && other.start < end)
      const other = found[clash]
      if (other === undefined) found.push({ start, end })
      // The longer reading of one place wins.
      else if (end - start > other.end - other.start) found[clash] = { start, end }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

import type { Range } from '../text/plainText'

/** What follows the first number of an address must not make it a count or a date: «ул. Мира 5 декабря», «ул. Мира 200 метров», «1,2 км». */
const counted = String.raw`(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|числ|лет|год|час|мин|сек|руб|тыс|млн|км|метр|см|мм|га|раз|чел|дне|дня|день|сут|недел|месяц|фонар|светильник|ламп|столб|опор|дерев|тонн|куб|шт|единиц|дом|двор|сем[ье]|участ|ям|люк|колод|контейнер|заяв|обращ|автобус|машин|рейс|жител|аварий|порыв|объект|этап|процент)|м(?!\p{L})|т(?!\p{L})|кв\.?\s?м`
const notCounted = String.raw`(?!\d|\s?[-–—]\s?\d|[.,:]\d|\s?%|\s\d{3}(?!\d)|\s+(?:${counted}))`

const place = String.raw`(?:(?:[Сс]|[Пп]|[Дд]|[Пп]ос|[Дд]ер|[Гг]|[Хх]|[Сс]т|[Пп]гт|[Рр]п)\.\s?|(?:[Сс]ел[оаеу]|[Дд]еревн[яеиюй]+|[Пп]ос[её]л(?:ок|к[аеу])|[Гг]ород[аеу]?|[Хх]утор[аеу]?)\s+)(?:[А-ЯЁ][а-яё]+(?:[-\s](?:[А-ЯЁ][а-яё]+))?)`
const streetShort = String.raw`(?:[Уу]л|[Пп]ер|[Пп]р-?т|[Пп]р|[Пп]росп|[Пп]л|[Мм]к?р-?н?|[Кк]в-л|[Бб]-р|[Бб]ул|[Нн]аб|[Шш])(?:\.|(?=\s))`
const streetFull = String.raw`(?:[Уу]лиц(?:а|е|у|ы|ей|ам|ах)|[Пп]ереул(?:ок|к[аеуи]|ком)|[Пп]роспект(?:а|е|у|ом)?|[Пп]лощад(?:ь|и|ью)|[Мм]икрорайон(?:а|е|у|ом)?|[Кк]вартал(?:а|е|у|ом)?|[Бб]ульвар(?:а|е|у|ом)?|[Тт]ракт(?:а|е|у|ом)?|[Пп]роезд(?:а|е|у|ом)?|[Нн]абережн(?:ая|ой|ую)|[Шш]оссе)`
const streetWord = `(?:${streetShort}|${streetFull})`
const namedAfter = String.raw`(?:им(?:ени|\.)\s?)?(?:[А-ЯЁ]\.\s?){0,2}`
/** A preposition that begins a sentence is no part of a name. */
const capital = String.raw`(?!(?:На|По|Во?|Со?|У|Ко?|От|До|Из|За|Для|Об?|При|Январ|Феврал|Март|Апрел|Июн|Июл|Август|Сентябр|Октябр[ьея]\s|Ноябр|Декабр)(?:\p{L}{0,2}\s|ь))[А-ЯЁ][а-яё]+`
const name = String.raw`(?:\d{1,3}[-\s]?(?:лет|го|й|я|ти)?\s)?${namedAfter}${capital}(?:[-\s]${capital}){0,2}`
const carelessName = '[а-яё]{3,}(?:[-\\s][а-яё]{3,})?'

const number = String.raw`\d{1,3}(?:\s?(?:[а-гА-Г](?![\p{L}.])|[«"][а-гА-Г][»"]))?(?:\s?/\s?\d{1,3}[а-г]?)?`
const houseWord = String.raw`(?:[Дд](?:ом(?:а|у|е|ом|ов|ам|ами|ах)?(?!\p{L})|\.|(?=\s?\d))|[Зз]д(?:ани[еиюя]|\.)|[Вв]л(?:адени[еяи]|\.)|[Уу]ч(?:аст(?:ок|к[аеу])|\.)|[Сс]тр(?:оени[ея]|\.))`
const part = String.raw`(?:[,\s]*(?:корп(?:ус)?|к|стр|под(?:ъезд)?|эт(?:аж)?)\.?\s?\d{1,2})*`
const flat = String.raw`(?:\s?[-–—]\s?[1-9]\d{0,2}|[,\s]*(?:кв(?:артир[аеуы])?|оф(?:ис)?|ком(?:ната)?|пом(?:ещение)?)(?:\.\s?|\s)?№?\s?\d{1,4})?`
/** «дом 14», «домов 5, 7 и 9», with what may stand between it and the street: «от дома 14», «возле д. 3». */
const housesByWord = String.raw`(?:[,\s]+|,)(?:(?:от|у|до|возле|около|напротив|перед|за|между|вдоль|рядом\s+с)\s+)?${houseWord}\s*№?\s*${number}${part}(?:(?:,\s?|\s(?:и|до)\s)${number}(?!\d|\s?[:.,]?\d|\s+(?:${counted})))*${flat}`
const houseByNumber = String.raw`(?:,\s?|\s+)${number}${part}${flat}${notCounted}`
const house = `(?:${housesByWord}|${houseByNumber})`
const edge = String.raw`(?![\p{L}\p{N}])`

const street = String.raw`(?:${streetWord}\s*[«"]?${name}[»"]?|${streetWord}\s*№?\s?\d{1,2}(?=,)|(?:\d{1,2}-[йя]\s|${capital}\s)${streetFull})`

const patterns = [
  // A street by its word, with a house: «ул. Мира 3-12», «улица 40 лет Победы, д. 5, кв. 7», «3-й микрорайон, дом 12».
  String.raw`(?:${place}(?:,\s*|\s+(?:на\s+|по\s+)?))?${street}${house}`,
  // The name in small letters: after the short word, or with a word for the house.
  String.raw`${streetShort}\s*${carelessName}${house}`,
  String.raw`${streetFull}\s+${carelessName}${housesByWord}`,
  // The house first: «доме № 14 по улице Мира», «квартире 12 дома 5 по ул. Мира», «дом 28 по Титова».
  String.raw`(?:[Кк]в(?:артир\p{L}{0,3}|\.)\s?№?\s?\d{1,4}\s+)?${houseWord}\s*№?\s*${number}(?:(?:,\s?|\sи\s)${number})*${flat},?\s+(?:по|на)\s+(?:${street}|${streetShort}\s*${carelessName}|[А-ЯЁ][а-яё]+(?:ова|ева|ина|ого|ой|ей|ая|ира|кса)(?!\p{L}))`,
  // A settlement and a bare street: «с. Идринское, Советская 5».
  String.raw`${place},\s*${name}${house}`,
  // «Адрес: Идринское, Советская 5», «проживаю: Мира 20-4».
  String.raw`(?:[Аа]дрес\p{L}{0,3}(?:\s+(?:заявителя|проживания|регистрации|дома|объекта))?|[Пп]рожива\p{L}{1,5}|[Жж]иву|[Жж]ив[её]м|[Зз]арегистрирован\p{L}{0,2}|[Пп]рописан\p{L}{0,2})[\s:,-]{1,3}(?:по\s+(?:адресу\s*:?\s*)?|в\s+|на\s+)?(?<found>(?:${name},\s*)?(?:${streetWord}\s*)?${name}${house})`,
  // A bare street with house and flat: «Октябрьская 61-5», «Мира 20, кв. 4». Without a flat it is a public place.
  String.raw`${name},?\s+${number}(?:\s?[-–—]\s?[1-9]\d{0,2}${notCounted}|[,\s]*кв(?:артира)?\.?\s?№?\s?\d{1,4})`,
  // An allotment garden's plot.
  String.raw`(?:СНТ|ДНТ|СОТ|[Сс]адовое\s+товарищество)\s+[«"]?[А-ЯЁ][а-яё]+[»"]?(?:\s[А-ЯЁа-яё]+[»"]?)?,?\s+(?:уч(?:аст(?:ок|к[аеу])|\.)|д(?:ом|\.))\s*№?\s?\d{1,4}`,
  // A postcode of the region with what follows up to the house.
  String.raw`(?<!\p{N})66\d{4},\s*[^\n;]{5,80}?(?<!\p{N})${number}${part}${flat}`,
].map((source) => new RegExp(String.raw`(?<![\p{L}\p{N}])${source}${edge}`, 'gu'))

/** «УЛ. МИРА, Д. 5» as «Ул. Мира, Д. 5»: the patterns tell names from other words by their capitals. The length stays. */
function withoutShouting(text: string): string {
  return text.replace(/(?<![\p{L}])[А-ЯЁ]{2,}(?![\p{L}])/gu, (word) => (/^(?:СНТ|ДНТ|СОТ)$/.test(word) ? word : word.charAt(0) + word.slice(1).toLowerCase()))
    .replace(/(?<=[\s,.]|^)(?:Кв|Корп|Оф|От|До|И|По|На)(?=[\s.])/gu, (word, at: number) => (at === 0 ? word : word.toLowerCase()))
}

/** Postal addresses down to the house; a street alone, or a public place without a flat and without a word for an address, is none. */
export function findAddresses(text: string): Range[] {
  const found: Range[] = []
  const plain = withoutShouting(text)
  for (const pattern of patterns) {
    for (const match of plain.matchAll(pattern)) {
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

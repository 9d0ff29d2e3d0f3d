import { findAll, type PlainText, type Range } from '../text/plainText'
import type { Word } from '../text/words'

const offers = [
  /(?<!\p{L})(?:прода[юмё]\p{L}{0,2}|продается|продаются|куплю|сдам|сдаю|сдается|обменяю|меняю)(?!\p{L})/gu,
  /(?<!\p{L})(?:недорого|скидк[аиу]\p{L}*|акци[яи](?!\p{L})|доставка|опт(?:ом|овая)|под\s+ключ|рассрочк\p{L}*|в\s+наличии|заказывайте|звоните|пишите\s+в\s+лс|подпис\p{L}+\s+на\s+(?:канал|группу)|заработ\p{L}*\s+(?:в|от|на)|кредит\s+(?:без|от)|казино|ставки\s+на)(?!\p{L})/gu,
]
/** Who asks the authority for something is no advertiser. */
const asks = /(?<!\p{L})(?:когда|почему|прошу|просим|администраци\p{L}*|подскажите|примите\s+меры|куда\s+обратиться|законно|разрешени\p{L}*|запретите|проверьте)(?!\p{L})/u

/** An offer of goods or services: at least two of its words, or one and a phone, and no question. */
export function advertisementSigns(text: PlainText, hasContact: boolean): Range[] {
  if (asks.test(text.plain) || text.plain.includes('?')) return []
  const [selling = [], luring = []] = offers.map((pattern) => findAll(text, pattern))
  if (selling.length + luring.length + (hasContact ? 1 : 0) < 2 || selling.length + luring.length === 0) return []
  return [...selling, ...luring].sort((a, b) => a.start - b.start)
}

const empty =
  /^(?:привет\p{L}*|здравствуй(?:те)?|добр(?:ый|ое|ого|рое)|день|дня|вечер|утро|ау|ап|эй|алло|ага|угу|да|нет|ок|окей|ну|вот|и|а|э+|м+|ха(?:ха)*|хах\p{L}*|лол|плюс|всем|тест|проверка|кто|тут|здесь|есть|первы[йе]|первонах|ясно|понятно|мда+|хм+|ого|о|у|вау|класс|up)$/u

/** Nothing but greetings and interjections: what is wanted cannot be told. Thanks are substance. */
export const isGreetingOnly = (words: readonly Word[]): boolean => words.length > 0 && words.length <= 6 && words.every((word) => empty.test(word.text) || /^[\p{N}+]+$/u.test(word.text))

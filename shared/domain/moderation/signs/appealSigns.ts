import { findAll, type PlainText, type Range } from '../text/plainText'
import type { Confidence } from '../suggestion'

const formulas = [
  /(?<!\p{L})(?:прошу|просим|требую|требуем)\s+(?:вас\s+)?(?:официально\s+)?(?:рассмотреть|принять|зарегистрировать|приобщить)\s+(?:\S+\s+){0,2}?(?:заявлени|обращени|жалоб|ходатайств|предложени)\p{L}*/gu,
  /(?<!\p{L})(?:официальн|коллективн|письменн)\p{L}*\s+(?:обращени|жалоб|заявлени|запрос)\p{L}*/gu,
  /(?<!\p{L})(?:59-?\s?фз|фз-?\s?59|(?:федеральн\p{L}+\s+)?закон\p{L}*\s+о\s+порядке\s+рассмотрения)/gu,
  /(?<!\p{L})(?:ответ|уведомлени\p{L})\s+(?:\S+\s+){0,3}?(?:направить|прислать|выслать|дать|предоставить)\s+(?:\S+\s+){0,2}?(?:письменно|в\s+письменн|по\s+адрес|на\s+(?:адрес|электронн|почт|e-?mail)|в\s+установленн)\p{L}*/gu,
  /(?<!\p{L})(?:направ|пришл|вышл|да)\p{L}*\s+(?:мне\s+)?(?:письменный|официальный)\s+ответ/gu,
]
const demand = /(?<!\p{L})(?:прошу|просим|требую|требуем|заявление|жалоба|ходатайствую|заявляю)(?!\p{L})/gu
const fullName = /(?<!\p{L})[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|инична|оглы|кызы)(?:а|у|ем|ы|е|ой)?(?!\p{L})|(?<!\p{L})[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична)(?:а|у|ем|ы|е|ой)?\s+[А-ЯЁ][а-яё]+(?!\p{L})/gu

export interface AppealSigns {
  readonly sign: 'appealWording' | 'requisites'
  readonly evidence: readonly Range[]
  readonly confidence: Confidence
}

/** Signs of an appeal under 59-FZ (1.2): its set phrases, or a demand with the writer's name and address. `addresses` come from the personal-data search. */
export function appealSigns(text: PlainText, addresses: readonly Range[]): AppealSigns | undefined {
  const wording = formulas.flatMap((pattern) => findAll(text, pattern)).sort((a, b) => a.start - b.start)
  if (wording.length > 0) return { sign: 'appealWording', evidence: wording, confidence: 'likely' }
  const names = [...text.original.matchAll(fullName)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const demands = findAll(text, demand)
  if (names.length === 0 || addresses.length === 0 || demands.length === 0) return undefined
  return { sign: 'requisites', evidence: [...demands, ...names, ...addresses].sort((a, b) => a.start - b.start), confidence: 'likely' }
}

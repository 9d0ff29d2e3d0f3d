/** Random numbers that repeat themselves from the seed on (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

// Nouns by their unchanging part and the endings of their cases, so that the vocabulary is as wide as people's is.
const nouns: readonly (readonly [stem: string, endings: string])[] = [
  ['снег', ',а,у,ом,е'], ['двор', ',а,у,ом,е,ы,ов,ам'], ['дорог', 'а,и,е,у,ой,,ам,ами'], ['ям', 'а,ы,е,у,ой,,ам'], ['улиц', 'а,ы,е,у,ей,,ам'],
  ['фонар', 'ь,я,ю,ём,е,и,ей,ям'], ['вод', 'а,ы,е,у,ой'], ['отоплени', 'е,я,ю,ем,и'], ['подъезд', ',а,у,ом,е,ы,ов'], ['крыш', 'а,и,е,у,ей,,ам'],
  ['мусор', ',а,у,ом,е'], ['контейнер', ',а,у,ом,е,ы,ов,ам'], ['автобус', ',а,у,ом,е,ы,ов'], ['остановк', 'а,и,е,у,ой,ам'], ['школ', 'а,ы,е,у,ой,,ам'],
  ['садик', ',а,у,ом,е,и,ов'], ['площадк', 'а,и,е,у,ой,ам'], ['дерев', 'о,а,у,ом,е,ья,ьев'], ['собак', 'а,и,е,у,ой,,ам'], ['свет', ',а,у,ом,е'],
  ['труб', 'а,ы,е,у,ой,,ам'], ['колодц', 'а,у,ем,е,ы,ам'], ['мост', ',а,у,ом,е,ы,ов'], ['тротуар', ',а,у,ом,е,ы,ов'], ['посёлк', 'а,у,ом,е,и,ам'],
  ['больниц', 'а,ы,е,у,ей,,ам'], ['врач', ',а,у,ом,е,и,ей,ам'], ['аптек', 'а,и,е,у,ой,,ам'], ['квитанци', 'я,и,ю,ей,ям'], ['тариф', ',а,у,ом,е,ы,ов'],
  ['лавочк', 'а,и,е,у,ой,ам'], ['забор', ',а,у,ом,е,ы,ов'], ['пешеход', ',а,у,ом,е,ы,ов,ам'], ['светофор', ',а,у,ом,е,ы,ов'], ['переезд', ',а,у,ом,е,ы'],
]
const verbs = 'не убирают,чистят,обещали,затопило,не работает,сломали,развалилась,замёрзли,отключили,привезли,забыли,ремонтируют,перекрыли,выросла,пахнет,течёт,падает,мешает'.split(',')
const small = 'и,в,на,у нас,опять,уже,третий день,когда,почему,где,за,около,возле,после,до сих пор,пожалуйста,очень,совсем'.split(',')
const streets = 'Мира,Ленина,Советская,Набережная,Школьная,Октябрьская,Лесная,Заречная,Молодёжная,Строителей,Гагарина,Титова,Юбилейная,Полевая'.split(',')
const surnames = 'Иванова,Петров,Сидорова,Кузнецов,Смирнова,Попов,Васильева,Новиков,Фёдорова,Морозов,Волкова,Лебедев,Козлова,Егоров'.split(',')
const names = 'Анна,Пётр,Мария,Иван,Ольга,Сергей,Елена,Дмитрий,Наталья,Андрей'.split(',')

const pick = <T>(random: () => number, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T

const noun = (random: () => number): string => {
  const [stem, endings] = pick(random, nouns)
  return stem + pick(random, endings.split(','))
}

/** A made-up message of `length` or so words, a few sentences with an address. */
export function someText(random: () => number, length: number): string {
  const words: string[] = []
  while (words.length < length) {
    words.push(pick(random, small), noun(random), pick(random, verbs), noun(random))
    if (random() < 0.3) words.push(`по улице ${pick(random, streets)}, дом ${Math.floor(random() * 120) + 1}.`)
  }
  return words.join(' ')
}

export const someName = (random: () => number): string => `${pick(random, names)} ${pick(random, surnames)}`

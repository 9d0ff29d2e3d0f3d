import type { TypedInstantError } from '../../format/typedInstant'

const errors: Record<TypedInstantError, string> = {
  empty: 'Укажите дату и время.',
  unreadable: 'Не понять. Пишите так: 24.11.2026 14:05, 14:05, вчера в 18:40.',
  noSuchTime: 'Такого времени не было: часы переводили.',
  dateOnly: 'Добавьте время, например 14:05: сроки считаются в часах.',
  future: 'Это время ещё не наступило.',
  tooOld: 'Слишком давно.',
}

/** A field for an instant on the office's clock. */
export const moment = {
  errors,
  understood: (when: string, ago: string) => `${when} – ${ago} назад`,
  approximate: (when: string) => `${when}, примерно. Наведите курсор на время в сети, чтобы увидеть точное`,
  now: 'Сейчас',
  example: '24.11.2026 14:05',
} as const

import type { TypedInstantError } from '../../format/typedInstant'

const errors: Record<TypedInstantError, string> = {
  empty: 'Укажите дату и время.',
  unreadable: 'Не понять. Пишите так: 24.11.2026 14:05, 14:05, вчера в 18:40.',
  noSuchTime: 'Такого времени не было: часы переводили.',
  dateOnly: 'Нужно ещё и время: 14:05.',
  future: 'Это время ещё не наступило.',
  tooOld: 'Слишком давно.',
}

/** A field for an instant on the office's clock. */
export const moment = { errors, understood: (when: string) => `понято: ${when}`, now: 'Сейчас' } as const

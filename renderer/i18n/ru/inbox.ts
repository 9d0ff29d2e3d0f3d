import { counted } from '../plural'

export const inbox = {
  list: 'Сообщения по ближайшему сроку',
  filters: 'Отбор',
  filter: { all: 'Все', new: 'Новые', department: 'У структур', review: 'На проверке', overdue: 'Просрочено', emergency: 'Экстренные', conflict: 'Решено дважды' },
  searchLabel: 'Найти среди открытых',
  searchHint: 'слово, автор, структура',
  shown: (shown: number, total: number) => (shown === total ? counted(total, ['открытое', 'открытых', 'открытых']) : `${shown} из ${counted(total, ['открытого', 'открытых', 'открытых'])}`),
  /** Closed ones are among them. */
  torn: (count: number) => counted(count, ['сообщение', 'сообщения', 'сообщений']),
  empty: {
    none: 'Открытых сообщений нет',
    noneHint: 'Сообщения принимает оператор: вручную или из файла, в разделе «Приём».',
    toIntake: 'Принять сообщение',
    filtered: 'Ничего не подошло',
    filteredHint: 'Снимите отбор или измените слова поиска. Закрытые сообщения – в архиве.',
    reset: 'Показать все',
  },
  keys: {
    search: 'Искать и отбирать',
    filter: (name: string) => `Показать: ${name}`,
  },
} as const

/** Lists of cases, whatever the screen. */
export const lists = {
  keys: {
    group: 'Список сообщений',
    next: 'Следующее сообщение',
    previous: 'Предыдущее сообщение',
    open: 'Перейти к сообщению',
  },
} as const

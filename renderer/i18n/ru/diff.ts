export const diff = {
  what: 'Что изменено:',
  added: 'добавлено',
  removed: 'убрано',
  same: 'Текст не изменился',
} as const

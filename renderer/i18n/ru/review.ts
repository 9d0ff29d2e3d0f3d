import { counted } from '../plural'

export const review = {
  list: 'Ответы на проверке',
  waiting: (count: number) => counted(count, ['ответ ждёт проверки', 'ответа ждут проверки', 'ответов ждут проверки']),
  message: 'Сообщение',
  answer: 'Ответ структуры',
  versions: 'Версии',
  look: { label: 'Как показать версию', columns: 'Рядом', changes: 'Что изменилось', plain: 'Весь текст' },
  changesFrom: (version: string) => `По сравнению с: ${version}`,
  checklist: 'Проверьте: ответ на каждый вопрос, факты и сроки, тон, нет лишних персональных данных (п. 3.2).',
  publish: 'Опубликовать',
  return: 'Вернуть',
  whole: 'Подробно',
  empty: 'Проверять нечего',
  emptyHint: 'Когда структура пришлёт ответ, он появится здесь, первым – тот, чей срок ближе.',
  keys: { group: 'Проверка', compare: 'Рядом, что изменилось, весь текст' },
} as const

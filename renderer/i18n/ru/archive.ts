import type { Outcome } from '../../../shared/domain/case/caseState'
import { counted } from '../plural'

const outcome: Record<Outcome['how'], string> = {
  published: 'ответ опубликован',
  explained: 'дано разъяснение',
  siteLink: 'дана ссылка на сайт',
  refused: 'отказ в обработке',
  duplicate: 'повтор другого',
  registered: 'обращение по 59-ФЗ',
}

const monthNames = ['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь']

export const archive = {
  list: 'Закрытые сообщения',
  search: 'Найти в архиве',
  searchHint: 'слова в любой форме: «снега» найдёт «снег»',
  searching: 'Ищется…',
  filter: 'Отбор',
  /** Of a department's part that ended before the case did. */
  taken: (declined: boolean, date: string) => `${declined ? 'возвращено оператору' : 'направление отозвано'}, ${date}`,
  outcomeLabel: 'Чем закончилось',
  department: 'Структура',
  network: 'Сеть',
  any: 'все',
  overdueOnly: 'С нарушением срока',
  overdue: 'срок нарушен',
  monthLabel: 'Месяц',
  /** YYYY-MM */
  month: (month: string) => `${monthNames[Number(month.slice(5)) - 1] ?? month} ${month.slice(0, 4)}`,
  previousMonth: 'Раньше',
  nextMonth: 'Позже',
  count: (count: number) => counted(count, ['сообщение', 'сообщения', 'сообщений']),
  shown: (shown: number, total: number) => (shown === total ? counted(total, ['сообщение', 'сообщения', 'сообщений']) : `${shown} из ${counted(total, ['сообщения', 'сообщений', 'сообщений'])}`),
  found: (closed: number, open: number) => `Найдено в архиве: ${closed}${open === 0 ? '' : `, среди открытых: ${open}`}`,
  first: (count: number) => `Показаны первые ${count}. Уточните запрос, чтобы увидеть остальное.`,
  toInbox: 'К открытым',
  outcome,
  empty: {
    none: 'Архив пуст',
    noneHint: 'Сюда попадают сообщения, работа с которыми закончена: ответ опубликован, дано разъяснение, отказано в обработке.',
    nothing: 'Ничего не найдено',
    nothingHint: 'Проверьте слова запроса или снимите отбор.',
    reset: 'Снять отбор',
    choose: 'Выберите сообщение',
    chooseHint: 'Здесь откроется сообщение, ответ и весь ход работы.',
  },
  keys: { group: 'Архив', search: 'Найти', next: 'Следующее', previous: 'Предыдущее', open: 'Перейти к сообщению', older: 'Предыдущий месяц', newer: 'Следующий месяц', clear: 'Снять отбор и поиск' },
} as const

import type { PeopleConflict } from '../../../shared/domain/case/caseState'

const title: Record<PeopleConflict['kind'], string> = {
  forwardedTwice: 'Направлено дважды',
  publishedTwice: 'Опубликовано дважды',
  decidedTwice: 'Решено дважды',
  answeredTwice: 'Два ответа сразу',
}
const what: Record<PeopleConflict['kind'], string> = {
  forwardedTwice: 'Двое направили это сообщение, не видя друг друга: у одного из них не было связи. Над ним работают обе структуры, пока одно из направлений не отозвано.',
  publishedTwice: 'Двое опубликовали, не видя друг друга. Проверьте страницу и удалите лишнее, потом запишите, что сделано: запись закроет вопрос.',
  decidedTwice: 'Двое решили по-разному, не видя друг друга. Оба решения записаны; выберите, какое остаётся.',
  answeredTwice: 'Структура дала два ответа, не видя друг друга. Опубликуйте один, верните на доработку или запишите решение.',
}

/** Decisions that people made unseen by each other, and what settles them. */
export const conflicts = {
  title,
  what,
  decisions: 'Решения',
  notYours: 'Разбирает оператор.',
  duplicateOf: (number: string) => `Повтор сообщения ${number}`,
  registered: (number: string) => `№ ${number}`,
  remedy: {
    keepOne: 'Выбрать, какое направление остаётся',
    withdraw: 'Отозвать направление',
    reopen: 'Открыть заново',
    publish: 'Опубликовать один из ответов',
    return: 'Вернуть на доработку',
    note: 'Записать, что решили',
  },
  withdrawal: {
    keep: 'Остаётся у структуры',
    answered: 'уже дала ответ',
    will: (names: readonly string[]) => `Будет отозвано: ${names.join('; ')}. Структура увидит причину.`,
    reason: 'Причина отзыва',
    reasonKeep: 'Сообщение одновременно направили двум структурам',
    reasonClosed: 'Работа с сообщением уже завершена',
    confirm: 'Отозвать',
    done: (name: string) => `Отозвано: ${name}`,
  },
} as const

import type { NewsKind } from '../../../shared/domain/attention'
import { counted } from '../plural'

const news: Record<NewsKind, string> = {
  newMessage: 'Новое сообщение',
  forReview: 'Пришёл ответ на проверку',
  returned: 'Ответ возвращён на доработку',
  declined: 'Структура отклонила направление',
  published: 'Ответ опубликован',
  publicationFailed: 'Публикация не удалась',
}

/** Notifications and the tray: the case's number, clause, network and hours; a citizen's words only where the person allowed it. */
export const attention = {
  news,
  case: (number: string, network: string) => `${number} · ${network}`,
  emergency: (title: string) => `Экстренно: ${title}`,
  due: (rule: string, clause: string, until: string, left: string) => `${rule} (${clause}): до ${until}, ${left}`,
  passed: (rule: string, clause: string, at: string) => `${rule} (${clause}): срок вышел ${at}`,
  shortDue: (rule: string, until: string) => `${rule} до ${until}`,
  shortPassed: (rule: string) => `${rule}, просрочено`,
  left: { workingTime: (left: string) => `осталось ${left} рабочего времени`, time: (left: string) => `осталось ${left}` },
  noneLeft: 'рабочего времени не осталось',
  digest: (count: number, overdue: number, nearest: string | null) =>
    [`Требуют внимания: ${counted(count, ['сообщение', 'сообщения', 'сообщений'])}`, overdue > 0 ? `срок вышел: ${overdue}` : null, nearest === null ? null : `ближайший срок ${nearest}`].filter((part) => part !== null).join(', '),
  refusedByServer: (count: number) => `Сервер не принял: ${counted(count, ['запись', 'записи', 'записей'])}`,
  refusedHint: 'Записи целы на этом компьютере. Почему – в настройках, раздел «Связь».',
  connectionLost: (since: string) => `Нет связи с сервером с ${since}`,
  connectionHint: 'Работа продолжается на этом компьютере и уйдёт, когда связь вернётся.',
  later: (minutes: number) => `Позже, через ${minutes} мин`,
  laterName: 'Напомнить позже',
  laterHint: 'Напомнить об этом сообщении ещё раз, когда пройдёт столько рабочего времени',
  laterSaid: (minutes: number) => `Напомним через ${minutes} мин рабочего времени`,
  laterNothing: 'О сроках этого сообщения ещё не напоминали: откладывать нечего',
  more: (count: number) => `и ещё ${count}`,
  trayDue: (number: string, rule: string, until: string) => `${number}: ${rule} до ${until}`,
  trayOverdue: (number: string, rule: string) => `${number}: ${rule}, просрочено`,
} as const

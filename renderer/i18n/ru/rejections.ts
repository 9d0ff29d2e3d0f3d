import type { AddressField, InstantField, RejectionReason, Requisite, WordsField } from '../../../shared/domain/case/rejections'

const words: Record<WordsField, string> = {
  text: 'Напишите текст.',
  reason: 'Назовите причину.',
  remarks: 'Напишите замечания: структура должна знать, что доработать.',
  wording: 'Приведите слова, которыми автор дал согласие.',
  number: 'Укажите номер.',
  act: 'Укажите акт.',
  siteUrl: 'Укажите адрес страницы сайта.',
}
const instants: Record<InstantField, string> = {
  placedAt: 'Время размещения',
  publishedAt: 'Время публикации',
  failedAt: 'Время неудачи',
  flaggedAt: 'Время отметки',
  offeredAt: 'Время предложения',
  givenAt: 'Время согласия',
  handedOverAt: 'Время передачи',
  registeredAt: 'Дата регистрации',
  editedAt: 'Время правки',
  deletedAt: 'Время удаления',
}
const addresses: Record<AddressField, string> = { link: 'Ссылка', siteUrl: 'Адрес страницы сайта' }
const requisites: Record<Requisite, string> = { surname: 'фамилия', name: 'имя', address: 'почтовый или электронный адрес для ответа' }

/** Reasons that need nothing but their sentence. */
type Plain = Exclude<RejectionReason, 'notPermitted' | 'notYourForwarding' | 'blank' | 'inFuture' | 'tooEarly' | 'notWebAddress' | 'wrongPlace' | 'departmentUnknown' | 'departmentClosed' | 'forwardingActive' | 'alreadyRegistered' | 'requisitesMissing'>

const plain: Record<Plain, string> = {
  caseUnknown: 'Этого сообщения нет на этом компьютере.',
  caseClosed: 'Работа с сообщением завершена. Чтобы продолжить, откройте его заново.',
  caseOpen: 'Работа с сообщением ещё не завершена.',
  alreadyReceived: 'Это сообщение уже принято.',
  alreadyPosted: 'Эта публикация уже записана.',
  nothingChanged: 'Ничего не изменилось.',
  tooLong: 'Слишком длинно: сократите текст или приложите его файлом.',
  malformed: 'Что-то заполнено неверно: проверьте даты, адреса и приложения.',
  linkRequired: 'Укажите ссылку на публичный ответ: она остаётся доказательством.',
  nothingForwarded: 'Сообщение сейчас ни у кого на рассмотрении.',
  forwardingUnknown: 'Такого направления нет.',
  forwardingEnded: 'Это направление уже отозвано или отклонено.',
  groundRequired: 'Выберите основание разъяснения (п. 3.7).',
  groundNotAllowed: 'Основание указывают только для разъяснения.',
  nothingToReturn: 'Нет ответа, который можно вернуть.',
  answerUnknown: 'Такого ответа нет.',
  answerReturned: 'Этот ответ уже возвращён.',
  alreadyPublished: 'Ответ уже опубликован: отказать или отметить повтором нельзя.',
  nothingPublished: 'Сначала опубликуйте ответ автору.',
  alreadyEmergency: 'Уже отмечено как экстренное.',
  duplicateOfItself: 'Сообщение не может быть повтором самого себя.',
  originalUnknown: 'Первое сообщение не найдено.',
  originalIsDuplicate: 'Выбранное сообщение само отмечено как повтор: выберите то, которое оно повторяет.',
  notOffered: 'Сначала предложите автору официальное обращение.',
  noConsent: 'Без согласия автора передавать нельзя (п. 3.8).',
  alreadyConsented: 'Согласие уже записано.',
  alreadyHandedOver: 'Обращение уже передано.',
  notHandedOver: 'Обращение ещё не передано.',
  wordsErased: 'Текст стёрт по акту: этого уже не сделать.',
  nothingToErase: 'Стирать нечего: всё уже стёрто.',
}

export const rejections = {
  words,
  plain,
  notPermitted: (role: string) => `В роли «${role}» это сделать нельзя. Смените роль вверху справа.`,
  notYourForwarding: (department: string) => `Это направлено другой структуре: ${department}.`,
  inFuture: (field: InstantField) => `${instants[field]} не может быть в будущем.`,
  tooEarly: (field: InstantField, earliest: string) => `${instants[field]} не может быть раньше ${earliest}.`,
  notWebAddress: (field: AddressField) => `${addresses[field]}: нужен адрес, который начинается с https:// или http://.`,
  wrongPlace: { public: 'На комментарий отвечают публично (п. 3.4).', private: 'На личное сообщение отвечают лично (п. 3.4).' },
  departmentUnknown: (name: string) => `Структуры «${name}» нет в справочнике.`,
  departmentClosed: (name: string) => `Структура «${name}» закрыта: выберите другую.`,
  forwardingActive: (name: string) => `Сообщение уже направлено: ${name}. Сначала отзовите направление.`,
  alreadyRegistered: (number: string) => `Обращение уже зарегистрировано под № ${number}.`,
  requisitesMissing: (missing: readonly Requisite[]) => `Не хватает: ${missing.map((each) => requisites[each]).join(', ')}.`,
} as const

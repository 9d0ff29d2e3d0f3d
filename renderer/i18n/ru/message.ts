import { counted } from '../plural'

/** The citizen's message, wherever it is shown. */
export const message = {
  title: 'Сообщение',
  placed: 'Размещено',
  received: 'Принято программой',
  openInBrowser: 'Открыть в браузере',
  copyText: 'Скопировать текст',
  noLink: 'Ссылки на сообщение нет',
  attachments: 'Вложения',
  saveAttachment: (name: string) => `Сохранить «${name}»`,
  kind: { photo: 'Фото', video: 'Видео', audio: 'Аудио', document: 'Документ', link: 'Ссылка', other: 'Файл' },
  atNetwork: 'лежит в соцсети, может исчезнуть',
  deleted: (when: string) => `Автор удалил сообщение (${when}). Текст сохранён как доказательство; сроки идут.`,
  edited: (times: number) => `Автор изменил текст: ${counted(times, ['прежняя редакция', 'прежние редакции', 'прежних редакций'])}. Срок от этого не изменился.`,
  earlier: (until: string) => `Редакция до ${until}`,
  current: 'Нынешняя редакция',
  showEarlier: 'Показать прежние редакции',
  hideEarlier: 'Скрыть прежние редакции',
  textErased: 'Текст стёрт по акту об уничтожении персональных данных',
  layout: {
    offer: 'Похоже, набрано в другой раскладке. Возможно, имелось в виду:',
    short: 'другая раскладка?',
  },
  marks: {
    emergency: 'экстренное',
    edited: 'автор изменил текст',
    deleted: 'автор удалил',
    conflict: 'решено дважды',
    layout: 'возможно, другая раскладка',
    attachments: (count: number) => counted(count, ['вложение', 'вложения', 'вложений']),
    unknown: 'обновите программу',
  },
  measures: 'Принятые меры',
  remarks: 'Замечания оператора',
  version: (number: number) => `Версия ${number}`,
} as const

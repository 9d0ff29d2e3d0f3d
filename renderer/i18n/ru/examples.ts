/** Worked examples of the order's terms: each shows one thing that is easily counted wrong. */
export const examples = {
  beforeLongHolidays: 'Сообщение в 16:55 перед длинными праздниками',
  fridayEvening: 'Пятница, полчаса до конца дня',
  tuesdayMorning: 'Обычное утро вторника',
  shortDay: 'Короткий день перед праздником',
  workingSaturday: 'Рабочая суббота, она же короткая',
  saturdayFollows: 'Пятница перед рабочей субботой',
  fridayNight: 'Пятница вечером: когда публиковать',
  yearEnd: 'Последний день перед каникулами',
  floor: 'Публикация: 8 рабочих часов внутри',
  explanation: 'Разъяснение (п. 3.7) с вечера пятницы',
  emergency: 'Экстренное в субботу (п. 3.9)',
  ruralWeek: '36-часовая неделя: публикация дольше',
  lateForwarding: 'Направили поздно: общий срок не ждёт',
  twoReturns: 'Два возврата на доработку',
} as const

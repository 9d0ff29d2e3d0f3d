/** Calendar files as the world has them, drawn from printed lists: every day off of the year, shortened days, moves. */
export interface PrintedYear {
  readonly year: number
  /** Twelve months of `1,2*,3+`: days off, `*` shortened, `+` moved. */
  readonly months: readonly string[]
  readonly transitions: readonly (readonly [from: string, to: string])[]
  readonly workdays: number
}

export const PRINTED_2026: PrintedYear = {
  year: 2026,
  months: [
    '1,2,3,4,5,6,7,8,9+,10,11,17,18,24,25,31',
    '1,7,8,14,15,21,22,23,28',
    '1,7,8,9+,14,15,21,22,28,29',
    '4,5,11,12,18,19,25,26,30*',
    '1,2,3,8*,9,10,11+,16,17,23,24,30,31',
    '6,7,11*,12,13,14,20,21,27,28',
    '4,5,11,12,18,19,25,26',
    '1,2,8,9,15,16,22,23,29,30',
    '5,6,12,13,19,20,26,27',
    '3,4,10,11,17,18,24,25,31',
    '1,3*,4,7,8,14,15,21,22,28,29',
    '5,6,12,13,19,20,26,27,31+',
  ],
  transitions: [
    ['01.03', '01.09'],
    ['01.04', '12.31'],
  ],
  workdays: 247,
}

export const PRINTED_2024: PrintedYear = {
  year: 2024,
  months: [
    '1,2,3,4,5,6,7,8,13,14,20,21,27,28',
    '3,4,10,11,17,18,22*,23,24,25',
    '2,3,7*,8,9,10,16,17,23,24,30,31',
    '6,7,13,14,20,21,28,29+,30+',
    '1,4,5,8*,9,10+,11,12,18,19,25,26',
    '1,2,8,9,11*,12,15,16,22,23,29,30',
    '6,7,13,14,20,21,27,28',
    '3,4,10,11,17,18,24,25,31',
    '1,7,8,14,15,21,22,28,29',
    '5,6,12,13,19,20,26,27',
    '2*,3,4,9,10,16,17,23,24,30',
    '1,7,8,14,15,21,22,29,30+,31+',
  ],
  transitions: [
    ['01.06', '05.10'],
    ['01.07', '12.31'],
    ['04.27', '04.29'],
    ['11.02', '04.30'],
    ['12.28', '12.30'],
  ],
  workdays: 248,
}

const MONTHS = ['Январь', 'Февраль', 'Март', 'Апрель', 'Май', 'Июнь', 'Июль', 'Август', 'Сентябрь', 'Октябрь', 'Ноябрь', 'Декабрь']

export const asJson = ({ year, months, transitions, workdays }: PrintedYear, change: object = {}): string =>
  JSON.stringify({
    year,
    months: months.map((days, index) => ({ month: index + 1, days })),
    transitions: transitions.map(([from, to]) => ({ from, to })),
    statistic: { workdays, holidays: 366 - workdays, hours40: 0 },
    ...change,
  })

export const csvRow = ({ year, months, workdays }: PrintedYear): string =>
  [String(year), ...months.map((days) => `"${days}"`), String(workdays), '118', '1972', '1774.4'].join(',')

export const CSV_HEADER = ['Год/Месяц', ...MONTHS, 'Всего рабочих дней', 'Всего праздничных и выходных дней', 'Количество рабочих часов при 40-часовой рабочей неделе', '36'].join(',')

export const asCsv = (...years: readonly PrintedYear[]): string => `\uFEFF${[CSV_HEADER, ...years.map(csvRow)].join('\r\n')}\r\n`

export function asDigits({ year, months }: PrintedYear): string {
  const marks = new Map(
    months.flatMap((days, index) =>
      days.split(',').map((item) => [`${index + 1}.${Number.parseInt(item, 10)}`, item.endsWith('*') ? '2' : '1'] as const),
    ),
  )
  let digits = ''
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
    const date = new Date(day)
    digits += marks.get(`${date.getUTCMonth() + 1}.${date.getUTCDate()}`) ?? '0'
  }
  return digits
}

/** The XML form lists exceptions only: holidays, moved days, shortened days, worked weekends. */
export const XML_2024 = `<?xml version="1.0" encoding="UTF-8"?>
<calendar year="2024" lang="ru" date="2023.09.01" country="ru">
  <holidays>
    <holiday id="1" title="Новогодние каникулы" /><holiday id="2" title="Рождество Христово" />
    <holiday id="3" title="День защитника Отечества" /><holiday id="9" title="День района" />
  </holidays>
  <days>
    ${['01', '02', '03', '04', '05', '06', '07', '08'].map((d) => `<day d="01.${d}" t="1" h="${d === '07' ? 2 : 1}" />`).join('\n    ')}
    <day d="02.22" t="2" /><day d="02.23" t="1" h="3" />
    <day d="03.07" t="2" /><day d="03.08" t="1" />
    <day d="04.27" t="3" /><day d="04.29" t="1" f="04.27" /><day d="04.30" t="1" f="11.02" />
    <day d="05.01" t="1" /><day d="05.08" t="2" /><day d="05.09" t="1" /><day d="05.10" t="1" f="01.06" />
    <day d="06.11" t="2" /><day d="06.12" t="1" />
    <day d="11.02" t="2" /><day d="11.04" t="1" />
    <day d="12.28" t="3" /><day d="12.30" t="1" f="12.28" /><day d="12.31" t="1" f="01.07" />
  </days>
</calendar>`

/** Every day of a printed year: off, short or worked. */
function daysOf({ year, months }: PrintedYear): readonly { readonly iso: string; readonly hours: number }[] {
  return months.flatMap((days, index) => {
    const marks = new Map(days.split(',').map((day) => [Number.parseInt(day, 10), day.endsWith('*') ? 7 : 0]))
    const length = new Date(Date.UTC(year, index + 1, 0)).getUTCDate()
    return Array.from({ length }, (_, day) => ({ iso: new Date(Date.UTC(year, index, day + 1)).toISOString().slice(0, 10), hours: marks.get(day + 1) ?? 8 }))
  })
}

/** Lists of ISO dates: all days off, and the shortened days. */
export function asDateLists(...years: readonly PrintedYear[]): string {
  const days = years.flatMap(daysOf)
  const those = (wanted: number) => days.filter(({ hours }) => hours === wanted).map(({ iso }) => iso)
  return JSON.stringify({ holidays: those(0), preholidays: those(7), nowork: [] })
}

/** A table of every day with its hours. */
export const asDayTable = (printed: PrintedYear): string =>
  JSON.stringify({ country_code: 'ru', days: daysOf(printed).map(({ iso, hours }) => ({ date: iso.split('-').reverse().join('.'), working_hours: hours })) })

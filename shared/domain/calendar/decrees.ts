import { addDays, localDate, type LocalDate } from '../time'
import type { Act, ProductionCalendar } from './productionCalendar'
import { buildYear, type YearDecision } from './statute'

const government = (number: string, date: string): Act => ({ kind: 'government', number, date: localDate(date) })
const president = (number: string, date: string): Act => ({ kind: 'president', number, date: localDate(date) })

/** `'01-03 > 01-09'` within one year. */
const moves = (year: number, ...pairs: string[]): (readonly [LocalDate, LocalDate])[] =>
  pairs.map((pair) => {
    const [from, to] = pair.split(' > ')
    return [localDate(`${year}-${from}`), localDate(`${year}-${to}`)] as const
  })

const run = (from: string, days: number, act: Act): { date: LocalDate; act: Act }[] =>
  Array.from({ length: days }, (_, index) => ({ date: addDays(localDate(from), index), act }))

// 4 November 2021 is a holiday already, so the second decree adds 30 October to 3 November.
const NON_WORKING_2021 = [
  ...run('2021-05-04', 4, president('242', '2021-04-23')),
  ...run('2021-10-30', 5, president('595', '2021-10-20')),
]

/** The Government's decrees on moving days off, 2021–2027. */
export const DECISIONS: readonly YearDecision[] = [
  {
    year: 2021,
    act: government('1648', '2020-10-10'),
    moved: moves(2021, '01-02 > 11-05', '01-03 > 12-31', '02-20 > 02-22'),
    nonWorking: NON_WORKING_2021,
  },
  {
    year: 2022,
    act: government('1564', '2021-09-16'),
    moved: moves(2022, '01-01 > 05-03', '01-02 > 05-10', '03-05 > 03-07'),
    nonWorking: [],
  },
  { year: 2023, act: government('1505', '2022-08-29'), moved: moves(2023, '01-01 > 02-24', '01-08 > 05-08'), nonWorking: [] },
  {
    year: 2024,
    act: government('1314', '2023-08-10'),
    moved: moves(2024, '01-06 > 05-10', '01-07 > 12-31', '04-27 > 04-29', '11-02 > 04-30', '12-28 > 12-30'),
    nonWorking: [],
  },
  {
    year: 2025,
    act: government('1335', '2024-10-04'),
    moved: moves(2025, '01-04 > 05-02', '01-05 > 12-31', '02-23 > 05-08', '03-08 > 06-13', '11-01 > 11-03'),
    nonWorking: [],
  },
  { year: 2026, act: government('1466', '2025-09-24'), moved: moves(2026, '01-03 > 01-09', '01-04 > 12-31'), nonWorking: [] },
  {
    year: 2027,
    act: government('1187', '2026-09-17'),
    moved: moves(2027, '01-02 > 11-05', '01-03 > 12-31', '02-20 > 02-22'),
    nonWorking: [],
  },
]

/** The calendar that the program ships with: 2021–2027 by decree. */
export const RU_CALENDAR: ProductionCalendar = {
  version: 'ru-2021-2027',
  years: DECISIONS.map(buildYear),
  nonWorkingDaysAreOff: false,
}

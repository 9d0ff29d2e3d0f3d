import { describe, expect, it } from 'vitest'
import { calendarDays, RU_CALENDAR, yearByStatute, type ProductionCalendar } from '../../../../shared/domain/calendar'
import { dateOfDay, firstDayOfYear, localDate, weekdayOfDay } from '../../../../shared/domain/time'
import { oracleDay, ORACLE_SCHEDULES } from '../../../support/deadlineOracle'

const SWITCHED: ProductionCalendar = { ...RU_CALENDAR, nonWorkingDaysAreOff: true }
const EMPTY: ProductionCalendar = { version: 'none', years: [yearByStatute(2021)], nonWorkingDaysAreOff: false }
const day = (date: string, calendar = RU_CALENDAR) => calendarDays(calendar).day(localDate(date))

describe('the production calendar', () => {
  it.each([2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031])(
    'CAL1–CAL7 every day of %i is as long as the printed lists have it',
    (year) => {
      const [forty] = ORACLE_SCHEDULES
      for (const calendar of [RU_CALENDAR, SWITCHED]) {
        const list = calendarDays(calendar).lengthsOfYear(year)
        expect(list).toHaveLength(firstDayOfYear(year + 1) - firstDayOfYear(year))
        for (let number = firstDayOfYear(year); number < firstDayOfYear(year + 1); number++) {
          const date = dateOfDay(number)
          const printed = oracleDay(forty!, date.replaceAll('-', ''), calendar.nonWorkingDaysAreOff)
          const { kind, short } = calendarDays(calendar).dayOfNumber(number)
          const minutes = printed.reduce((sum, [from, to]) => sum + to - from, 0)
          const found = kind === 'working' ? 480 - (short ? 60 : 0) : 0
          if (found !== minutes) expect([date, found]).toEqual([date, minutes])
          const length = calendarDays(calendar).lengthOfDay(number)
          const worked = length && (length.worksAs < 6 || minutes > 0) ? 480 - (length.short ? 60 : 0) : 0
          if (worked !== minutes) expect([date, worked]).toEqual([date, minutes])
          const listed = list[number - firstDayOfYear(year)]
          if (listed?.worksAs !== length?.worksAs || listed?.short !== length?.short) expect(date).toBe('in the list of its year')
        }
      }
    },
  )

  it('CAL1 a holiday is a holiday on a weekend, too', () => {
    expect(day('2026-01-07')).toMatchObject({ kind: 'off', reason: { kind: 'holiday', holiday: 'christmas' } })
    expect(day('2026-01-08')).toMatchObject({ kind: 'off', reason: { kind: 'holiday', holiday: 'newYear' } })
    expect(day('2026-05-09')).toMatchObject({ kind: 'off', reason: { kind: 'holiday', holiday: 'victoryDay' } })
    const names = ['02-23', '03-08', '05-01', '06-12', '11-04'].map((each) => day(`2026-${each}`).reason)
    expect(names).toEqual(
      ['defenderDay', 'womensDay', 'labourDay', 'russiaDay', 'unityDay'].map((holiday) => ({ kind: 'holiday', holiday })),
    )
  })

  it('CAL2 a moved day off names the date it came from and the decree', () => {
    expect(day('2026-01-09')).toEqual({
      date: '2026-01-09',
      kind: 'off',
      reason: { kind: 'movedByAct', from: '2026-01-03', act: { kind: 'government', number: '1466', date: '2025-09-24' } },
      short: false,
      workingWeekend: null,
      ignoredNonWorking: null,
      provisional: false,
    })
    expect(day('2026-12-30')).toMatchObject({ kind: 'working', short: false })
  })

  it('CAL3 a holiday on a weekend moves to the next working day by the statute', () => {
    expect(day('2026-03-09').reason).toEqual({ kind: 'movedByStatute', from: '2026-03-08', holiday: 'womensDay' })
    expect(day('2023-11-06').reason).toEqual({ kind: 'movedByStatute', from: '2023-11-04', holiday: 'unityDay' })
    expect(day('2025-02-24').kind).toBe('working')
  })

  it('CAL3 lists the days off in order, whatever gave them', () => {
    const listed = (of: number) => RU_CALENDAR.years.find(({ year }) => year === of)!.daysOff.map(({ date }) => date.slice(5)).join(' ')
    const january = '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08'
    expect(listed(2021)).toBe(
      `${january} 02-22 02-23 03-08 05-01 05-03 05-04 05-05 05-06 05-07 05-09 05-10 06-12 06-14 10-30 10-31 11-01 11-02 11-03 11-04 11-05 12-31`,
    )
    expect(listed(2025)).toBe(`${january} 02-23 03-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31`)
  })

  it('CAL4 a day before a holiday is shorter, one before a moved day off is not', () => {
    expect([day('2026-11-03').short, day('2026-12-30').short, day('2027-11-03').short]).toEqual([true, false, true])
    expect(day('2026-01-07').short).toBe(false)
  })

  it('CAL4 lists the shortened days in order, a working weekend among them', () => {
    expect(RU_CALENDAR.years.find(({ year }) => year === 2024)!.shortDays).toEqual(['2024-02-22', '2024-03-07', '2024-05-08', '2024-06-11', '2024-11-02'])
  })

  it('CAL5 a working weekend carries the day it works as', () => {
    const worked = [day('2027-02-20'), day('2024-11-02'), day('2025-11-01'), day('2024-04-27'), day('2024-12-28'), day('2022-03-05')]
    expect(worked.map(({ kind, short, workingWeekend }) => [kind, short, workingWeekend?.worksAs])).toEqual([
      ['working', true, '2027-02-22'],
      ['working', true, '2024-04-30'],
      ['working', true, '2025-11-03'],
      ['working', false, '2024-04-29'],
      ['working', false, '2024-12-30'],
      ['working', true, '2022-03-07'],
    ])
    expect(day('2027-02-20').workingWeekend?.act?.number).toBe('1187')
    expect(day('2026-11-28')).toMatchObject({ kind: 'weekend', reason: null, workingWeekend: null, short: false })
  })

  it('CAL6 the non-working days of 2021 are worked unless the switch is on', () => {
    expect(day('2021-05-04')).toMatchObject({ kind: 'working', short: false, ignoredNonWorking: { kind: 'president', number: '242' } })
    expect(day('2021-11-03')).toMatchObject({ kind: 'working', short: true, ignoredNonWorking: { number: '595' } })
    expect(day('2021-10-30')).toMatchObject({ kind: 'weekend', ignoredNonWorking: null })
    expect(day('2021-05-04', SWITCHED)).toMatchObject({ kind: 'off', reason: { kind: 'nonWorking' }, ignoredNonWorking: null })
    expect(day('2021-11-03', SWITCHED)).toMatchObject({ kind: 'off', short: false })
    expect(day('2021-11-08', SWITCHED)).toMatchObject({ kind: 'working', ignoredNonWorking: null })
  })

  it('CAL7 a year without a decree keeps its holidays and is provisional', () => {
    expect(calendarDays(RU_CALENDAR).isProvisional(2028)).toBe(true)
    expect(calendarDays(RU_CALENDAR).isProvisional(2027)).toBe(false)
    expect(calendarDays(RU_CALENDAR).year(2028).basis).toBe('statute')
    expect(day('2028-11-06')).toMatchObject({ kind: 'off', provisional: true, reason: { kind: 'movedByStatute', from: '2028-11-04' } })
    expect(day('2028-01-10')).toMatchObject({ kind: 'working', provisional: true })
    // 31 December 2029 is a Monday before 1 January.
    expect(day('2029-12-31')).toMatchObject({ kind: 'working', short: true })
    expect(calendarDays(EMPTY).year(2022)).toEqual(yearByStatute(2022))
  })

  it('CAL7 weekdays are those of the calendar on the wall', () => {
    expect(weekdayOfDay(firstDayOfYear(2027))).toBe(5)
    expect(weekdayOfDay(0)).toBe(4)
    expect(weekdayOfDay(-4)).toBe(7)
  })
})

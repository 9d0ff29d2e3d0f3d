import { describe, expect, it } from 'vitest'
import { checkYear, countWorkingDays, doubtsOf, isWeekend, RU_CALENDAR, statutoryHoliday, yearByStatute, type CalendarYear, type SpecialDay } from '../../../../shared/domain/calendar'
import { localDate } from '../../../../shared/domain/time'

const year = (of: number): CalendarYear => RU_CALENDAR.years.find((each) => each.year === of)!
const y2026 = year(2026)
const y2027 = year(2027)
const fault = (changed: CalendarYear) => {
  const checked = checkYear(changed)
  return checked.ok ? null : checked.error
}
const off = (date: string): SpecialDay => ({ date: localDate(date), reason: { kind: 'local', note: 'День района' } })
const weekend = (date: string, worksAs: string) => ({ date: localDate(date), worksAs: localDate(worksAs), act: null })

describe('CAL9 a year from a file or a hand must stand', () => {
  it('CAL9 every shipped year does, and every year by the statute', () => {
    for (const each of RU_CALENDAR.years) expect([each.year, checkYear(each)]).toEqual([each.year, { ok: true, value: each }])
    for (let each = 2028; each < 2060; each++) expect([each, fault(yearByStatute(each))]).toEqual([each, null])
  })

  it('CAL9 dates belong to the year, each once', () => {
    expect(fault({ ...y2026, daysOff: [...y2026.daysOff, off('2027-03-03')] })).toEqual({ reason: 'date-of-another-year', date: '2027-03-03' })
    expect(fault({ ...y2026, shortDays: [localDate('2025-12-30')] })).toEqual({ reason: 'date-of-another-year', date: '2025-12-30' })
    expect(fault({ ...y2026, daysOff: [...y2026.daysOff, off('2026-05-11')] })).toEqual({ reason: 'duplicate-day', date: '2026-05-11' })
    expect(fault({ ...y2026, shortDays: [localDate('2026-04-30'), localDate('2026-04-30')] })).toEqual({ reason: 'duplicate-day', date: '2026-04-30' })
    expect(fault({ ...y2027, workingWeekends: [...y2027.workingWeekends, ...y2027.workingWeekends] })).toEqual({ reason: 'duplicate-day', date: '2027-02-20' })
  })

  it('CAL9 a holiday of the statute is off', () => {
    expect(fault({ ...y2026, daysOff: y2026.daysOff.filter(({ date }) => date !== '2026-06-12') })).toEqual({ reason: 'holiday-worked', date: '2026-06-12' })
  })

  it('CAL9 a date is one thing', () => {
    expect(fault({ ...y2027, daysOff: [...y2027.daysOff, off('2027-02-20')] })).toEqual({ reason: 'conflicting-day', date: '2027-02-20' })
    const y2024 = year(2024)
    expect(fault({ ...y2024, daysOff: [...y2024.daysOff, off('2024-04-27')] })).toEqual({ reason: 'conflicting-day', date: '2024-04-27' })
    expect(fault({ ...y2026, shortDays: [localDate('2026-01-09')] })).toEqual({ reason: 'conflicting-day', date: '2026-01-09' })
    expect(fault({ ...y2026, shortDays: [localDate('2026-05-16')] })).toEqual({ reason: 'conflicting-day', date: '2026-05-16' })
    expect(fault({ ...y2026, shortDays: [localDate('2026-07-01')] })).toBeNull()
  })

  it('CAL9 a working weekend is a weekend with a weekday off for it', () => {
    expect(fault({ ...y2026, workingWeekends: [weekend('2026-07-01', '2026-01-09')] })).toEqual({ reason: 'not-a-weekend', date: '2026-07-01' })
    for (const worksAs of ['2026-07-01', '2027-01-09', '2026-03-08']) {
      expect(fault({ ...y2026, workingWeekends: [weekend('2026-07-04', worksAs)] })).toEqual({ reason: 'weekend-without-counterpart', date: '2026-07-04' })
    }
    const shared = [weekend('2026-07-04', '2026-01-09'), weekend('2026-07-05', '2026-01-09')]
    expect(fault({ ...y2026, workingWeekends: shared })).toEqual({ reason: 'weekend-without-counterpart', date: '2026-07-05' })
    expect(fault({ ...y2026, workingWeekends: [weekend('2026-07-04', '2026-01-09'), weekend('2026-07-05', '2026-12-31')] })).toBeNull()
  })

  it('CAL9 hardly a weekend is worked', () => {
    const mondays = ['2026-07-06', '2026-07-13', '2026-07-20', '2026-07-27', '2026-08-03', '2026-08-10', '2026-08-17', '2026-08-24', '2026-08-31']
    const saturdays = ['2026-07-04', '2026-07-11', '2026-07-18', '2026-07-25', '2026-08-01', '2026-08-08', '2026-08-15', '2026-08-22', '2026-08-29']
    const worked = (count: number) => ({
      ...y2026,
      daysOff: [...y2026.daysOff, ...mondays.slice(0, count).map(off)],
      workingWeekends: saturdays.slice(0, count).map((date, index) => weekend(date, mondays[index]!)),
    })
    expect(fault(worked(8))).toBeNull()
    expect(fault(worked(9))).toEqual({ reason: 'implausible-weekends', workingWeekends: 9 })
  })

  it('CAL9 what the statute grants is granted', () => {
    // 8 March and 9 May of 2026 fall on a weekend; two working weekends more want two days more.
    const kept = y2026.daysOff.filter(({ date }) => !['2026-01-09', '2026-12-31', '2026-03-09'].includes(date))
    expect(fault({ ...y2026, daysOff: kept })).toEqual({ reason: 'days-off-missing', wanted: 2, found: 1 })
    expect(fault({ ...y2026, daysOff: [...kept, off('2026-07-01')] })).toBeNull()
    expect(fault({ ...y2026, daysOff: [...kept, off('2026-07-04')] })).toEqual({ reason: 'days-off-missing', wanted: 2, found: 1 })
    expect(fault({ ...y2026, daysOff: [...kept, off('2026-07-01')], workingWeekends: [weekend('2026-07-04', '2026-07-01')] })).toEqual({ reason: 'days-off-missing', wanted: 3, found: 2 })
  })

  it('CAL9 a year has not too few working days', () => {
    const weekdays = Array.from({ length: 60 }, (_, index) => off(`2026-0${index < 30 ? 7 : 8}-${String((index % 30) + 1).padStart(2, '0')}`)).filter(({ date }) => !isWeekend(date))
    expect([countWorkingDays(y2026), countWorkingDays(year(2021))]).toEqual([247, 240])
    expect(fault({ ...y2026, daysOff: [...y2026.daysOff, ...weekdays] })).toBeNull()
    const more = Array.from({ length: 30 }, (_, index) => off(`2026-09-${String(index + 1).padStart(2, '0')}`)).filter(({ date }) => !isWeekend(date))
    expect(fault({ ...y2026, daysOff: [...y2026.daysOff, ...weekdays, ...more] })).toEqual({ reason: 'implausible-count', workingDays: 247 - weekdays.length - more.length })
    const exactly = [...weekdays, ...more].slice(0, 47)
    expect(countWorkingDays({ ...y2026, daysOff: [...y2026.daysOff, ...exactly] })).toBe(200)
    expect(fault({ ...y2026, daysOff: [...y2026.daysOff, ...exactly] })).toBeNull()
  })

  it('CAL9 doubts: lengths that art. 95 does not explain', () => {
    for (const each of RU_CALENDAR.years) expect([each.year, doubtsOf(each)]).toEqual([each.year, []])
    const changed = { ...y2027, shortDays: [...y2027.shortDays.filter((date) => !['2027-04-30', '2027-02-20'].includes(date)), localDate('2027-07-01')] }
    expect(doubtsOf(changed)).toEqual([
      { kind: 'full-before-holiday', date: '2027-02-20' },
      { kind: 'full-before-holiday', date: '2027-04-30' },
      { kind: 'short-not-before-holiday', date: '2027-07-01' },
    ])
    const december = { ...yearByStatute(2029), shortDays: yearByStatute(2029).shortDays.filter((date) => date !== '2029-12-31') }
    expect(doubtsOf(december)).toEqual([{ kind: 'full-before-holiday', date: '2029-12-31' }])
  })

  it('CAL1 tells a holiday by its date in any year', () => {
    expect([statutoryHoliday(localDate('2031-02-23')), statutoryHoliday(localDate('2031-02-22'))]).toEqual(['defenderDay', null])
    expect([isWeekend(localDate('2026-11-27')), isWeekend(localDate('2026-11-28')), isWeekend(localDate('2026-11-29')), isWeekend(localDate('2026-11-30'))]).toEqual([false, true, true, false])
  })
})

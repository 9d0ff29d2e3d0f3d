import { describe, expect, it } from 'vitest'
import { calendarDays, RU_CALENDAR, withDay, withDecree, withYear, yearByStatute, type Act, type CalendarYear, type DayEdit } from '../../../../shared/domain/calendar'
import { localDate } from '../../../../shared/domain/time'

const year = (of: number) => RU_CALENDAR.years.find((found) => found.year === of)!
const edit = (date: string, change: DayEdit) => withDay(year(Number(date.slice(0, 4))), localDate(date), change)
const edited = (date: string, change: DayEdit) => {
  const made = edit(date, change)
  if (!made.ok) throw new Error(made.error.reason)
  return made.value
}
const working = { kind: 'working', short: false, worksAs: null, act: null } as const
const dayOff = { kind: 'off', reason: { kind: 'local', note: 'День района' } } as const

const dayAfter = (date: string, change: DayEdit) => calendarDays(withYear(RU_CALENDAR, edited(date, change), 'edited')).day(localDate(date))

describe('CAL11 a day set by hand', () => {
  it('CAL11 becomes off for a reason in words, short, and full again', () => {
    expect(dayAfter('2026-08-19', dayOff)).toMatchObject({ kind: 'off', reason: { kind: 'local', note: 'День района' } })
    expect(dayAfter('2026-08-19', { ...working, short: true })).toMatchObject({ kind: 'working', short: true })
    expect(dayAfter('2026-04-30', working)).toMatchObject({ kind: 'working', short: false })
    expect(edited('2026-08-19', { ...working, short: true }).shortDays).toEqual(['2026-04-30', '2026-05-08', '2026-06-11', '2026-08-19', '2026-11-03'])
    expect(edited('2026-08-19', dayOff).daysOff.map(({ date }) => date.slice(5))).toEqual([
      ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08', '01-09', '02-23', '03-08', '03-09'],
      ...['05-01', '05-09', '05-11', '06-12', '08-19', '11-04', '12-31'],
    ])
  })

  it('CAL11 leaves every other day of the year as it was', () => {
    const { daysOff, workingWeekends, shortDays } = year(2024)
    expect(edited('2024-08-21', working)).toMatchObject({ daysOff, workingWeekends, shortDays })
    expect(edited('2024-04-27', { kind: 'off', reason: null }).workingWeekends.map(({ date }) => date)).toEqual(['2024-11-02', '2024-12-28'])
    const again = { ...working, worksAs: localDate('2024-04-29') }
    expect(edited('2024-04-27', again).workingWeekends.map(({ date, worksAs }) => [date, worksAs])).toEqual([
      ['2024-04-27', '2024-04-29'],
      ['2024-11-02', '2024-04-30'],
      ['2024-12-28', '2024-12-30'],
    ])
    // A weekday is not worked for another: what rests instead is said of a Saturday or Sunday alone.
    expect(edited('2024-08-21', again)).toMatchObject({ daysOff, workingWeekends, shortDays })
  })

  it('CAL11 a Saturday is worked for a weekday that is off instead, once', () => {
    expect(dayAfter('2026-12-26', { ...working, worksAs: localDate('2026-12-31') })).toMatchObject({ kind: 'working', workingWeekend: { worksAs: '2026-12-31' } })
    expect(edit('2026-12-26', working)).toMatchObject({ ok: false, error: { reason: 'counterpart-missing' } })
    expect(edit('2026-12-26', { ...working, worksAs: localDate('2026-12-30') })).toMatchObject({ ok: false, error: { reason: 'weekend-without-counterpart' } })
    expect(dayAfter('2027-02-20', { kind: 'off', reason: null })).toMatchObject({ kind: 'weekend', workingWeekend: null })
  })

  it('CAL11 a holiday is never worked, a weekday is never off without a reason, a rest that a Saturday carries stays', () => {
    expect(edit('2026-11-04', working)).toMatchObject({ ok: false, error: { reason: 'holiday-worked' } })
    expect(edit('2026-08-19', { kind: 'off', reason: null })).toMatchObject({ ok: false, error: { reason: 'reason-missing' } })
    expect(edit('2027-02-22', working)).toMatchObject({ ok: false, error: { reason: 'weekend-without-counterpart' } })
    expect(dayAfter('2026-11-04', dayOff)).toMatchObject({ reason: { kind: 'holiday', holiday: 'unityDay' } })
  })

  it('CAL11 one day does not make a year firm, its decree does', () => {
    expect(withDay(yearByStatute(2028), localDate('2028-08-16'), dayOff)).toMatchObject({ ok: true, value: { basis: 'statute' } })
    expect(withDay(year(2026), localDate('2026-08-19'), dayOff)).toMatchObject({ ok: true, value: { basis: 'manual', act: { number: '1466' } } })
    for (const change of [dayOff, working]) {
      expect(withDay(year(2026), localDate('2027-08-19'), change)).toEqual({ ok: false, error: { reason: 'date-of-another-year', date: '2027-08-19' } })
    }
    const act = { kind: 'government', number: '900', date: localDate('2027-09-15') } as const
    const moved = { ...yearByStatute(2028), daysOff: [{ date: localDate('2028-05-02'), reason: { kind: 'movedByAct', from: null, act: null } as const }] }
    expect(withDecree(moved, act)).toMatchObject({ basis: 'manual', act, daysOff: [{ reason: { act } }] })
  })

  it('CAL11 a decree is named where none was, and nothing else changes', () => {
    const act = { kind: 'government', number: '900', date: localDate('2027-09-15') } as const
    const other = { kind: 'government', number: '901', date: localDate('2027-10-15') } as const
    const moved = (date: string, by: Act | null) => ({ date: localDate(date), reason: { kind: 'movedByAct', from: null, act: by } }) as const
    const worked = (date: string, worksAs: string, by: Act | null) => ({ date: localDate(date), worksAs: localDate(worksAs), act: by })
    const nonWorking = { date: localDate('2028-05-04'), reason: { kind: 'nonWorking', act: null } } as const
    const read: CalendarYear = {
      ...yearByStatute(2028),
      basis: 'import',
      daysOff: [moved('2028-05-02', null), moved('2028-05-03', other), nonWorking],
      workingWeekends: [worked('2028-04-29', '2028-05-02', null), worked('2028-05-06', '2028-05-03', other)],
    }
    expect(withDecree(read, act)).toEqual({
      ...read,
      act,
      daysOff: [moved('2028-05-02', act), moved('2028-05-03', other), nonWorking],
      workingWeekends: [worked('2028-04-29', '2028-05-02', act), worked('2028-05-06', '2028-05-03', other)],
    })
  })
})

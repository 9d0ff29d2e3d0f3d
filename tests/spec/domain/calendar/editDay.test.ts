import { describe, expect, it } from 'vitest'
import { calendarDays, RU_CALENDAR, withDay, withDecree, withYear, yearByStatute, type DayEdit } from '../../../../shared/domain/calendar'
import { localDate } from '../../../../shared/domain/time'

const year = (of: number) => RU_CALENDAR.years.find((found) => found.year === of)!
const edit = (date: string, change: DayEdit) => withDay(year(Number(date.slice(0, 4))), localDate(date), change)
const working = { kind: 'working', short: false, worksAs: null, act: null } as const
const dayOff = { kind: 'off', reason: { kind: 'local', note: 'День района' } } as const

const dayAfter = (date: string, change: DayEdit) => {
  const edited = edit(date, change)
  if (!edited.ok) throw new Error(edited.error.reason)
  return calendarDays(withYear(RU_CALENDAR, edited.value, 'edited')).day(localDate(date))
}

describe('CAL11 a day set by hand', () => {
  it('CAL11 becomes off for a reason in words, short, and full again', () => {
    expect(dayAfter('2026-08-19', dayOff)).toMatchObject({ kind: 'off', reason: { kind: 'local', note: 'День района' } })
    expect(dayAfter('2026-08-19', { ...working, short: true })).toMatchObject({ kind: 'working', short: true })
    expect(dayAfter('2026-04-30', working)).toMatchObject({ kind: 'working', short: false })
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
    const edited = withDay(yearByStatute(2028), localDate('2028-08-16'), dayOff)
    expect(edited).toMatchObject({ ok: true, value: { basis: 'statute' } })
    expect(withDay(year(2026), localDate('2026-08-19'), dayOff)).toMatchObject({ ok: true, value: { basis: 'manual', act: { number: '1466' } } })
    expect(withDay(year(2026), localDate('2027-08-19'), dayOff)).toMatchObject({ ok: false, error: { reason: 'date-of-another-year' } })
    const act = { kind: 'government', number: '900', date: localDate('2027-09-15') } as const
    const moved = { ...yearByStatute(2028), daysOff: [{ date: localDate('2028-05-02'), reason: { kind: 'movedByAct', from: null, act: null } as const }] }
    expect(withDecree(moved, act)).toMatchObject({ basis: 'manual', act, daysOff: [{ reason: { act } }] })
  })
})

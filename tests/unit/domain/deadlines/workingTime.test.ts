import { describe, expect, it } from 'vitest'
import { calendarDays, RU_CALENDAR, yearByStatute, type ProductionCalendar } from '../../../../shared/domain/calendar'
import { compile, SCHEDULE_PRESETS, WorkingTime, type Schedule } from '../../../../shared/domain/deadlines'
import { dayOfDate, instant, localDate } from '../../../../shared/domain/time'
import { Oracle, ORACLE_SCHEDULES } from '../../../support/deadlineOracle'
import { at, KRASNOYARSK, officeZone } from '../../../support/deadlines'

const HOUR = 3_600_000
const forty = SCHEDULE_PRESETS['40']
const one: ProductionCalendar = { ...RU_CALENDAR, years: RU_CALENDAR.years.filter(({ year }) => year === 2024) }
const fresh = (schedule: Schedule = forty) => compile(schedule, one, KRASNOYARSK)

describe('working time beyond what was compiled', () => {
  it('widens forwards and backwards from any query, and stays right', () => {
    // The oracle has the decrees of 2021–2027; these years it derives from the statute as the engine does.
    const far = [at('2017-05-10T10:00'), at('2030-05-10T10:00'), at('2016-12-31T23:59:59.999'), at('2031-01-01T00:00')]
    for (const t of far) {
      const oracle = new Oracle(ORACLE_SCHEDULES[0]!, KRASNOYARSK, t - 40 * 24 * HOUR, t + 40 * 24 * HOUR)
      for (const clock of ['working', 'day'] as const) {
        expect(fresh().add(clock, t, 30 * HOUR)).toBe(oracle.add(clock, t, 30 * HOUR))
        expect(fresh().subtract(clock, t, 30 * HOUR)).toBe(oracle.subtract(clock, t, 30 * HOUR))
        expect(fresh().nextOpening(clock, t)).toBe(oracle.nextOpening(clock, t))
        expect(fresh().isOpen(clock, t)).toBe(oracle.isOpen(clock, t))
        expect(fresh().between(clock, t, instant(t + 50 * HOUR))).toBe(oracle.between(clock, t, t + 50 * HOUR))
        expect(fresh().between(clock, instant(t + 50 * HOUR), t)).toBe(oracle.between(clock, t + 50 * HOUR, t))
      }
      expect(fresh().workable(t)).toBe(oracle.workable(t))
    }
  })

  it('carries terms over both ends of its years', () => {
    const [last, first] = [at('2024-12-30T16:59:59.999'), at('2024-01-01T00:00')]
    expect(fresh().nextOpening('working', at('2024-12-31T23:00'))).toBe(at('2025-01-09T08:00'))
    expect(fresh().add('working', last, 3000 * HOUR)).toBeGreaterThan(at('2026-01-01T00:00'))
    const time = fresh()
    expect(time.between('working', last, time.add('working', last, 30_000 * HOUR))).toBe(30_000 * HOUR)
    expect(time.between('day', time.subtract('day', first, 30_000 * HOUR), first)).toBe(30_000 * HOUR)
    expect(fresh().subtract('working', first, 1)).toBe(at('2023-12-29T17:00') - 1)
    expect(fresh().workable(first)).toBe(at('2023-12-29T17:00'))
    expect(fresh().closing(first)).toBeNull()
  })

  it('refuses years that no deadline can reach', () => {
    expect(() => fresh().add('working', instant(Date.UTC(2151, 5, 1)), HOUR)).toThrow(RangeError)
    expect(() => fresh().isOpen('day', instant(Date.UTC(1959, 5, 1)))).toThrow(RangeError)
    expect(() => new WorkingTime(forty, one, KRASNOYARSK, { from: 1959, to: 2024 })).toThrow('from 1960 to 2150; asked for 1959–2024')
    expect(() => new WorkingTime(forty, one, KRASNOYARSK, { from: 2024, to: 2151 })).toThrow(RangeError)
    expect(new WorkingTime(forty, one, KRASNOYARSK, { from: 1960, to: 1960 }).isWorkingDay(dayOfDate(localDate('1960-01-11')))).toBe(true)
    expect(new WorkingTime(forty, one, KRASNOYARSK, { from: 2150, to: 2150 }).isWorkingDay(dayOfDate(localDate('2150-01-09')))).toBe(true)
    expect(() => compile({ ...forty, week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } }, one, KRASNOYARSK).add('working', at('2024-05-01T00:00'), 1)).toThrow(RangeError)
  })

  it('reaches to the very ends of the years that it knows', () => {
    const last = new WorkingTime(forty, one, KRASNOYARSK, { from: 2150, to: 2150 })
    // Thursday 31 December 2150 is the last working day of its year, shortened by an hour.
    expect(last.add('working', at('2150-12-31T15:00'), HOUR)).toBe(at('2150-12-31T16:00'))
    expect(() => last.add('working', at('2150-12-31T15:00'), HOUR + 1)).toThrow(RangeError)
    expect(() => last.isOpen('day', at('2151-01-01T00:00'))).toThrow(RangeError)
    const first = new WorkingTime(forty, one, KRASNOYARSK, { from: 1960, to: 1960 })
    // The holidays of January 1960 end on Friday the 8th, a weekend follows.
    expect(first.subtract('working', at('1960-01-11T09:00'), HOUR)).toBe(at('1960-01-11T08:00'))
    expect(() => first.subtract('working', at('1960-01-11T09:00'), HOUR + 1)).toThrow(RangeError)
    expect(first.isOpen('day', at('1960-01-01T00:00'))).toBe(false)
    expect(() => first.isOpen('day', instant(at('1960-01-01T00:00') - 1))).toThrow(RangeError)
  })

  it('keeps what it was compiled from', () => {
    const time = fresh()
    expect([time.schedule, time.calendar, time.zone, time.days]).toEqual([forty, one, KRASNOYARSK, calendarDays(one)])
  })
})

describe('queries', () => {
  const time = compile(forty, RU_CALENDAR, KRASNOYARSK)

  it('says whether it is working time and until when', () => {
    expect([time.closing(at('2026-11-24T08:00')), time.closing(at('2026-11-24T11:59:59.999'))]).toEqual([at('2026-11-24T12:00'), at('2026-11-24T12:00')])
    expect([time.closing(at('2026-11-24T12:00')), time.closing(at('2026-11-24T07:59'))]).toEqual([null, null])
    expect([time.isOpen('working', at('2026-11-24T08:00')), time.isOpen('working', at('2026-11-24T17:00'))]).toEqual([true, false])
    expect([time.isOpen('day', at('2026-11-27T23:59')), time.isOpen('day', at('2026-11-28T00:00')), time.isOpen('elapsed', at('2026-11-28T00:00'))]).toEqual([true, false, true])
    expect(time.nextOpening('elapsed', at('2026-11-28T00:00'))).toBe(at('2026-11-28T00:00'))
  })

  it('has the closing edge as workable, but not as open', () => {
    expect(time.workable(at('2026-11-24T17:00'))).toBe(at('2026-11-24T17:00'))
    expect(time.workable(at('2026-11-24T17:00:00.001'))).toBe(at('2026-11-24T17:00'))
    expect(time.workable(at('2026-11-24T12:30'))).toBe(at('2026-11-24T12:00'))
    expect(time.workable(at('2026-11-24T08:00'))).toBe(at('2026-11-24T08:00'))
  })

  it('never goes back for a negative length', () => {
    const t = at('2026-11-24T10:00')
    for (const clock of ['working', 'day', 'elapsed'] as const) expect([time.add(clock, t, -5), time.subtract(clock, t, -5)]).toEqual([t, t])
    expect([time.add('elapsed', t, 5), time.subtract('elapsed', t, 5)]).toEqual([t + 5, t - 5])
  })

  it('does not move for no length at all, where nobody works either', () => {
    const lunch = at('2026-11-24T12:30')
    const saturday = at('2026-11-28T12:30')
    for (const clock of ['working', 'day', 'elapsed'] as const) {
      for (const t of [lunch, saturday]) expect([time.add(clock, t, 0), time.subtract(clock, t, 0)]).toEqual([t, t])
    }
  })

  it('counts elapsed time over days off as well, and backwards as negative', () => {
    const [friday, monday] = [at('2026-11-27T18:00'), at('2026-11-30T06:00')]
    expect([time.between('elapsed', friday, monday), time.between('elapsed', monday, friday)]).toEqual([60 * HOUR, -60 * HOUR])
    expect([time.add('elapsed', friday, 60 * HOUR), time.subtract('elapsed', monday, 60 * HOUR)]).toEqual([monday, friday])
  })

  it('has one stretch of work where a clock set back shows two intervals in turn', () => {
    // 03:00 becomes 02:00 on 25 October 2026 in Berlin. The wall clock shows 00:30–02:15, then 02:45–03:00,
    // then 02:00–02:15 again, at once, and 02:45–04:00.
    const berlin = officeZone('Europe/Berlin')
    const sun = [{ from: '00:30', to: '02:15' }, { from: '02:45', to: '04:00' }]
    const night = compile({ ...forty, week: { ...forty.week, sun } }, RU_CALENDAR, berlin)
    expect(night.closing(at('2026-10-25T01:00+02:00', berlin))).toBe(at('2026-10-25T02:15+02:00', berlin))
    expect(night.closing(at('2026-10-25T02:50+02:00', berlin))).toBe(at('2026-10-25T02:15+01:00', berlin))
    expect(night.closing(at('2026-10-25T02:50+01:00', berlin))).toBe(at('2026-10-25T04:00+01:00', berlin))
    expect(night.between('working', at('2026-10-25T00:00', berlin), at('2026-10-25T05:00', berlin))).toBe(3.5 * HOUR)
  })

  it('lists the hours of a date, shortened and carried over', () => {
    const hours = (date: string) => time.intervalsOfDay(dayOfDate(localDate(date)))
    expect(hours('2026-11-24')).toEqual([[480, 720], [780, 1020]])
    expect(hours('2026-11-03')).toEqual([[480, 720], [780, 960]])
    expect([hours('2026-11-04'), hours('2026-11-28')]).toEqual([[], []])
    expect(hours('2027-02-20')).toEqual([[480, 720], [780, 960]])
    const monday = compile(SCHEDULE_PRESETS['36-monday'], RU_CALENDAR, KRASNOYARSK)
    expect(monday.intervalsOfDay(dayOfDate(localDate('2024-04-27')))).toEqual([[480, 720], [780, 1020]])
    expect(monday.intervalsOfDay(dayOfDate(localDate('2024-11-02')))).toEqual([[480, 720], [780, 900]])
  })

  it('takes a shortened day’s hour off its end, across intervals', () => {
    const week = { ...forty.week, tue: [{ from: '09:00', to: '10:00' }, { from: '11:00', to: '11:40' }, { from: '12:00', to: '12:20' }] }
    const hours = (shortDayMinutes: number) => compile({ ...forty, week, shortDayMinutes }, RU_CALENDAR, KRASNOYARSK).intervalsOfDay(dayOfDate(localDate('2026-11-03')))
    expect(hours(60)).toEqual([[540, 600]])
    expect(hours(30)).toEqual([[540, 600], [660, 690]])
    expect(hours(90)).toEqual([[540, 570]])
    expect(hours(0)).toHaveLength(3)
    expect(hours(200)).toEqual([])
  })

  it('works a Saturday that the schedule has, unless it is a holiday', () => {
    const saturday = compile({ ...forty, week: { ...forty.week, sat: [{ from: '09:00', to: '13:00' }] } }, RU_CALENDAR, KRASNOYARSK)
    const works = (date: string) => saturday.isWorkingDay(dayOfDate(localDate(date)))
    expect([works('2026-11-28'), works('2026-11-29'), works('2026-05-09'), works('2027-02-20')]).toEqual([true, false, false, true])
    // A worked weekend has the hours of the Monday that it carries, not the schedule's own Saturday.
    expect(saturday.intervalsOfDay(dayOfDate(localDate('2024-04-27')))).toEqual([[480, 720], [780, 1020]])
  })

  it('CAL4 a Saturday or Sunday that the schedule has is shorter before a holiday, too', () => {
    const daily = compile({ ...forty, week: { ...forty.week, sat: [{ from: '09:00', to: '13:00' }], sun: [{ from: '10:00', to: '12:00' }] } }, RU_CALENDAR, KRASNOYARSK)
    const hours = (date: string) => daily.intervalsOfDay(dayOfDate(localDate(date)))
    expect([hours('2027-05-08'), hours('2026-02-22')]).toEqual([[[540, 720]], [[600, 660]]])
    // The last day of the year before 1 January, and a Sunday before a moved day off, which is no holiday.
    expect([hours('2022-12-31'), hours('2026-03-07'), hours('2022-05-01'), hours('2024-04-28')]).toEqual([[[540, 720]], [[540, 720]], [], [[600, 720]]])
  })

  it('CAL5 who does not work the weekday that was moved works his own Saturday', () => {
    const museum = compile({ ...forty, week: { ...forty.week, mon: [], sat: [{ from: '10:00', to: '18:00' }] } }, RU_CALENDAR, KRASNOYARSK)
    const hours = (date: string) => museum.intervalsOfDay(dayOfDate(localDate(date)))
    expect([hours('2024-04-27'), hours('2027-02-20')]).toEqual([[[600, 1080]], [[600, 1020]]])
    expect(hours('2024-11-02')).toEqual([[480, 720], [780, 960]])
    expect(museum.isWorkingDay(dayOfDate(localDate('2024-04-27')))).toBe(true)
  })

  it('names the years without a decree that a stretch touches', () => {
    expect(time.provisionalYears(at('2027-12-31T23:59'), at('2028-01-01T00:00'))).toEqual([2028])
    expect(time.provisionalYears(at('2027-12-31T23:58'), at('2027-12-31T23:59'))).toEqual([])
    expect(time.provisionalYears(at('2026-01-01T00:00'), at('2029-06-01T00:00'))).toEqual([2028, 2029])
    expect(calendarDays({ ...RU_CALENDAR, years: [yearByStatute(2030)] }).isProvisional(2030)).toBe(true)
  })
})

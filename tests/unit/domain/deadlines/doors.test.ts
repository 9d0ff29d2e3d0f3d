import { describe, expect, it } from 'vitest'
import { ORDER_685, regulationSchema, rulebookSchema, SCHEDULE_PRESETS, scheduleSchema, WEEKDAY_KEYS, weekdayKey } from '../../../../shared/domain/deadlines'

const forty = SCHEDULE_PRESETS['40']
const fault = (schedule: unknown): string | undefined => scheduleSchema.safeParse(schedule).error?.issues[0]?.message
const monday = (...mon: [string, string][]) => ({ ...forty, week: { ...forty.week, mon: mon.map(([from, to]) => ({ from, to })) } })
const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }

describe('schedules at the door', () => {
  it('lets the presets through', () => {
    for (const preset of Object.values(SCHEDULE_PRESETS)) expect(scheduleSchema.parse(preset)).toEqual(preset)
    expect(Object.entries(SCHEDULE_PRESETS).map(([id, preset]) => [id === preset.id, preset.title.length > 0])).toEqual([[true, true], [true, true], [true, true]])
    expect(WEEKDAY_KEYS.map((_, index) => weekdayKey((index + 1) as 1))).toEqual(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])
  })

  it('wants intervals in order and apart', () => {
    expect(fault(monday(['08:00', '12:00'], ['12:00', '17:00']))).toBeUndefined()
    expect(fault(monday(['00:00', '24:00']))).toBeUndefined()
    expect(fault(monday(['08:00', '12:00'], ['11:59', '17:00']))).toBe('intervals-overlap')
    expect(fault(monday(['13:00', '17:00'], ['08:00', '12:00']))).toBe('intervals-overlap')
    expect(fault(monday(['08:00', '08:00']))).toBe('intervals-overlap')
    expect(fault(monday(['17:00', '08:00']))).toBe('intervals-overlap')
  })

  it('wants times of the day', () => {
    for (const wrong of ['8:00', '24:01', '12:60', '25:00', '0800', ' 08:00', '08:00 ', '124:00', '24:000']) expect([wrong, fault(monday(['00:00', wrong]))]).toEqual([wrong, 'not-a-time'])
  })

  it('wants at least an hour a week and a length that can be cut', () => {
    expect(fault({ ...forty, week: closed })).toBe('no-working-time')
    expect(fault({ ...forty, week: { ...closed, sat: [{ from: '10:00', to: '10:59' }] } })).toBe('no-working-time')
    expect(fault({ ...forty, week: { ...closed, sat: [{ from: '10:00', to: '10:30' }, { from: '11:00', to: '11:30' }] } })).toBeUndefined()
    for (const minutes of [-1, 241, 1.5]) expect(fault({ ...forty, shortDayMinutes: minutes })).toBeDefined()
    for (const minutes of [0, 240]) expect(fault({ ...forty, shortDayMinutes: minutes })).toBeUndefined()
  })

  it('wants dates of validity in order, and nothing that it does not know', () => {
    expect(fault({ ...forty, validFrom: '2026-01-02', validTo: '2026-01-01' })).toBe('validity-reversed')
    expect(fault({ ...forty, validFrom: '2026-01-01', validTo: '2026-01-01' })).toBeUndefined()
    expect(fault({ ...forty, validFrom: null, validTo: '2026-01-01' })).toBeUndefined()
    expect(fault({ ...forty, validFrom: '2026-01-02', validTo: null })).toBeUndefined()
    expect(fault({ ...forty, validFrom: '2026-02-30' })).toBe('not-a-date')
    expect(fault({ ...forty, lunch: true })).toBeDefined()
    expect(fault({ ...forty, id: '' })).toBeDefined()
  })
})

describe('regulations at the door', () => {
  const rules = ORDER_685.rules
  const accepts = (change: object): boolean => regulationSchema.safeParse({ ...ORDER_685, ...change }).success

  it('lets the order and every reading through', () => {
    expect(regulationSchema.parse(ORDER_685)).toEqual(ORDER_685)
    const readings = {
      triage: { ...rules.triage, from: 'received' },
      answer: { ...rules.answer, from: 'placed', clock: 'elapsed' },
      rework: { ...rules.rework, budget: 'shared', clock: 'day' },
      total: { ...rules.total, from: 'forwarded', hours: 22.5 },
      publication: { ...rules.publication, from: 'received', floorHours: null },
      explanation: { ...rules.explanation, alsoAnswer: true },
      emergency: { ...rules.emergency, from: 'placed' },
    }
    expect(accepts({ rules: { ...rules, ...readings } })).toBe(true)
  })

  it('refuses numbers that no order has', () => {
    for (const hours of [0, -3, 745, 0.1, Number.NaN]) expect([hours, accepts({ rules: { ...rules, triage: { ...rules.triage, hours } } })]).toEqual([hours, false])
    for (const hours of [0.25, 744]) expect(accepts({ rules: { ...rules, triage: { ...rules.triage, hours } } })).toBe(true)
    for (const answerDays of [0, 367, 1.5]) expect(accepts({ rules: { ...rules, appeal: { ...rules.appeal, answerDays } } })).toBe(false)
    expect(accepts({ rules: { ...rules, answer: { ...rules.answer, clock: 'lunar' } } })).toBe(false)
    expect(accepts({ rules: { ...rules, answer: { ...rules.answer, extra: 1 } } })).toBe(false)
    expect(accepts({ validTo: '2021-11-29' })).toBe(false)
    expect(accepts({ validTo: '2021-11-30' })).toBe(true)
  })

  it('wants a rulebook to have something in force', () => {
    expect(rulebookSchema.safeParse({ zone: 'Asia/Krasnoyarsk', regulations: [], schedules: [forty], calendar: {} }).success).toBe(false)
  })
})

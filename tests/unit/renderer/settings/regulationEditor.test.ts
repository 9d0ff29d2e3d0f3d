import { describe, expect, it } from 'vitest'
import { checkRegulation, regulationFormOf } from '../../../../renderer/features/settings/regulation/regulationForm'
import { compareExamples } from '../../../../renderer/features/settings/regulation/regulationPreview'
import { warningsInWords } from '../../../../renderer/features/settings/warningTexts'
import { newRegulationId, withoutRegulation, withRegulation } from '../../../../renderer/features/settings/regulation/regulationVersions'
import { RU_CALENDAR } from '../../../../shared/domain/calendar'
import { ORDER_685, SCHEDULE_PRESETS, type Regulation } from '../../../../shared/domain/deadlines'
import { DEFAULT_OFFICE_ZONE, formatInstant, localDate } from '../../../../shared/domain/time'

const form = regulationFormOf(ORDER_685)
const check = (change: object) => checkRegulation({ ...form, ...change }, ORDER_685, ORDER_685.id)

describe('the form of an order', () => {
  it('gives back what it was made of', () => expect(check({})).toEqual({ ok: true, value: ORDER_685 }))
  it('takes every reading that the engine knows', () => {
    const read = check({ triageFrom: 'received', answerClock: 'elapsed', answerFrom: 'placed', reworkBudget: 'shared', totalFrom: 'forwarded', floorHours: '', alsoAnswer: 'yes', emergencyFrom: 'placed', answerHours: '4,5', extensionDays: '10' })
    expect(read).toMatchObject({
      ok: true,
      value: { rules: { triage: { from: 'received' }, answer: { clock: 'elapsed', from: 'placed', hours: 4.5 }, rework: { budget: 'shared' }, total: { from: 'forwarded' }, publication: { floorHours: null }, explanation: { alsoAnswer: true }, emergency: { from: 'placed' }, appeal: { extensionDays: 10, answerClause: '59-ФЗ, ст. 12' } } },
    })
  })
  it.each([
    [{ triageHours: '0' }, { triageHours: 'hours' }],
    [{ triageHours: '3,1' }, { triageHours: 'hours' }],
    [{ totalHours: '745' }, { totalHours: 'hours' }],
    [{ floorHours: 'восемь' }, { floorHours: 'hours' }],
    [{ answerDays: '0' }, { answerDays: 'days' }],
    [{ number: ' ' }, { number: 'blank' }],
    [{ reworkClause: '' }, { reworkClause: 'blank' }],
    [{ validFrom: '2026-02-30' }, { validFrom: 'date' }],
    [{ validTo: '2021-01-01' }, { validTo: 'backwards' }],
    [{ number: 'x'.repeat(51) }, { number: 'blank' }],
    [{ triageClock: 'lunar' }, { triageClock: 'blank' }],
  ])('%j is refused', (change, error) => expect(check(change)).toEqual({ ok: false, error }))
})

describe('when deadlines are warned of', () => {
  it('AT1 is part of the order once it differs from the usual', () => {
    expect(check({ warnHalf: 'no', warnMinutes: '45 15, 15', warnLastHour: 'yes' })).toMatchObject({ ok: true, value: { warnings: { half: false, minutes: [45, 15], lastHour: true } } })
    expect(regulationFormOf({ ...ORDER_685, warnings: { half: false, minutes: [], lastHour: false } })).toMatchObject({ warnHalf: 'no', warnMinutes: '', warnLastHour: 'no' })
    expect(check({ warnMinutes: '' })).toMatchObject({ ok: true, value: { warnings: { minutes: [] } } })
    for (const wrong of ['полчаса', '0', '481', '1 2 3 4 5 6 7', '1.5']) expect(check({ warnMinutes: wrong })).toEqual({ ok: false, error: { warnMinutes: 'minutes' } })
  })
  it('is said in words', () => {
    expect(warningsInWords({ half: true, minutes: [10, 30], lastHour: true })).toBe('когда осталась половина срока; за 30 и 10 мин рабочего времени; в последний рабочий час (суточные сроки)')
    expect(warningsInWords({ half: false, minutes: [], lastHour: false })).toBe('только когда срок вышел')
  })
})

describe('versions of an order', () => {
  const version = (id: string, from: string, to: string | null = null): Regulation => ({ ...ORDER_685, id, validFrom: localDate(from), validTo: to === null ? null : localDate(to) })
  const dates = (found: ReturnType<typeof withRegulation>) => (found.ok ? found.value.map(({ id, validFrom, validTo }) => [id, validFrom, validTo]) : found.error)

  it('a later one ends the former the day before; one between ends before the next', () => {
    const two = withRegulation([ORDER_685], version('b', '2026-12-01'))
    expect(dates(two)).toEqual([['685-p', '2021-11-30', '2026-11-30'], ['b', '2026-12-01', null]])
    expect(dates(withRegulation(two.ok ? two.value : [], version('c', '2026-06-01')))).toEqual([['685-p', '2021-11-30', '2026-05-31'], ['c', '2026-06-01', '2026-11-30'], ['b', '2026-12-01', null]])
  })
  it('dates that two would hold, or none, are refused', () => {
    expect(dates(withRegulation([version('a', '2021-01-01', '2025-12-31')], version('b', '2026-02-01')))).toEqual({ reason: 'gap', from: '2026-01-01', to: '2026-01-31' })
    expect(dates(withRegulation([version('a', '2026-03-01')], version('b', '2026-01-01', '2026-01-31')))).toEqual({ reason: 'gap', from: '2026-02-01', to: '2026-02-28' })
    expect(dates(withRegulation([version('a', '2026-03-01')], version('b', '2026-01-01', '2026-03-01')))).toEqual({ reason: 'overlap', date: '2026-03-01' })
    expect(dates(withRegulation([version('a', '2026-03-01')], version('b', '2026-03-01')))).toEqual({ reason: 'sameStart', date: '2026-03-01' })
  })
  it('one is replaced in its place, and taken out with its dates given back', () => {
    const two = [version('a', '2021-01-01', '2026-11-30'), version('b', '2026-12-01')]
    expect(dates(withRegulation(two, version('b', '2026-12-15')))).toEqual([['a', '2021-01-01', '2026-12-14'], ['b', '2026-12-15', null]])
    expect(withoutRegulation(two, 'b')).toEqual([version('a', '2021-01-01')])
    expect(withoutRegulation(two, 'a')).toBeUndefined()
    expect(newRegulationId([ORDER_685, version('685-p-v2', '2026-01-01')], version('685-p-v2', '2026-01-01'))).toBe('685-p-v3')
  })
})

it('the preview’s examples are the order’s own table, and show what a change moves', () => {
  const rulebook = { zone: DEFAULT_OFFICE_ZONE, regulations: [ORDER_685], schedules: [SCHEDULE_PRESETS['40']], calendar: RU_CALENDAR }
  const after = { ...ORDER_685, rules: { ...ORDER_685.rules, publication: { ...ORDER_685.rules.publication, floorHours: null } } }
  const results = compareExamples(rulebook, ORDER_685, after)
  const due = Object.fromEntries(results.map(({ example, before }) => [example.id, before === null ? null : formatInstant(before, DEFAULT_OFFICE_ZONE).slice(0, 16)]))
  expect(due).toMatchObject({
    tuesdayMorning: '2026-11-24T14:00',
    fridayEvening: '2026-11-30T10:30',
    shortDay: '2026-11-05T10:30',
    workingSaturday: '2027-02-24T10:00',
    saturdayFollows: '2022-03-05T10:30',
    fridayNight: '2026-11-30T20:00',
    yearEnd: '2027-01-11T12:30',
    floor: '2022-02-24T08:30',
    explanation: '2026-12-01T12:00',
    emergency: '2026-11-29T15:00',
    ruralWeek: '2026-12-01T08:48',
  })
  expect(results.filter(({ before, after: then }) => before !== then).map(({ example }) => example.id)).toEqual(['floor', 'ruralWeek'])
})

describe('every number of the order is shown at work', () => {
  const rulebook = { zone: DEFAULT_OFFICE_ZONE, regulations: [ORDER_685], schedules: [SCHEDULE_PRESETS['40']], calendar: RU_CALENDAR }
  const hours = ['triage', 'answer', 'rework', 'total', 'publication', 'explanation'].map((rule) => ({ [rule]: { hours: 1.25 } }))
  const emergency = ['answerHours', 'triageHours'].map((part) => ({ emergency: { [part]: 1.25 } }))
  const appeal = ['registrationDays', 'forwardingDays', 'answerDays', 'extensionDays'].map((part) => ({ appeal: { [part]: 1 } }))
  const readings = [{ answer: { clock: 'elapsed' } }, { answer: { from: 'placed' } }, { rework: { clock: 'elapsed' } }, { total: { clock: 'elapsed' } }, { publication: { clock: 'elapsed' } }, { publication: { floorHours: null } }]
  it.each([...hours, ...emergency, ...appeal, ...readings])('%j', (change) => {
    const [[rule, part] = ['', {}]] = Object.entries(change)
    const after = { ...ORDER_685, rules: { ...ORDER_685.rules, [rule]: { ...ORDER_685.rules[rule as keyof Regulation['rules']], ...part } } }
    expect(compareExamples(rulebook, ORDER_685, after).filter(({ before, after: then }) => before !== then)).not.toEqual([])
  })
})

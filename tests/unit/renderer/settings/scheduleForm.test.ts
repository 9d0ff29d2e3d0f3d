import { describe, expect, it } from 'vitest'
import { checkSchedule, readHours, scheduleFormOf, weekMinutes, withPreset } from '../../../../renderer/features/settings/scheduleForm'
import { SCHEDULE_PRESETS, scheduleSchema } from '../../../../shared/domain/deadlines'

describe('hours of a day', () => {
  it.each([
    ['08:00–12:00, 13:00–17:00', ['08:00-12:00', '13:00-17:00']],
    ['8-12; 13.00 - 16.12', ['08:00-12:00', '13:00-16:12']],
    ['22:00–24:00', ['22:00-24:00']],
    ['', []],
    ['выходной', []],
    ['–', []],
  ])('%s', (typed, expected) => {
    const read = readHours(typed)
    expect(read.ok && read.value.map(({ from, to }) => `${from}-${to}`)).toEqual(expected)
  })
  it.each([
    ['с восьми', 'unreadableHours'],
    ['8-25', 'noSuchHour'],
    ['8:70-9', 'noSuchHour'],
    ['24:00-24:00', 'noSuchHour'],
    ['17:00-8:00', 'backwards'],
    ['8-8', 'backwards'],
    ['8-12, 11-17', 'overlap'],
    ['13-17, 8-12', 'overlap'],
  ])('%s is refused: %s', (typed, reason) => expect(readHours(typed)).toEqual({ ok: false, error: reason }))
})

describe('a schedule', () => {
  const form = scheduleFormOf(SCHEDULE_PRESETS['40'])
  it('every preset survives being opened and saved', () => {
    for (const preset of Object.values(SCHEDULE_PRESETS)) expect(checkSchedule(scheduleFormOf(preset))).toEqual({ ok: true, value: scheduleSchema.parse(preset) })
  })
  it('shows the length of the week', () => {
    expect(weekMinutes(form.week)).toBe(40 * 60)
    expect(weekMinutes(scheduleFormOf(SCHEDULE_PRESETS['36-even']).week)).toBe(36 * 60)
    expect(weekMinutes(scheduleFormOf(SCHEDULE_PRESETS['36-monday']).week)).toBe(36 * 60)
  })
  it('reads dates as people write them', () => {
    const read = checkSchedule({ ...form, validFrom: '1.03.2026', validTo: '2026-12-31' })
    expect(read.ok && [read.value.validFrom, read.value.validTo]).toEqual(['2026-03-01', '2026-12-31'])
    expect(read.ok && scheduleFormOf(read.value)).toMatchObject({ validFrom: '01.03.2026', validTo: '31.12.2026' })
  })
  it('a preset changes hours and its own name, not dates or a name of the office', () => {
    expect(withPreset({ ...form, validFrom: '2026-01-01' }, '36-even')).toMatchObject({ validFrom: '2026-01-01', title: SCHEDULE_PRESETS['36-even'].title })
    expect(withPreset({ ...form, title: 'Зимний' }, '36-even').title).toBe('Зимний')
  })
  it.each([
    [{ title: ' ' }, { title: 'titleMissing' }],
    [{ validFrom: '30.02.2026' }, { validFrom: 'dateUnreadable' }],
    [{ validFrom: '2026-02-30' }, { validFrom: 'dateUnreadable' }],
    [{ validFrom: '1.03.2026', validTo: '01.02.2026' }, { validTo: 'endsBeforeItBegins' }],
    [{ shortDayMinutes: '241' }, { shortDayMinutes: 'minutesUnreadable' }],
    [{ shortDayMinutes: 'час' }, { shortDayMinutes: 'minutesUnreadable' }],
    [{ week: { ...form.week, mon: '8-7' } }, { week: { mon: 'backwards' } }],
    [{ week: { mon: '', tue: '', wed: '', thu: '', fri: '', sat: '', sun: '' } }, { week: { all: 'noWorkingDay' } }],
  ])('%j is refused', (change, errors) => expect(checkSchedule({ ...form, ...change })).toEqual({ ok: false, error: errors }))
})

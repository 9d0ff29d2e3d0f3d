import { describe, expect, it } from 'vitest'
import { dayLabel, dayLook, dayReasons, lengthText } from '../../../../renderer/features/calendar/dayLook'
import { signOf } from '../../../../renderer/features/calendar/DayCell'
import { readDecree } from '../../../../renderer/features/calendar/decreeFields'
import { editDayFormOf, editedCalendar } from '../../../../renderer/features/calendar/editDayForm'
import { addMonths, inYear } from '../../../../renderer/features/calendar/moves'
import { publishedNorms } from '../../../../renderer/features/calendar/publishedNorms'
import { refusalText } from '../../../../renderer/features/calendar/refusalText'
import { scheduleOptions } from '../../../../renderer/features/calendar/schedules'
import { calendar as words } from '../../../../renderer/i18n/ru/calendar'
import { calendarDays, normHours, RU_CALENDAR, withYear, yearByStatute } from '../../../../shared/domain/calendar'
import { compile, SCHEDULE_PRESETS } from '../../../../shared/domain/deadlines'
import { DEFAULT_OFFICE_ZONE, localDate } from '../../../../shared/domain/time'

const time = compile(SCHEDULE_PRESETS['40'], RU_CALENDAR, DEFAULT_OFFICE_ZONE)
const look = (date: string) => dayLook(time, localDate(date))
const plain = (text: string) => text.replaceAll('\u00A0', ' ')

describe('a day of the year', () => {
  it.each([
    ['2026-11-24', 'working', 480, ''],
    ['2026-04-30', 'short', 420, '7'],
    ['2026-11-28', 'weekend', 0, ''],
    ['2026-11-04', 'holiday', 0, words.signs.holiday],
    ['2026-01-09', 'moved', 0, words.signs.moved],
    ['2026-05-11', 'moved', 0, words.signs.moved],
    ['2027-02-20', 'workingWeekend', 420, words.signs.workingWeekend],
  ])('%s is %s', (date, mark, minutes, sign) => {
    expect(look(date)).toMatchObject({ mark, minutes })
    expect(signOf(look(date))).toBe(sign)
  })

  it('every mark has a name and another sign or none: no mark is told by colour alone', () => {
    const signs = Object.values(words.signs)
    expect(new Set(signs).size).toBe(signs.length)
    expect(new Set(Object.values(words.marks)).size).toBe(Object.values(words.marks).length)
  })

  it('says the statute and the decree', () => {
    expect(dayReasons(time, localDate('2026-01-09'))).toEqual(['Выходной перенесён с 03.01.2026, ПП РФ от 24.09.2025 №\u00A01466'])
    expect(dayReasons(time, localDate('2026-01-03'))).toEqual(['Праздник: новогодние каникулы (ст. 112 ТК РФ)', 'Выходной за этот день перенесён на 09.01.2026, ПП РФ от 24.09.2025 №\u00A01466'])
    expect(dayReasons(time, localDate('2027-02-20'))).toEqual(['Рабочий выходной вместо 22.02.2027, ПП РФ от 17.09.2026 №\u00A01187', 'На час короче: работают вместо 22.02.2027, а это канун праздника (ст. 95 ТК РФ)'])
    expect(dayReasons(time, localDate('2026-11-24'))).toEqual([words.day.ordinary])
    expect(dayReasons(time, localDate('2028-08-16'))).toEqual([words.day.ordinary, words.day.provisional])
    expect(dayReasons(time, localDate('2021-05-04'))[0]).toContain('Указ Президента от 23.04.2021 №\u00A0242')
  })

  it('a Saturday that a department works is shorter before a holiday, and says why', () => {
    const library = compile({ ...SCHEDULE_PRESETS['40'], week: { ...SCHEDULE_PRESETS['40'].week, sat: [{ from: '09:00', to: '13:00' }] } }, RU_CALENDAR, DEFAULT_OFFICE_ZONE)
    const on = (date: string) => dayLook(library, localDate(date))
    expect([on('2027-05-08'), on('2027-05-15')]).toMatchObject([{ mark: 'short', minutes: 180 }, { mark: 'working', minutes: 240 }])
    expect([signOf(on('2027-05-08')), look('2027-05-08').mark]).toEqual(['3', 'weekend'])
    expect(dayReasons(library, localDate('2027-05-08'))).toEqual([words.day.weekendWorked('Суббота'), words.day.short])
    expect(dayReasons(time, localDate('2027-05-08'))).toEqual([words.day.weekend('Суббота')])
    const never = compile({ ...SCHEDULE_PRESETS['40'], shortDayMinutes: 0 }, RU_CALENDAR, DEFAULT_OFFICE_ZONE)
    expect([dayLook(never, localDate('2026-04-30')).mark, dayReasons(never, localDate('2026-04-30'))]).toEqual(['working', [words.day.ordinary]])
  })

  it('says its length, and a screen reader all of it', () => {
    expect(plain(lengthText(time, localDate('2026-04-30')))).toBe('7 ч: 08:00–12:00, 13:00–16:00')
    expect(lengthText(time, localDate('2026-11-04'))).toBe(words.day.off)
    expect(plain(dayLabel(time, look('2026-04-30')))).toBe('30.04.2026, сокращённый день, 7 ч. Накануне праздника, на час короче (ст. 95 ТК РФ)')
  })
})

describe('the year', () => {
  it('agrees with every norm that was published', () => {
    for (const [year, { at40, at36 }] of Object.entries(publishedNorms)) {
      expect(normHours(RU_CALENDAR, Number(year), { kind: 'year' }, 40).hours).toBe(at40)
      expect(normHours(RU_CALENDAR, Number(year), { kind: 'year' }, 36).hours).toBe(at36)
    }
  })
  it('is walked by months and years without falling off their ends', () => {
    expect(addMonths(localDate('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(localDate('2026-01-15'), -1)).toBe('2025-12-15')
    expect(addMonths(localDate('2026-12-31'), 1)).toBe('2027-01-31')
    expect(inYear(localDate('2028-02-29'), 2027)).toBe('2027-02-28')
  })
  it('offers the office’s schedules first and presets that none of them is', () => {
    const own = { ...SCHEDULE_PRESETS['40'], id: 'mine', title: 'Наш' }
    expect(scheduleOptions([{ ...own, id: 'd', department: 'roads' }, own], { departments: [], people: [] }).map(({ key }) => key)).toEqual(['own:mine', 'own:d', 'preset:36-even', 'preset:36-monday'])
  })
})

describe('a day by hand', () => {
  const change = (date: string, form: object) => editedCalendar(RU_CALENDAR, localDate(date), { ...editDayFormOf(RU_CALENDAR, localDate(date)), ...form })
  it('begins as the day is, and then there is nothing to change', () => {
    expect(change('2026-08-19', {})).toEqual({ ok: false, error: words.editDay.same })
    expect(change('2027-02-20', {})).toEqual({ ok: false, error: words.editDay.same })
    expect(change('2026-01-09', {})).toEqual({ ok: false, error: words.editDay.same })
  })
  it('becomes what the form says, or tells why it cannot', () => {
    const off = change('2026-08-19', { what: 'off', reason: 'local', note: 'День района' })
    expect(off.ok && calendarDays(off.value).day(localDate('2026-08-19')).reason).toEqual({ kind: 'local', note: 'День района' })
    expect(change('2026-08-19', { what: 'off', reason: 'local', note: ' ' })).toEqual({ ok: false, error: `${words.refusals['reason-missing']}: 19.08.2026.` })
    expect(change('2026-11-04', { what: 'working' })).toMatchObject({ ok: false, error: expect.stringContaining('04.11.2026') as string })
    expect(change('2026-08-19', { what: 'off', reason: 'moved', from: '2026-01-04', decree: { number: '5', date: '' } })).toEqual({ ok: false, error: words.editDay.decreeBroken })
  })
  it('a decree of a year that had none makes the year firm', () => {
    const calendar = withYear(RU_CALENDAR, yearByStatute(2028), 'x')
    const date = localDate('2028-01-10')
    const form = { ...editDayFormOf(calendar, date), what: 'off', reason: 'moved', from: '2028-01-01' } as const
    const [bare, decreed] = [editedCalendar(calendar, date, form), editedCalendar(calendar, date, { ...form, decree: { number: '№ 900', date: '2027-09-15' } })]
    expect(bare.ok && calendarDays(bare.value).isProvisional(2028)).toBe(true)
    expect(decreed.ok && calendarDays(decreed.value).isProvisional(2028)).toBe(false)
  })
  it('a decree has both its number and its date, or neither', () => {
    expect(readDecree({ number: '', date: '' })).toEqual({ ok: true, value: null })
    expect(readDecree({ number: ' № 900 ', date: '2027-09-15' })).toMatchObject({ value: { number: '900', date: '2027-09-15' } })
    expect(readDecree({ number: '900', date: '' }).ok).toBe(false)
  })
})

it('a refusal names the place', () => {
  expect(refusalText({ reason: 'holiday-worked', date: localDate('2028-11-04') })).toBe('Праздник по ст. 112 ТК РФ не может быть рабочим: 04.11.2028.')
  expect(refusalText({ reason: 'statistic-mismatch', said: 250, counted: 247 })).toContain('250, а по дням выходит 247')
  expect(refusalText({ reason: 'broken', format: 'xml', where: '3:7' })).toBe('Файл повреждён: XML, 3:7.')
  expect(refusalText({ reason: 'year-not-chosen', found: [2027, 2028] })).toBe(words.refusals['year-not-chosen'])
})

import { describe, expect, it } from 'vitest'
import { addDays, dateOf, dateOfDay, dayOfDate, localDate, localDateSchema, parseLocalDate, twoDigits, weekdayOfDay, yearOfDate, yearOfDay } from '../../../../shared/domain/time'

describe('dates of the wall calendar', () => {
  it('turns into day numbers and back on every day of three centuries, and at the edges of others', () => {
    const from = (year: number) => Date.UTC(year, 0, 1) / 86_400_000
    const days = Array.from({ length: from(2110) - from(1890) }, (_, index) => from(1890) + index)
    for (const century of [1600, 1700, 1800, 2200, 2400]) for (let near = -70; near < 70; near++) days.push(from(century) + near)
    for (const day of days) {
      const date = new Date(day * 86_400_000)
      const text = date.toISOString().slice(0, 10)
      if (dateOfDay(day) !== text) expect(dateOfDay(day)).toBe(text)
      if (dayOfDate(localDate(text)) !== day) expect(dayOfDate(localDate(text))).toBe(day)
      if (yearOfDay(day) !== date.getUTCFullYear()) expect(yearOfDay(day)).toBe(date.getUTCFullYear())
      if (weekdayOfDay(day) !== (date.getUTCDay() || 7)) expect(weekdayOfDay(day)).toBe(date.getUTCDay() || 7)
    }
    expect(dateOfDay(Date.UTC(999, 11, 31) / 86_400_000)).toBe('0999-12-31')
  })

  it('reads only dates that exist, and only in one spelling', () => {
    expect(parseLocalDate('2024-02-29')).toEqual({ ok: true, value: '2024-02-29' })
    for (const text of ['2023-02-29', '2023-2-28', '2023-13-01', '2023-00-10', 'x2023-01-01', '2023-01-01 ', '2023-01-011', '']) {
      expect(parseLocalDate(text)).toEqual({ ok: false, error: 'not-a-date' })
    }
    expect(localDateSchema.safeParse('2023-02-28').data).toBe('2023-02-28')
    expect(localDateSchema.safeParse('2023-02-30').error?.issues[0]?.message).toBe('not-a-date')
  })

  it('builds dates from parts, carrying over', () => {
    expect(dateOf(2026, 12, 32)).toBe('2027-01-01')
    expect(addDays(localDate('2026-12-31'), 1)).toBe('2027-01-01')
    expect(yearOfDate(localDate('2026-12-31'))).toBe(2026)
    expect([twoDigits(9), twoDigits(10)]).toEqual(['09', '10'])
  })
})

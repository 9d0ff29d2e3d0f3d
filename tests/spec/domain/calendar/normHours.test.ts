import { describe, expect, it } from 'vitest'
import { normHours, RU_CALENDAR, type NormPeriod } from '../../../../shared/domain/calendar'

const norm = (year: number, period: NormPeriod, weekly: number) => normHours(RU_CALENDAR, year, period, weekly).hours
const YEAR: NormPeriod = { kind: 'year' }

describe('CAL8 norm hours agree with the published ones', () => {
  it.each([
    [2021, 247, 1972, 1774.4],
    [2022, 247, 1973, 1775.4],
    [2023, 247, 1973, 1775.4],
    [2024, 248, 1979, 1780.6],
    [2025, 247, 1972, 1774.4],
    [2026, 247, 1972, 1774.4],
    [2027, 247, 1972, 1774.4],
  ])('CAL8 %i: %i days, %f h at 40, %f h at 36', (year, days, at40, at36) => {
    expect(normHours(RU_CALENDAR, year, YEAR, 40)).toMatchObject({ workingDays: days, hours: at40 })
    expect(norm(year, YEAR, 36)).toBe(at36)
  })

  it('CAL8 quarters and months of 2021', () => {
    expect([1, 2, 3, 4].map((quarter) => norm(2021, { kind: 'quarter', quarter }, 40))).toEqual([447, 494, 528, 503])
    expect([1, 2, 3, 4].map((quarter) => norm(2021, { kind: 'quarter', quarter }, 36))).toEqual([402.2, 444.4, 475.2, 452.6])
    expect(norm(2021, { kind: 'month', month: 11 }, 40)).toBe(159)
    expect(norm(2021, { kind: 'month', month: 11 }, 36)).toBe(143)
    expect(normHours(RU_CALENDAR, 2021, { kind: 'month', month: 2 }, 40)).toEqual({
      calendarDays: 28,
      workingDays: 19,
      shortDays: 1,
      hours: 151,
    })
    expect(normHours(RU_CALENDAR, 2024, { kind: 'month', month: 12 }, 40).calendarDays).toBe(31)
    expect(normHours(RU_CALENDAR, 2024, { kind: 'quarter', quarter: 4 }, 40).calendarDays).toBe(92)
  })
})

import { expect, it } from 'vitest'

// A table that cannot be built stops its module, and with it every test file that imports it before one of its tests has failed.
it('loads with its tables built', async () => {
  const { RU_CALENDAR } = await import('../../../../shared/domain/calendar')
  expect(RU_CALENDAR.years.map(({ year, act }) => [year, act?.number, act?.date])).toEqual([
    [2021, '1648', '2020-10-10'],
    [2022, '1564', '2021-09-16'],
    [2023, '1505', '2022-08-29'],
    [2024, '1314', '2023-08-10'],
    [2025, '1335', '2024-10-04'],
    [2026, '1466', '2025-09-24'],
    [2027, '1187', '2026-09-17'],
  ])
  const { readCalendarFile } = await import('../../../../shared/domain/calendar/import')
  expect(readCalendarFile('', null)).toMatchObject({ ok: false, error: { reason: 'unknown-format' } })
})

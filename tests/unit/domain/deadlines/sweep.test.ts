import { describe, expect, it } from 'vitest'
import { RU_CALENDAR } from '../../../../shared/domain/calendar'
import { compile, type Clock } from '../../../../shared/domain/deadlines'
import { instant } from '../../../../shared/domain/time'
import { officeZone, scheduleOfOracle } from '../../../support/deadlines'
import { Oracle, ORACLE_SCHEDULES } from '../../../support/deadlineOracle'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const CLOCKS: readonly Clock[] = ['working', 'day']

/** Around the changes of the clock, and around a turn of the year. */
const PLACES = [
  ['Asia/Krasnoyarsk', '2026-12-30'],
  ['Asia/Krasnoyarsk', '2010-03-28'],
  ['Asia/Krasnoyarsk', '2014-10-26'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/Los_Angeles', '2027-03-14'],
] as const

describe('DL2 a sweep over the awkward days', () => {
  it.each(PLACES)('DL2 %s around %s', (zone, date) => {
    for (const schedule of [ORACLE_SCHEDULES[0]!, ORACLE_SCHEDULES[3]!]) {
      const time = compile(scheduleOfOracle(schedule), { ...RU_CALENDAR, years: RU_CALENDAR.years.slice(-2) }, officeZone(zone))
      const middle = Date.parse(date)
      const oracle = new Oracle(schedule, zone, middle - 40 * DAY, middle + 40 * DAY)
      for (const clock of CLOCKS) {
        for (let t = middle - 36 * HOUR; t < middle + 48 * HOUR; t += 37 * 60_000 + 123) {
          const found = [
            ...[1, HOUR, 5 * HOUR, 23 * HOUR].flatMap((ms) => [time.add(clock, instant(t), ms), time.subtract(clock, instant(t), ms)]),
            time.between(clock, instant(t), instant(t + 20 * HOUR)),
            time.nextOpening(clock, instant(t)),
            time.workable(instant(t)),
            time.isOpen(clock, instant(t)),
          ]
          const expected = [
            ...[1, HOUR, 5 * HOUR, 23 * HOUR].flatMap((ms) => [oracle.add(clock, t, ms), oracle.subtract(clock, t, ms)]),
            oracle.between(clock, t, t + 20 * HOUR),
            oracle.nextOpening(clock, t),
            oracle.workable(t),
            oracle.isOpen(clock, t),
          ]
          if (found.some((each, index) => each !== expected[index])) expect({ t, clock, found }).toEqual({ t, clock, found: expected })
        }
      }
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RU_CALENDAR } from '../../../../shared/domain/calendar'
import { compile, type Clock, type WorkingTime } from '../../../../shared/domain/deadlines'
import { instant } from '../../../../shared/domain/time'
import { officeZone, scheduleOfOracle } from '../../../support/deadlines'
import { Oracle, ORACLE_SCHEDULES } from '../../../support/deadlineOracle'

const RUNS = 6_000
// Seconds on a quiet machine; a busy one may take its time.
const PATIENCE = 600_000
const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Subject {
  readonly engine: WorkingTime
  readonly oracle: Oracle
}

const subjects = (zone: string, from: number, to: number, nonWorkingDaysAreOff: boolean): Subject[] =>
  ORACLE_SCHEDULES.map((schedule) => ({
    engine: compile(scheduleOfOracle(schedule), { ...RU_CALENDAR, nonWorkingDaysAreOff }, officeZone(zone)),
    oracle: new Oracle(schedule, zone, Date.UTC(from, 0, 1) - 60 * DAY, Date.UTC(to + 1, 0, 1) + 60 * DAY, nonWorkingDaysAreOff),
  }))

const clockArbitrary = fc.constantFrom<Clock[]>('working', 'day', 'elapsed')

/** Anywhere in the years to the millisecond, and as often right at, before or after a round minute. */
const startArbitrary = (from: number, to: number): fc.Arbitrary<number> =>
  fc
    .tuple(fc.integer({ min: from / 60_000, max: to / 60_000 - 1 }), fc.oneof(fc.integer({ min: 0, max: 59_999 }), fc.constantFrom(0, 1, 59_999)))
    .map(([minute, ms]) => minute * 60_000 + ms)

const lengthArbitrary = fc.oneof(
  fc.constantFrom(0, 1, 3 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, 23 * HOUR, 24 * HOUR),
  fc.integer({ min: 0, max: 40 * HOUR }),
)

/** Seven answers of the engine against seven of the oracle. */
function agree({ engine, oracle }: Subject, clock: Clock, start: number, ms: number, end: number): void {
  const t = instant(start)
  const found = [
    engine.add(clock, t, ms),
    engine.subtract(clock, t, ms),
    engine.between(clock, t, instant(end)),
    engine.between(clock, instant(end), t),
    engine.isOpen(clock, t),
    engine.nextOpening(clock, t),
    engine.workable(t),
  ]
  const expected = [
    oracle.add(clock, start, ms),
    oracle.subtract(clock, start, ms),
    oracle.between(clock, start, end),
    oracle.between(clock, end, start),
    oracle.isOpen(clock, start),
    oracle.nextOpening(clock, start),
    oracle.workable(start),
  ]
  for (let i = 0; i < found.length; i++) {
    // 0 and -0 are the same amount of time.
    if (found[i] !== expected[i]) expect({ query: i, found: found[i] }).toEqual({ query: i, found: expected[i] })
  }
}

interface World {
  readonly zone: string
  readonly from: number
  readonly to: number
  readonly nonWorking: boolean
  /** Stretches to dwell on: around changes of the clock. */
  readonly around: readonly string[]
}

const WORLDS: readonly World[] = [
  { zone: 'Asia/Krasnoyarsk', from: 2021, to: 2027, nonWorking: false, around: [] },
  { zone: 'Asia/Krasnoyarsk', from: 2021, to: 2021, nonWorking: true, around: [] },
  {
    zone: 'Asia/Krasnoyarsk',
    from: 2010,
    to: 2014,
    nonWorking: false,
    around: ['2010-03-28', '2010-10-31', '2011-03-27', '2014-10-26'],
  },
  { zone: 'Europe/Berlin', from: 2021, to: 2027, nonWorking: false, around: ['2022-03-27', '2024-10-27', '2026-10-25'] },
  { zone: 'America/Los_Angeles', from: 2021, to: 2027, nonWorking: false, around: ['2021-11-07', '2025-03-09', '2027-03-14'] },
]

describe('DL2 the engine and a clock that is read minute by minute say the same', () => {
  it.each(WORLDS)('DL2 $zone $from–$to, non-working days off: $nonWorking', ({ zone, from, to, nonWorking, around }) => {
    const [low, high] = [Date.UTC(from, 0, 1), Date.UTC(to + 1, 0, 1)]
    const near = around.map((date) => startArbitrary(Date.parse(date) - 3 * DAY, Date.parse(date) + 3 * DAY))
    const start = near.length > 0 ? fc.oneof(startArbitrary(low, high), ...near) : startArbitrary(low, high)
    for (const subject of subjects(zone, from, to, nonWorking)) {
      fc.assert(
        fc.property(clockArbitrary, start, lengthArbitrary, fc.integer({ min: 0, max: 3 * DAY }), (clock, t, ms, span) => {
          agree(subject, clock, t, ms, t + span)
        }),
        { numRuns: RUNS },
      )
    }
  }, PATIENCE)
})

import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { caseFacts, deadlinesOf } from '../../../../shared/domain/deadlines'
import { instant } from '../../../../shared/domain/time'
import { KRASNOYARSK, rulesWith, scheduleOfOracle } from '../../../support/deadlines'
import { Oracle, ORACLE_SCHEDULES } from '../../../support/deadlineOracle'

const HOUR = 3_600_000

// Seconds on a quiet machine; a busy one may take its time.
vi.setConfig({ testTimeout: 600_000 })
const DAY = 24 * HOUR
const FROM = Date.UTC(2021, 0, 1)
const TO = Date.UTC(2028, 0, 1)

const SUBJECTS = ORACLE_SCHEDULES.slice(0, 3).map((schedule) => ({
  rules: rulesWith({ schedule: scheduleOfOracle(schedule), zone: KRASNOYARSK }),
  oracle: new Oracle(schedule, KRASNOYARSK, FROM - 60 * DAY, TO + 60 * DAY),
}))

const pause = fc.integer({ min: 0, max: 3 * DAY })

describe('DL3–DL11 whole cases, worked out by the oracle', () => {
  it('DL3 DL4 DL5 DL6 DL7 DL11 an ordinary message, forwarded, returned, perhaps an emergency', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SUBJECTS), fc.integer({ min: FROM, max: TO }), pause, pause, fc.option(pause), ({ rules, oracle }, placed, toForward, toReturn, toFlag) => {
        const [forwarded, returned] = [placed + toForward, placed + toForward + toReturn]
        const flagged = toFlag === null ? Infinity : placed + toFlag
        const total = oracle.add('day', placed, 23 * HOUR)
        const publication = Math.max(oracle.add('day', placed, 24 * HOUR), oracle.add('working', placed, 8 * HOUR))
        const cap = Math.min(total, publication, flagged + 24 * HOUR)
        const expected: Record<string, number> = {
          triage: Math.min(oracle.add('working', placed, 3 * HOUR), flagged + 3 * HOUR),
          answer: Math.min(oracle.add('working', forwarded, 4 * HOUR), cap),
          rework: Math.min(oracle.add('working', returned, 3 * HOUR), cap),
          total,
          publication,
          ...(toFlag === null ? {} : { emergency: Math.min(publication, flagged + 24 * HOUR) }),
        }
        const facts = caseFacts({
          placedAt: instant(placed),
          forwardings: [{ at: instant(forwarded), department: null }],
          returns: [{ at: instant(returned), department: null }],
          emergencyFlaggedAt: toFlag === null ? null : instant(flagged),
        })
        const found = deadlinesOf(facts, rules, null).deadlines
        expect(Object.fromEntries(found.map(({ id, due }) => [id, due]))).toEqual(expected)
        for (const { due, workable } of found) expect(workable).toBe(oracle.workable(due))
      }),
      { numRuns: 3000 },
    )
  })

  it('DL8 an explanation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SUBJECTS), fc.integer({ min: FROM, max: TO }), ({ rules, oracle }, placed) => {
        const { deadlines } = deadlinesOf(caseFacts({ placedAt: instant(placed), kind: 'explanation' }), rules, null)
        expect(deadlines.map(({ id, due }) => [id, due])).toEqual([
          ['triage', oracle.add('working', placed, 3 * HOUR)],
          ['explanation', oracle.add('working', placed, 12 * HOUR)],
        ])
      }),
      { numRuns: 1000 },
    )
  })
})

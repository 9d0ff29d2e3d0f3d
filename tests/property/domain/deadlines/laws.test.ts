import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { RU_CALENDAR } from '../../../../shared/domain/calendar'
import { caseFacts, deadlinesOf, explain, type CaseFacts, type CaseKind, type Clock, type RulesInForce, type SchedulePresetId } from '../../../../shared/domain/deadlines'
import { instant, parseOfficeZone, type Instant } from '../../../../shared/domain/time'
import { rulesWith } from '../../../support/deadlines'

const HOUR = 3_600_000

// Seconds on a quiet machine; a busy one may take its time.
vi.setConfig({ testTimeout: 600_000 })
const PRESETS: readonly SchedulePresetId[] = ['40', '36-even', '36-monday']
const ZONES = ['Asia/Krasnoyarsk', 'Europe/Berlin', 'America/Los_Angeles'].map((name) => {
  const zone = parseOfficeZone(name)
  if (!zone.ok) throw new Error(name)
  return zone.value
})
const RULES: readonly RulesInForce[] = ZONES.flatMap((zone) => PRESETS.map((schedule) => rulesWith({ schedule, zone, calendar: RU_CALENDAR })))

const rulesArbitrary = fc.constantFrom(...RULES)
const clockArbitrary = fc.constantFrom<Clock[]>('working', 'day', 'elapsed')
const instantArbitrary = fc.integer({ min: Date.UTC(2021, 0, 1), max: Date.UTC(2027, 11, 31) }).map(instant)
const length = fc.integer({ min: 0, max: 40 * HOUR })

/** A case whose acts follow each other, each after a pause of up to two days. */
const factsArbitrary: fc.Arbitrary<CaseFacts> = fc
  .record({
    placedAt: instantArbitrary,
    kind: fc.constantFrom<CaseKind[]>('answer', 'explanation', 'siteLink', 'refusal', 'appeal', 'duplicate'),
    pauses: fc.array(fc.integer({ min: 0, max: 48 * HOUR }), { minLength: 6, maxLength: 6 }),
    acts: fc.integer({ min: 0, max: 6 }),
    flagged: fc.boolean(),
  })
  .map(({ placedAt, kind, pauses, acts, flagged }) => {
    let at: number = placedAt
    const times = pauses.slice(0, acts).map((pause) => instant((at += pause)))
    const one = (index: number) => (times[index] === undefined ? [] : [{ at: times[index], department: null }])
    return caseFacts({
      placedAt,
      kind,
      forwardings: one(0),
      submissions: [...one(1), ...one(3)],
      returns: [...one(2), ...one(4)],
      publishedAt: times[5] ?? null,
      emergencyFlaggedAt: flagged ? (times[0] ?? placedAt) : null,
    })
  })

describe('laws that hold for any start', () => {
  it('DL16 sums of terms, and what lies between', () => {
    fc.assert(
      fc.property(rulesArbitrary, clockArbitrary, instantArbitrary, length, length, ({ office }, clock, t, a, b) => {
        expect(office.add(clock, office.add(clock, t, a), b)).toBe(office.add(clock, t, a + b))
        expect(office.subtract(clock, office.subtract(clock, t, a), b)).toBe(office.subtract(clock, t, a + b))
        expect(office.between(clock, t, office.add(clock, t, a))).toBe(a)
        expect(office.between(clock, office.subtract(clock, t, a), t)).toBe(a)
        expect(office.add(clock, t, 0)).toBe(t)
        expect(office.subtract(clock, t, 0)).toBe(t)
      }),
      { numRuns: 3000 },
    )
  })

  it('DL16 no later start ends earlier', () => {
    fc.assert(
      fc.property(rulesArbitrary, instantArbitrary, fc.integer({ min: 0, max: 30 * HOUR }), fc.constantFrom<CaseKind[]>('answer', 'explanation'), (rules, placedAt, later, kind) => {
        const first = deadlinesOf(caseFacts({ placedAt, kind }), rules, null).deadlines
        const second = deadlinesOf(caseFacts({ placedAt: instant(placedAt + later), kind }), rules, null).deadlines
        first.forEach((deadline, index) => expect(second[index]!.due).toBeGreaterThanOrEqual(deadline.due))
      }),
      { numRuns: 3000 },
    )
  })

  it('DL7 publication is the later of the day clock and the eight working hours', () => {
    fc.assert(
      fc.property(rulesArbitrary, instantArbitrary, (rules, placedAt) => {
        const publication = deadlinesOf(caseFacts({ placedAt }), rules, null).deadlines.find(({ id }) => id === 'publication')!
        expect(publication.due).toBe(Math.max(rules.office.add('day', placedAt, 24 * HOUR), rules.office.add('working', placedAt, 8 * HOUR)))
      }),
      { numRuns: 3000 },
    )
  })

  it('DL15 slices follow each other and add up to the term, for every deadline of any case', () => {
    fc.assert(
      fc.property(rulesArbitrary, factsArbitrary, (rules, facts) => {
        for (const deadline of deadlinesOf(facts, rules, null).deadlines) {
          const { slices, term } = explain(deadline, rules)
          let at: Instant = term.from
          let sum = 0
          for (const slice of slices) {
            expect(slice.from).toBe(at)
            expect(slice.to).toBeGreaterThan(slice.from)
            at = slice.to
            if (slice.kind === 'counted') sum += slice.ms
          }
          expect([at, sum]).toEqual([term.due, term.ms])
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('DL12 nothing that is open ends before what binds, and no cap is passed', () => {
    fc.assert(
      fc.property(rulesArbitrary, factsArbitrary, (rules, facts) => {
        const { deadlines, binding } = deadlinesOf(facts, rules, null)
        const open = deadlines.filter(({ closedAt }) => closedAt === null)
        if (open.length === 0) expect(binding).toBeNull()
        else expect(binding!.due).toBe(Math.min(...open.map(({ due }) => due)))
        for (const { due, terms, workable } of deadlines) {
          expect(due).toBe(Math.min(...terms.map((term) => term.due)))
          expect(workable).toBeLessThanOrEqual(due)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('DL11 an emergency never lengthens anything', () => {
    fc.assert(
      fc.property(rulesArbitrary, factsArbitrary, fc.integer({ min: 0, max: 48 * HOUR }), (rules, facts, after) => {
        const calm = deadlinesOf({ ...facts, emergencyFlaggedAt: null }, rules, null).deadlines
        const urgent = deadlinesOf({ ...facts, emergencyFlaggedAt: instant(facts.placedAt + after) }, rules, null).deadlines
        for (const { id, index, due } of calm) {
          const same = urgent.find((deadline) => deadline.id === id && deadline.index === index)!
          expect(same.due).toBeLessThanOrEqual(due)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

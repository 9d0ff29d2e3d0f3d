import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, localDateOf, type Instant } from '../../../../shared/domain/time'
import { live, passedOf } from '../../../support/attentionLife'
import { seenBy, segmentsOf, type Deed, type Story } from '../../../support/attentionStories'
import { at, KRASNOYARSK, rulesWith } from '../../../support/deadlines'
import { days, headOf, hours, minutes, operator, roads, secondOperator } from '../../../support/journal'

const rules = rulesWith()
const time = rules.office

/** A month of 300 messages: most are handled in time, a third late, some never; written at any hour of any day. */
function busyMonth(seed: number): readonly Story[] {
  const start = at('2026-11-01T00:00')
  return fc.sample(
    fc.record({
      placedAt: fc.integer({ min: 0, max: days(30) }).map((ms) => instant(start + ms)),
      pace: fc.constantFrom(0.5, 0.8, 0.9, 1, 1.3, 6),
      returned: fc.boolean(),
      stuckAfter: fc.constantFrom(5, 5, 5, 5, 5, 5, 5, 2, 1, 0),
      colleague: fc.constantFrom(false, false, true),
      emergency: fc.constantFrom(...Array<boolean>(19).fill(false), true),
    }),
    { numRuns: 300, seed },
  ).map(({ placedAt, pace, returned, stuckAfter, colleague, emergency }) => {
    // People work in working time: the step that takes so many of their hours ends at an hour when they are there.
    const way: readonly (readonly [Deed, number])[] = [['forward', 2], ['answer', 3], ...(returned ? [['return', 0.5], ['answer', 1.5]] as const : []), ['publish', 0.5]]
    const takenAt = time.add('working', placedAt, minutes(15))
    let when = takenAt
    const worked = way.slice(0, stuckAfter).map(([deed, took]) => {
      const done = time.add('working', when, hours(took * pace))
      const after = done - when
      when = done
      return { deed, after }
    })
    return { placedAt, taken: { after: takenAt - placedAt, by: colleague ? secondOperator : operator }, steps: emergency ? [{ deed: 'emergency', after: minutes(5) }, ...worked] : worked }
  })
}

/**
 * At most so many notifications on the busiest and on a usual day, news included, with 300 messages a month of which a third is
 * late or stuck: a little more than what is printed, so that a rule may be bettered without counting anew.
 */
const desks = [
  { who: 'everyone', actor: operator, alone: true, most: { all: 46, withoutEmergencies: 32, usual: 19 } },
  { who: 'operator', actor: operator, alone: false, most: { all: 37, withoutEmergencies: 25, usual: 20 } },
  { who: 'department', actor: headOf(roads), alone: false, most: { all: 41, withoutEmergencies: 25, usual: 18 } },
] as const

function perDay(notifications: readonly { readonly at: Instant }[]) {
  const days = new Map<string, number>()
  for (const { at: when } of notifications) days.set(localDateOf(when, KRASNOYARSK), (days.get(localDateOf(when, KRASNOYARSK)) ?? 0) + 1)
  const counts = [...days.values()].sort((a, b) => a - b)
  return { busiest: counts.at(-1) ?? 0, usual: counts[Math.floor(counts.length / 2)] ?? 0 }
}

describe('a month of 300 cases', () => {
  const from = at('2026-11-01T00:00')
  const to = at('2026-12-05T00:00')

  it.each(desks)('AT1–AT12 $who: every deadline that passed had been warned of, nothing twice, nothing on days off, few a day', ({ who, actor, alone, most }) => {
    for (const seed of [20261101, 20261102, 20261103]) {
      const cases = busyMonth(seed).map((story, n) => seenBy(segmentsOf(story, n), rules, actor, alone, { settings: null, deskTime: () => time }))
      const { spoken, notifications } = live({ cases: () => cases, from, to, time, computers: [{}] })
      const missed = passedOf(cases, to)
      expect(missed.length).toBeGreaterThan(actor.role === 'department' ? 10 : 40)
      for (const { caseId, deadline, due } of missed) {
        const before = spoken.filter(({ what, ...one }) => 'due' in what && one.caseId === caseId && what.deadline === deadline && what.due === due && one.at <= due)
        expect(before.length, `${caseId} ${deadline} seed ${seed}`).toBeGreaterThan(0)
      }
      const warnings = spoken.flatMap(({ caseId, what }) => ('due' in what ? [`${caseId} ${what.deadline} ${what.due} ${what.threshold}`] : []))
      expect(new Set(warnings).size).toBe(warnings.length)
      for (const { at: when, emergency } of spoken) if (!emergency) expect(time.isOpen('working', when)).toBe(true)
      const all = perDay(notifications)
      const quiet = perDay(notifications.filter(({ emergency }) => !emergency))
      console.log(`${who}, seed ${seed}: ${missed.length} deadlines passed, ${warnings.length} warnings and ${spoken.length - warnings.length} news in ${notifications.length} notifications; ${all.busiest} on the busiest day, ${quiet.busiest} without emergencies; ${all.usual} on a usual one`)
      expect(all.busiest, `seed ${seed}`).toBeLessThanOrEqual(most.all)
      expect(quiet.busiest, `seed ${seed}`).toBeLessThanOrEqual(most.withoutEmergencies)
      expect(all.usual, `seed ${seed}`).toBeLessThanOrEqual(most.usual)
    }
  })
})

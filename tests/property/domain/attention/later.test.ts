import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { later } from '../../../../shared/domain/attention'
import { caseFacts } from '../../../../shared/domain/deadlines'
import { instant, MS_PER_MINUTE } from '../../../../shared/domain/time'
import { caseIdOf, casesOf, lookThrough, operatorDesk, watchedFacts } from '../../../support/attention'
import { at, rulesWith } from '../../../support/deadlines'
import { days, hours, minutes } from '../../../support/journal'

const rules = rulesWith()
const time = rules.office
const from = at('2026-11-24T00:00')
/** Whole minutes, so that cases meet and go along with each other. */
const minute = (to: number) => fc.integer({ min: 0, max: to / MS_PER_MINUTE }).map((n) => n * MS_PER_MINUTE)

describe('«позже»', () => {
  it('AT11 at any moment, of any case, repeats what was told when its minutes have passed, or at the next opening', () => {
    fc.assert(fc.property(fc.array(minute(hours(14)), { minLength: 1, maxLength: 6 }), fc.nat(), minute(minutes(20)), fc.integer({ min: 1, max: 60 }), (placed, which, after, length) => {
      const cases = placed.map((ms, n) => watchedFacts(caseFacts({ placedAt: instant(from + ms) }), rules, { caseId: caseIdOf(n + 1), desk: operatorDesk }))
      const all = lookThrough(() => cases, { time }, from, instant(from + days(2))).told
      const pressed = instant((all[which % all.length]?.at ?? from) + after)
      const before = lookThrough(() => cases, { time }, from, pressed).memory
      const memory = cases.reduce((soFar, one) => later(one, length, soFar, time, pressed), before)
      const { told } = lookThrough(() => cases, { time, memory }, pressed, instant(pressed + days(10)))
      expect(Object.keys(memory.later)).not.toEqual([])
      for (const [key, until] of Object.entries(memory.later)) {
        const expected = time.nextOpening('working', until)
        const said = told.filter((one) => one.at === expected).flatMap(({ notice }) => casesOf(notice).flatMap(({ caseId, warnings }) => warnings.map(({ deadline, due }) => `${caseId}/${deadline}/${due}`)))
        expect(said, new Date(expected).toISOString()).toContain(key)
      }
    }), { numRuns: 200 })
  })
})

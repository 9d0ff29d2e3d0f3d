import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SCHEDULE_PRESETS, type RegulationRules, type Schedule, type WarningSettings } from '../../../../shared/domain/deadlines'
import { instant, MS_PER_MINUTE, type Instant } from '../../../../shared/domain/time'
import { clockErrorOf, live, passedOf, type Computer } from '../../../support/attentionLife'
import { deeds, seenBy, segmentsOf, type Story } from '../../../support/attentionStories'
import { at, rulesWith } from '../../../support/deadlines'
import { days, headOf, hours, minutes, operator, roads, secondOperator } from '../../../support/journal'

const from = at('2026-12-28T00:00')
const to = at('2027-01-20T00:00')

const stories: fc.Arbitrary<readonly Story[]> = fc.array(
  fc.record({
    placedAt: fc.integer({ min: 0, max: days(11) }).map((ms) => instant(from + ms)),
    taken: fc.record({ after: fc.integer({ min: 0, max: hours(5) }), by: fc.constantFrom(operator, secondOperator) }),
    steps: fc.array(fc.record({ after: fc.integer({ min: 1, max: hours(30) }), deed: fc.constantFrom('forward' as const, 'answer' as const, ...deeds) }), { maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 5 },
)

const span = fc.tuple(fc.integer({ min: 0, max: days(21) }), fc.integer({ min: 1, max: days(2) })).map(([start, length]) => [from + start, from + start + length] as const)
/** Asleep or off, killed, without the server. */
const unsteady = fc.record({ away: fc.array(span, { maxLength: 4 }), restarts: fc.array(fc.integer({ min: 0, max: days(22) }).map((ms) => from + ms), { maxLength: 5 }) })
/** A clock that goes wrong by up to two days and is set right again. */
const wrongClock = fc.array(fc.tuple(span, fc.integer({ min: -days(2), max: days(2) })), { maxLength: 2 }).map((wrong) =>
  wrong.flatMap(([[since, until], ms]) => [{ since, ms }, { since: until, ms: 0 }]).sort((a, b) => a.since - b.since))

const shortDays: Schedule = { ...SCHEDULE_PRESETS['40'], id: 'short', department: roads, week: { ...SCHEDULE_PRESETS['40'].week, mon: [{ from: '09:00', to: '11:30' }], tue: [], wed: [{ from: '10:00', to: '13:00' }], fri: [{ from: '08:00', to: '10:00' }] } }
/** The order as it is, a department with hours of its own, and a regulation that counts through the night. */
const rulebooks = [
  { rules: rulesWith(), name: 'the order' },
  { rules: rulesWith({ departments: [shortDays] }), name: 'short days' },
  { rules: rulesWith({ rules: { triage: { clause: '3.1', hours: 3, clock: 'elapsed', from: 'placed' }, answer: { clause: '3.2', hours: 4, clock: 'day', from: 'forwarded' } } satisfies Partial<RegulationRules> }), name: 'through the night' },
] as const
const desks = [
  { actor: operator, alone: true },
  { actor: operator, alone: false },
  { actor: headOf(roads), alone: false },
] as const
/** All of them warn at some time; the last is none of the office's. */
const wishes: readonly (WarningSettings | null)[] = [null, { half: false, minutes: [10], lastHour: true }, { half: true, minutes: [], lastHour: true }, { half: true, minutes: [45, 5], lastHour: true }]

const setting = { stories, rulebook: fc.constantFrom(...rulebooks), desk: fc.constantFrom(...desks), wish: fc.constantFrom(...wishes) }
type Setting = { readonly [K in keyof typeof setting]: (typeof setting)[K] extends fc.Arbitrary<infer T> ? T : never }

function lived({ stories: some, rulebook: { rules }, desk: { actor, alone }, wish }: Setting, computers: readonly Computer[], changes: readonly { readonly at: number; readonly wish: WarningSettings | null }[] = []) {
  const time = actor.role === 'department' ? rules.timeOf(actor.department) : rules.office
  const told = some.map(segmentsOf)
  const under = (settings: WarningSettings | null) => told.map((segments) => seenBy(segments, rules, actor, alone, { settings, deskTime: () => time }))
  const byWish = new Map([wish, ...changes.map((change) => change.wish)].map((each) => [each, under(each)]))
  const cases = (moment: Instant) => byWish.get(changes.filter((change) => change.at <= moment).reduce((_, change) => change.wish, wish)) ?? []
  return { ...live({ cases, changes: changes.map((change) => change.at), from, to, time, computers }), time, passed: passedOf(under(wish), to) }
}

type Lived = ReturnType<typeof lived>
const warningsOf = ({ spoken }: Lived) => spoken.flatMap(({ what, ...more }) => ('due' in what ? [{ ...more, ...what }] : []))
const idsOf = (life: Lived) => life.spoken.map(({ caseId, what }) => ('due' in what ? `${caseId} ${what.deadline} ${what.due} ${what.threshold}` : `${caseId} ${what.news}`))

function nothingTwice(life: Lived) {
  const warnings = warningsOf(life).map(({ caseId, deadline, due, threshold }) => `${caseId} ${deadline} ${due} ${threshold}`)
  expect(warnings.filter((id, place) => warnings.indexOf(id) !== place)).toEqual([])
}

function onlyInWorkingTime({ spoken, time }: Lived) {
  for (const { clock, emergency } of spoken) if (!emergency) expect(time.isOpen('working', clock)).toBe(true)
}

/**
 * Whoever had a computer awake, with a right clock, at work in the last ten minutes that anybody works before a deadline which he
 * had known by then, had been warned of it, and not only by a clock that was wrong.
 */
function warnedWhatPassed(life: Lived, computers: readonly Computer[]) {
  const warnings = warningsOf(life).filter(({ threshold }) => threshold !== 'breach')
  for (const one of life.passed) {
    const { time } = life
    const tellable = (moment: number) => computers.some((computer) => !(computer.away ?? []).some(([a, b]) => moment >= a && moment < b) && clockErrorOf(computer, moment) === 0 && clockErrorOf(computer, moment - 2 * MS_PER_MINUTE) === 0)
      && (one.emergency || time.isOpen('working', instant(moment)))
    const lastMinutes = one.emergency ? one.due - minutes(4) : time.subtract('working', time.workable(one.due), minutes(4))
    const lastChance = Math.max(one.knownAt, lastMinutes)
    const chances = Array.from({ length: Math.ceil((one.due - lastChance) / MS_PER_MINUTE) }, (_, n) => lastChance + n * MS_PER_MINUTE)
    // Of deadlines that end together one is told, for all (AT5).
    const warned = warnings.some(({ caseId, due, at: when }) => caseId === one.caseId && due === one.due && when <= one.due)
    if (chances.some(tellable)) expect(warned, `${one.deadline} ${new Date(one.due).toISOString()} known ${new Date(one.knownAt).toISOString()}`).toBe(true)
  }
}

const runs = { numRuns: Number(process.env['ATTENTION_RUNS'] ?? 60), endOnFailure: true }

describe('any history, any sleep, any restart', () => {
  it('AT6 AT7 AT12 AT15 nothing is told twice, nothing on days off, and what passed had been warned of', () => {
    fc.assert(fc.property(fc.record(setting), unsteady, (life, computer) => {
      const seen = lived(life, [computer])
      nothingTwice(seen)
      onlyInWorkingTime(seen)
      warnedWhatPassed(seen, [computer])
    }), runs)
  })

  it('AT6 a clock set forward and back tells nothing twice, and hides no warning when it is right again', () => {
    fc.assert(fc.property(fc.record(setting), unsteady, wrongClock, (life, steady, clockErrors) => {
      const computer = { ...steady, clockErrors }
      const seen = lived(life, [computer])
      nothingTwice(seen)
      onlyInWorkingTime(seen)
      warnedWhatPassed(seen, [computer])
    }), runs)
  })

  it('AT6 two computers of one person: while both reach the server nothing is told twice, and without it nothing is missed', () => {
    fc.assert(fc.property(fc.record(setting), unsteady, unsteady, fc.array(span, { maxLength: 2 }), (life, one, other, offline) => {
      const together = lived(life, [one, other])
      expect(new Set(idsOf(together)).size).toBe(idsOf(together).length - newsAgain(together))
      warnedWhatPassed(together, [one, other])
      onlyInWorkingTime(together)
      const apart = lived(life, [one, { ...other, offline }])
      onlyInWorkingTime(apart)
      warnedWhatPassed(apart, [one, other])
    }), runs)
  })

  it('AT1 AT6 settings changed meanwhile repeat nothing', () => {
    fc.assert(fc.property(fc.record(setting), unsteady, fc.array(fc.record({ at: fc.integer({ min: 0, max: days(20) }).map((ms) => from + ms), wish: fc.constantFrom(...wishes) }), { maxLength: 4 }), (life, computer, changes) => {
      const seen = lived(life, [computer], [...changes].sort((a, b) => a.at - b.at))
      nothingTwice(seen)
      onlyInWorkingTime(seen)
      warnedWhatPassed(seen, [computer])
    }), runs)
  })
})

/** A second answer to review is other news with the same words. */
function newsAgain(life: Lived) {
  const news = life.spoken.flatMap(({ caseId, what }) => ('news' in what ? [`${caseId} ${what.news}`] : []))
  return news.length - new Set(news).size
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyMemory, look, memorySchema, type AttentionMemory, type CaseNotice, type WatchedCase, type WatchingDesk } from '../../../../shared/domain/attention'
import { caseFacts, type CaseFacts } from '../../../../shared/domain/deadlines'
import { instant, localDateOf, type Instant } from '../../../../shared/domain/time'
import { caseIdOf, casesOf, everyone, looking, operatorDesk, watchedFacts } from '../../../support/attention'
import { at, KRASNOYARSK, rulesWith } from '../../../support/deadlines'
import { days, hours, minutes } from '../../../support/journal'

const rules = rulesWith()
const time = rules.office

/** What happens to one message, each step so many ms after the one before; a step left out never happens. */
interface Story {
  readonly placedAt: Instant
  readonly steps: readonly number[]
  readonly returned: boolean
  readonly emergencyAfter: number | null
}

/** The facts of a story as far as they have happened by `now`; null before the placement. */
function factsAt(story: Story, now: Instant): CaseFacts | null {
  const { placedAt, steps, returned, emergencyAfter } = story
  let when = placedAt
  const moments = steps.map((after) => (when = instant(when + after)))
  const [forwarding, answer, sentBack, again, publication] = returned ? moments : [moments[0], moments[1], undefined, undefined, moments[2]]
  const done = (moment: Instant | undefined) => moment !== undefined && moment <= now
  const flaggedAt = emergencyAfter === null ? null : instant(placedAt + emergencyAfter)
  const deed = (moment: Instant | undefined) => (moment !== undefined && done(moment) ? [{ at: moment, department: 'roads' }] : [])
  if (now < placedAt) return null
  return caseFacts({
    placedAt,
    forwardings: deed(forwarding),
    submissions: [...deed(answer), ...deed(again)],
    returns: deed(sentBack),
    publishedAt: publication !== undefined && done(publication) ? publication : null,
    emergencyFlaggedAt: flaggedAt !== null && flaggedAt <= now ? flaggedAt : null,
  })
}

const momentsOf = ({ placedAt, steps, emergencyAfter }: Story): readonly number[] => {
  let when: number = placedAt
  return [placedAt, ...steps.map((after) => (when += after)), ...(emergencyAfter === null ? [] : [placedAt + emergencyAfter])]
}

interface Life {
  readonly stories: readonly Story[]
  readonly from: Instant
  readonly to: Instant
  readonly desk: WatchingDesk
  /** While asleep or not running, [from, to). */
  readonly away?: readonly (readonly [number, number])[]
  /** When the program is killed and started: its memory comes from the disk. */
  readonly restarts?: readonly number[]
}

interface Spoken {
  readonly at: Instant
  readonly of: CaseNotice['warnings'][number] & { readonly caseId: string; readonly emergency: boolean }
}

/** The program lives through a time: it looks at every event and whenever it said it would, unless it sleeps. */
function live({ stories, from, to, desk, away = [], restarts = [] }: Life) {
  const events = [...stories.flatMap(momentsOf), ...restarts, ...away.map(([, end]) => end)].filter((moment) => moment >= from && moment <= to).sort((a, b) => a - b)
  const spoken: Spoken[] = []
  const perDay = new Map<string, number>()
  let memory: AttentionMemory = emptyMemory
  let now = from
  const segments = stories.map((story, n) => segmentsOf(story, n, desk))
  for (;;) {
    const asleep = away.find(([start, end]) => now >= start && now < end)
    if (asleep !== undefined) {
      now = instant(asleep[1])
      if (now > to) break
      continue
    }
    const woke = away.some(([, end]) => end === now)
    const restarted = restarts.includes(now)
    if (restarted) memory = memorySchema.parse(JSON.parse(JSON.stringify(memory)))
    const seen = segments.flatMap((ofOne) => ofOne.filter((segment) => segment.from <= now).at(-1)?.shown ?? [])
    const outlook = look(seen, looking({ now, time, memory, gathered: woke || restarted }))
    memory = outlook.memory
    const date = localDateOf(now, KRASNOYARSK)
    perDay.set(date, (perDay.get(date) ?? 0) + outlook.notices.length)
    for (const notice of outlook.notices) {
      for (const { caseId, emergency, warnings } of casesOf(notice)) {
        spoken.push(...warnings.map((warning) => ({ at: now, of: { ...warning, caseId, emergency } })))
      }
    }
    const event = events.find((moment) => moment > now)
    const next = Math.min(outlook.again ?? Infinity, event ?? Infinity)
    if (next > to) break
    expect(next).toBeGreaterThan(now)
    now = instant(next)
  }
  return { spoken, perDay }
}

/** How a story looks to the desk from each of its moments on; a case changes at no other. */
function segmentsOf(story: Story, n: number, desk: WatchingDesk): readonly { readonly from: number; readonly facts: CaseFacts | null; readonly shown: WatchedCase | null }[] {
  return [...new Set(momentsOf(story))].sort((a, b) => a - b).map((from) => {
    const facts = factsAt(story, instant(from))
    const open = facts !== null && facts.publishedAt === null
    return { from, facts, shown: open ? watchedFacts(facts, rules, { caseId: caseIdOf(n), desk }) : null }
  })
}

/** Every deadline that passed while it was open, of all that this desk was ever shown. */
function passed(stories: readonly Story[], desk: WatchingDesk, to: Instant) {
  const found = new Map<string, { readonly caseId: string; readonly deadline: string; readonly due: Instant; readonly knownAt: number; readonly emergency: boolean }>()
  stories.forEach((story, n) => {
    const segments = segmentsOf(story, n, desk)
    segments.forEach(({ from, shown }, place) => {
      const until = Math.min(segments[place + 1]?.from ?? to, to)
      for (const { key, deadline, due } of shown?.watches ?? []) {
        if (due >= until || due < from || found.has(key)) continue
        found.set(key, { caseId: caseIdOf(n), deadline, due, knownAt: from, emergency: shown?.emergency === true })
      }
    })
  })
  return [...found.values()]
}

const workingAt = (moment: Instant) => time.isOpen('working', moment)

/** A month of 300 messages: most are handled in time, some late, some never; written at any hour of any day. */
function busyMonth(seed: number): readonly Story[] {
  const start = at('2026-11-01T00:00')
  return fc.sample(
    fc.record({
      placedAt: fc.integer({ min: 0, max: days(30) }).map((ms) => instant(start + ms)),
      pace: fc.constantFrom(0.5, 0.8, 0.9, 1, 1.3, 6),
      returned: fc.boolean(),
      stuckAfter: fc.constantFrom(5, 5, 5, 5, 5, 5, 5, 2, 1, 0),
      emergencyAfter: fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constant(minutes(20)) }),
    }),
    { numRuns: 300, seed },
  ).map(({ placedAt, pace, returned, stuckAfter, emergencyAfter }) => {
    // People work in working time: the step that takes so many of their hours ends at an hour when they are there.
    let when = placedAt
    const worked = [2, 3, 0.5, 1.5, 0.5].slice(0, stuckAfter).map((took) => {
      const done = time.add('working', when, hours(took * pace))
      const after = done - when
      when = done
      return after
    })
    return { placedAt, steps: worked, returned, emergencyAfter }
  })
}

/** At most so many notifications a day with 300 messages a month, of which one in three is handled late or never. */
const mostADay = { everyone: 40, operator: 30, department: 25, nobody: 0 } as const

describe('a month of 300 cases', () => {
  const from = at('2026-11-01T00:00')
  const to = at('2026-12-05T00:00')

  it.each([[everyone, 20261101], [operatorDesk, 20261102], [{ whose: 'department', department: 'roads' } as const, 20261103]] as const)(
    'AT1–AT12 %j: every deadline that passed had been warned of, nothing twice, nothing on days off',
    (desk, seed) => {
      const stories = busyMonth(seed)
      const { spoken, perDay } = live({ stories, from, to, desk })
      const missed = passed(stories, desk, to)
      expect(missed.length).toBeGreaterThan(desk.whose === 'department' ? 10 : 40)
      for (const { caseId, deadline, due } of missed) {
        const before = spoken.filter(({ at: when, of }) => of.caseId === caseId && of.deadline === deadline && of.due === due && when <= due)
        expect(before.length, `${caseId} ${deadline}`).toBeGreaterThan(0)
      }
      const ids = spoken.map(({ of }) => `${of.caseId} ${of.deadline} ${of.due} ${of.threshold}`)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { at: when, of } of spoken) if (!of.emergency) expect(workingAt(when)).toBe(true)
      const busiest = Math.max(...perDay.values())
      const median = [...perDay.values()].filter((count) => count > 0).sort((a, b) => a - b)[Math.floor(perDay.size / 2)]
      console.log(`${JSON.stringify(desk)}: ${missed.length} deadlines passed, ${spoken.length} warnings, ${busiest} notifications on the busiest day, ${median} on a usual one`)
      expect(busiest).toBeLessThanOrEqual(mostADay[desk.whose])
    },
  )
})

const storyArbitrary: fc.Arbitrary<Story> = fc.record({
  placedAt: fc.integer({ min: 0, max: days(9) }).map((ms) => instant(at('2026-12-28T00:00') + ms)),
  steps: fc.array(fc.integer({ min: 1, max: hours(30) }), { maxLength: 5 }),
  returned: fc.boolean(),
  emergencyAfter: fc.option(fc.integer({ min: 1, max: hours(20) }), { freq: 4 }),
})

describe('any history, any sleep, any restart', () => {
  const from = at('2026-12-28T00:00')
  const to = at('2027-01-20T00:00')

  it('AT6 AT7 AT12 nothing is told twice, nothing on days off, and what passed has been told by the next hour of work', () => {
    fc.assert(
      fc.property(
        fc.array(storyArbitrary, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: days(20) }), fc.integer({ min: 1, max: days(2) })), { maxLength: 4 }),
        fc.array(fc.integer({ min: 0, max: days(22) }), { maxLength: 5 }),
        fc.constantFrom<WatchingDesk>(everyone, operatorDesk, { whose: 'department', department: 'roads' }),
        (stories, naps, kills, desk) => {
          const away = naps.map(([start, length]) => [from + start, from + start + length] as const)
          const restarts = kills.map((after) => from + after)
          const { spoken } = live({ stories, from, to, desk, away, restarts })
          const ids = spoken.map(({ of }) => `${of.caseId} ${of.deadline} ${of.due} ${of.threshold}`)
          expect(new Set(ids).size).toBe(ids.length)
          for (const { at: when, of } of spoken) if (!of.emergency) expect(workingAt(when)).toBe(true)
          for (const one of passed(stories, desk, to)) {
            // Awake at work in the last ten minutes of the deadline's clock, or of the working time before it: then it was warned of.
            const tellable = (moment: number) => !away.some(([start, end]) => moment >= start && moment < end) && (one.emergency || workingAt(instant(moment)))
            const lastWarning = one.emergency ? one.due - minutes(10) : time.subtract('working', time.workable(one.due), minutes(10))
            const lastChance = Math.max(one.knownAt, lastWarning)
            const ahead = Array.from({ length: Math.ceil((one.due - lastChance) / minutes(1)) }, (_, n) => lastChance + n * minutes(1))
            const warned = spoken.some(({ of, at: when }) => of.caseId === one.caseId && of.deadline === one.deadline && of.due === one.due && when <= one.due)
            if (ahead.some(tellable)) expect(warned, `${one.deadline} ${one.due}`).toBe(true)
          }
        },
      ),
      { numRuns: 60, endOnFailure: true },
    )
  })
})

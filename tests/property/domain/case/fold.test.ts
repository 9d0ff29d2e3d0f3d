import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolve, foldCase, isNext } from '../../../../shared/domain/case/evolve'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import { allAnswers } from '../../../../shared/domain/case/targets'
import { compareEvents, concurrent, headsOf } from '../../../../shared/domain/journal/order'
import { areConcurrent } from '../../../../shared/domain/case/causality'
import { sync } from '../../../support/journal'
import { runOffice, stepsArbitrary } from '../../../support/officeRun'

const seed = Number(process.env['FC_SEED'] ?? 24112026)
const numRuns = Number(process.env['FC_RUNS'] ?? 60)
console.log(`fold: FC_SEED=${seed} FC_RUNS=${numRuns}`)
const parameters = { seed, numRuns: numRuns * 2 }

/** What a person wrote, wherever it stands within an event's erasable part; the run makes each piece of words its own. */
const wordsIn = (part: unknown): readonly string[] =>
  typeof part === 'string' ? (part.startsWith('слова') ? [part] : []) : typeof part === 'object' && part !== null ? Object.values(part).flatMap(wordsIn) : []

describe('CS2 the fold of any set of events, whatever their order', () => {
  it('CS2 any shuffle, with any repetitions, gives the same case', () => {
    fc.assert(
      fc.property(stepsArbitrary, fc.infiniteStream(fc.nat()), (steps, keys) => {
        const { events } = runOffice(steps)
        const shuffled = [...events, ...events.filter((_, place) => place % 3 === 0)]
          .map((event) => ({ event, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event)
        expect(foldCase(shuffled)).toEqual(foldCase(events))
      }),
      parameters,
    )
  })

  it('CS2 CS6 any part of the events makes a case or none, the same in any order, and never fails', () => {
    fc.assert(
      fc.property(stepsArbitrary, fc.infiniteStream(fc.boolean()), (steps, kept) => {
        const part = runOffice(steps).events.filter(() => kept.next().value ?? false)
        const state = foldCase(part)
        expect(foldCase([...part].reverse())).toEqual(state)
        if (state === undefined) return
        expect(state.eventCount).toBe(part.length)
        // An answer that came before its forwarding waits for it.
        const shown = allAnswers(state).map((version) => version.event)
        for (const { _id, type } of part) if (type === 'AnswerSubmitted') expect(shown).toContain(_id)
      }),
      parameters,
    )
  })

  it('CS2 event by event in the journal’s order comes to the same as all at once', () => {
    fc.assert(
      fc.property(stepsArbitrary, (steps) => {
        const ordered = [...runOffice(steps).events].sort(compareEvents)
        let state: CaseState | undefined
        for (const event of ordered) {
          if (state !== undefined) expect(isNext(state, event)).toBe(true)
          state = evolve(state, event)
          expect(state === undefined ? undefined : evolve(state, event)).toBe(state)
        }
        expect(state).toEqual(foldCase(ordered))
      }),
      parameters,
    )
  })

  it('CS2 every desk that has all events shows the same case; a department shows the same whichever way its part came', () => {
    fc.assert(
      fc.property(stepsArbitrary, (steps) => {
        const { desks, caseId, events } = runOffice(steps)
        sync(...desks)
        const whole = foldCase(events)
        for (const desk of desks) {
          const { actor } = desk
          const own = actor.role === 'department' ? foldCase(events.filter((event) => event.department === actor.department)) : whole
          expect(desk.find(caseId)).toEqual(own)
        }
      }),
      parameters,
    )
  })
})

describe('CS3 what follows from the order and the parents', () => {
  it('CS3 heads and concurrency told by the state agree with those told by the events', () => {
    fc.assert(
      fc.property(stepsArbitrary, (steps) => {
        const { events } = runOffice(steps)
        const state = foldCase(events)
        if (state === undefined) return
        expect([...state.heads].sort()).toEqual([...headsOf(events)].sort())
        for (const a of events.slice(0, 6)) {
          for (const b of events.slice(-6)) expect(areConcurrent(state.history, a._id, b._id)).toBe(concurrent(a._id, b._id, events))
        }
      }),
      { seed, numRuns },
    )
  })

  it('CS3 a department tells who saw what as well as the whole journal does', () => {
    fc.assert(
      fc.property(stepsArbitrary, (steps) => {
        const { desks, events } = runOffice(steps)
        for (const { actor } of desks) {
          if (actor.role !== 'department') continue
          const own = events.filter((event) => event.department === actor.department)
          for (const a of own) for (const b of own) expect(concurrent(a._id, b._id, own)).toBe(concurrent(a._id, b._id, events))
        }
      }),
      { seed, numRuns },
    )
  })
})

describe('CS6 no words are lost', () => {
  it('CS6 every answer that was accepted and not erased is found in the case, whatever followed', () => {
    fc.assert(
      fc.property(stepsArbitrary, (steps) => {
        const { events, answers } = runOffice(steps)
        const state = foldCase(events)
        const erased = new Set(state?.erasures.flatMap((erasure) => erasure.erased))
        const shown = new Map((state === undefined ? [] : allAnswers(state)).map((version) => [version.event, version.text]))
        for (const [event, text] of answers) expect(shown.get(event)).toBe(erased.has(event) ? null : text)
      }),
      parameters,
    )
  })

  it('CS6 nothing that anybody wrote is lost: remarks, notes, reasons, comments, postings, whatever followed', () => {
    fc.assert(
      fc.property(stepsArbitrary, (steps) => {
        const { events } = runOffice(steps)
        const state = foldCase(events)
        const erased = new Set(state?.erasures.flatMap((erasure) => erasure.erased))
        const shown = JSON.stringify(state)
        const lost = events
          .filter(({ _id }) => !erased.has(_id))
          // A forwarding repeats the author's words; where an act erased them from the message they do not come back.
          .flatMap((event) => wordsIn(event.type === 'MessageForwarded' ? event.personal?.note : event.personal).filter((words) => !shown.includes(JSON.stringify(words))).map((words) => [event.type, words]))
        expect(lost).toEqual([])
      }),
      parameters,
    )
  })

  it('CS24 erased words are nowhere in the case, though the events still carry them', () => {
    fc.assert(
      fc.property(stepsArbitrary, (steps) => {
        const { events } = runOffice(steps)
        const state = foldCase(events)
        const erased = new Set(state?.erasures.flatMap((erasure) => erasure.erased))
        const shown = JSON.stringify(state)
        const kept = JSON.stringify(events.filter((event) => !erased.has(event._id)).map((event) => event.personal))
        for (const event of events.filter(({ _id }) => erased.has(_id))) {
          for (const words of Object.values(event.personal ?? {})) {
            if (typeof words === 'string' && words.startsWith('слова') && !kept.includes(JSON.stringify(words))) {
              expect(shown.includes(JSON.stringify(words))).toBe(false)
            }
          }
        }
      }),
      parameters,
    )
  })
})

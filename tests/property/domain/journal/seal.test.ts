import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventTypes, type JournalEvent } from '../../../../shared/domain/journal/event'
import { parseEvent } from '../../../../shared/domain/journal/parse'
import { linkOf, verifyChain } from '../../../../shared/domain/journal/chain'
import { verify, type StoredEvent } from '../../../../shared/domain/journal/seal'
import { runOffice, stepsArbitrary } from '../../../support/officeRun'

const seed = Number(process.env['FC_SEED'] ?? 24112026)
const numRuns = Number(process.env['FC_RUNS'] ?? 60)
console.log(`seal: FC_SEED=${seed} FC_RUNS=${numRuns}`)

const stored = (event: JournalEvent): StoredEvent => JSON.parse(JSON.stringify(event)) as StoredEvent

type Path = readonly (string | number)[]

/** Every place in a document, containers too. */
function placesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const within = Object.entries(value).flatMap(([key, member]) => placesOf(member, [...path, Array.isArray(value) ? Number(key) : key]))
  return path.length === 0 ? within : [path, ...within]
}

/** The document with one place changed: another value, or the place taken out. */
function tampered(document: StoredEvent, path: Path, how: 'change' | 'remove' | 'add'): unknown {
  const copy = structuredClone(document) as unknown
  let holder = copy as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>
  const key = path.at(-1) as string | number
  const value = holder[key]
  if (how === 'remove') {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
  } else if (Array.isArray(value)) {
    value.push('x')
  } else if (typeof value === 'object' && value !== null && how === 'add') {
    ;(value as Record<string, unknown>)['added'] = 1
  } else {
    holder[key] = typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value.slice(0, -1)}${value.endsWith('a') ? 'b' : 'a'}` : 'x'
  }
  return copy
}

const ways = fc.constantFrom('change' as const, 'remove' as const, 'add' as const)
const attemptsArbitrary = fc.array(fc.tuple(fc.nat(), fc.nat(), ways), { minLength: 20, maxLength: 20 })

describe('JR4 a sealed event', () => {
  it('JR4 is read back as it was, and verifies; every kind of event occurs', () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(stepsArbitrary, (steps) => {
        for (const event of runOffice(steps).events) {
          met.add(event.type)
          const document = stored(event)
          expect(verify(document)).toEqual({ ok: true, value: document })
          expect(parseEvent(document)).toEqual({ ok: true, value: { known: event } })
        }
      }),
      { seed, numRuns: numRuns * 2 },
    )
    expect(eventTypes.filter((type) => !met.has(type))).toEqual([])
  })

  it('JR4 with any single place changed, taken out or added to is found out', () => {
    fc.assert(
      fc.property(stepsArbitrary, attemptsArbitrary, (steps, attempts) => {
        const { events } = runOffice(steps)
        for (const [which, where, how] of attempts) {
          const document = stored(events[which % events.length] as JournalEvent)
          // Taking the words out whole is what an erasure does; that leaves no trace by design (JR3).
          const places = placesOf(document).filter((path) => !(how === 'remove' && path.length === 1 && path[0] === 'personal'))
          const path = places[where % places.length] as Path
          const changed = tampered(document, path, how) as StoredEvent
          // What is no event any more is stopped at the door; whatever passes it, the seal tells.
          expect({ path, passes: parseEvent(changed).ok && verify(changed).ok }).toEqual({ path, passes: false })
        }
      }),
      { seed, numRuns },
    )
  })

  it('JR7 in every desk’s chain, whatever was exchanged; one event less is a gap', () => {
    fc.assert(
      fc.property(stepsArbitrary, fc.nat(), (steps, which) => {
        for (const desk of runOffice(steps).desks) {
          const own = [...desk.events.values()].filter((event) => event.device === desk.device).map(stored)
          expect(verifyChain(own.map(linkOf))).toEqual([])
          const missing = which % Math.max(own.length - 1, 1)
          const rest = own.filter((_, place) => place !== missing)
          if (own.length > 1) expect(verifyChain(rest.map(linkOf)).map(({ kind }) => kind)).toEqual(['gap'])
        }
      }),
      { seed, numRuns },
    )
  })
})

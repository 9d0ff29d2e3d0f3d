import { IDBKeyRange } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { StorageFailure } from '../../../renderer/application/storageFailure'
import { writingThrough, type AnyStorage } from '../../../renderer/data/watchedStorage'
import { openStore, type Store } from '../../../renderer/data/store'
import type * as evolving from '../../../shared/domain/case/evolve'
import { foldCase } from '../../../shared/domain/case/evolve'
import type { JournalEvent, NewEvent } from '../../../shared/domain/journal/event'
import type { CaseId, DeviceId } from '../../../shared/domain/journal/ids'
import { chainStart, seal } from '../../../shared/domain/journal/seal'
import { bigJournal } from '../../support/bigProfile'
import { operator } from '../../support/journal'
import { mortal } from '../../support/mortalStorage'
import { aComputer, tuesdayMorning, type Computer } from '../../support/profile'
import { randomFrom } from '../../support/words'

/** The case whose next folding fails, once, as by a bug. */
const bug = vi.hoisted<{ once: string | undefined }>(() => ({ once: undefined }))
vi.mock('../../../shared/domain/case/evolve', async (original) => {
  const real = await original<typeof evolving>()
  const foldCase: typeof real.foldCase = (events) => {
    if (bug.once === undefined || events[0]?.caseId !== bug.once) return real.foldCase(events)
    bug.once = undefined
    throw new TypeError('a bug in the fold')
  }
  return { ...real, foldCase }
})

const journal = [...bigJournal(300, tuesdayMorning)].flat()
const cases = new Set(journal.map(({ caseId }) => caseId)).size

/** As a server with several shards tells them: a case's events near each other, and many in two pages. */
function inPages(size: number, seed: number): readonly (readonly JournalEvent[])[] {
  const random = randomFrom(seed)
  const drifted = journal.map((event, place) => ({ event, at: place + random() * size })).sort((a, b) => a.at - b.at)
  const pages: JournalEvent[][] = []
  for (let from = 0; from < drifted.length; from += size) pages.push(drifted.slice(from, from + size).map(({ event }) => event))
  return pages
}

let running: Store[] = []
afterEach(async () => {
  for (const store of running) await store.close()
  running = []
})
async function open(computer: Computer, wrap?: (storage: AnyStorage) => AnyStorage): Promise<Store> {
  const store = await openStore({ name: computer.name, indexedDB: computer.disk, keyRange: IDBKeyRange, clock: computer.clock, chance: computer.chance, ...(wrap === undefined ? {} : { wrap }) })
  running.push(store)
  await store.begin(() => Promise.resolve())
  return store
}
async function close(store: Store): Promise<void> {
  running = running.filter((other) => other !== store)
  await store.close()
}
async function take(store: Store, pages: readonly (readonly JournalEvent[])[]): Promise<void> {
  for (const [place, page] of pages.entries()) await store.replica.append(page, place < pages.length - 1)
}
const whole = { events: journal.length, mendedCases: 0, findings: [], chains: [], cancelled: false }
const archived = async (store: Store) => (await store.cases.closedMonths()).reduce((sum, { count }) => sum + count, 0) + store.cases.openCases().length

/** A disk that refuses what `refuses` says of one collection, and takes all else. */
const refusing =
  (collection: string, refuses: (rows: readonly { readonly previous?: unknown }[]) => boolean) =>
  (storage: AnyStorage): AnyStorage =>
    writingThrough(storage, (write, of) => async (rows, context) => {
      if (of === collection && refuses(rows)) throw new DOMException('busy', 'UnknownError')
      return await write(rows, context)
    })

let further = 0
const after = (of: JournalEvent | undefined, decided: NewEvent): JournalEvent => {
  if (of === undefined) throw new Error('an empty page')
  further += 1
  return seal(decided, { caseId: of.caseId, at: tuesdayMorning, actor: operator, device: `d${String(further).padStart(16, '0')}` as DeviceId, deviceSeq: 1, prevHash: chainStart, lamport: of.lamport + 1, parents: [of._id], salt: `salt${further}` })
}

describe('SY22 pages of a first pull', () => {
  it('leave the same cases as if all had come at once, whatever page a case is cut by', async () => {
    for (const seed of [1, 2, 3]) {
      const store = await open(aComputer())
      await take(store, inPages(80, seed))
      expect(await store.checkJournal(), `seed ${seed}`).toEqual(whole)
      expect(await archived(store)).toBe(cases)
      await close(store)
    }
  })

  it('are folded before anybody else has the journal', async () => {
    const store = await open(aComputer())
    const pages = inPages(80, 4)
    await store.replica.append(pages[0] ?? [], true)
    const of = pages[0]?.[0]
    if (of === undefined) throw new Error('an empty page')
    const note = after(of, { type: 'NoteAdded', payload: {}, personal: { text: 'позвонили' } })
    await store.journal.append([note])
    expect(await archived(store)).toBe(await toldOf(store))
    await take(store, pages)
    expect((await store.cases.get(of.caseId))?.notes.map(({ text }) => text)).toContain('позвонили')
    expect(await store.checkJournal()).toEqual({ ...whole, events: journal.length + 1 })
  })

  it('tell those who send of what is written here, and of themselves once', async () => {
    const store = await open(aComputer())
    let told = 0
    store.replica.onStored(() => void told++)
    await take(store, inPages(60, 5))
    await store.replica.settled()
    expect(told).toBe(1)
  })

  it('are folded and told of once they are settled, also where the last brings nothing new', async () => {
    const store = await open(aComputer())
    let told = 0
    let folded = 0
    store.replica.onStored(() => void told++)
    store.cases.watchChanges((states) => void (folded += states.length))
    await store.replica.append(journal, true)
    await store.replica.append(journal.slice(-20), false)
    await store.replica.settled()
    expect({ told, folded }).toEqual({ told: 1, folded: cases })
  })

  it('of which one meets a bug leave its case behind until the next turn, and whoever brings them is told, nobody else', async () => {
    const store = await open(aComputer())
    const [first = [], ...others] = inPages(80, 8)
    bug.once = first[0]?.caseId
    await store.replica.append(first, true)
    await store.journal.append([after(first[0], { type: 'NoteAdded', payload: {}, personal: { text: 'позвонили' } })])
    expect(await archived(store)).toBe(await toldOf(store))
    await expect(store.replica.append(others[0] ?? [], true)).rejects.toThrow('a bug in the fold')
    await take(store, others)
    expect(await store.checkJournal()).toEqual({ ...whole, events: journal.length + 1 })
  })

  it('are whole at the next start when one met a bug and the program was closed', async () => {
    const computer = aComputer()
    const store = await open(computer)
    const [first = []] = inPages(80, 9)
    bug.once = first[0]?.caseId
    await store.replica.append(first, true)
    await close(store)
    const again = await open(computer)
    expect(await archived(again)).toBe(await toldOf(again))
    expect((await again.checkJournal()).mendedCases).toBe(0)
  })

  it('whose erasure the disk does not take at once are made up for, though nobody comes any more', async () => {
    let left = 1
    const store = await open(aComputer(), refusing('events', (rows) => rows.some(({ previous }) => previous !== undefined) && left-- > 0))
    const [of] = journal
    if (of === undefined) throw new Error('an empty journal')
    await store.replica.append(journal.slice(0, 50), false)
    await store.replica.append([after(of, { type: 'PersonalDataErased', payload: { act: 'Акт 1', erased: [of._id] }, personal: {} })], true)
    const words = async () => {
      for await (const page of store.journal.pages(500)) for (const { id, json } of page) if (id === of._id) return json.includes('"personal"')
      return undefined
    }
    await expect.poll(words, { timeout: 10_000 }).toBe(false)
    expect(left).toBeLessThan(1)
  })

  it('that are offered once more change nothing', async () => {
    const store = await open(aComputer())
    await take(store, inPages(80, 6))
    for (const page of inPages(200, 7)) expect(await store.replica.append(page, true)).toEqual({ added: 0, upTo: journal.length })
    expect(await store.checkJournal()).toEqual(whole)
  })

  it('are all there after a kill at any write, once they were offered again', async () => {
    for (let at = 1; at <= 11; at++) {
      const computer = aComputer()
      const disk = mortal()
      const dying = await open(computer, disk.wrap)
      disk.appoint({ at, stored: at % 2 === 0 })
      await take(dying, inPages(80, at)).catch((failure: unknown) => expect(failure).toBeInstanceOf(StorageFailure))
      await close(dying)
      const store = await open(computer)
      const there = await toldOf(store)
      expect(await archived(store), `killed at ${at}`).toBe(there)
      expect((await store.checkJournal()).mendedCases).toBe(0)
      await take(store, inPages(80, at))
      expect(await store.checkJournal(), `killed at ${at}, ${there} cases before`).toEqual(whole)
      expect(await archived(store)).toBe(cases)
      await close(store)
    }
  })

  it('whose cases the disk does not take for a while are folded all the same', async () => {
    for (const times of [1, 2, 3]) {
      const computer = aComputer()
      let left = times
      const store = await open(computer, refusing('cases', () => left-- > 0))
      await take(store, inPages(80, times))
      expect(await store.checkJournal()).toEqual(whole)
      await close(store)
      const again = await open(computer)
      expect(await archived(again)).toBe(cases)
      expect(await again.checkJournal()).toEqual(whole)
      await close(again)
    }
  })
})

/** How many cases can be told of by what is stored: not those of which neither the message nor a forwarding is here. */
async function toldOf(store: Store): Promise<number> {
  const stored = new Set<string>()
  for await (const page of store.journal.pages(500)) for (const { id } of page) stored.add(id)
  const byCase = new Map<CaseId, JournalEvent[]>()
  for (const event of journal) if (stored.has(event._id)) byCase.set(event.caseId, [...(byCase.get(event.caseId) ?? []), event])
  return [...byCase.values()].filter((events) => foldCase(events) !== undefined).length
}

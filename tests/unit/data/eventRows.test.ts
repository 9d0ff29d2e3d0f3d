import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../renderer/data/database'
import { EventRows } from '../../../renderer/data/eventRows'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import type { CaseId, DeviceId, EventId } from '../../../shared/domain/journal/ids'
import { chainStart, seal, type StoredEvent } from '../../../shared/domain/journal/seal'
import { instant } from '../../../shared/domain/time'
import { randomFrom } from '../../support/words'
import { operator } from '../../support/journal'

const cases = [1, 2, 3].map((number) => caseIdFor('vk', `wall-900000001_${number}`))
let made = 0
function noteOn(caseId: CaseId): StoredEvent {
  made += 1
  return seal(
    { type: 'NoteAdded', payload: {}, personal: { text: `${made}` } },
    { caseId, at: instant(made), actor: operator, device: 'd0123456789abcdef' as DeviceId, deviceSeq: made, prevHash: chainStart, lamport: made, parents: [], salt: `${made}` },
  )
}

let open: Database | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})
async function anEmptyJournal(): Promise<EventRows> {
  open = await openDatabase({ name: 'rows', indexedDB: new IDBFactory(), keyRange: IDBKeyRange })
  return new EventRows(open.collections.events)
}
const sheavesOnDisk = async () => (await open?.collections.events.find().exec())?.map((sheaf) => sheaf.toJSON()) ?? []

describe('the journal’s rows', () => {
  it('lie in a sheaf for each case and each storing, numbered without a gap', async () => {
    const rows = await anEmptyJournal()
    const [a, b] = cases as [CaseId, CaseId]
    const [a1, b1, a2, a3] = [noteOn(a), noteOn(b), noteOn(a), noteOn(a)]
    const stored = await rows.insert([a1, b1, a2], 1)
    expect(stored.map(({ id, localSeq }) => [id, localSeq])).toEqual([[a1._id, 1], [a2._id, 2], [b1._id, 3]])
    await rows.insert([a3], 4)
    expect((await sheavesOnDisk()).map(({ events, lastSeq }) => [events.length, lastSeq]).sort()).toEqual([[1, 3], [1, 4], [2, 2]])
    expect((await rows.ofCase(a)).map(({ id }) => id)).toEqual([a1._id, a2._id, a3._id])
    expect((await rows.ofCase(a)).map(({ json }) => JSON.parse(json) as unknown)).toEqual([a1, a2, a3])
  })

  it('are found from any place on, in the middle of a sheaf too, as many as are asked for', async () => {
    const rows = await anEmptyJournal()
    const random = randomFrom(7)
    let next = 1
    for (let round = 0; round < 12; round++) {
      const events = Array.from({ length: 1 + Math.floor(random() * 6) }, () => noteOn(cases[Math.floor(random() * cases.length)] as CaseId))
      next += (await rows.insert(events, next)).length
    }
    const all = await rows.after(0, 1000)
    expect(all.map(({ localSeq }) => localSeq)).toEqual(Array.from({ length: next - 1 }, (_, place) => place + 1))
    for (let from = 0; from < next; from++) for (const limit of [1, 2, 3, 1000]) expect(await rows.after(from, limit)).toEqual(all.slice(from, from + limit))
  })

  it('come by case, and the last page says that it is the last', async () => {
    const rows = await anEmptyJournal()
    let next = 1
    for (const caseId of [...cases, ...cases]) next += (await rows.insert([noteOn(caseId), noteOn(caseId)], next)).length
    const sorted = [...cases].sort()
    const page = await rows.byCaseAfter('', 4)
    expect(page.ended).toBe(false)
    expect([...new Set(page.rows.map(({ caseId }) => caseId))]).toEqual(sorted.slice(0, 2))
    const rest = await rows.byCaseAfter(sorted[1] as CaseId, 4)
    expect(rest.ended).toBe(true)
    expect(rest.rows.map(({ caseId }) => caseId)).toEqual(Array.from({ length: 4 }, () => sorted[2]))
  })

  it('of several cases come at once, and none of another case', async () => {
    const rows = await anEmptyJournal()
    const [a, b, c] = cases as [CaseId, CaseId, CaseId]
    const [a1, b1, a2] = [noteOn(a), noteOn(b), noteOn(a)]
    await rows.insert([a1, b1], 1)
    await rows.insert([a2, noteOn(c)], 3)
    expect(new Set((await rows.ofCases([a, b])).map(({ id }) => id))).toEqual(new Set([a1._id, a2._id, b1._id]))
    expect(await rows.ofCases([caseIdFor('vk', 'wall-900000001_4')])).toEqual([])
    expect(await rows.ofCases([])).toEqual([])
  })

  it('are rewritten alone, whatever else lies in their sheaf', async () => {
    const rows = await anEmptyJournal()
    const [a] = cases as [CaseId]
    const [first, second, third] = [noteOn(a), noteOn(a), noteOn(a)]
    await rows.insert([first, second], 1)
    await rows.insert([third], 3)
    await rows.rewrite(new Map<EventId, string>([[second._id, 'two'], [third._id, 'three']]))
    expect((await rows.ofCase(a)).map(({ id, json }) => [id, json])).toEqual([[first._id, JSON.stringify(first)], [second._id, 'two'], [third._id, 'three']])
  })
})

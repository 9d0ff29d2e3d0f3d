import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../renderer/data/database'
import { migrations, schemas, type CollectionName, type Migrations } from '../../../renderer/data/schemas'
import type { StorageFailure } from '../../../renderer/application/storageFailure'
import { EventRows } from '../../../renderer/data/eventRows'
import { bigJournal } from '../../support/bigProfile'
import { mortal } from '../../support/mortalStorage'
import { aComputer, start, tuesdayMorning } from '../../support/profile'

/** What a program of an older version left on disk: its shapes and its documents, never to be changed. */
interface Left {
  readonly schemas: typeof schemas
  readonly documents: { readonly [N in CollectionName]: readonly Record<string, unknown>[] }
}
const leftBy = (version: string): Left => JSON.parse(readFileSync(new URL(`fixtures/${version}.json`, import.meta.url), 'utf8')) as Left

async function lay(disk: IDBFactory, name: string, left: Left): Promise<void> {
  const database = await openDatabase({ name, indexedDB: disk, keyRange: IDBKeyRange, shapes: { schemas: left.schemas, migrations: {} } })
  for (const [collection, documents] of Object.entries(left.documents)) await database.collections[collection as CollectionName].bulkInsert(documents as never)
  await database.close()
}

const nextDrafts = { ...schemas.drafts, version: schemas.drafts.version + 1, properties: { ...schemas.drafts.properties, role: { type: 'string' } }, required: [...(schemas.drafts.required ?? []), 'role'] }
const nextEvents = { ...schemas.events, version: schemas.events.version + 1 }
const next = {
  schemas: { ...schemas, drafts: nextDrafts, events: nextEvents } as unknown as typeof schemas,
  migrations: {
    ...migrations,
    drafts: { ...migrations.drafts, [nextDrafts.version]: (row) => ({ ...row, role: 'operator' }) },
    events: { ...migrations.events, [nextEvents.version]: (row) => row },
  } satisfies Migrations,
}
/**
 * The storage library leaves a failure to write its own bookkeeping of a migration to nobody; the program learns of the same
 * failure by `watchedStorage`. All other unhandled rejections are still the test runner's.
 */
function deafTo(message: string): () => void {
  const runners = process.listeners('unhandledRejection')
  const own = (reason: unknown, promise: Promise<unknown>) => {
    if (reason instanceof DOMException && reason.message === message) return
    for (const listener of runners) listener(reason, promise)
  }
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', own)
  return () => {
    process.off('unhandledRejection', own)
    for (const listener of runners) process.on('unhandledRejection', listener)
  }
}

const rowsOf = async (database: Database, name: CollectionName) => (await database.collections[name].find().exec()).map((row) => row.toMutableJSON() as unknown as Record<string, unknown>)

describe('data of an earlier version', () => {
  it('of the first version open in this program, whole', async () => {
    const computer = aComputer()
    await lay(computer.disk, computer.name, leftBy('v0'))
    const app = await start(computer)
    expect(app.firstRun.get()).toBe('alone')
    expect(app.office.get().name).toBe('Администрация района')
    expect(app.openCases.get().map((state) => state.stage).sort()).toEqual(['department', 'triage'])
    expect(await app.cases.closedMonths()).toEqual([{ month: '2026-11', count: 1 }])
    expect(await app.drafts.load('paste')).toBe('недописанное')
    expect(await app.checkJournal()).toMatchObject({ findings: [], chains: [] })
    await app.close()
  })

  it('is brought to a later shape in place, document by document', async () => {
    const disk = new IDBFactory()
    const left = leftBy('v0')
    await lay(disk, 'growing', left)
    const seen: string[] = []
    const database = await openDatabase({ name: 'growing', indexedDB: disk, keyRange: IDBKeyRange, shapes: next, onMigration: (collection) => seen.push(collection) })
    expect(await rowsOf(database, 'drafts')).toEqual(left.documents.drafts.map((row) => ({ ...row, role: 'operator' })))
    expect(await rowsOf(database, 'events')).toEqual(expect.arrayContaining(left.documents.events.map(({ id, device, deviceSeq, localSeq, json }) => ({ id, lastSeq: localSeq, events: [{ id, device, deviceSeq, json }] }))))
    expect(await rowsOf(database, 'events')).toHaveLength(left.documents.events.length)
    expect(new Set(seen)).toEqual(new Set(['drafts', 'events']))
    await database.close()
  })

  it('goes on being brought there after a kill in the middle', async () => {
    const left = leftBy('v0')
    const heard = deafTo('the disk is gone')
    for (const at of [1, 2, 3, 4, 6, 8, 11]) {
      const disk = new IDBFactory()
      const name = `cut${at}`
      await lay(disk, name, left)
      const dying = mortal()
      dying.appoint({ at, stored: at % 2 === 0 })
      const options = { name, indexedDB: disk, keyRange: IDBKeyRange, shapes: next }
      await openDatabase({ ...options, wrap: dying.wrap }).then(
        (database) => database.close(),
        () => undefined,
      )
      const database = await openDatabase(options)
      expect((await rowsOf(database, 'drafts')).map((row) => [row['text'], row['role']])).toEqual(left.documents.drafts.map((row) => [row['text'], 'operator']))
      expect(await rowsOf(database, 'events')).toHaveLength(left.documents.events.length)
      await database.close()
    }
    heard()
  })

  it('of the first version have every event in a sheaf afterwards, byte for byte, whatever write the program was killed at', async () => {
    const journal = [...bigJournal(120, tuesdayMorning)].flat()
    const rows = journal.map((event, place) => ({ id: event._id, caseId: event.caseId, device: event.device, deviceSeq: event.deviceSeq, localSeq: place + 1, json: JSON.stringify(event) }))
    const heard = deafTo('the disk is gone')
    for (const at of [1, 2, 3, 4, 6, 8]) {
      const disk = new IDBFactory()
      const name = `sheaves${at}`
      await lay(disk, name, { ...leftBy('v0'), documents: { ...leftBy('v0').documents, events: rows } })
      const dying = mortal()
      dying.appoint({ at, stored: at % 2 === 0 })
      await openDatabase({ name, indexedDB: disk, keyRange: IDBKeyRange, wrap: dying.wrap }).then(
        (database) => database.close(),
        () => undefined,
      )
      const database = await openDatabase({ name, indexedDB: disk, keyRange: IDBKeyRange })
      const found = await new EventRows(database.collections.events).after(0, 1000)
      expect(found.map(({ id, caseId, device, deviceSeq, localSeq, json }) => ({ id, caseId, device, deviceSeq, localSeq, json })), `killed at ${at}`).toEqual(rows)
      await database.close()
    }
    heard()
  })

  it('of a later program is not opened as an empty office', async () => {
    const disk = new IDBFactory()
    const later = await openDatabase({ name: 'later', indexedDB: disk, keyRange: IDBKeyRange, shapes: next })
    await later.close()
    const refusal = openDatabase({ name: 'later', indexedDB: disk, keyRange: IDBKeyRange })
    await expect(refusal).rejects.toMatchObject({ name: 'StorageFailure', trouble: 'newer' } satisfies Partial<StorageFailure>)
  })
})

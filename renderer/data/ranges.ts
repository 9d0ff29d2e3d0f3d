import type { RxCollection } from 'rxdb/plugins/core'
import { StorageFailure } from '../application/storageFailure'
import { onDisk } from './failure'

interface Rows {
  limit(count: number): Rows
  toArray(): Promise<unknown[]>
}

interface Table {
  readonly name: string
  readonly db: { backendDB(): IDBDatabase | null }
  where(index: string): { between(from: unknown[], to: unknown[], includeFrom: boolean, includeTo: boolean): Rows }
}

/** What the Dexie storage of RxDB keeps for a collection, as far as it is used here. */
interface Storage {
  readonly internals: Promise<{ readonly dexieTable: Table }>
  readonly settings: { readonly IDBKeyRange?: typeof IDBKeyRange }
}

/** IndexedDB's order of keys: lists come after everything else. */
const afterAll: readonly unknown[] = [[]]

export interface Range {
  /** Fields of one of the schema's indexes, in its order. */
  readonly index: readonly string[]
  /** Bounds of the first fields, both included; a shorter bound takes in everything that begins so. */
  readonly from: readonly (string | number)[]
  readonly to: readonly (string | number)[]
  readonly limit?: number | undefined
}

/**
 * Rows of one ascending range of an index, in its order, read in one piece. RxDB's own query moves a cursor from row to row, each
 * with a turn of the event loop: twenty times slower for a month of the archive. Only for reading: writes and their order stay RxDB's.
 */
export async function readRange<R>(collection: RxCollection<R>, { index, from, to, limit }: Range): Promise<readonly R[]> {
  return await onDisk(async () => {
    const { dexieTable } = await storageOf(collection).internals
    const rows = dexieTable.where(nameOf(collection, index)).between(['0', ...from], ['0', ...to, afterAll], true, true)
    return (await (limit === undefined ? rows : rows.limit(limit)).toArray()) as readonly R[]
  })
}

/** All rows of many ranges of one index, range after range. Asked of the disk at once: a hundred questions through Dexie take longer than their answers. */
export async function readRanges<R>(collection: RxCollection<R>, index: readonly string[], ranges: readonly Pick<Range, 'from' | 'to'>[]): Promise<readonly R[]> {
  if (ranges.length === 0) return []
  return await onDisk(async () => {
    const keys = storageOf(collection).settings.IDBKeyRange ?? IDBKeyRange
    const rows = (await openedStore(collection)).index(nameOf(collection, index))
    const found = await Promise.all(ranges.map(({ from, to }) => answerTo(rows.getAll(keys.bound(['0', ...from], ['0', ...to, afterAll])))))
    return found.flat() as readonly R[]
  })
}

/** Every primary key, also of what was removed. */
export async function readKeys<R>(collection: RxCollection<R>): Promise<readonly string[]> {
  return await onDisk(async () => (await answerTo((await openedStore(collection)).getAllKeys())).map(String))
}

async function openedStore<R>(collection: RxCollection<R>): Promise<IDBObjectStore> {
  const { dexieTable } = await storageOf(collection).internals
  const disk = dexieTable.db.backendDB()
  if (disk === null) throw new StorageFailure('closed', collection.name)
  return disk.transaction(dexieTable.name, 'readonly').objectStore(dexieTable.name)
}

const answerTo = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new DOMException('no reason given', 'UnknownError'))
  })

const storageOf = <R>(collection: RxCollection<R>): Storage => collection.internalStorageInstance as unknown as Storage

/** RxDB puts the mark of removed rows before each index and the primary key after it. */
const nameOf = <R>(collection: RxCollection<R>, index: readonly string[]): string => `[${['_deleted', ...index, collection.schema.primaryPath].join('+')}]`

import type { RxCollection } from 'rxdb/plugins/core'
import { onDisk } from './failure'

interface Rows {
  limit(count: number): Rows
  toArray(): Promise<unknown[]>
}

interface Table {
  readonly db: { transaction<T>(mode: 'r', table: Table, work: () => Promise<T>): Promise<T> }
  where(index: string): { between(from: unknown[], to: unknown[], includeFrom: boolean, includeTo: boolean): Rows }
}

/** What the Dexie storage of RxDB keeps open for a collection, as far as it is used here. */
interface Internals {
  readonly dexieTable: Table
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
export async function readRange<R>(collection: RxCollection<R>, range: Range): Promise<readonly R[]> {
  return await onDisk(async () => await read(collection, await tableOf(collection), range))
}

/** Of many ranges, one after another, read in one transaction: each of its own costs a hundred times as much as an empty range. */
export async function readRanges<R>(collection: RxCollection<R>, ranges: readonly Range[]): Promise<readonly R[]> {
  return await onDisk(async () => {
    const table = await tableOf(collection)
    const found = await table.db.transaction('r', table, () => Promise.all(ranges.map((range) => read(collection, table, range))))
    return found.flat()
  })
}

const tableOf = async <R>(collection: RxCollection<R>): Promise<Table> => ((await collection.internalStorageInstance.internals) as Internals).dexieTable

async function read<R>(collection: RxCollection<R>, table: Table, { index, from, to, limit }: Range): Promise<readonly R[]> {
  // RxDB puts the mark of removed rows before each index and the primary key after it.
  const name = `[${['_deleted', ...index, collection.schema.primaryPath].join('+')}]`
  const rows = table.where(name).between(['0', ...from], ['0', ...to, afterAll], true, true)
  return (await (limit === undefined ? rows : rows.limit(limit)).toArray()) as readonly R[]
}

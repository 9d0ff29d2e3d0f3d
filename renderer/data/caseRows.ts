import type { RxCollection } from 'rxdb/plugins/core'
import type { CaseState } from '../../shared/domain/case/caseState'
import { endOf } from '../../shared/domain/case/standing'
import type { CaseId } from '../../shared/domain/journal/ids'
import type { Instant } from '../../shared/domain/time'
import { onDisk } from './failure'
import { KnownKeys } from './knownKeys'
import { documentsOf, putDocuments } from './manyDocuments'
import { readRange } from './ranges'
import { latest, type CaseRow } from './schemas'

/**
 * The version of the fold whose states are on disk. Raise it when `foldCase` or CaseState changes: open cases are then
 * refolded before the first list is shown, closed ones in the background and whenever one is read.
 */
export const foldVersion = 2

/** YYYY-MM of an instant by the office's wall clock. */
export type MonthOf = (at: Instant) => string

export const openBucket = 'open'
const byBucket = ['bucket', 'order']
/** Events whose case cannot be told yet: neither the message nor a forwarding of it is here. Sorts after the months and `open`. */
const waitingBucket = 'waiting'

const rowOf = (state: CaseState, monthOf: MonthOf): CaseRow => {
  const closedAt = endOf(state)
  return {
    id: state.id,
    bucket: closedAt === undefined ? openBucket : monthOf(closedAt),
    order: latest - (closedAt ?? state.message.placedAt),
    foldVersion,
    json: JSON.stringify(state),
  }
}

const waitingRow = (id: CaseId): CaseRow => ({ id, bucket: waitingBucket, order: 0, foldVersion, json: 'null' })

/** A state as stored, or why it has to be folded anew. */
export type StoredCase = { readonly id: CaseId; readonly state: CaseState } | { readonly id: CaseId; readonly stale: true }

const read = (row: CaseRow): StoredCase => {
  const id = row.id as CaseId
  if (row.foldVersion !== foldVersion) return { id, stale: true }
  try {
    const state = JSON.parse(row.json) as CaseState | null
    return state === null ? { id, stale: true } : { id, state }
  } catch (failure) {
    // Altered on disk: the events still tell the case.
    if (failure instanceof SyntaxError) return { id, stale: true }
    throw failure
  }
}

/** The folds of all cases on disk; the journal's shadow. */
export class CaseRows {
  private readonly keys: KnownKeys<CaseRow>

  constructor(
    private readonly rows: RxCollection<CaseRow>,
    private readonly monthOf: MonthOf,
  ) {
    this.keys = new KnownKeys(rows, (id) => id)
  }

  async get(id: CaseId): Promise<StoredCase | undefined> {
    const row = await onDisk(() => this.rows.findOne(id).exec())
    return row === null ? undefined : read(row)
  }

  async getMany(ids: readonly CaseId[]): Promise<readonly StoredCase[]> {
    return [...(await documentsOf(this.rows, ids)).values()].map(read)
  }

  /** All of one bucket, latest first. */
  async bucket(bucket: string): Promise<readonly StoredCase[]> {
    const rows = await readRange(this.rows, { index: byBucket, from: [bucket], to: [bucket] })
    return rows.map(read)
  }

  /** Months that have closed cases with their counts, latest first. Jumps from month to month along the index. */
  async months(): Promise<readonly { readonly month: string; readonly count: number }[]> {
    const found: { month: string; count: number }[] = []
    for (let after = ''; ; ) {
      const [next] = await readRange(this.rows, { index: byBucket, from: [after, Infinity], to: [openBucket, -1], limit: 1 })
      // The bound takes in the open bucket's beginning only.
      if (next === undefined || next.bucket === openBucket) return found.reverse()
      const month = next.bucket
      found.push({ month, count: await onDisk(() => this.rows.count({ selector: { bucket: { $eq: month } } }).exec()) })
      after = month
    }
  }

  /** Writes the folds, new ones and changed ones, in one transaction. */
  async put(states: readonly CaseState[], waiting: readonly CaseId[] = []): Promise<void> {
    const rows = [...states.map((state) => rowOf(state, this.monthOf)), ...waiting.map(waitingRow)]
    const stored = await documentsOf(this.rows, await this.keys.among(rows.map(({ id }) => id)))
    this.keys.add(rows.map(({ id }) => id))
    await putDocuments(this.rows, rows, stored)
  }
}

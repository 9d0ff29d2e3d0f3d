import type { RxCollection } from 'rxdb/plugins/core'
import type { CaseId, DeviceId, EventId } from '../../shared/domain/journal/ids'
import { onDisk } from './failure'
import type { EventRow } from './schemas'

/** The journal on disk: rows come in once and are never removed. */
export class EventRows {
  constructor(private readonly rows: RxCollection<EventRow>) {}

  async ofCase(caseId: CaseId): Promise<readonly EventRow[]> {
    return await onDisk(() => this.rows.find({ selector: { caseId: { $eq: caseId } }, sort: [{ caseId: 'asc' }, { localSeq: 'asc' }] }).exec())
  }

  /** Stored after `localSeq`, in the order of storing. */
  async after(localSeq: number, limit?: number): Promise<readonly EventRow[]> {
    return await onDisk(() => this.rows.find({ selector: { localSeq: { $gt: localSeq } }, sort: [{ localSeq: 'asc' }], ...(limit === undefined ? {} : { limit }) }).exec())
  }

  /** A page of rows by case: whole cases in a row, the last one perhaps cut. */
  async byCaseAfter(caseId: string, limit: number): Promise<readonly EventRow[]> {
    return await onDisk(() => this.rows.find({ selector: { caseId: { $gt: caseId } }, sort: [{ caseId: 'asc' }, { localSeq: 'asc' }], limit }).exec())
  }

  /** One device's rows from `deviceSeq` on, ascending. */
  async ofDevice(device: DeviceId, fromSeq: number, limit: number): Promise<readonly EventRow[]> {
    return await onDisk(() =>
      this.rows.find({ selector: { device: { $eq: device }, deviceSeq: { $gte: fromSeq } }, sort: [{ device: 'asc' }, { deviceSeq: 'asc' }], limit }).exec(),
    )
  }

  /** Every workstation that has an event here. Jumps from one to the next along the index. */
  async devices(): Promise<readonly DeviceId[]> {
    return await onDisk(async () => {
      const found: DeviceId[] = []
      for (;;) {
        const next = await this.rows.find({ selector: { device: { $gt: found.at(-1) ?? '' } }, sort: [{ device: 'asc' }, { deviceSeq: 'asc' }], limit: 1 }).exec()
        const device = next[0]?.device
        if (device === undefined) return found
        found.push(device as DeviceId)
      }
    })
  }

  async count(): Promise<number> {
    return await onDisk(() => this.rows.count().exec())
  }

  /** Which of `ids` are stored. */
  async present(ids: readonly EventId[]): Promise<ReadonlySet<string>> {
    const found = await onDisk(() => this.rows.findByIds([...ids]).exec())
    return new Set(found.keys())
  }

  /** In one transaction, durable before it resolves. Every id must be new. */
  async insert(rows: readonly EventRow[]): Promise<void> {
    const outcome = await onDisk(() => this.rows.bulkInsert([...rows]))
    const first = outcome.error[0]
    if (first !== undefined) throw new Error(`Event ${first.documentId} was not stored: ${first.status}`)
  }

  /** Only for the erasure of personal data and for mending a broken copy: the event's id and hashes stay true. */
  async rewrite(id: string, json: string): Promise<void> {
    await onDisk(async () => {
      const row = await this.rows.findOne(id).exec()
      if (row !== null && row.json !== json) await row.incrementalPatch({ json })
    })
  }
}

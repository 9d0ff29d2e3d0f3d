import type { RxCollection } from 'rxdb/plugins/core'
import type { CaseId, DeviceId, EventId } from '../../shared/domain/journal/ids'
import { onDisk } from './failure'
import { readRange } from './ranges'
import { lastText, type EventRow } from './schemas'

const byStoring = ['localSeq']
const byCase = ['caseId', 'localSeq']
const byDevice = ['device', 'deviceSeq']

/** The journal on disk: rows come in once and are never removed. */
export class EventRows {
  constructor(private readonly rows: RxCollection<EventRow>) {}

  async ofCase(caseId: CaseId): Promise<readonly EventRow[]> {
    return await readRange(this.rows, { index: byCase, from: [caseId], to: [caseId] })
  }

  /** Stored after `localSeq`, in the order of storing. */
  async after(localSeq: number, limit: number): Promise<readonly EventRow[]> {
    return await readRange(this.rows, { index: byStoring, from: [localSeq + 1], to: [Infinity], limit })
  }

  /** A page of rows by case: whole cases in a row, the last one perhaps cut. */
  async byCaseAfter(caseId: string, limit: number): Promise<readonly EventRow[]> {
    return await readRange(this.rows, { index: byCase, from: [caseId, Infinity], to: [lastText], limit })
  }

  /** One device's rows from `deviceSeq` on, ascending. */
  async ofDevice(device: DeviceId, fromSeq: number, limit: number): Promise<readonly EventRow[]> {
    return await readRange(this.rows, { index: byDevice, from: [device, fromSeq], to: [device], limit })
  }

  /** Every workstation that has an event here. Jumps from one to the next along the index. */
  async devices(): Promise<readonly DeviceId[]> {
    const found: DeviceId[] = []
    for (;;) {
      const [next] = await readRange(this.rows, { index: byDevice, from: [found.at(-1) ?? '', Infinity], to: [lastText], limit: 1 })
      if (next === undefined) return found
      found.push(next.device as DeviceId)
    }
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

import type { RxCollection } from 'rxdb/plugins/core'
import { caseOf, type CaseId, type EventId } from '../../shared/domain/journal/ids'
import type { StoredEvent } from '../../shared/domain/journal/seal'
import { onDisk } from './failure'
import { KnownKeys } from './knownKeys'
import { readRange, readRanges } from './ranges'
import { lastText, type SheafRow } from './schemas'

/** One event of the journal as it lies on disk, apart from the sheaf it was stored in. */
export interface EventRow {
  /** The event's own. */
  readonly id: string
  readonly caseId: CaseId
  readonly device: string
  readonly deviceSeq: number
  /** The order in which this computer stored it, from 1: everything up to the watermark is folded into `cases`. */
  readonly localSeq: number
  readonly json: string
}

const byStoring = ['lastSeq']
/** The primary key alone: a case's sheaves are next to each other. */
const byCase: readonly string[] = []
/** Sheaves read at a time where the number of their events is not known. */
const atOnce = 250

const sheavesOf = (caseId: CaseId) => ({ from: [`${caseId}~`], to: [`${caseId}~${lastText}`] })
const caseIn = (sheafId: string): CaseId => sheafId.slice(0, sheafId.indexOf('~')) as CaseId
const rowsOf = ({ id, lastSeq, events }: SheafRow): readonly EventRow[] =>
  events.map((event, place) => ({ ...event, caseId: caseIn(id), localSeq: lastSeq - events.length + 1 + place }))

/** The journal on disk: events come in once and are never removed. */
export class EventRows {
  private readonly cases: KnownKeys<SheafRow>

  constructor(private readonly sheaves: RxCollection<SheafRow>) {
    this.cases = new KnownKeys(sheaves, caseIn)
  }

  /** In the order of storing. */
  async ofCase(caseId: CaseId): Promise<readonly EventRow[]> {
    const sheaves = await readRange(this.sheaves, { index: byCase, ...sheavesOf(caseId) })
    return sheaves.flatMap(rowsOf).sort((a, b) => a.localSeq - b.localSeq)
  }

  /** Case after case. Not while something is inserted. */
  async ofCases(caseIds: readonly CaseId[]): Promise<readonly EventRow[]> {
    return (await readRanges(this.sheaves, byCase, (await this.cases.among(caseIds)).map(sheavesOf))).flatMap(rowsOf)
  }

  /** Stored after `localSeq`, in the order of storing. */
  async after(localSeq: number, limit: number): Promise<readonly EventRow[]> {
    const found: EventRow[] = []
    const asked = Math.min(limit, atOnce)
    for (let from = localSeq; ; ) {
      const sheaves = await readRange(this.sheaves, { index: byStoring, from: [from + 1], to: [Infinity], limit: asked })
      for (const row of sheaves.flatMap(rowsOf)) if (row.localSeq > localSeq) found.push(row)
      if (sheaves.length < asked || found.length >= limit) return found.slice(0, limit)
      from = sheaves.at(-1)?.lastSeq ?? from
    }
  }

  /** Up to `limit` sheaves' rows by case: whole cases in a row, the last one perhaps cut unless `ended`. */
  async byCaseAfter(caseId: string, limit: number): Promise<{ readonly rows: readonly EventRow[]; readonly ended: boolean }> {
    const sheaves = await readRange(this.sheaves, { index: byCase, from: [caseId === '' ? '' : `${caseId}~${lastText}`], to: [lastText], limit })
    return { rows: sheaves.flatMap(rowsOf), ended: sheaves.length < limit }
  }

  /**
   * In one transaction, durable before it resolves. Every event must be new. They are numbered from `next` on, each case's in
   * the order given, and come back as they lie.
   */
  async insert(events: readonly StoredEvent[], next: number): Promise<readonly EventRow[]> {
    const sheaves: SheafRow[] = []
    let lastSeq = next - 1
    const cases = byCases(events)
    for (const [caseId, own] of cases) {
      lastSeq += own.length
      sheaves.push({ id: `${caseId}~${lastSeq}`, lastSeq, events: own.map((event) => ({ id: event._id, device: event.device, deviceSeq: event.deviceSeq, json: JSON.stringify(event) })) })
    }
    this.cases.add([...cases.keys()])
    const outcome = await onDisk(() => this.sheaves.bulkInsert(sheaves))
    const first = outcome.error[0]
    if (first !== undefined) throw new Error(`Events ${first.documentId} were not stored: ${first.status}`)
    return sheaves.flatMap(rowsOf)
  }

  /** Only for the erasure of personal data and for mending a broken copy: the events' ids and hashes stay true. */
  async rewrite(jsons: ReadonlyMap<string, string>): Promise<void> {
    const sheaves = await readRanges(this.sheaves, byCase, [...new Set([...jsons.keys()].map((id) => caseOf(id as EventId)))].map(sheavesOf))
    for (const { id, events } of sheaves) {
      if (!events.some((event) => isOther(jsons.get(event.id), event.json))) continue
      await onDisk(async () => {
        const sheaf = await this.sheaves.findOne(id).exec()
        await sheaf?.incrementalModify((row) => ({ ...row, events: row.events.map((event) => ({ ...event, json: jsons.get(event.id) ?? event.json })) }))
      })
    }
  }
}

const isOther = (wanted: string | undefined, stored: string): boolean => wanted !== undefined && wanted !== stored

/** Each case's events, cases by their first event. */
function byCases(events: readonly StoredEvent[]): ReadonlyMap<CaseId, readonly StoredEvent[]> {
  const found = new Map<CaseId, StoredEvent[]>()
  for (const event of events) {
    const caseId = caseOf(event._id)
    const own = found.get(caseId)
    if (own === undefined) found.set(caseId, [event])
    else own.push(event)
  }
  return found
}

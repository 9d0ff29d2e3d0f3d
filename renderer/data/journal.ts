import type { KeptEvent } from '../../shared/domain/journal/event'
import { caseOf, type CaseId, type DeviceId, type Sha256 } from '../../shared/domain/journal/ids'
import { chainStart, type StoredEvent } from '../../shared/domain/journal/seal'
import type { JournalStore, JournalWriter, Unsubscribe } from '../application/ports'
import { StorageFailure } from '../application/storageFailure'
import { followChain, watermarkSchema, type ChainHead, type Watermark } from './watermark'
import { erasedBy, hasWords, inHand, readRows, readVerified, withoutWords, type ReadRows } from './eventReading'
import type { EventRow, EventRows } from './eventRows'
import type { Findings } from './findings'
import type { NamedDocuments } from './namedDocuments'
import type { Projection } from './projection'
import { Turns } from './turns'

/** The watermark may lag behind by so many events before it is written whatever the hurry. */
const longestLag = 500
const idleMs = 700

export interface JournalParts {
  readonly rows: EventRows
  readonly device: () => DeviceId
  readonly documents: NamedDocuments
  readonly findings: Findings
  /** Called once the words of a case's events are gone from the journal: what else carries them goes too. May come twice. */
  readonly onErased: (caseId: CaseId, erased: readonly KeptEvent[]) => Promise<void>
}

type ReadBack = (events: readonly StoredEvent[], rows: readonly EventRow[]) => ReadRows

/** The append-only journal: one writer, one order, and derived data that follow it. */
export class Journal implements JournalStore {
  private readonly turns = new Turns()
  private mark: Watermark = { upTo: 0, seq: 0, hash: chainStart, lamport: 0 }
  /** The last number given in the order of storing. */
  private stored = 0
  private head: ChainHead = { seq: 0, hash: chainStart, lamport: 0 }
  /** After a failed write nobody knows what reached the disk, or not all that follows from it is done: it is asked before the next one. */
  private unsure = false
  /** Whether something was stored of which `storedListeners` have not heard. */
  private untold = false
  private stopped = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private projection!: Projection
  private readonly storedListeners = new Set<() => void>()

  constructor(private readonly parts: JournalParts) {}

  /** Goes through what was stored after the watermark; `projection` has its open cases loaded. */
  async open(projection: Projection): Promise<{ readonly repaired: number }> {
    this.projection = projection
    const stored = await this.parts.documents.load('watermark', watermarkSchema)
    if (stored.state === 'read') this.mark = stored.value
    const repaired = await this.catchUp()
    return { repaired }
  }

  /** Reads the events beyond the watermark: numbers, the chain's head, and whatever a kill left undone. */
  private async catchUp(): Promise<number> {
    let stored = this.mark.upTo
    const head = { seq: this.mark.seq, hash: this.mark.hash, lamport: this.mark.lamport }
    const touched = new Set<CaseId>()
    for (;;) {
      const rows = await this.parts.rows.after(stored, 2000)
      const { events, broken } = readRows(rows)
      await this.parts.findings.add(broken)
      for (const row of rows) {
        stored = Math.max(stored, row.localSeq)
        touched.add(row.caseId)
      }
      followChain(head, this.parts.device(), rows, events)
      if (rows.length < 2000) break
    }
    this.stored = stored
    this.head = head
    await this.projection.refold([...touched])
    if (touched.size > 0) await this.saveWatermark(this.reached)
    return touched.size
  }

  exclusively<T>(work: (writer: JournalWriter) => Promise<T>): Promise<T> {
    return this.turns.take(async () => {
      await this.turns.folded()
      await this.makeSure()
      return await work({ append: (events) => this.write(events), lastOfDevice: () => Promise.resolve({ ...this.head }) })
    })
  }

  private async makeSure(): Promise<void> {
    if (!this.unsure) return
    await this.turns.folded()
    this.unsure = false
    try {
      await this.catchUp()
    } catch (failure) {
      if (failure instanceof StorageFailure) {
        this.unsure = true
        throw failure
      }
      // A case that cannot be folded must not keep everybody from all the others. Who brought it is told.
      this.turns.keep(failure)
    }
  }

  /** `upTo` is the last row's `localSeq` afterwards: the added ones are the `added` rows up to it. */
  append(events: readonly StoredEvent[]): Promise<{ readonly added: number; readonly upTo: number }> {
    return this.exclusively(() => this.write(events))
  }

  /**
   * Of events whose hashes the caller has just verified: a first pull spends its time on that, once is enough. `more`: another
   * page follows at once and may be stored while the cases of this one are still being folded.
   */
  appendVerified(events: readonly StoredEvent[], more: boolean): Promise<{ readonly added: number; readonly upTo: number }> {
    return this.turns.take(async () => {
      this.turns.throwKept()
      await this.makeSure()
      return await this.write(events, readVerified, more)
    })
  }

  /** Resolves when the cases of every page are folded, and who waits for stored events has heard of them. Throws what went wrong behind. */
  settled(): Promise<void> {
    return this.exclusively(() => {
      this.turns.throwKept()
      if (this.untold) this.tellStored()
      return Promise.resolve()
    })
  }

  lastOfDevice(): Promise<{ readonly seq: number; readonly hash: Sha256; readonly lamport: number }> {
    return this.exclusively((writer) => writer.lastOfDevice())
  }

  private async write(events: readonly StoredEvent[], readBack: ReadBack = (_, rows) => readRows(rows), behind = false): Promise<{ readonly added: number; readonly upTo: number }> {
    const byId = new Map(events.map((event) => [event._id, event]))
    const before = await this.parts.rows.ofCases([...new Set([...byId.keys()].map(caseOf))])
    const present = new Set(before.map(({ id }) => id))
    const fresh = [...byId.values()].filter((event) => !present.has(event._id))
    await this.mend([...byId.values()].filter((event) => present.has(event._id)))
    if (fresh.length === 0) return { added: 0, upTo: this.stored }
    const touched = new Set(fresh.map((event) => event.caseId))
    let rows: readonly EventRow[]
    try {
      rows = await this.parts.rows.insert(fresh, this.stored + 1)
    } catch (failure) {
      this.unsure = true
      throw failure
    }
    this.stored += rows.length
    const read = readBack(fresh, rows)
    followChain(this.head, this.parts.device(), rows, read.events)
    /** How far the cases will have followed. */
    const mark = this.reached
    const fold = () => this.foldIn(read, [...touched], before.filter(({ caseId }) => touched.has(caseId)))
    if (behind) {
      this.untold = true
      await this.turns.foldBehind(() => this.foldWith(fold, mark))
    } else {
      await this.turns.folded()
      await fold()
      this.scheduleWatermark()
      this.tellStored()
    }
    return { added: fresh.length, upTo: this.stored }
  }

  private async foldWith(fold: () => Promise<void>, mark: Watermark): Promise<void> {
    try {
      await fold()
    } finally {
      // It is made up for soon, also where nobody takes a turn.
      if (this.unsure) this.scheduleIdle()
    }
    if (!this.unsure) await unlessDiskFails(() => this.saveWatermark(mark))
  }

  private tellStored(): void {
    this.untold = false
    for (const listener of [...this.storedListeners]) listener()
  }

  /** Folds what was just stored into its cases. `before`: what of them lay there already. */
  private async foldIn(read: ReadRows, touched: readonly CaseId[], before: readonly EventRow[]): Promise<void> {
    try {
      await this.parts.findings.add(read.broken)
      await this.projection.refold(touched, inHand(read, readRows(before)))
    } catch (failure) {
      // The rest is made up for before the next turn.
      this.unsure = true
      // What was asked for is stored: to be told otherwise would have it done twice.
      if (!(failure instanceof StorageFailure)) throw failure
    }
  }

  /** A stored copy that had been altered is replaced by a true one when that comes along. */
  private async mend(events: readonly StoredEvent[]): Promise<void> {
    const mended: CaseId[] = []
    const altered = events.filter((event) => this.parts.findings.has(event._id))
    if (altered.length > 0) await this.turns.folded()
    for (const event of altered) {
      const json = JSON.stringify(event)
      if (readRows([{ id: event._id, json }]).broken.length > 0) continue
      await this.parts.rows.rewrite(new Map([[event._id, json]]))
      await this.parts.findings.settle(event._id)
      mended.push(event.caseId)
    }
    await this.projection.refold(mended)
  }

  /** The case's events as they may be shown: what is erased is erased, what is broken is put aside. */
  async eventsOf(caseId: CaseId): Promise<readonly KeptEvent[]> {
    const rows = await this.parts.rows.ofCase(caseId)
    const { events, broken } = readRows(rows)
    await this.parts.findings.add(broken)
    const erased = erasedBy(events)
    const wordy = rows.filter((row) => erased.has(row.id) && hasWords(row.json))
    if (wordy.length === 0) return events
    const wordless = new Map(wordy.map((row) => [row.id, withoutWords(row.json)]))
    // What hangs on the words goes first: after a kill in between the words are still here to say what that was.
    await this.parts.onErased(caseId, events.filter((event) => wordless.has(event._id)))
    await this.parts.rows.rewrite(wordless)
    return readRows(rows.map(({ id, json }) => ({ id, json: wordless.get(id) ?? json }))).events
  }

  async has(caseId: CaseId): Promise<boolean> {
    return (await this.projection.getMany([caseId])).has(caseId)
  }

  /** Nothing is ever removed and no number is left out. */
  count(): Promise<number> {
    return Promise.resolve(this.stored)
  }

  async *pages(size: number): AsyncGenerator<readonly { readonly id: string; readonly json: string }[]> {
    for (let from = 0; ; ) {
      const rows = await this.parts.rows.after(from, size)
      if (rows.length > 0) yield rows.map((row) => ({ id: row.id, json: row.json }))
      const last = rows.at(-1)
      if (last === undefined || rows.length < size) return
      from = last.localSeq
    }
  }

  /** The number of the last stored row; true for as long as nobody writes. */
  get lastStored(): number {
    return this.stored
  }

  /** Called after anything was stored; of pages that others follow once, by `settled`. */
  onStored(listener: () => void): Unsubscribe {
    this.storedListeners.add(listener)
    return () => void this.storedListeners.delete(listener)
  }

  /** Nothing is written by itself any more: the databases are about to be closed. */
  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.turns.end()
  }

  private scheduleWatermark(): void {
    if (this.stopped) return
    if (this.stored - this.mark.upTo >= longestLag) {
      clearTimeout(this.timer)
      this.timer = undefined
      void this.flush()
      return
    }
    this.scheduleIdle()
  }

  private scheduleIdle(): void {
    if (this.stopped) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), idleMs)
  }

  /** Writes the watermark after the writes in hand. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    await unlessDiskFails(() => this.exclusively(() => this.saveWatermark(this.reached)))
  }

  /** Everything that is stored. */
  private get reached(): Watermark {
    return { upTo: this.stored, ...this.head }
  }

  private async saveWatermark(mark: Watermark): Promise<void> {
    if (!this.projection.allSaved || mark.upTo <= this.mark.upTo) return
    await this.parts.documents.save('watermark', mark)
    this.mark = mark
  }
}

/** Losing the watermark costs a longer start, so a failure waits for the next time. */
async function unlessDiskFails(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (failure) {
    if (!(failure instanceof StorageFailure)) throw failure
  }
}

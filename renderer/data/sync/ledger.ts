import type { Meeting } from './meeting'
import type { RefusedEvent } from '../../application/server/status'
import type { RefusedUpload, SyncMemory, SyncRecord, Upload } from './ports'

/** So many of the ids last seen on the server are kept to notice that it has lost them. */
const anchorCount = 20

/** What the engine knows and keeps. One writer; saved whole, so that the checkpoint and the outbox never disagree. */
export class Ledger {
  private saving: Promise<void> = Promise.resolve()

  private constructor(
    private readonly memory: SyncMemory,
    private current: SyncRecord,
  ) {}

  static async open(memory: SyncMemory): Promise<Ledger> {
    return new Ledger(memory, await memory.load())
  }

  get record(): SyncRecord {
    return this.current
  }

  /** Durable when it resolves. */
  change(change: Partial<SyncRecord>): Promise<void> {
    this.current = { ...this.current, ...change }
    const next = this.saving.then(() => this.memory.save(this.current))
    this.saving = next.catch(() => undefined)
    return next
  }

  /** Another server, or an older copy of this one: everything is fetched and offered again. */
  async startOver({ server, database, rules, signedIn }: Meeting): Promise<void> {
    await this.change({ server, database, rules, person: signedIn.person, since: '', pushedUpTo: 0, ...this.offeredAgain, anchors: [] })
  }

  /** Everything that was refused is to be offered again; refused events are found by reading the journal from its beginning. */
  get offeredAgain(): Pick<SyncRecord, 'refused' | 'uploads' | 'refusedUploads'> & Partial<SyncRecord> {
    const { refused, refusedUploads } = this.current
    const uploads = this.withUploads(refusedUploads.map(({ code: _code, at: _at, ...upload }) => upload))
    return { ...(refused.length === 0 ? {} : { pushedUpTo: 0 }), refused: [], uploads, refusedUploads: [] }
  }

  seen(ids: readonly string[]): readonly string[] {
    return [...this.current.anchors, ...ids.slice(-anchorCount)].slice(-anchorCount)
  }

  withRefused(more: readonly RefusedEvent[]): readonly RefusedEvent[] {
    const ids = new Set(more.map(({ id }) => id))
    return [...this.current.refused.filter(({ id }) => !ids.has(id)), ...more]
  }

  withUploads(more: readonly Upload[]): readonly Upload[] {
    const known = new Set(this.current.uploads.map(keyOf))
    return [...this.current.uploads, ...more.filter((upload) => !known.has(keyOf(upload)) && known.add(keyOf(upload)))]
  }

  async uploaded(done: Upload): Promise<void> {
    await this.change(this.without(done))
  }

  async uploadRefused(upload: Upload, code: RefusedUpload['code'], at: number): Promise<void> {
    const { uploads, refusedUploads } = this.without(upload)
    await this.change({ uploads, refusedUploads: [...refusedUploads, { ...upload, code, at }] })
  }

  private without(gone: Upload): Pick<SyncRecord, 'uploads' | 'refusedUploads'> {
    const isOther = (upload: Upload): boolean => keyOf(upload) !== keyOf(gone)
    return { uploads: this.current.uploads.filter(isOther), refusedUploads: this.current.refusedUploads.filter(isOther) }
  }
}

const keyOf = (upload: Upload): string => `${upload.sha256}~${upload.department ?? ''}`

import type { RxCollection } from 'rxdb/plugins/core'
import type { DraftStore } from '../application/ports'
import { onDisk } from './failure'
import type { DraftRow } from './schemas'

/** How long typing may go on before it is written. */
const delayMs = 250

interface Waiting {
  text: string
  readonly written: Promise<void>
  readonly done: () => void
  readonly failed: (failure: unknown) => void
}

function hold(text: string): Waiting {
  let done!: () => void
  let failed!: (failure: unknown) => void
  const written = new Promise<void>((resolve, reject) => {
    done = resolve
    failed = reject
  })
  return { text, written, done, failed }
}

/** Drafts on disk. What was typed last is what is read, written or not; a burst of keystrokes is one write. */
export class Drafts implements DraftStore {
  private readonly waiting = new Map<string, Waiting>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private writing: Promise<void> = Promise.resolve()

  constructor(
    private readonly rows: RxCollection<DraftRow>,
    private readonly now: () => number,
  ) {}

  async load(key: string): Promise<string | undefined> {
    const waiting = this.waiting.get(key)
    if (waiting !== undefined) return waiting.text
    await this.writing
    const row = await onDisk(() => this.rows.findOne(key).exec())
    return row === null ? undefined : row.text
  }

  /** Resolves when this text, or a later one of the same key, is on disk. */
  save(key: string, text: string): Promise<void> {
    const waiting = this.waiting.get(key)
    if (waiting !== undefined) {
      waiting.text = text
      return waiting.written
    }
    const held = hold(text)
    this.waiting.set(key, held)
    this.timer ??= setTimeout(() => void this.flush(), delayMs)
    return held.written
  }

  async discard(key: string): Promise<void> {
    const waiting = this.waiting.get(key)
    this.waiting.delete(key)
    await this.writing
    await onDisk(async () => {
      const row = await this.rows.findOne(key).exec()
      // The words go first: a removed document keeps its fields.
      if (row !== null) await (await row.incrementalPatch({ text: '' })).incrementalRemove()
    })
    waiting?.done()
  }

  async keys(): Promise<readonly string[]> {
    await this.flush()
    const rows = await onDisk(() => this.rows.find().exec())
    return rows.map((row) => row.id)
  }

  flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const batch = [...this.waiting]
    this.waiting.clear()
    if (batch.length > 0) this.writing = this.writing.then(() => this.write(batch))
    return this.writing
  }

  /** Never throws: each of those who wait is told. A text that was not taken waits for the next time, unless a later one does. */
  private async write(batch: readonly (readonly [string, Waiting])[]): Promise<void> {
    for (const [id, draft] of batch) {
      const row = { id, text: draft.text, savedAt: this.now() }
      try {
        await onDisk(async () => {
          const there = await this.rows.findOne(id).exec()
          if (there === null) await this.rows.insert(row)
          else await there.incrementalPatch(row)
        })
        draft.done()
      } catch (failure) {
        if (!this.waiting.has(id)) {
          const again = hold(draft.text)
          // Nobody waits for this second try unless he saves again, and then he is told.
          again.written.catch(() => undefined)
          this.waiting.set(id, again)
        }
        draft.failed(failure)
      }
    }
  }
}

import type { DraftStore } from '../../application/ports'

export type DraftStatus = 'loading' | 'untouched' | 'saving' | 'saved' | 'failed'

/** Hands one draft to the store at every letter and tells how the latest of them stands; the store joins bursts into one write. */
export class DraftWriter {
  readonly #store: DraftStore
  readonly #key: string
  readonly #onStatus: (status: DraftStatus) => void
  #latest = 0

  constructor(store: DraftStore, key: string, onStatus: (status: DraftStatus) => void) {
    this.#store = store
    this.#key = key
    this.#onStatus = onStatus
  }

  write(text: string): Promise<void> {
    return this.#settle(text === '' ? this.#store.discard(this.#key) : this.#store.save(this.#key, text), 'saving', 'saved')
  }

  /** After the words were sent. */
  discard(): Promise<void> {
    return this.#settle(this.#store.discard(this.#key), 'untouched', 'untouched')
  }

  /** Writes what waits at once. */
  async flush(): Promise<void> {
    await this.#store.flush()
  }

  async #settle(work: Promise<void>, meanwhile: DraftStatus, then: DraftStatus): Promise<void> {
    const mine = ++this.#latest
    this.#onStatus(meanwhile)
    try {
      await work
      if (mine === this.#latest) this.#onStatus(then)
    } catch (error) {
      // The words are still in the field: the person is told, and the next letter tries again.
      console.error('draft was not written', error instanceof Error ? error.name : typeof error)
      if (mine === this.#latest) this.#onStatus('failed')
    }
  }
}

import type { DraftStore } from '../../application/ports'

export type DraftStatus = 'loading' | 'untouched' | 'saving' | 'saved' | 'failed'

/**
 * Writes one draft as it is typed: each change at once when nothing is being written, else the latest after what is; so a
 * kill loses at most the letters of one write. A failed write is told, and tried again at the next letter.
 */
export class DraftWriter {
  readonly #store: DraftStore
  readonly #key: string
  readonly #onStatus: (status: DraftStatus) => void
  #wanted: { readonly text: string | null } | undefined
  #writing: Promise<void> | undefined

  constructor(store: DraftStore, key: string, onStatus: (status: DraftStatus) => void) {
    this.#store = store
    this.#key = key
    this.#onStatus = onStatus
  }

  write(text: string): Promise<void> {
    return this.#want({ text })
  }

  /** After the words were sent: the draft goes, even when a write of it is under way. */
  discard(): Promise<void> {
    return this.#want({ text: null })
  }

  #want(change: { readonly text: string | null }): Promise<void> {
    this.#wanted = change
    this.#writing ??= this.#drain().finally(() => (this.#writing = undefined))
    return this.#writing
  }

  async #drain(): Promise<void> {
    this.#onStatus('saving')
    while (this.#wanted !== undefined) {
      const change = this.#wanted
      this.#wanted = undefined
      try {
        if (change.text === null || change.text === '') await this.#store.discard(this.#key)
        else await this.#store.save(this.#key, change.text)
        this.#onStatus(change.text === null ? 'untouched' : 'saved')
      } catch (error) {
        // The words are still in the field: the person is told and the next letter tries again.
        console.error('draft was not written', error instanceof Error ? error.name : error)
        this.#onStatus('failed')
        return
      }
    }
  }
}

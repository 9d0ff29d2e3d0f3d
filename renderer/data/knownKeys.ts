import type { RxCollection } from 'rxdb/plugins/core'
import { readKeys } from './ranges'

/** Asking for fewer costs less than reading which there are. */
const worthReading = 50

/**
 * Which keys a collection holds, of one that only this window writes to and nothing is removed from. A first pull asks for
 * thousands that are not there, and each question is a message to the disk's process: from the first long question on the answer
 * is in memory.
 */
export class KnownKeys<R> {
  private keys: Set<string> | undefined

  /** `keyOf`: of a document's primary key what is asked for. */
  constructor(
    private readonly collection: RxCollection<R>,
    private readonly keyOf: (primary: string) => string,
  ) {}

  /** Those of `keys` that may be there; of a short question all of them. Not while something is written. */
  async among<K extends string>(keys: readonly K[]): Promise<readonly K[]> {
    if (this.keys === undefined) {
      if (keys.length < worthReading) return keys
      this.keys = new Set((await readKeys(this.collection)).map(this.keyOf))
    }
    const known = this.keys
    return keys.filter((key) => known.has(key))
  }

  /** Before they are written: after a failure nobody knows. */
  add(keys: readonly string[]): void {
    if (this.keys !== undefined) for (const key of keys) this.keys.add(key)
  }
}

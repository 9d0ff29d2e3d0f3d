/**
 * Who has the journal, one after another. The folding of a page may go on behind its turn, while the next page is stored; every
 * other turn waits for it first.
 */
export class Turns {
  private queue: Promise<unknown> = Promise.resolve()
  private folding: Promise<void> = Promise.resolve()

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work)
    this.queue = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }

  /** Throws once what the folding has thrown. */
  async folded(): Promise<void> {
    const { folding } = this
    this.folding = Promise.resolve()
    await folding
  }

  /** Folds after what is being folded; a failure of that is thrown all the same. */
  async foldNext(fold: () => Promise<void>): Promise<void> {
    try {
      await this.folded()
    } finally {
      await fold()
    }
  }

  /** The same behind the turn. Resolves when what was folded before it is. */
  async foldBehind(fold: () => Promise<void>): Promise<void> {
    const before = this.folding
    this.folding = this.foldNext(fold)
    // What it throws is thrown in the turn that waits for it.
    this.folding.catch(() => undefined)
    // One page behind, not many: they are all held in memory.
    await before.catch(() => undefined)
  }

  /** Resolves when nobody has it and nothing is folded. */
  async end(): Promise<void> {
    await this.queue
    await this.folded()
  }
}

/**
 * Who has the journal, one after another. The folding of a page may go on behind its turn, while the next page is stored; every
 * other turn waits for it first.
 */
export class Turns {
  private queue: Promise<unknown> = Promise.resolve()
  /** Never rejects. */
  private folding: Promise<void> = Promise.resolve()
  private fault: { readonly failure: unknown } | null = null

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work)
    this.queue = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }

  /** Resolves when what is folded behind has ended, however it ended. */
  folded(): Promise<void> {
    return this.folding
  }

  /** Folds after what is being folded, behind the turn. Resolves when that has ended: one page behind, not many, for they are all held in memory. */
  async foldBehind(fold: () => Promise<void>): Promise<void> {
    const before = this.folding
    this.folding = before.then(fold).catch((failure: unknown) => this.keep(failure))
    await before
  }

  /** A bug met behind a turn: not the fault of whoever has the next one. */
  keep(failure: unknown): void {
    this.fault ??= { failure }
  }

  /** Throws once what was kept; asked by who brings the pages. */
  throwKept(): void {
    const { fault } = this
    this.fault = null
    if (fault !== null) throw fault.failure
  }

  /** Resolves when nobody has it and nothing is folded. */
  async end(): Promise<void> {
    await this.queue
    await this.folding
  }
}

import type { EventReplica, ReplicaRow } from './ports'

/** One event of ours that the server may not have. */
export interface OutgoingEvent {
  readonly localSeq: number
  readonly id: string
  readonly document: Readonly<Record<string, unknown>>
  readonly size: number
}

const page = 500

/**
 * The outbox: every stored event of the signed-in person that did not come from the server. It is the journal itself, read from
 * a place in the order of storing: what is stored is in it, whatever was killed when, and no clock has a say. There is no second
 * list that could disagree.
 */
export class Outgoing {
  private waiting: OutgoingEvent[] = []
  /** Rows up to here have been looked at. */
  private seen: number
  /** Came from the server; the rows may not have been looked at yet. */
  private readonly incoming = new Set<string>()
  private turn: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly replica: EventReplica,
    private readonly person: string,
    pushedUpTo: number,
  ) {
    this.seen = pushedUpTo
  }

  /** Every row up to this one needs nothing more. */
  get settledUpTo(): number {
    const first = this.waiting[0]
    return first === undefined ? this.seen : first.localSeq - 1
  }

  get events(): readonly OutgoingEvent[] {
    return this.waiting
  }

  /** Stores what came from the server; it is not sent back. */
  received(ids: readonly string[], append: () => ReturnType<EventReplica['append']>): Promise<void> {
    return this.alone(async () => {
      for (const id of ids) this.incoming.add(id)
      const { added, upTo } = await append()
      if (this.seen === upTo - added) {
        this.seen = upTo
        for (const id of ids) this.incoming.delete(id)
      }
      // The same action may have been sent by an earlier life of this program and come back.
      if (this.waiting.length > 0) {
        const came = new Set(ids)
        this.waiting = this.waiting.filter((event) => !came.has(event.id))
      }
    })
  }

  /** Looks at what was stored since. */
  look(): Promise<void> {
    return this.alone(async () => {
      for (;;) {
        const rows = await this.replica.after(this.seen, page)
        for (const row of rows) this.take(row)
        if (rows.length < page) break
      }
      this.incoming.clear()
    })
  }

  /** The server has these, or will not have them. */
  settle(ids: ReadonlySet<string>): void {
    this.waiting = this.waiting.filter((event) => !ids.has(event.id))
  }

  private take(row: ReplicaRow): void {
    this.seen = row.localSeq
    if (this.incoming.delete(row.id)) return
    const document = ownDocument(row, this.person)
    if (document !== null) this.waiting.push({ localSeq: row.localSeq, id: row.id, document, size: row.json.length })
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.turn.then(work)
    this.turn = next.catch(() => undefined)
    return next
  }
}

/** How many wait, and since when by their own clock. */
export function unsentOf({ events }: Outgoing): { readonly count: number; readonly since: number } | null {
  const first = events[0]
  return first === undefined ? null : { count: events.length, since: Number(first.document['at'] ?? 0) }
}

/** null for another's event, which only he can send, and for a row that is no JSON, which the journal's check names. */
function ownDocument(row: ReplicaRow, person: string): Readonly<Record<string, unknown>> | null {
  // The author stands in the id; most rows need not be opened.
  if (row.id.split('~')[1] !== person) return null
  try {
    return JSON.parse(row.json) as Record<string, unknown>
  } catch (failure) {
    if (failure instanceof SyntaxError) return null
    throw failure
  }
}

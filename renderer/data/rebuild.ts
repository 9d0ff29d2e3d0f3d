import { z } from 'zod'
import type { CaseId } from '../../shared/domain/journal/ids'
import type { KeptEvent } from '../../shared/domain/journal/event'
import type { Progress } from '../application/application'
import { foldVersion } from './caseRows'
import { readRows } from './eventReading'
import type { EventRows } from './eventRows'
import type { Journal } from './journal'
import type { NamedDocuments } from './namedDocuments'
import type { Projection } from './projection'
import type { EventRow } from './schemas'

/** By what `cases` were made, and how far a rebuild has come: the last case that is done, absent when all are. */
const markSchema = z.object({ foldVersion: z.number(), zone: z.string(), after: z.string().optional() })
type Mark = z.infer<typeof markSchema>

const pageSize = 500

export interface RebuildParts {
  readonly events: EventRows
  readonly cases: Projection
  readonly documents: NamedDocuments
  readonly journal: Journal
  readonly zone: () => string
}

/**
 * Folds every case anew in the background after an update of the program or a change of the office's zone (the archive's months
 * follow it). Goes on where it was cut off. Until it is done, a case of the old make is folded on reading.
 */
export class Rebuild {
  private stopped = false

  constructor(private readonly parts: RebuildParts) {}

  stop(): void {
    this.stopped = true
  }

  /** Does what has to be done, if anything; `pause` is waited for between pages so that the screens stay quick. */
  async run(pause: () => Promise<void>, onProgress: (progress: Progress) => void): Promise<{ readonly rebuilt: number }> {
    const stored = await this.parts.documents.load('projection', markSchema)
    const wanted: Mark = { foldVersion, zone: this.parts.zone() }
    const before = stored.state === 'read' ? stored.value : undefined
    const same = before?.foldVersion === wanted.foldVersion && before.zone === wanted.zone
    if (same && before.after === undefined) return { rebuilt: 0 }
    // A new profile has nothing to fold.
    if (before === undefined && (await this.parts.journal.count()) === 0) {
      await this.parts.documents.save('projection', wanted)
      return { rebuilt: 0 }
    }
    return await this.from(same ? (before.after ?? '') : '', wanted, pause, onProgress)
  }

  private async from(after: string, mark: Mark, pause: () => Promise<void>, onProgress: (progress: Progress) => void): Promise<{ readonly rebuilt: number }> {
    const total = await this.parts.journal.count()
    let done = 0
    let rebuilt = 0
    let cursor = after
    let ended = false
    while (!ended && !this.stopped) {
      // Read and written in one turn: an action in between would be folded away.
      const page = await this.parts.journal.exclusively(() => this.page(cursor))
      done += page.events
      rebuilt += page.cases.length
      cursor = page.cases.at(-1) ?? cursor
      ended = page.ended
      await this.parts.documents.save('projection', ended ? mark : { ...mark, after: cursor })
      onProgress({ done, total })
      await pause()
    }
    return { rebuilt }
  }

  /** Folds the next cases after `cursor`, whole ones only. */
  private async page(cursor: string): Promise<{ readonly cases: readonly CaseId[]; readonly events: number; readonly ended: boolean }> {
    for (let limit = pageSize; ; limit *= 2) {
      const rows = await this.parts.events.byCaseAfter(cursor, limit)
      const ended = rows.length < limit
      const byCase = new Map<CaseId, EventRow[]>()
      for (const row of rows) {
        const own = byCase.get(row.caseId as CaseId)
        if (own === undefined) byCase.set(row.caseId as CaseId, [row])
        else own.push(row)
      }
      // The page may end within its last case.
      if (!ended) byCase.delete(rows.at(-1)?.caseId as CaseId)
      if (!ended && byCase.size === 0) continue
      const known = new Map<CaseId, readonly KeptEvent[]>()
      let events = 0
      for (const [caseId, own] of byCase) {
        const read = readRows(own)
        // What is broken or to be erased is dealt with by the ordinary reading.
        if (read.broken.length === 0 && !read.events.some((event) => event.type === 'PersonalDataErased')) known.set(caseId, read.events)
        events += own.length
      }
      await this.parts.cases.refold([...byCase.keys()], known)
      return { cases: [...byCase.keys()], events, ended }
    }
  }
}

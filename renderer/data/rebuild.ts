import { z } from 'zod'
import type { Progress } from '../application/application'
import { foldVersion } from './caseRows'
import { casesAfter, type CasePage } from './casePages'
import type { EventRows } from './eventRows'
import type { Journal } from './journal'
import type { NamedDocuments } from './namedDocuments'
import type { Projection } from './projection'

/** By what `cases` were made, and how far a rebuild has come: the last case that is done, absent when all are. */
const markSchema = z.object({ foldVersion: z.number(), zone: z.string(), after: z.string().optional() })
type Mark = z.infer<typeof markSchema>

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
      done += page.rows.length
      rebuilt += page.cases.length
      cursor = page.cases.at(-1) ?? cursor
      ended = page.ended
      await this.parts.documents.save('projection', ended ? mark : { ...mark, after: cursor })
      onProgress({ done, total })
      await pause()
    }
    return { rebuilt }
  }

  private async page(cursor: string): Promise<CasePage> {
    const page = await casesAfter(this.parts.events, cursor)
    await this.parts.cases.refold(page.cases, page.readable)
    return page
  }
}

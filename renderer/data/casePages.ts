import type { KeptEvent } from '../../shared/domain/journal/event'
import type { CaseId } from '../../shared/domain/journal/ids'
import { inHand, readRows, type ReadRows } from './eventReading'
import type { EventRow, EventRows } from './eventRows'

/** Sheaves read at a time. */
const pageSize = 250

/** Some whole cases in the order of their ids, with all their events. */
export interface CasePage {
  readonly cases: readonly CaseId[]
  /** Events of the cases that need no more than folding: nothing broken in them, nothing erased. */
  readonly readable: ReadonlyMap<CaseId, readonly KeptEvent[]>
  readonly broken: ReadRows['broken']
  /** As they lie, broken ones too. */
  readonly rows: readonly EventRow[]
  /** No cases follow. */
  readonly ended: boolean
}

/** The next cases after `cursor`. */
export async function casesAfter(rows: EventRows, cursor: string): Promise<CasePage> {
  for (let limit = pageSize; ; limit *= 2) {
    const { rows: found, ended } = await rows.byCaseAfter(cursor, limit)
    const byCase = new Map<CaseId, EventRow[]>()
    for (const row of found) {
      const own = byCase.get(row.caseId)
      if (own === undefined) byCase.set(row.caseId, [row])
      else own.push(row)
    }
    // The page may end within its last case; one case longer than a page asks for a longer page.
    const last = found.at(-1)
    if (!ended && last !== undefined) byCase.delete(last.caseId)
    if (ended || byCase.size > 0) return pageOf(byCase, ended)
  }
}

function pageOf(byCase: ReadonlyMap<CaseId, readonly EventRow[]>, ended: boolean): CasePage {
  const rows = [...byCase.values()].flat()
  const read = readRows(rows)
  return { cases: [...byCase.keys()], readable: inHand(read), broken: read.broken, rows, ended }
}

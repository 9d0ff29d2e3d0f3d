import { linkOf, verifiedLink, verifyChain, type ChainLink } from '../../shared/domain/journal/chain'
import type { KeptEvent } from '../../shared/domain/journal/event'
import { parseEvent } from '../../shared/domain/journal/parse'
import type { DeviceId } from '../../shared/domain/journal/ids'
import type { StoredEvent } from '../../shared/domain/journal/seal'
import type { JournalCheck, LongWork } from '../application/application'
import { casesAfter, type CasePage } from './casePages'
import type { EventRow, EventRows } from './eventRows'
import type { Findings } from './findings'
import type { Journal } from './journal'
import type { Projection } from './projection'

export interface CheckupParts {
  readonly events: EventRows
  readonly cases: Projection
  readonly journal: Journal
  readonly findings: Findings
}

/** Reads the whole journal piece by piece: every document, every case, every workstation's chain. Actions may go on meanwhile. */
export async function checkJournal(parts: CheckupParts, work: LongWork = {}): Promise<JournalCheck> {
  const total = await parts.journal.exclusively(() => Promise.resolve(parts.journal.lastStored))
  const chains = new Map<DeviceId, ChainLink[]>()
  let events = 0
  let mendedCases = 0
  let cursor = ''
  for (let ended = false; !ended && work.signal?.aborted !== true; ) {
    await parts.journal.exclusively(async () => {
      const page = await casesAfter(parts.events, cursor)
      await parts.findings.add(page.broken)
      mendedCases += await parts.cases.mend(page.cases, page.readable)
      // What is stored meanwhile lies partly in cases that were read already: a chain with it would show gaps.
      const rows = page.rows.filter(({ localSeq }) => localSeq <= total)
      for (const link of linksOf(rows, page)) {
        const chain = chains.get(link.device)
        if (chain === undefined) chains.set(link.device, [link])
        else chain.push(link)
      }
      events += rows.length
      cursor = page.cases.at(-1) ?? cursor
      ended = page.ended
    })
    work.onProgress?.({ done: events, total })
  }
  const cancelled = work.signal?.aborted === true
  // Half a chain says nothing of its gaps.
  const found = cancelled ? [] : [...chains.values()].flatMap(verifyChain)
  return { events, findings: parts.findings.list.get(), chains: found, mendedCases, cancelled }
}

function linksOf(rows: readonly EventRow[], { readable }: CasePage): readonly ChainLink[] {
  const verified = new Map<string, KeptEvent>([...readable.values()].flat().map((event) => [event._id, event]))
  return rows.flatMap((row) => {
    const event = verified.get(row.id)
    return event === undefined ? storedOf(row).map(linkOf) : [verifiedLink(event)]
  })
}

/** Documents that cannot be read are findings already; their places in the chain show as gaps. */
function storedOf(row: EventRow): readonly StoredEvent[] {
  try {
    const document: unknown = JSON.parse(row.json)
    return parseEvent(document).ok ? [document as StoredEvent] : []
  } catch (failure) {
    if (failure instanceof SyntaxError) return []
    throw failure
  }
}

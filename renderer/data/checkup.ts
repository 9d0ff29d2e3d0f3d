import { verifyChain, type ChainFinding } from '../../shared/domain/journal/chain'
import { parseEvent } from '../../shared/domain/journal/parse'
import type { DeviceId } from '../../shared/domain/journal/ids'
import type { StoredEvent } from '../../shared/domain/journal/seal'
import type { JournalCheck, LongWork } from '../application/application'
import { casesAfter } from './casePages'
import type { EventRows } from './eventRows'
import type { Findings } from './findings'
import type { Journal } from './journal'
import type { Projection } from './projection'
import type { EventRow } from './schemas'

export interface CheckupParts {
  readonly events: EventRows
  readonly cases: Projection
  readonly journal: Journal
  readonly findings: Findings
}

/** Reads the whole journal piece by piece: every document, every workstation's chain, every case. Actions may go on meanwhile. */
export async function checkJournal(parts: CheckupParts, work: LongWork = {}): Promise<JournalCheck> {
  const total = await parts.journal.count()
  let done = 0
  let mendedCases = 0
  let cursor = ''
  for (let ended = false; !ended && work.signal?.aborted !== true; ) {
    await parts.journal.exclusively(async () => {
      const page = await casesAfter(parts.events, cursor)
      await parts.findings.add(page.broken)
      mendedCases += await parts.cases.mend(page.cases, page.readable)
      done += page.events
      cursor = page.cases.at(-1) ?? cursor
      ended = page.ended
    })
    work.onProgress?.({ done, total: total * 2 })
  }
  const chains: ChainFinding[] = []
  for (const device of await parts.events.devices()) {
    for await (const [finding, read] of chainFindings(parts.events, device)) {
      if (work.signal?.aborted === true) break
      chains.push(...finding)
      done += read
      work.onProgress?.({ done, total: total * 2 })
    }
  }
  return { events: total, findings: parts.findings.list.get(), chains, mendedCases, cancelled: work.signal?.aborted === true }
}

const pageSize = 1000

/** One chain in overlapping pages: each page begins with the last place of the one before. */
async function* chainFindings(rows: EventRows, device: DeviceId): AsyncGenerator<readonly [readonly ChainFinding[], number]> {
  let from = 1
  for (let limit = pageSize; ; ) {
    const page = await rows.ofDevice(device, from, limit)
    const last = page.at(-1)?.deviceSeq ?? from
    const ended = page.length < limit
    // All of the page in one place: a fork longer than a page.
    if (!ended && last === from) {
      limit *= 2
      continue
    }
    const beginning = from
    // What was before the page's beginning has been looked at: the page itself cannot know.
    const found = verifyChain(page.flatMap(storedOf)).filter((finding) => !(finding.kind === 'gap' && beginning > 1 && finding.from === 1))
    yield [found, page.length]
    if (ended) return
    from = last
    limit = pageSize
  }
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

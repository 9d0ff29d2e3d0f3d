import type { KeptEvent } from '../../shared/domain/journal/event'
import { caseOf, type CaseId, type EventId } from '../../shared/domain/journal/ids'
import { parseEvent } from '../../shared/domain/journal/parse'
import { verify, type StoredEvent } from '../../shared/domain/journal/seal'
import { err, ok, type Result } from '../../shared/lib/result'
import type { FindingReason } from '../application/ports'
import type { EventRow } from './eventRows'

/** Opens one stored document: parsed, and held to its own hashes. A known kind with parts it cannot have counts as no event. */
export function readEvent(row: Pick<EventRow, 'id' | 'json'>): Result<KeptEvent, FindingReason> {
  let document: unknown
  try {
    document = JSON.parse(row.json)
  } catch (failure) {
    if (failure instanceof SyntaxError) return err('notJson')
    throw failure
  }
  const parsed = parseEvent(document)
  if (!parsed.ok) return err('notAnEvent')
  const event = 'known' in parsed.value ? parsed.value.known : parsed.value.unknown
  // The hash is over the document as it came, before any upcast.
  if (event._id !== row.id || !verify(document as StoredEvent).ok) return err('altered')
  return ok(event)
}

export interface ReadRows {
  readonly events: readonly KeptEvent[]
  readonly broken: readonly { readonly document: string; readonly reason: FindingReason }[]
}

export function readRows(rows: readonly Pick<EventRow, 'id' | 'json'>[]): ReadRows {
  const events: KeptEvent[] = []
  const broken: { document: string; reason: FindingReason }[] = []
  for (const row of rows) {
    const read = readEvent(row)
    if (read.ok) events.push(read.value)
    else broken.push({ document: row.id, reason: read.error })
  }
  return { events, broken }
}

/** The same of documents whose hashes have just been verified. */
export function readVerified(documents: readonly StoredEvent[]): ReadRows {
  const events: KeptEvent[] = []
  const broken: { document: string; reason: FindingReason }[] = []
  for (const document of documents) {
    const parsed = parseEvent(document)
    if (!parsed.ok) broken.push({ document: document._id, reason: 'notAnEvent' })
    else events.push('known' in parsed.value ? parsed.value.known : parsed.value.unknown)
  }
  return { events, broken }
}

/** Which events `events` say are erased (1.4). */
export const erasedBy = (events: readonly KeptEvent[]): ReadonlySet<string> =>
  new Set<EventId>(events.flatMap((event) => (event.type === 'PersonalDataErased' ? event.payload.erased : [])))

/** The document without its erasable part: its id, hashes and chain stay true. Of one that cannot be read nothing is left. */
export function withoutWords(json: string): string {
  const document = parsed(json)
  if (document === undefined) return ''
  const { personal: _words, salt: _salt, ...rest } = document
  return JSON.stringify(rest)
}

/** Whether the document still has words to erase; one that cannot be read may. */
export function hasWords(json: string): boolean {
  const document = parsed(json)
  return document === undefined ? json !== '' : 'personal' in document || 'salt' in document
}

function parsed(json: string): Record<string, unknown> | undefined {
  try {
    const document: unknown = JSON.parse(json)
    return typeof document === 'object' && document !== null ? (document as Record<string, unknown>) : undefined
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined
    throw failure
  }
}

/** Cases whose events need not be read back: all of them are in hand, none is broken, nothing is erased. */
export function inHand(...parts: readonly ReadRows[]): ReadonlyMap<CaseId, readonly KeptEvent[]> {
  const known = new Map<CaseId, KeptEvent[]>()
  const doubtful = new Set<CaseId>()
  for (const { events, broken } of parts) {
    for (const { document } of broken) doubtful.add(caseOf(document as EventId))
    for (const event of events) {
      if (event.type === 'PersonalDataErased') doubtful.add(event.caseId)
      const own = known.get(event.caseId)
      if (own === undefined) known.set(event.caseId, [event])
      else own.push(event)
    }
  }
  for (const caseId of doubtful) known.delete(caseId)
  return known
}

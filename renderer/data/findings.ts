import { z } from 'zod'
import type { EventId } from '../../shared/domain/journal/ids'
import type { Finding, FindingReason } from '../application/ports'
import { findingReasons } from '../application/ports'
import { changing, type Changing } from '../application/observable'
import { NamedDocuments } from './namedDocuments'
import type { NamedRow } from './schemas'
import type { RxCollection } from 'rxdb/plugins/core'

const findingSchema = z.object({ reason: z.enum(findingReasons), foundAt: z.number() })

/** Documents that could not be taken for what they claim to be: named and counted, left where they lie. */
export class Findings {
  readonly list: Changing<readonly Finding[]> = changing<readonly Finding[]>([])
  private readonly documents: NamedDocuments

  constructor(
    collection: RxCollection<NamedRow>,
    private readonly now: () => number,
  ) {
    this.documents = new NamedDocuments(collection)
  }

  async open(): Promise<void> {
    const found: Finding[] = []
    for (const row of await this.documents.all()) {
      const parsed = findingSchema.safeParse(parseOrNull(row.json))
      found.push(parsed.success ? { document: row.id, ...parsed.data } : { document: row.id, reason: 'notJson', foundAt: 0 })
    }
    this.list.set(found)
  }

  has(document: string): boolean {
    return this.list.get().some((finding) => finding.document === document)
  }

  async add(found: readonly { readonly document: EventId | string; readonly reason: FindingReason }[]): Promise<void> {
    for (const { document, reason } of found) {
      if (this.has(document)) continue
      const foundAt = this.now()
      this.list.set([...this.list.get(), { document, reason, foundAt }])
      await this.documents.save(document, { reason, foundAt })
    }
  }

  /** The document has been mended. */
  async settle(document: string): Promise<void> {
    if (!this.has(document)) return
    await this.documents.remove(document)
    this.list.set(this.list.get().filter((finding) => finding.document !== document))
  }
}

function parseOrNull(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (failure) {
    if (failure instanceof SyntaxError) return null
    throw failure
  }
}

import { Zip, ZipDeflate } from 'fflate'
import type { Sha256 } from '../../../shared/domain/journal/ids'
import type { LongWork } from '../application'
import type { Clock, DraftStore, FileStore, JournalStore, OfficeStore, ProfileStore } from '../ports'
import { filesOfEvent } from '../filesOfEvent'
import { asideName, checksumsName, draftsName, eventsName, eventsPerEntry, fileName, formatName, formatVersion, manifestName, officeName, sha256Of, type Manifest } from './format'

export interface ExportParts {
  readonly journal: JournalStore
  readonly office: OfficeStore
  readonly profile: ProfileStore
  readonly drafts: DraftStore
  readonly files: FileStore
  readonly clock: Clock
}

/** Packs entries one after the other and keeps their checksums. */
class Packer {
  private readonly zip: Zip
  private readonly sums: Record<string, string> = {}
  private failure: Error | undefined

  constructor(sink: (chunk: Uint8Array) => void) {
    this.zip = new Zip((failure, chunk) => {
      if (failure !== null) this.failure = failure
      else sink(chunk)
    })
  }

  async add(name: string, content: Uint8Array | string): Promise<void> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    this.sums[name] = await sha256Of(bytes)
    const entry = new ZipDeflate(name, { level: 4 })
    this.zip.add(entry)
    entry.push(bytes, true)
    if (this.failure !== undefined) throw this.failure
  }

  async end(missingFiles: readonly string[]): Promise<void> {
    await this.add(checksumsName, JSON.stringify({ entries: { ...this.sums }, missingFiles }))
    this.zip.end()
    if (this.failure !== undefined) throw this.failure
  }
}

/**
 * Writes everything of the profile to `sink`, piece by piece. Actions taken meanwhile may or may not be in it. Rejects with the
 * signal's reason when cancelled: half a file is no file.
 */
export async function exportTo(parts: ExportParts, sink: (chunk: Uint8Array) => void, work: LongWork = {}): Promise<void> {
  const packer = new Packer(sink)
  const total = await parts.journal.count()
  const { device, mode, actor } = parts.profile.current.get()
  const office = parts.office.current.get()
  const manifest: Manifest = { format: formatName, version: formatVersion, createdAt: parts.clock.now(), office: office.name, device, mode, actor, events: total }
  await packer.add(manifestName, JSON.stringify(manifest))
  await packer.add(officeName, JSON.stringify(office))
  await packer.add(draftsName, JSON.stringify(await allDrafts(parts.drafts)))
  const files = await addEvents(parts.journal, packer, total, work)
  const missing: string[] = []
  for (const sha256 of files) {
    work.signal?.throwIfAborted()
    const read = await parts.files.read(sha256)
    if (read.ok) await packer.add(fileName(sha256), read.value)
    else missing.push(sha256)
  }
  await packer.end(missing)
}

async function addEvents(journal: JournalStore, packer: Packer, total: number, work: LongWork): Promise<ReadonlySet<Sha256>> {
  const files = new Set<Sha256>()
  const aside: { readonly id: string; readonly json: string }[] = []
  let done = 0
  let part = 0
  for await (const page of journal.pages(eventsPerEntry)) {
    work.signal?.throwIfAborted()
    const lines: string[] = []
    for (const row of page) {
      const event = parsedOrNothing(row.json)
      if (event === undefined) aside.push(row)
      else {
        // Written anew rather than copied: a line must not contain a line end.
        lines.push(JSON.stringify(event))
        for (const sha256 of filesOfEvent(event)) files.add(sha256)
      }
    }
    await packer.add(eventsName(++part), lines.join('\n'))
    done += page.length
    work.onProgress?.({ done, total })
  }
  await packer.add(asideName, JSON.stringify(aside))
  return files
}

async function allDrafts(drafts: DraftStore): Promise<readonly { readonly key: string; readonly text: string }[]> {
  const found: { key: string; text: string }[] = []
  for (const key of await drafts.keys()) {
    const text = await drafts.load(key)
    if (text !== undefined) found.push({ key, text })
  }
  return found
}

function parsedOrNothing(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined
    throw failure
  }
}

/** The whole export as one piece of memory. */
export async function exportEverything(parts: ExportParts, work?: LongWork): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  await exportTo(parts, (chunk) => chunks.push(chunk), work)
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

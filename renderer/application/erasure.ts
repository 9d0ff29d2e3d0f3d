import type { KeptEvent } from '../../shared/domain/journal/event'
import type { CaseId, Sha256 } from '../../shared/domain/journal/ids'
import { err, ok, type Result } from '../../shared/lib/result'
import { filesOfEvent } from './filesOfEvent'
import type { DraftStore, FileStore, JournalStore, ProfileStore, ToDoStore } from './ports'

export interface ErasureParts {
  readonly journal: JournalStore
  readonly drafts: DraftStore
  readonly files: FileStore
  readonly toDo: ToDoStore
}

/**
 * 1.4: what carries the case's personal data beside the journal. Drafts named after the case or one of its events go at once;
 * attached files go when no other event names them (`eraseFiles`). May be called twice for the same events.
 */
export async function eraseBesides(parts: ErasureParts, caseId: CaseId, erased: readonly KeptEvent[]): Promise<void> {
  for (const key of await parts.drafts.keys()) if (key.includes(caseId)) await parts.drafts.discard(key)
  // With the case's id: the same file erased from a second case meanwhile is a wish of its own.
  const files = erased.flatMap((event) => filesOfEvent(event.type === 'unknown' ? event.raw : event)).map((sha256) => `${sha256}~${caseId}`)
  if (files.length === 0) return
  const waiting = await parts.toDo.list('filesToErase')
  await parts.toDo.save('filesToErase', [...new Set([...waiting, ...files])])
}

/** Removes the files that wait for it, except those that some event of the journal still names. Reads the whole journal, once for all. */
export async function eraseFiles(parts: ErasureParts): Promise<void> {
  const waiting = await parts.toDo.list('filesToErase')
  if (waiting.length === 0) return
  const unused = new Set(waiting.map((wish) => wish.slice(0, wish.indexOf('~'))))
  for await (const page of parts.journal.pages(500)) {
    for (const { json } of page) for (const sha256 of unused) if (json.includes(sha256)) unused.delete(sha256)
    if (unused.size === 0) break
  }
  const failed = new Set<string>()
  for (const sha256 of unused) if (!(await parts.files.erase(sha256 as Sha256)).ok) failed.add(sha256)
  // A file that is still in use is off the list: it comes back with the erasure of the event that names it.
  await parts.journal.exclusively(async () => {
    const wishes = await parts.toDo.list('filesToErase')
    const left = wishes.filter((wish) => !waiting.includes(wish) || failed.has(wish.slice(0, wish.indexOf('~'))))
    await parts.toDo.save('filesToErase', left)
  })
}

const refusal = 'Здесь настоящая работа, а не учебная. Сначала сделайте выгрузку; стирание подтверждается отдельно.'

/** Empties a profile: a training or empty one at once, a real one only when confirmed. */
export async function eraseEverything(
  parts: ErasureParts & { readonly profile: ProfileStore; readonly erase: () => Promise<void> },
  confirmed?: 'eraseRealWork',
): Promise<Result<undefined, string>> {
  const { mode } = parts.profile.current.get()
  const real = mode === 'alone' || mode === 'server' || (mode === 'undecided' && (await parts.journal.count()) > 0)
  if (real && confirmed !== 'eraseRealWork') return err(refusal)
  // All of them, since drafts and what was taken off a draft name none to the journal; and before it, so that this can be repeated.
  const erased = await parts.files.eraseAll()
  if (!erased.ok) return erased
  await parts.erase()
  return ok(undefined)
}

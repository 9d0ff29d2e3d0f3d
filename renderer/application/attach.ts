import type { FileRef } from '../../shared/domain/journal/message'
import { ok, type Result } from '../../shared/lib/result'
import type { FileStore } from './ports'

const kinds: readonly (readonly [RegExp, FileRef['kind']])[] = [
  [/^image\//, 'photo'],
  [/^video\//, 'video'],
  [/^audio\//, 'audio'],
  [/^(application\/(pdf|msword|rtf|vnd\.|zip)|text\/)/, 'document'],
]

/** Puts a file into the store and tells how events refer to it. */
export async function attachFile(files: FileStore, name: string, mime: string, bytes: Uint8Array): Promise<Result<FileRef, string>> {
  const stored = await files.put(name, bytes)
  if (!stored.ok) return stored
  const kind = kinds.find(([pattern]) => pattern.test(mime))?.[1] ?? 'other'
  return ok({ kind, name, mime, sha256: stored.value.sha256, size: stored.value.size })
}

import { createHash } from 'node:crypto'
import { readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { StoredAttachment } from '../../shared/ipc/files'
import { attachmentLimit } from '../../shared/ipc/files'
import type { Result } from '../../shared/lib/result'
import { err, ok } from '../../shared/lib/result'
import { atomicWrite } from './atomicWrite'
import { systemCode } from './systemFailure'

type Trouble<R extends string> = { readonly reason: R; readonly code?: string }

const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

/**
 * Files attached by people, each under the SHA-256 of its content: the journal names the hash, so a file cannot be swapped
 * unnoticed, and the same file is kept once.
 */
export class AttachmentStore {
  constructor(private readonly folder: string) {}

  /** Where the bytes of `sha256` are kept, whether or not they are. */
  pathOf(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256)
  }

  async put(name: string, content: Uint8Array): Promise<Result<StoredAttachment, Trouble<'tooLarge' | 'empty' | 'cannotWrite'>>> {
    if (content.byteLength === 0) return err({ reason: 'empty' })
    if (content.byteLength > attachmentLimit) return err({ reason: 'tooLarge' })
    const sha256 = hashOf(content)
    try {
      // Written even when it is there: a damaged copy is mended by attaching the file again.
      await atomicWrite(this.pathOf(sha256), content)
    } catch (failure) {
      return { ok: false, error: { reason: 'cannotWrite', code: codeOrThrow(failure) } }
    }
    return ok({ sha256, size: content.byteLength, name })
  }

  /** The bytes, checked against their name: `damaged` when the disk gives others. */
  async read(sha256: string): Promise<Result<Uint8Array, Trouble<'absent' | 'damaged' | 'cannotRead'>>> {
    let content: Uint8Array
    try {
      content = new Uint8Array(await readFile(this.pathOf(sha256)))
    } catch (failure) {
      const code = codeOrThrow(failure)
      return err(code === 'ENOENT' ? { reason: 'absent' } : { reason: 'cannotRead', code })
    }
    return hashOf(content) === sha256 ? ok(content) : err({ reason: 'damaged' })
  }

  async has(sha256: string): Promise<boolean> {
    try {
      return (await stat(this.pathOf(sha256))).isFile()
    } catch (failure) {
      if (codeOrThrow(failure) === 'ENOENT') return false
      throw failure
    }
  }

  /** Removes the bytes; one that is not there counts as removed. */
  async erase(sha256: string): Promise<Result<undefined, Trouble<'cannotWrite'>>> {
    try {
      await rm(this.pathOf(sha256), { force: true })
      return ok(undefined)
    } catch (failure) {
      return { ok: false, error: { reason: 'cannotWrite', code: codeOrThrow(failure) } }
    }
  }

  /** Removes all the bytes there are, named by something or not; may be repeated after a failure. */
  async eraseAll(): Promise<Result<undefined, Trouble<'cannotWrite'>>> {
    try {
      await rm(this.folder, { recursive: true, force: true })
      return ok(undefined)
    } catch (failure) {
      return { ok: false, error: { reason: 'cannotWrite', code: codeOrThrow(failure) } }
    }
  }
}

function codeOrThrow(failure: unknown): string {
  const code = systemCode(failure)
  if (code === null) throw failure
  return code
}

import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** What we write beside a file, and what the library that keeps the settings does. */
const unfinished = /^\..*\.[0-9a-f-]{36}\.tmp$|^settings\.json\.tmp-[0-9a-f]{16}$/

/**
 * Removes what a kill in the middle of a write has left beside the files: it may hold a citizen's words, and nobody would ever
 * erase it. To be called before anything is written, by the one program that holds the folder.
 */
export async function removeUnfinished(folder: string, { below = false } = {}): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const entry of await readdir(folder, { recursive: below, withFileTypes: true })) {
    if (entry.isFile() && unfinished.test(entry.name)) await rm(path.join(entry.parentPath, entry.name), { force: true })
  }
}

/**
 * Writes a whole file or nothing: into a neighbour, to the disk, then over the old one. A kill at any point leaves the old
 * content or the new. Rejects with the system's error when the folder cannot be written.
 */
export async function atomicWrite(file: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const beside = path.join(path.dirname(file), `.${path.basename(file).slice(0, 100)}.${randomUUID()}.tmp`)
  try {
    const handle = await open(beside, 'wx', mode)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (failure) {
    await rm(beside, { force: true })
    throw failure
  }
}

import { existsSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { Result } from '../../shared/lib/result'
import { err, ok } from '../../shared/lib/result'
import type { SettingsFile } from '../../shared/settings/settings'
import { settingsFile } from '../../shared/settings/settings'
import { atomicWrite } from '../files/atomicWrite'
import { systemCode } from '../files/systemFailure'

/**
 * The settings of this computer in one JSON file. Written by our own atomic write and parsed by our own schema: electron-store
 * would add a second validator and a channel that is not in the contract.
 */
export class SettingsStore {
  private writing: Promise<unknown> = Promise.resolve()
  private unwritten = 0

  private constructor(
    private readonly file: string,
    private current: SettingsFile,
    /** Where an unreadable file has been kept, or null. */
    readonly putAside: string | null,
  ) {}

  /**
   * Reads the file; a broken one is put aside under a name with `stamp` and the defaults are used.
   * @param stamp makes the name of a put-aside file unlike the earlier ones'
   */
  static open(folder: string, stamp: string): SettingsStore {
    const file = path.join(folder, 'settings.json')
    if (!existsSync(file)) return new SettingsStore(file, settingsFile.parse({}), null)
    const read = parse(readFileSync(file, 'utf8'))
    if (read !== null) return new SettingsStore(file, read, null)
    const aside = path.join(folder, `settings.broken-${stamp}.json`)
    renameSync(file, aside)
    return new SettingsStore(file, settingsFile.parse({}), aside)
  }

  /** When all changes so far are on the disk, or null when they are already: the program waits for it before it ends. */
  get settled(): Promise<unknown> | null {
    return this.unwritten === 0 ? null : this.writing
  }

  get value(): SettingsFile {
    return this.current
  }

  /** Takes effect at once; the answer comes when it is on the disk. Writes follow one another in the order of the calls. */
  change(patch: Partial<SettingsFile>): Promise<Result<SettingsFile, string>> {
    const next = settingsFile.parse({ ...this.current, ...patch })
    this.current = next
    this.unwritten += 1
    const written = this.writing.then(async () => {
      try {
        await atomicWrite(this.file, `${JSON.stringify(next, null, 2)}\n`)
        return ok(next)
      } catch (failure) {
        const code = systemCode(failure)
        if (code === null) throw failure
        return err(code)
      } finally {
        this.unwritten -= 1
      }
    })
    // A bug in one write is its caller's to hear of; the next write must still get its turn.
    this.writing = written.then(
      () => undefined,
      () => undefined,
    )
    return written
  }
}

function parse(text: string): SettingsFile | null {
  try {
    const parsed = settingsFile.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch (failure) {
    if (failure instanceof SyntaxError) return null
    throw failure
  }
}

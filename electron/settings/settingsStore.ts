import { ipcMain } from 'electron'
import ElectronStore from 'electron-store'
import { renameSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Result } from '../../shared/lib/result'
import { err, ok } from '../../shared/lib/result'
import type { SettingsFile } from '../../shared/settings/settings'
import { settingsFile } from '../../shared/settings/settings'
import { systemCode } from '../files/systemFailure'

type Raw = Record<string, unknown>

/** The channel on which electron-store answers a store in the window. There is none, and the contract has no such channel. */
const channelOfTheLibrary = 'electron-store-get-data'

/**
 * The settings of this computer in one JSON file. electron-store keeps the file and writes it whole or not at all; what is in it
 * passes our schema at the door.
 */
export class SettingsStore {
  private constructor(
    private readonly kept: ElectronStore<Raw>,
    private current: SettingsFile,
    /** Where an unreadable file has been kept, or null. */
    readonly putAside: string | null,
  ) {}

  /**
   * Reads the file; a broken one is put aside under a name with `stamp` and the defaults are used.
   * @param stamp makes the name of a put-aside file unlike the earlier ones'
   */
  static open(folder: string, stamp: string): SettingsStore {
    const kept = keep(folder)
    if (kept !== null) return new SettingsStore(kept, settingsFile.parse(kept.store), null)
    const aside = path.join(folder, `settings.broken-${stamp}.json`)
    renameSync(path.join(folder, 'settings.json'), aside)
    const anew = keep(folder)
    if (anew === null) throw new Error('The settings are unreadable though their file is away')
    return new SettingsStore(anew, settingsFile.parse({}), aside)
  }

  get value(): SettingsFile {
    return this.current
  }

  /** Takes effect at once; on the disk when it returns, or refused with the system's code: the change then lasts until the end. */
  change(patch: Partial<SettingsFile>): Result<SettingsFile, string> {
    const next = settingsFile.parse({ ...this.current, ...patch })
    this.current = next
    try {
      this.kept.store = { ...next }
      return ok(next)
    } catch (failure) {
      const code = systemCode(failure)
      if (code === null) throw failure
      return err(code)
    }
  }
}

/** The library's store over the file, or null where the file is not one of settings. */
function keep(folder: string): ElectronStore<Raw> | null {
  try {
    return new ElectronStore<Raw>({
      cwd: folder,
      name: 'settings',
      configFileMode: 0o600,
      // Keys of a newer program may hold dots.
      accessPropertiesByDotNotation: false,
      serialize: (value) => `${JSON.stringify(value, null, 2)}\n`,
      deserialize: (text) => settingsFile.parse(JSON.parse(text)),
    })
  } catch (failure) {
    if (failure instanceof SyntaxError || failure instanceof z.ZodError) return null
    throw failure
  } finally {
    ipcMain.removeAllListeners(channelOfTheLibrary)
  }
}

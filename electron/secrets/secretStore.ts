import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Result } from '../../shared/lib/result'
import { err, ok } from '../../shared/lib/result'
import { atomicWrite } from '../files/atomicWrite'
import { systemCode } from '../files/systemFailure'

/** The part of Electron's safeStorage used here. */
export interface Vault {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(encrypted: Buffer): string
  getSelectedStorageBackend?(): string
}

const secretsFile = z.record(z.string(), z.string())

/**
 * Passwords and keys, encrypted by the system's keyring. Without a keyring nothing is stored: Chromium's fallback
 * (`basic_text`) encrypts with a key that every program knows, which would be plain text in disguise.
 */
export class SecretStore {
  constructor(
    private readonly folder: string,
    private readonly vault: Vault,
  ) {}

  get available(): boolean {
    if (!this.vault.isEncryptionAvailable()) return false
    return this.vault.getSelectedStorageBackend?.() !== 'basic_text'
  }

  async set(name: string, value: string): Promise<Result<undefined, 'unavailable' | { readonly code: string }>> {
    if (!this.available) return err('unavailable')
    return this.save({ ...this.read(), [name]: this.vault.encryptString(value).toString('base64') })
  }

  has(name: string): boolean {
    return Object.hasOwn(this.read(), name)
  }

  /** For the main process alone: there is no call that hands this to the window. */
  get(name: string): string | null {
    const kept = this.read()
    const encrypted = Object.hasOwn(kept, name) ? kept[name] : undefined
    return encrypted === undefined || !this.available ? null : this.vault.decryptString(Buffer.from(encrypted, 'base64'))
  }

  async delete(name: string): Promise<Result<undefined, { readonly code: string }>> {
    const { [name]: _gone, ...rest } = this.read()
    return this.save(rest)
  }

  private get file(): string {
    return path.join(this.folder, 'secrets.json')
  }

  private read(): Record<string, string> {
    return existsSync(this.file) ? secretsFile.parse(JSON.parse(readFileSync(this.file, 'utf8'))) : {}
  }

  private async save(secrets: Record<string, string>): Promise<Result<undefined, { readonly code: string }>> {
    try {
      await atomicWrite(this.file, JSON.stringify(secrets))
      return ok(undefined)
    } catch (failure) {
      const code = systemCode(failure)
      if (code === null) throw failure
      return err({ code })
    }
  }
}

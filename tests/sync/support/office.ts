import { IDBKeyRange } from 'fake-indexeddb'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { AttachmentStore } from '../../../electron/files/attachments'
import { SecretStore, type Vault } from '../../../electron/secrets/secretStore'
import { serverHandlers } from '../../../electron/sync/serverHandlers'
import { createApplication } from '../../../renderer/app/createApplication'
import type { Call } from '../../../renderer/app/bridgePorts'
import type { Application } from '../../../renderer/application/application'
import { err, ok } from '../../../shared/lib/result'
import { instant } from '../../../shared/domain/time'
import type { Sha256 } from '../../../shared/domain/journal/ids'
import { aComputer } from '../../support/profile'
import { passwordOf, type TestServer } from './server'

const keyring: Vault = { isEncryptionAvailable: () => true, encryptString: (text) => Buffer.from(text), decryptString: (kept) => kept.toString() }
const noKeyring: Vault = { ...keyring, isEncryptionAvailable: () => false }

/** A computer with the whole program but its window: storage, application, main process's handlers. */
export interface Workplace {
  readonly files: AttachmentStore
  /** Begins the program on what the computer has on its disk. */
  open(): Promise<Application>
  opening(person: string, more?: { readonly password?: string; readonly remember?: boolean; readonly address?: string }): { address: string; user: string; password: string; remember: boolean; insistHttp: boolean }
  remove(): void
}

/** The machine's own clock: the server's `Date` is compared with it. */
export function workplace(server: TestServer, name: string, { withKeyring = true }: { readonly withKeyring?: boolean } = {}): Workplace {
  const computer = aComputer(name)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-desk-'))
  const files = new AttachmentStore(path.join(folder, 'files'))
  return {
    files,
    open: () => {
      const handlers = serverHandlers(new SecretStore(folder, withKeyring ? keyring : noKeyring), files)
      return createApplication({
        name: computer.name,
        indexedDB: computer.disk,
        keyRange: IDBKeyRange,
        clock: { now: () => instant(Date.now()) },
        chance: computer.chance,
        files: {
          put: async (file, bytes) => {
            const put = await files.put(file, bytes)
            return put.ok ? ok({ sha256: put.value.sha256 as Sha256, size: put.value.size }) : err(put.error.reason)
          },
          read: async (sha256) => {
            const read = await files.read(sha256)
            return read.ok ? ok(read.value) : err(read.error.reason)
          },
          erase: async (sha256) => {
            await files.erase(sha256)
            return ok(undefined)
          },
          eraseAll: async () => {
            const erased = await files.eraseAll()
            return erased.ok ? ok(undefined) : err(erased.error.reason)
          },
        },
        call: (async (call: keyof typeof handlers, argument: never) => await handlers[call](argument)) as unknown as Call,
        at: server.at,
        onFailure: (failure) => {
          throw failure
        },
      })
    },
    opening: (person, { password = passwordOf(person), remember = true, address = server.url } = {}) => ({ address, user: server.name(person), password, remember, insistHttp: false }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

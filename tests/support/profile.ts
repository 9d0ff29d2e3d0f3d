import 'fake-indexeddb/auto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { createHash } from 'node:crypto'
import type { FetchedMessage } from '../../shared/connectors/connector'
import type { Sha256 } from '../../shared/domain/journal/ids'
import { instant } from '../../shared/domain/time'
import { err, ok } from '../../shared/lib/result'
import type { Application } from '../../renderer/application/application'
import type { Chance, Clock, FileStore } from '../../renderer/application/ports'
import { createApplication, type Surroundings } from '../../renderer/app/createApplication'

/** Tuesday 24.11.2026, 10:00 in Krasnoyarsk. */
export const tuesdayMorning = instant(Date.UTC(2026, 10, 24, 3))

/** A clock that a test sets. */
export class SetClock implements Clock {
  constructor(public at: number = tuesdayMorning) {}
  now = () => instant(this.at)
}

/** Chance that repeats itself from the seed on. */
export function seededChance(seed: string): Chance {
  let drawn = 0
  return { hex: (bytes) => createHash('sha512').update(`${seed}/${drawn++}`).digest('hex').slice(0, bytes * 2) }
}

/** Attached files in memory: the main process's store without its disk. */
export function filesInMemory(): FileStore & { readonly held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>()
  return {
    held,
    put: (_name, bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256
      held.set(sha256, bytes)
      return Promise.resolve(ok({ sha256, size: bytes.byteLength }))
    },
    read: (sha256) => {
      const bytes = held.get(sha256)
      return Promise.resolve(bytes === undefined ? err('Файла нет в хранилище.') : ok(bytes))
    },
    erase: (sha256) => {
      held.delete(sha256)
      return Promise.resolve(ok(undefined))
    },
    eraseAll: () => {
      held.clear()
      return Promise.resolve(ok(undefined))
    },
  }
}

/** A computer: its disk stays when the program is ended and opened again. */
export interface Computer {
  readonly disk: IDBFactory
  readonly files: ReturnType<typeof filesInMemory>
  readonly clock: SetClock
  readonly chance: Chance
  readonly name: string
}

let computers = 0
/** `name` keeps the computers of one process apart: the storage knows databases by their names. */
export function aComputer(seed = 'computer'): Computer {
  return { disk: new IDBFactory(), files: filesInMemory(), clock: new SetClock(), chance: seededChance(seed), name: `profile${computers++}` }
}

export const start = (computer: Computer, more: Partial<Surroundings> = {}): Promise<Application> =>
  createApplication({
    name: computer.name,
    indexedDB: computer.disk,
    keyRange: IDBKeyRange,
    clock: computer.clock,
    chance: computer.chance,
    files: computer.files,
    call: () => Promise.reject(new Error('There is no main process here')),
    onFailure: (failure) => {
      throw failure
    },
    ...more,
  })

/** A citizen's public message, placed an hour before the test's clock. */
export const fetched = (number: number, change: Partial<FetchedMessage> = {}): FetchedMessage => ({
  type: 'message',
  network: 'vk',
  visibility: 'public',
  externalId: `wall-900000001_${number}`,
  text: `Во дворе дома ${number} не убран снег`,
  author: { externalId: '910000000', name: 'Тестова Мария' },
  link: `https://vk.ru/wall-900000001_${number}`,
  placedAt: instant(tuesdayMorning - 3_600_000),
  attachments: [],
  flags: [],
  ...change,
})

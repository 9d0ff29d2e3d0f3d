import { setTimeout as delay } from 'node:timers/promises'
import { foldCase } from '../../../shared/domain/case/evolve'
import type { CaseState } from '../../../shared/domain/case/caseState'
import type { Command } from '../../../shared/domain/case/command'
import { decide } from '../../../shared/domain/case/decide'
import { recordDecision } from '../../../shared/domain/case/record'
import { sha256Hex } from '../../../shared/domain/journal/canonical'
import type { EventType, JournalEvent } from '../../../shared/domain/journal/event'
import type { CaseId, DeviceId } from '../../../shared/domain/journal/ids'
import { chainStart, hashInId, verify, type StoredEvent } from '../../../shared/domain/journal/seal'
import type { Actor, DepartmentId } from '../../../shared/domain/people/roles'
import { instant } from '../../../shared/domain/time/instant'
import type { ServerLink } from '../../../shared/server/link'
import { SyncEngine } from '../../../renderer/data/sync/engine'
import { emptyRecord, type EventReplica, type FileTransfer, type ReplicaRow, type SyncMemory, type SyncRecord } from '../../../renderer/data/sync/ports'
import type { SyncStatus } from '../../../renderer/application/server/status'
import { directory } from '../../support/journal'
import { sampleEvent } from './samples'
import type { TestServer } from './server'

/** What a computer keeps when the program on it is killed. */
export interface Disk {
  readonly rows: ReplicaRow[]
  readonly events: Map<string, JournalEvent>
  readonly byCase: Map<CaseId, JournalEvent[]>
  record: SyncRecord
}
export const emptyDisk = (): Disk => ({ rows: [], events: new Map(), byCase: new Map(), record: emptyRecord })

/** When the program dies: with its so-many-eth write, before the disk has it or just after. */
export interface Mortality {
  writesLeft: number
  stored: boolean
}

export class Killed extends Error {}

const noFiles: FileTransfer = { upload: () => Promise.resolve('done'), fetch: () => Promise.resolve('absent') }

export interface ClientOptions {
  readonly server: TestServer
  readonly actor: Actor
  readonly disk?: Disk
  readonly link: ServerLink
  readonly files?: FileTransfer
  /** ms by which this computer's clock is wrong. */
  readonly clockError?: () => number
  /** Epoch ms without that error; the machine's own clock when absent. */
  readonly clock?: () => number
  readonly mortality?: () => Mortality | null
  readonly device?: string
  readonly pauses?: readonly number[]
  readonly hold?: number
}

/** One program on one computer, with the real engine and a disk in memory. */
export class Client {
  readonly disk: Disk
  readonly engine: SyncEngine
  readonly putAside: { readonly document: string; readonly reason: string }[] = []
  readonly statuses: SyncStatus[] = []
  /** The program died of a write that its disk did not survive. */
  dead = false
  private readonly listeners = new Set<() => void>()
  private readonly device: DeviceId

  constructor(private readonly options: ClientOptions) {
    this.disk = options.disk ?? emptyDisk()
    this.device = `d${sha256Hex(options.device ?? options.actor.person).slice(0, 16)}` as DeviceId
    this.engine = new SyncEngine({
      link: options.link,
      at: options.server.at,
      replica: this.replica(),
      memory: this.memory(),
      files: options.files ?? noFiles,
      time: {
        now: () => this.now,
        wait: async (ms, cancel) => {
          // Called off = waited long enough.
          await delay(ms, undefined, { signal: cancel }).catch(() => undefined)
        },
      },
      onFault: (failure) => {
        if (!(failure instanceof Killed)) throw failure
        this.dead = true
      },
      pauses: options.pauses ?? [20, 50, 100],
      hold: options.hold ?? 25_000,
    })
    this.engine.status.subscribe(() => this.statuses.push(this.status))
  }

  get actor(): Actor {
    return this.options.actor
  }

  get now(): number {
    return (this.options.clock ?? Date.now)() + (this.options.clockError?.() ?? 0)
  }

  get status(): SyncStatus {
    return this.engine.status.get()
  }

  get department(): DepartmentId | null {
    return this.actor.role === 'department' ? this.actor.department : null
  }

  get cases(): readonly CaseId[] {
    return [...this.disk.byCase.keys()]
  }

  state(caseId: CaseId): CaseState | undefined {
    return foldCase(this.disk.byCase.get(caseId) ?? [])
  }

  /** Stores one event of the kind, as the person here. Durable when it returns. */
  write(type: EventType = this.department === null ? 'NoteAdded' : 'AnswerSubmitted', options: Parameters<typeof sampleEvent>[2] = {}): JournalEvent {
    const event = sampleEvent(type, this.actor, { ...(this.department === null ? {} : { department: this.department }), ...options })
    this.store([event])
    this.tell()
    return event
  }

  /** Decides and stores as the program does; null when the rules disallow it. Throws Killed when the program dies of it. */
  act(caseId: CaseId, command: Command, salt: () => string): readonly JournalEvent[] | null {
    const state = this.state(caseId)
    const original = command.type === 'MarkDuplicate' ? this.state(command.of) : undefined
    const at = instant(Math.round(this.now))
    const decided = decide(command, state, { now: at, actor: this.actor, directory, ...(original === undefined ? {} : { original }) })
    if (!decided.ok) return null
    const events = recordDecision(decided.value, caseId, state, { at, actor: this.actor, device: this.device, last: this.last(), salt })
    this.store(events)
    this.tell()
    return events
  }

  start(): void {
    this.engine.start()
  }

  /** The program is gone; the disk stays. */
  async kill(): Promise<void> {
    this.listeners.clear()
    await this.engine.stop()
  }

  private last() {
    let last = { seq: 0, hash: chainStart, lamport: 0 }
    for (const event of this.disk.events.values()) {
      last = { ...last, lamport: Math.max(last.lamport, event.lamport) }
      if (event.device === this.device && event.deviceSeq > last.seq) last = { ...last, seq: event.deviceSeq, hash: hashInId(event._id) }
    }
    return last
  }

  private die(): { readonly before: boolean; readonly after: boolean } {
    const mortality = this.options.mortality?.() ?? null
    if (mortality === null || --mortality.writesLeft > 0) return { before: false, after: false }
    return { before: !mortality.stored, after: mortality.stored }
  }

  private store(events: readonly StoredEvent[]): { readonly added: number; readonly upTo: number } {
    const death = this.die()
    if (death.before) throw new Killed()
    let added = 0
    for (const event of events) {
      if (this.disk.events.has(event._id)) continue
      added += 1
      this.disk.rows.push({ localSeq: this.disk.rows.length + 1, id: event._id, json: JSON.stringify(event) })
      this.disk.events.set(event._id, event as JournalEvent)
      this.disk.byCase.set(event.caseId, [...(this.disk.byCase.get(event.caseId) ?? []), event as JournalEvent])
    }
    if (death.after) throw new Killed()
    return { added, upTo: this.disk.rows.length }
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }

  private replica(): EventReplica {
    return {
      append: async (events) => {
        for (const event of events) if (!verify(event).ok) throw new Error(`Unverified event ${event._id} reached the journal`)
        await Promise.resolve()
        const stored = this.store(events)
        this.tell()
        return stored
      },
      settled: () => Promise.resolve(),
      after: async (localSeq, limit) => {
        await Promise.resolve()
        return this.disk.rows.slice(localSeq, localSeq + limit)
      },
      onStored: (listener) => {
        this.listeners.add(listener)
        return () => void this.listeners.delete(listener)
      },
      putAside: (document, reason) => {
        this.putAside.push({ document, reason })
        return Promise.resolve()
      },
    }
  }

  private memory(): SyncMemory {
    return {
      load: () => Promise.resolve(this.disk.record),
      save: async (record) => {
        await Promise.resolve()
        const death = this.die()
        if (death.before) throw new Killed()
        this.disk.record = record
        if (death.after) throw new Killed()
      },
    }
  }
}

/**
 * Waits for what the test expects of the other side: asks again after each turn of real work with the server, and gives up with
 * `what` after a minute.
 */
export async function until(server: TestServer, what: string, condition: () => boolean | Promise<boolean>, limit = 45_000): Promise<void> {
  const from = performance.now()
  while (!(await condition())) {
    if (performance.now() - from > limit) throw new Error(`Waited in vain: ${what}`)
    await server.admin({ method: 'GET', path: '/' })
    await delay(2)
  }
}

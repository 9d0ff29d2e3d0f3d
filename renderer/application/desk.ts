import type { CaseState } from '../../shared/domain/case/caseState'
import type { Command } from '../../shared/domain/case/command'
import { decide } from '../../shared/domain/case/decide'
import { evolve } from '../../shared/domain/case/evolve'
import { recordDecision } from '../../shared/domain/case/record'
import type { Rejection } from '../../shared/domain/case/rejections'
import type { JournalEvent } from '../../shared/domain/journal/event'
import type { CaseId, EventId } from '../../shared/domain/journal/ids'
import { hashInId } from '../../shared/domain/journal/seal'
import type { Actor } from '../../shared/domain/people/roles'
import type { Instant } from '../../shared/domain/time'
import { ok, type Result } from '../../shared/lib/result'
import type { CaseStore, Chance, Clock, JournalStore, JournalWriter, OfficeStore, ProfileStore } from './ports'

/** What decisions are made with. */
export interface DeskParts {
  readonly journal: JournalStore
  readonly cases: CaseStore
  readonly office: OfficeStore
  readonly profile: ProfileStore
  readonly clock: Clock
  readonly chance: Chance
}

/** By whom and when; absent members are the person who works here, now. */
export interface InTheNameOf {
  readonly actor?: Actor
  readonly now?: Instant
}

type Last = Awaited<ReturnType<JournalWriter['lastOfDevice']>>

/**
 * One stretch of work at this desk, alone in the journal: decides commands, seals their facts into the device's chain, and
 * appends them all at once. Later commands see what the earlier ones made.
 */
export class Sitting {
  private readonly fresh: JournalEvent[] = []
  private readonly states = new Map<CaseId, CaseState | undefined>()

  constructor(
    private readonly parts: DeskParts,
    private readonly writer: JournalWriter,
    /** Where this workstation's chain goes on. */
    private last: Last,
  ) {}

  /** The case as this sitting has left it. */
  async stateOf(caseId: CaseId): Promise<CaseState | undefined> {
    if (!this.states.has(caseId)) this.states.set(caseId, await this.parts.cases.get(caseId))
    return this.states.get(caseId)
  }

  /** Tells the sitting what is known already: one reading for many cases. */
  learn(states: ReadonlyMap<CaseId, CaseState>, asked: readonly CaseId[]): void {
    for (const caseId of asked) if (!this.states.has(caseId)) this.states.set(caseId, states.get(caseId))
  }

  /** Decides one command; its events wait for `append`. */
  async decide(caseId: CaseId, command: Command, name: InTheNameOf = {}): Promise<Result<readonly EventId[], Rejection>> {
    const state = await this.stateOf(caseId)
    const now = name.now ?? this.parts.clock.now()
    const actor = name.actor ?? this.parts.profile.current.get().actor
    const original = command.type === 'MarkDuplicate' ? await this.stateOf(command.of) : undefined
    const context = { now, actor, directory: this.parts.office.current.get().directory, ...(original === undefined ? {} : { original }) }
    const decided = decide(command, state, context)
    if (!decided.ok) return decided
    const events = recordDecision(decided.value, caseId, state, {
      at: now,
      actor,
      device: this.parts.profile.current.get().device,
      last: this.last,
      salt: () => this.parts.chance.hex(16),
    })
    let next = state
    for (const event of events) {
      next = evolve(next, event)
      this.last = { seq: event.deviceSeq, hash: hashInId(event._id), lamport: event.lamport }
    }
    this.states.set(caseId, next)
    this.fresh.push(...events)
    return ok(events.map((event) => event._id))
  }

  /** Durable when it resolves. Throws StorageFailure. */
  async append(): Promise<void> {
    if (this.fresh.length > 0) await this.writer.append(this.fresh.splice(0))
  }
}

/** Opens a sitting in the queue of all writes: two actions at once come one after the other, and the chain never forks. */
export function sit<T>(parts: DeskParts, work: (sitting: Sitting) => Promise<T>): Promise<T> {
  return parts.journal.exclusively(async (writer) => await work(new Sitting(parts, writer, await writer.lastOfDevice())))
}

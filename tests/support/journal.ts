import { foldCase } from '../../shared/domain/case/evolve'
import type { CaseState } from '../../shared/domain/case/caseState'
import type { Command } from '../../shared/domain/case/command'
import { decide } from '../../shared/domain/case/decide'
import { recordDecision } from '../../shared/domain/case/record'
import type { Rejection } from '../../shared/domain/case/rejections'
import type { CommandOf } from '../../shared/domain/case/rule'
import type { JournalEvent } from '../../shared/domain/journal/event'
import { caseIdFor } from '../../shared/domain/journal/identity'
import type { CaseId, DeviceId, EventId } from '../../shared/domain/journal/ids'
import { chainStart, hashInId } from '../../shared/domain/journal/seal'
import { sha256Hex } from '../../shared/domain/journal/canonical'
import { directorySchema, type Directory } from '../../shared/domain/people/directory'
import type { Actor, DepartmentId, PersonId } from '../../shared/domain/people/roles'
import { instant, type Instant } from '../../shared/domain/time/instant'
import type { Result } from '../../shared/lib/result'

/** Desks that act on cases and now and then exchange events: the whole office in memory, without a clock of its own. */

export const minutes = (count: number) => count * 60_000
export const hours = (count: number) => count * 3_600_000
export const days = (count: number) => count * 86_400_000

/** Tuesday 24.11.2026 10:00 in Krasnoyarsk. */
export const placedAt = instant(Date.UTC(2026, 10, 24, 3, 0))

export const roads = 'roads' as DepartmentId
export const housing = 'housing' as DepartmentId
export const disbanded = 'disbanded' as DepartmentId

export const directory: Directory = directorySchema.parse({
  departments: [
    { id: roads, name: 'Отдел дорожного хозяйства', kind: 'subdivision', topics: ['дорога', 'яма'] },
    { id: housing, name: 'МУП «Теплосети»', kind: 'enterprise', topics: ['отопление'] },
    { id: disbanded, name: 'Отдел связи', kind: 'subdivision', topics: [], closed: true },
  ],
  people: [{ id: 'head-roads', name: 'Дорожкин Пётр Ильич', role: 'department', department: roads, place: 'head' }],
})

export const operator: Actor = { person: 'operator' as PersonId, role: 'operator' }
export const secondOperator: Actor = { person: 'operator-two' as PersonId, role: 'operator' }
export const supervisor: Actor = { person: 'first-deputy' as PersonId, role: 'supervisor' }
export const administrator: Actor = { person: 'keeper' as PersonId, role: 'administrator' }
export const headOf = (department: DepartmentId): Actor => ({ person: `head-${department}` as PersonId, role: 'department', department })
export const deputyOf = (department: DepartmentId): Actor => ({ person: `deputy-${department}` as PersonId, role: 'department', department })

export const aMessage = (over: Partial<CommandOf<'ReceiveMessage'>> = {}): CommandOf<'ReceiveMessage'> => ({
  type: 'ReceiveMessage',
  network: 'vk',
  visibility: 'public',
  placedAt,
  externalId: 'wall-900000001_6001',
  text: 'На улице Мира яма, когда засыплют?',
  author: { externalId: '910000000', name: 'Житель района' },
  link: 'https://vk.ru/wall-900000001_5001?reply=6001',
  attachments: [],
  ...over,
})

/** The office's true time, the same for all desks; each desk's clock may be wrong by its own error. */
export interface Office {
  readonly now: Instant
  pass(ms: number): void
  desk(actor: Actor, options?: { readonly clockError?: number; readonly device?: string }): TestDesk
}

export interface TestDesk {
  readonly actor: Actor
  readonly device: DeviceId
  /** What this desk's clock says. */
  readonly now: Instant
  readonly events: ReadonlyMap<EventId, JournalEvent>
  /** Decides and, when the rules allow, records. `original` as in `DecideContext`; `as` for a person who switches roles here. */
  act(caseId: CaseId, command: Command, options?: { readonly as?: Actor }): Result<readonly JournalEvent[], Rejection>
  /** As `act`, where a rejection is a mistake in the test. */
  must(caseId: CaseId, command: Command, options?: { readonly as?: Actor }): readonly JournalEvent[]
  /** Takes a message in and gives its case. */
  receive(over?: Partial<CommandOf<'ReceiveMessage'>>): CaseId
  eventsOf(caseId: CaseId): readonly JournalEvent[]
  state(caseId: CaseId): CaseState
  find(caseId: CaseId): CaseState | undefined
  /** Takes events as sync would bring them; a department's desk takes only its own. */
  take(events: Iterable<JournalEvent>): void
}

export function openOffice(start: Instant = instant(placedAt + hours(1))): Office {
  let now = start
  let salts = 0
  return {
    get now() {
      return now
    },
    pass(ms) {
      now = instant(now + ms)
    },
    desk(actor, { clockError = 0, device = actor.person } = {}) {
      return openDesk(actor, `d${sha256Hex(device).slice(0, 16)}` as DeviceId, () => instant(now + clockError), () => `salt-${salts++}`)
    },
  }
}

function openDesk(owner: Actor, device: DeviceId, clock: () => Instant, salt: () => string): TestDesk {
  const events = new Map<EventId, JournalEvent>()
  let last = { seq: 0, hash: chainStart, lamport: 0 }
  const eventsOf = (caseId: CaseId) => [...events.values()].filter((event) => event.caseId === caseId)
  const find = (caseId: CaseId) => foldCase(eventsOf(caseId))
  const desk: TestDesk = {
    actor: owner,
    device,
    events,
    get now() {
      return clock()
    },
    eventsOf,
    find,
    state(caseId) {
      const state = find(caseId)
      if (state === undefined) throw new Error('The desk has no such case')
      return state
    },
    act(caseId, command, { as: actor = owner } = {}) {
      const state = find(caseId)
      const original = command.type === 'MarkDuplicate' ? find(command.of) : undefined
      const decided = decide(command, state, { now: clock(), actor, directory, ...(original === undefined ? {} : { original }) })
      if (!decided.ok) return decided
      const recorded = recordDecision(decided.value, caseId, state, { at: clock(), actor, device, last, salt })
      for (const event of recorded) {
        events.set(event._id, event)
        last = { seq: event.deviceSeq, hash: hashInId(event._id), lamport: event.lamport }
      }
      return { ok: true, value: recorded }
    },
    must(caseId, command, options) {
      const result = desk.act(caseId, command, options)
      if (!result.ok) throw new Error(`${command.type} was rejected: ${JSON.stringify(result.error)}`)
      return result.value
    },
    receive(over) {
      const command = aMessage(over)
      const caseId = caseIdFor(command.network, command.externalId ?? command.text)
      desk.must(caseId, command)
      return caseId
    },
    take(incoming) {
      for (const event of incoming) {
        if (owner.role === 'department' && event.department !== owner.department) continue
        events.set(event._id, event)
        last = { ...last, lamport: Math.max(last.lamport, event.lamport) }
      }
    },
  }
  return desk
}

/** All desks end with everything each of them may hold. */
export function sync(...desks: readonly TestDesk[]): void {
  const all = desks.flatMap((desk) => [...desk.events.values()])
  for (const desk of desks) desk.take(all)
}

/** The only event, where one was expected. */
export function only<T>(items: readonly T[]): T {
  const [first, second] = items
  if (first === undefined || second !== undefined) throw new Error(`One was expected, not ${items.length}`)
  return first
}

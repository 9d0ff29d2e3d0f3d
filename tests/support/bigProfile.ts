import { directorySchema, type Directory } from '../../shared/domain/people/directory'
import type { Actor, DepartmentId, PersonId } from '../../shared/domain/people/roles'
import type { Command } from '../../shared/domain/case/command'
import { decide } from '../../shared/domain/case/decide'
import { evolve } from '../../shared/domain/case/evolve'
import { recordDecision } from '../../shared/domain/case/record'
import type { CaseState } from '../../shared/domain/case/caseState'
import type { JournalEvent } from '../../shared/domain/journal/event'
import { caseIdFor } from '../../shared/domain/journal/identity'
import type { CaseId, DeviceId, Sha256 } from '../../shared/domain/journal/ids'
import { chainStart, hashInId } from '../../shared/domain/journal/seal'
import { instant, type Instant } from '../../shared/domain/time'
import { defaultOffice } from '../../renderer/application/office'
import { localOperator } from '../../renderer/application/profile'
import { CaseRows } from '../../renderer/data/caseRows'
import type { Database } from '../../renderer/data/database'
import { monthIn } from '../../renderer/data/store'
import { NamedDocuments } from '../../renderer/data/namedDocuments'
import { foldVersion } from '../../renderer/data/caseRows'
import { EventRows } from '../../renderer/data/eventRows'
import { randomFrom, someName, someText } from './words'

/** An office of so many cases, as it would be after years of work; the same for the same numbers. */
export interface BigProfile {
  readonly closed: number
  readonly open: number
  /** The newest case was placed an hour before; closed ones go back 24 months. */
  readonly now: Instant
  readonly seed?: number
}

const departments = ['roads', 'housing', 'schools', 'health', 'land', 'culture', 'transport', 'trade', 'social', 'youth', 'forest', 'water'] as DepartmentId[]
export const bigDirectory: Directory = directorySchema.parse({
  departments: departments.map((id, index) => ({ id, name: `Отдел ${index + 1}`, kind: 'subdivision', topics: [] })),
  people: [{ id: localOperator, name: 'Оператор', role: 'operator' }],
})
const operator: Actor = { person: localOperator, role: 'operator' }
const headOf = (department: DepartmentId): Actor => ({ person: `head-${department}` as PersonId, role: 'department', department })

const hour = 3_600_000
const spanMs = 24 * 30 * 24 * hour
const device = 'd00000000000000a1' as DeviceId
export const bigCaseId = (number: number): CaseId => caseIdFor('vk', `wall-900000001_${number}`)

/** Writes the profile into databases that are open and empty. `onProgress` hears of cases. */
export async function layBigProfile(database: Database, profile: BigProfile, onProgress: (done: number) => void = () => undefined): Promise<void> {
  const random = randomFrom(profile.seed ?? 1)
  const rows = new CaseRows(database.collections.cases, monthIn(defaultOffice.zone))
  const journal = new EventRows(database.collections.events)
  const total = profile.closed + profile.open
  const chain = { seq: 0, hash: chainStart as Sha256, lamport: 0 }
  let localSeq = 0
  const pieceSize = 500
  for (let from = 0; from < total; from += pieceSize) {
    const states: CaseState[] = []
    const events: JournalEvent[] = []
    for (let number = from; number < Math.min(from + pieceSize, total); number++) {
      // Closed ones first, evenly over the months; the open ones within the last day.
      const placedAt = number < profile.closed ? profile.now - spanMs + Math.floor((number / profile.closed) * (spanMs - 48 * hour)) : profile.now - hour - Math.floor(random() * 20 * hour)
      const made = oneCase(number, instant(placedAt), number < profile.closed, chain, random)
      states.push(made.state)
      events.push(...made.events)
    }
    await Promise.all([journal.insert(events, localSeq + 1), rows.put(states)])
    localSeq += events.length
    onProgress(Math.min(from + pieceSize, total))
  }
  const documents = new NamedDocuments(database.collections.device)
  await documents.save('watermark', { upTo: localSeq, ...chain })
  await documents.save('projection', { foldVersion, zone: defaultOffice.zone })
  await layOffice(database)
}

/** The settings of a used profile without a single case. */
export async function layOffice(database: Database): Promise<void> {
  const documents = new NamedDocuments(database.collections.device)
  await documents.save('profile', { device, mode: 'alone', actor: operator, erasing: false })
  const office = new NamedDocuments(database.collections.office)
  await office.save('name', 'Администрация района')
  await office.save('directory', bigDirectory)
}

/** Cases' events one after another, closed ones, until there are `count` events: what a server holds after years of work. */
export function* bigJournal(count: number, now: Instant): Generator<readonly JournalEvent[]> {
  const random = randomFrom(1)
  const chain = { seq: 0, hash: chainStart as Sha256, lamport: 0 }
  for (let number = 0, made = 0; made < count; number++) {
    const placedAt = instant(now - spanMs + Math.floor((made / count) * (spanMs - 48 * hour)))
    const events = oneCase(number, placedAt, true, chain, random).events.slice(0, count - made)
    made += events.length
    yield events
  }
}

function oneCase(number: number, placedAt: Instant, closed: boolean, chain: { seq: number; hash: Sha256; lamport: number }, random: () => number): { readonly state: CaseState; readonly events: readonly JournalEvent[] } {
  const caseId = bigCaseId(number)
  const department = departments[Math.floor(random() * departments.length)] as DepartmentId
  const events: JournalEvent[] = []
  let state: CaseState | undefined
  let at = placedAt
  const act = (actor: Actor, command: Command, after: number) => {
    at = instant(at + after)
    const decided = decide(command, state, { now: at, actor, directory: bigDirectory })
    if (!decided.ok) throw new Error(`${command.type}: ${decided.error.reason}`)
    const recorded = recordDecision(decided.value, caseId, state, { at, actor, device, last: chain, salt: () => `salt${chain.seq}` })
    for (const event of recorded) {
      state = evolve(state, event)
      events.push(event)
      Object.assign(chain, { seq: event.deviceSeq, hash: hashInId(event._id), lamport: event.lamport })
    }
    return recorded[0]?._id
  }
  const link = `https://vk.ru/wall-900000001_${number}`
  act(operator, {
    type: 'ReceiveMessage', network: 'vk', visibility: 'public', placedAt, externalId: `wall-900000001_${number}`, text: someText(random, 20 + Math.floor(random() * 40)),
    author: { externalId: String(910_000_000 + number), name: someName(random) }, link, attachments: [],
  }, 600_000)
  const way = random()
  if (closed && way < 0.1) act(operator, { type: 'RefuseHandling', ground: 'noSubstance' }, hour)
  else if (closed || way > 0.4) {
    const forwarding = act(operator, { type: 'Forward', to: department, purpose: 'answer', withAuthorName: false }, hour / 2)
    if (forwarding !== undefined && (closed || way > 0.6)) {
      const answer = act(headOf(department), { type: 'SubmitAnswer', forwarding, text: someText(random, 30), attachments: [] }, hour)
      if (answer !== undefined && (way > 0.85 || !closed)) {
        act(operator, { type: 'ReturnAnswer', answer, remarks: someText(random, 10) }, hour / 2)
        if (closed) act(headOf(department), { type: 'SubmitAnswer', forwarding, text: someText(random, 40), attachments: [] }, hour)
      }
      if (closed) act(operator, { type: 'PublishAnswer', text: someText(random, 30), place: 'public', publishedAt: instant(at + hour / 2), by: 'hand', link: `${link}?reply=1` }, hour)
    }
  }
  if (state === undefined) throw new Error('no case')
  return { state, events }
}

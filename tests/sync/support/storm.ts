import { possibleActions } from '../../../shared/domain/case/decide'
import { foldCase } from '../../../shared/domain/case/evolve'
import type { JournalEvent } from '../../../shared/domain/journal/event'
import { canonical } from '../../../shared/domain/journal/canonical'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import type { CaseId } from '../../../shared/domain/journal/ids'
import { linkOf, verifyChain } from '../../../shared/domain/journal/chain'
import type { Actor } from '../../../shared/domain/people/roles'
import { instant } from '../../../shared/domain/time/instant'
import { departmentDatabase, journalDatabase } from '../../../shared/server/names'
import { wellMade } from '../../support/commands'
import { aMessage, directory, housing, placedAt, roads } from '../../support/journal'
import { seededNumbers, unruly } from './chaos'
import { Client, Killed, emptyDisk, until, type Disk, type Mortality } from './client'
import { openWire, type Wire } from './proxy'
import { ask, type TestServer } from './server'

/** The people of one storm; each storm has its own, so that storms may follow each other on one server. */
export const stormPeople = [
  { name: 'storm-operator', roles: ['operator'] as const },
  { name: 'storm-operator-two', roles: ['operator'] as const },
  { name: 'storm-supervisor', roles: ['supervisor'] as const },
  { name: 'storm-head-roads', roles: [{ department: roads }] },
  { name: 'storm-deputy-roads', roles: [{ department: roads }] },
  { name: 'storm-head-housing', roles: [{ department: housing }] },
]

export interface StormReport {
  readonly actions: number
  readonly events: number
  readonly kills: number
  readonly restarts: number
}

const day = 86_400_000

class Computer {
  readonly disk: Disk = emptyDisk()
  client!: Client
  clockError = 0
  mortality: Mortality | null = null

  constructor(
    readonly person: string,
    readonly actor: Actor,
    readonly wire: Wire,
  ) {}
}

/**
 * One storm: `steps` things happen at random (work, broken wires, kills in the middle of a write, restarts, wrong clocks, unruly
 * deliveries); then everything is mended, and every replica is compared. Throws with what is not as it must be.
 */
export async function runStorm(server: TestServer, seed: number, steps: number): Promise<StormReport> {
  const below = seededNumbers(seed)
  let salts = 0
  let kills = 0
  let restarts = 0
  let actions = 0
  /** Every event whose storing the program has been told of; and those that a kill left in doubt, which may stand or not. */
  const acknowledged = new Map<string, JournalEvent>()
  const actorOf = (name: string): Actor => {
    const person = server.name(name)
    if (name.endsWith('roads')) return { person, role: 'department', department: roads }
    if (name.endsWith('housing')) return { person, role: 'department', department: housing }
    return { person, role: name === 'storm-supervisor' ? 'supervisor' : 'operator' }
  }
  const computers: Computer[] = []
  for (const { name } of stormPeople) computers.push(new Computer(name, actorOf(name), await openWire(server.url)))

  const open = (computer: Computer) => {
    const straight = server.link(computer.person, { url: computer.wire.url })
    computer.client = new Client({
      server,
      actor: computer.actor,
      disk: computer.disk,
      device: `${seed}/${computer.person}`,
      // A dead line is noticed in seconds here, not in half a minute.
      link: unruly((request, cancel) => straight({ ...request, deadline: 2_500 }, cancel), below),
      hold: 1_500,
      clock: () => placedAt + 3 * day + performance.now(),
      clockError: () => computer.clockError,
      mortality: () => computer.mortality,
    })
    computer.client.start()
  }
  const kill = async (computer: Computer) => {
    kills += 1
    await computer.client.kill()
    computer.mortality = null
    open(computer)
  }
  const ours = new Set<CaseId>()
  const caseFor = (number: number): CaseId => caseIdFor('vk', `storm-${seed}-${number}`)

  /** Whether there was anything to do. */
  const act = (computer: Computer, place: number): boolean => {
    const { client, actor } = computer
    const mine = client.cases.filter((id) => ours.has(id))
    const words = `слова ${seed}/${place}`
    const number = below(Math.max(4, Math.floor(steps / 12)))
    const caseId = actor.role === 'operator' && (mine.length === 0 || below(4) === 0) ? caseFor(number) : mine[below(Math.max(1, mine.length))]
    if (caseId === undefined) return false
    const state = client.state(caseId)
    const now = instant(Math.round(client.now))
    const original = mine[below(Math.max(1, mine.length))] ?? caseId
    const types = state === undefined ? [] : possibleActions(state, actor, { now, directory })
    const type = types[below(Math.max(1, types.length))]
    if (state === undefined && actor.role !== 'operator') return false
    const command = state === undefined || type === undefined ? aMessage({ externalId: `storm-${seed}-${number}`, text: words }) : wellMade(type, state, actor, { words, pick: below(1000), now, original })
    if (command.type === 'ReceiveMessage' && caseId !== caseFor(number)) return false
    ours.add(caseId)
    const before = new Set(computer.disk.events.keys())
    const made = client.act(caseId, command, () => `salt-${seed}-${salts++}`)
    if (made === null) return false
    actions += 1
    for (const event of made) if (!before.has(event._id)) acknowledged.set(event._id, event)
    return true
  }

  const disturb = async (computer: Computer): Promise<void> => {
    switch (below(12)) {
      case 0: return computer.wire.set('refuse')
      case 1: return computer.wire.set('silent')
      case 2:
      case 3:
      case 4: return computer.wire.set('pass')
      case 5: return computer.wire.cut()
      case 6: return computer.wire.cutAfter(below(4000))
      case 7: return await kill(computer)
      case 8:
        computer.mortality = { writesLeft: 1 + below(6), stored: below(2) === 0 }
        return
      case 9:
        computer.clockError = (below(3) - 1) * below(day)
        return
      case 10: return computer.client.engine.nudge()
      default:
        if (below(8) !== 0) return
        return await blackout()
    }
  }

  let restarting: Promise<void> = Promise.resolve()
  /** Everybody loses the server at once; where the suite may, it is restarted: waited for, or behind the backs of those who work on. */
  const blackout = async () => {
    for (const { wire } of computers) wire.cut()
    restarting = restarting.then(async () => {
      if (await server.restart()) restarts += 1
    })
    // Told of where it is waited for.
    restarting.catch(() => undefined)
    if (below(2) === 0) await restarting
  }

  const workers = computers.filter(({ actor }) => actor.role !== 'supervisor')
  try {
    computers.forEach(open)
    for (let place = 0; place < steps; place++) {
      const disturbing = below(6) === 0
      // The supervisor only reads; the others act, a department twice as often as it would by its number.
      const computer = (disturbing ? computers[below(computers.length)] : workers[below(workers.length)]) as Computer
      try {
        if (disturbing) await disturb(computer)
        // A department that has nothing to do leaves the turn to an operator.
        else if (!act(computer, place)) for (let tries = 4; tries > 0 && !act(computers[below(2)] as Computer, place); tries--);
      } catch (failure) {
        if (!(failure instanceof Killed)) throw failure
        await kill(computer)
      }
      for (const one of computers) if (one.client.dead) await kill(one)
      // The engines run between the steps, as long as the server takes to answer somebody else; now and then a good while.
      for (let turns = below(40) === 0 ? 30 : below(3); turns > 0; turns--) await server.admin({ method: 'GET', path: '/' })
    }

    await restarting
    for (const computer of computers) {
      computer.mortality = null
      computer.clockError = 0
      computer.wire.set('pass')
      await kill(computer)
    }
    // A kill in the middle of a write leaves events that nobody was told of: what is on the disk stands.
    for (const { disk, actor } of computers) for (const event of disk.events.values()) if (event.actor === actor.person) acknowledged.set(event._id, event)
    const expectedOf = ({ actor }: Computer) => [...acknowledged.values()].filter((event) => actor.role !== 'department' || event.department === actor.department)
    for (const computer of computers) {
      await until(
        server,
        `${computer.person} has ${computer.disk.events.size} of ${expectedOf(computer).length}; ${JSON.stringify(computer.client.status)}`,
        () => expectedOf(computer).every((event) => computer.disk.events.has(event._id)) && computer.client.status.unsent === null,
        120_000,
      )
    }
    await compare(server, computers, acknowledged)
  } finally {
    await Promise.allSettled([restarting])
    for (const computer of computers) {
      await computer.client.kill()
      await computer.wire.close()
    }
  }
  return { actions, events: acknowledged.size, kills, restarts }
}

async function compare(server: TestServer, computers: readonly Computer[], acknowledged: ReadonlyMap<string, JournalEvent>): Promise<void> {
  const fail = (what: string): never => {
    throw new Error(what)
  }
  // Earlier storms on the same server have left theirs.
  const devices: ReadonlySet<string> = new Set([...acknowledged.values()].map((event) => event.device))
  const stateful = (computer: Computer): ReadonlyMap<CaseId, string> => {
    const byCase = new Map<CaseId, JournalEvent[]>()
    for (const event of computer.disk.events.values()) if (devices.has(event.device)) byCase.set(event.caseId, [...(byCase.get(event.caseId) ?? []), event])
    return new Map([...byCase].map(([caseId, events]) => [caseId, JSON.stringify(foldCase(events) ?? null)]))
  }
  const first = new Map<string, ReadonlyMap<CaseId, string>>()
  for (const computer of computers) {
    const { disk, actor, client, person } = computer
    const ids = disk.rows.map((row) => row.id)
    if (new Set(ids).size !== ids.length) fail(`${person} has an event twice`)
    for (const [id, event] of disk.events) {
      if (!devices.has(event.device)) continue
      const true_ = acknowledged.get(id) ?? fail(`${person} has an event that nobody wrote: ${id}`)
      if (canonical(true_) !== canonical(event)) fail(`${person} has another content of ${id}`)
      if (actor.role === 'department' && event.department !== actor.department) fail(`${person} has another department’s event`)
    }
    if (client.status.refused.length > 0) fail(`${person} was refused: ${JSON.stringify(client.status.refused)}`)
    if (client.putAside.length > 0) fail(`${person} put aside ${JSON.stringify(client.putAside)}`)
    const view = actor.role === 'department' ? actor.department : 'office'
    const states = stateful(computer)
    const other = first.get(view)
    if (other === undefined) first.set(view, states)
    else {
      for (const [caseId, state] of states) if (other.get(caseId) !== state) fail(`${person} folds ${caseId} otherwise`)
      if (other.size !== states.size) fail(`${person} has ${states.size} cases, not ${other.size}`)
    }
  }
  const office = computers.find(({ actor }) => actor.role === 'supervisor') ?? fail('no supervisor')
  for (const device of devices) {
    const findings = verifyChain([...office.disk.events.values()].filter((event) => event.device === device).map(linkOf))
    if (findings.length > 0) fail(`The chain of ${device}: ${JSON.stringify(findings)}`)
  }
  await compareServer(server, acknowledged, fail)
}

/** The databases hold what they should, and no more: each acknowledged event once. */
async function compareServer(server: TestServer, acknowledged: ReadonlyMap<string, JournalEvent>, fail: (what: string) => never): Promise<void> {
  const devices = new Set([...acknowledged.values()].map((event) => event.device))
  const idsIn = async (database: string) => {
    const { body } = await ask(server.admin, 'GET', `/${database}/_all_docs?include_docs=true&conflicts=true`)
    const rows = body['rows'] as readonly { readonly id: string; readonly doc: { readonly device?: string; readonly _conflicts?: unknown } & Partial<JournalEvent> }[]
    for (const { id, doc } of rows) if (doc._conflicts !== undefined) fail(`${id} has conflicting revisions`)
    return rows.filter(({ doc }) => doc.device !== undefined && (devices as ReadonlySet<string>).has(doc.device)).map(({ id }) => id)
  }
  const journal = new Set(await idsIn(journalDatabase(server.at)))
  for (const id of acknowledged.keys()) if (!journal.has(id)) fail(`The journal has not ${id}`)
  if (journal.size !== acknowledged.size) fail(`The journal has ${journal.size} events, not ${acknowledged.size}`)
  for (const department of [roads, housing]) {
    const own = await idsIn(departmentDatabase(server.at, department))
    for (const id of own) if (acknowledged.get(id)?.department !== department) fail(`${department} has ${id}`)
    const expected = [...acknowledged.values()].filter((event) => event.department === department).length
    if (own.length !== expected) fail(`${department} has ${own.length} events, not ${expected}`)
  }
}

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { conflictsOf } from '../../shared/domain/case/conflicts'
import { canonical } from '../../shared/domain/journal/canonical'
import { caseIdFor } from '../../shared/domain/journal/identity'
import type { CaseId } from '../../shared/domain/journal/ids'
import type { Actor } from '../../shared/domain/people/roles'
import { aMessage, housing, placedAt, roads } from '../support/journal'
import { Client, until } from './support/client'
import { openWire, type Wire } from './support/proxy'
import { openServer, type TestServer } from './support/server'

let server: TestServer
const open: Client[] = []
const wires: Wire[] = []
beforeAll(async () => {
  server = await openServer()
  await server.provision(
    server.plan([roads, housing], [
      { name: 'operator', roles: ['operator'] },
      { name: 'operator-two', roles: ['operator'] },
      { name: 'supervisor', roles: ['supervisor'] },
      { name: 'head-roads', roles: [{ department: roads }] },
      { name: 'deputy-roads', roles: [{ department: roads }] },
    ]),
  )
}, 120_000)
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.kill()))
  await Promise.all(wires.splice(0).map((wire) => wire.close()))
})
afterAll(() => server.close(), 120_000)

const actorOf = (person: string): Actor => {
  const name = server.name(person)
  return person.endsWith('roads') ? { person: name, role: 'department', department: roads } : { person: name, role: person === 'supervisor' ? 'supervisor' : 'operator' }
}
let salts = 0
const salt = () => `salt-${salts++}`

/** A computer on a line that can be taken away. */
async function desk(person: string): Promise<{ readonly client: Client; readonly wire: Wire }> {
  const wire = await openWire(server.url)
  const client = new Client({ server, actor: actorOf(person), link: server.link(person, { url: wire.url }), clock: () => placedAt + 3_600_000 + performance.now(), device: person })
  wires.push(wire)
  open.push(client)
  client.start()
  return { client, wire }
}
const offline = async ({ client, wire }: Awaited<ReturnType<typeof desk>>) => {
  wire.set('refuse')
  wire.cut()
  client.engine.nudge()
  await until(server, 'the network gone', () => client.status.phase.kind === 'unreachable')
}
const online = ({ client, wire }: Awaited<ReturnType<typeof desk>>) => {
  wire.set('pass')
  client.engine.nudge()
}
const kindsAt = (client: Client, caseId: CaseId) => {
  const state = client.state(caseId)
  return state === undefined ? null : conflictsOf(state).map(({ kind, events }) => ({ kind, count: events.length }))
}
const sameAt = (clients: readonly Client[], caseId: CaseId) => new Set(clients.map((client) => canonical(client.state(caseId) ?? null))).size === 1

describe('what people decided without seeing each other', () => {
  it('SY21 two operators forward one message offline: both stand at everyone’s, until one of them is withdrawn', async () => {
    const [one, two, other] = [await desk('operator'), await desk('operator-two'), await desk('supervisor')]
    const caseId = caseIdFor('vk', 'both-forward')
    expect(one.client.act(caseId, aMessage({ externalId: 'both-forward' }), salt)).not.toBeNull()
    await until(server, 'the message at the other', () => two.client.state(caseId) !== undefined)
    await offline(one)
    await offline(two)
    expect(one.client.act(caseId, { type: 'Forward', to: roads, purpose: 'answer', withAuthorName: false }, salt)).toHaveLength(1)
    expect(two.client.act(caseId, { type: 'Forward', to: housing, purpose: 'answer', withAuthorName: false }, salt)).toHaveLength(1)
    expect([kindsAt(one.client, caseId), kindsAt(two.client, caseId)]).toEqual([[], []])
    online(one)
    online(two)
    const all = [one.client, two.client, other.client]
    for (const client of all) await until(server, 'the conflict shown', () => kindsAt(client, caseId)?.length === 1)
    for (const client of all) expect(kindsAt(client, caseId)).toEqual([{ kind: 'forwardedTwice', count: 2 }])
    expect(sameAt(all, caseId)).toBe(true)

    const wrong = two.client.state(caseId)?.forwardings.find(({ to }) => to === housing)?.event
    if (wrong === undefined) throw new Error('No forwarding to withdraw')
    expect(two.client.act(caseId, { type: 'WithdrawForwarding', forwarding: wrong, reason: 'Направлено дважды' }, salt)).toHaveLength(1)
    for (const client of all) await until(server, 'the conflict settled', () => kindsAt(client, caseId)?.length === 0)
    expect(sameAt(all, caseId)).toBe(true)
  })

  it('SY21 two people of one department answer offline: both answers stand at everyone’s, until the operator decides', async () => {
    const [operator, head, deputy] = [await desk('operator'), await desk('head-roads'), await desk('deputy-roads')]
    const caseId = caseIdFor('vk', 'both-answer')
    operator.client.act(caseId, aMessage({ externalId: 'both-answer' }), salt)
    const [forwarded] = operator.client.act(caseId, { type: 'Forward', to: roads, purpose: 'answer', withAuthorName: false }, salt) ?? []
    if (forwarded === undefined) throw new Error('Not forwarded')
    for (const { client } of [head, deputy]) await until(server, 'the forwarding', () => client.state(caseId) !== undefined)
    await offline(head)
    await offline(deputy)
    for (const { client } of [head, deputy]) expect(client.act(caseId, { type: 'SubmitAnswer', forwarding: forwarded._id, text: `Ответ: ${client.actor.person}`, attachments: [] }, salt)).toHaveLength(1)
    online(head)
    online(deputy)
    for (const { client } of [operator, head, deputy]) await until(server, 'the conflict shown', () => kindsAt(client, caseId)?.length === 1)
    for (const { client } of [operator, head, deputy]) expect(kindsAt(client, caseId)).toEqual([{ kind: 'answeredTwice', count: 2 }])

    const answers = operator.client.state(caseId)?.forwardings[0]?.answers ?? []
    expect(answers).toHaveLength(2)
    expect(operator.client.act(caseId, { type: 'ReturnAnswer', answer: answers[0]?.event as never, remarks: 'Взят другой ответ' }, salt)).toHaveLength(1)
    for (const { client } of [operator, head, deputy]) await until(server, 'the conflict settled', () => kindsAt(client, caseId)?.length === 0)
    expect(sameAt([head.client, deputy.client], caseId)).toBe(true)
  })
})

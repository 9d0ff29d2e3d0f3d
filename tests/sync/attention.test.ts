import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from '../../renderer/application/application'
import { byAllTold } from '../../renderer/application/attentionShelf'
import { emptyMemory, merged, type AttentionMemory } from '../../shared/domain/attention'
import { instant } from '../../shared/domain/time'
import { roads } from '../support/journal'
import { until } from './support/client'
import { workplace, type Workplace } from './support/office'
import { openServer, type TestServer } from './support/server'

let server: TestServer
const opened: { readonly application: Application; readonly place: Workplace }[] = []
beforeAll(async () => {
  server = await openServer()
  await server.provision(server.plan([roads], [{ name: 'operator', roles: ['operator'] }, { name: 'operator-two', roles: ['operator'] }, { name: 'racer', roles: ['operator'] }, { name: 'head', roles: [{ department: roads }] }]))
}, 120_000)
afterEach(async () => {
  for (const { application, place } of opened.splice(0)) {
    await application.close()
    place.remove()
  }
})
afterAll(() => server.close(), 120_000)

async function joined(name: string, computer = 'desk'): Promise<Application> {
  const place = workplace(server, `${name}-${computer}`)
  const application = await place.open()
  opened.push({ application, place })
  const done = await application.server.join(place.opening(name))
  if (!done.ok) throw new Error(`${name}: ${JSON.stringify(done.error)}`)
  await until(server, 'at work', () => application.server.status.get().phase.kind === 'working')
  return application
}
const told = (id: string, at: number): AttentionMemory => ({ told: { [id]: instant(at) }, later: {}, passedOver: {} })

describe('what one computer of a person has told', () => {
  it.each(['operator', 'head'])('AT6 %s: his other computer reads it, by a member’s own rights', async (name) => {
    const [desk, laptop] = [await joined(name), await joined(name, 'laptop')]
    const [here, there] = [desk.attentionShelf(), laptop.attentionShelf()]
    expect(await here?.read()).toEqual({ memory: { told: {}, later: {}, passedOver: {} }, revision: null })
    expect(await here?.lay(told('c/one', 1), null)).toBe('laid')
    const laid = await there?.read()
    expect(laid?.memory).toEqual(told('c/one', 1))
    expect(await there?.lay(told('c/two', 2), laid?.revision ?? null)).toBe('laid')
    expect((await here?.read())?.memory).toEqual(told('c/two', 2))
  })

  it('AT6 two computers that tell at one instant: it is told, and both find it told', async () => {
    const shelves = [(await joined('racer')).attentionShelf(), (await joined('racer', 'laptop')).attentionShelf()]
    for (let round = 0; round < 20; round++) {
      const id = `c/${round}`
      const seen = await Promise.all(shelves.map((shelf, place) => {
        const look = (memory: AttentionMemory) => (memory.told[id] === undefined ? { memory: merged(memory, told(id, 10 * round + place)), said: true } : { memory, said: false })
        return byAllTold(shelf, emptyMemory, look, { pruned: (memory) => memory, attended: () => Promise.resolve(true) })
      }))
      expect(seen.some(({ said }) => said)).toBe(true)
      expect((await shelves[0]?.read())?.memory.told[id]).toBeDefined()
    }
  })

  it('AT6 another person reads his own', async () => {
    const other = await joined('operator-two')
    expect((await other.attentionShelf()?.read())?.memory.told).toEqual({})
  })
})

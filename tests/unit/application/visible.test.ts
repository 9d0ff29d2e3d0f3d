import { afterEach, describe, expect, it } from 'vitest'
import type { Application } from '../../../renderer/application/application'
import { openDesk } from '../../../renderer/ui/deadlines/deadlinesContext'
import type { CaseState } from '../../../shared/domain/case/caseState'
import type { Command } from '../../../shared/domain/case/command'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import { openRulebook } from '../../../shared/domain/deadlines'
import type { CaseId, EventId } from '../../../shared/domain/journal/ids'
import type { DepartmentId } from '../../../shared/domain/people/roles'
import { instant } from '../../../shared/domain/time'
import { directory, housing, only, roads } from '../../support/journal'
import { aComputer, fetched, start, type Computer } from '../../support/profile'

const caseOf = (number: number): CaseId => caseIdFor('vk', `wall-900000001_${number}`)
const first = caseOf(1)

let running: Application[] = []
afterEach(async () => {
  for (const app of running) await app.close()
  running = []
})
async function open(computer: Computer): Promise<Application> {
  const app = await start(computer)
  running.push(app)
  await expect.poll(() => app.upkeep.get()).toBeUndefined()
  return app
}
const act = async (app: Application, caseId: CaseId, command: Command): Promise<EventId> => {
  const done = await app.execute(caseId, command)
  if (!done.ok) throw new Error(`${command.type}: ${JSON.stringify(done.error)}`)
  const [event] = done.value
  if (event === undefined) throw new Error(`${command.type} made no event`)
  return event
}
const actAs = (app: Application, department?: DepartmentId) => {
  const { person } = app.actor.get()
  return app.actAs(department === undefined ? { person, role: 'operator' } : { person, role: 'department', department })
}
const toRoads = { type: 'Forward', to: roads, purpose: 'answer', withAuthorName: false } as const

/** A private message whose author stays with the operators, forwarded to the roads' department. */
async function officeWithPrivateMessage(computer = aComputer()) {
  const app = await open(computer)
  await app.saveOffice({ directory })
  await app.intake([fetched(1, { visibility: 'private' }), fetched(2)])
  await act(app, first, { type: 'AddNote', text: 'Звонить после обеда' })
  const forwarding = await act(app, first, toRoads)
  return { app, forwarding }
}

const watched = async (app: Application, caseId: CaseId): Promise<{ seen: (CaseState | undefined)[]; stop: () => void }> => {
  const seen: (CaseState | undefined)[] = []
  const stop = app.cases.watch(caseId, (state) => seen.push(state))
  await expect.poll(() => seen.length).toBeGreaterThan(0)
  return { seen, stop }
}

/** Nothing that was not forwarded, however deep it lies. */
function expectOwnPart(state: CaseState | undefined): void {
  expect(state?.message.text).toContain('не убран снег')
  const everything = JSON.stringify(state)
  for (const hidden of ['Тестова', '910000000', 'https://vk.ru', 'после обеда', 'MessageReceived', 'NoteAdded']) expect(everything).not.toContain(hidden)
  expect(state?.history.every((entry) => entry.department === roads)).toBe(true)
}

describe('PM7 who acts as a department on a computer that holds everything', () => {
  it('PM7 sees its own part of an open case: in the list, the deadlines, the pane', async () => {
    const { app, forwarding } = await officeWithPrivateMessage()
    await actAs(app, roads)
    expectOwnPart(only(app.openCases.get()))
    const own = openDesk(openRulebook(app.office.get()), () => app.office.get().calendar).undated(only(app.openCases.get()))
    expect(own.deadlines?.deadlines.map((deadline) => deadline.id)).toContain('answer')
    expectOwnPart(await app.cases.get(first))
    expectOwnPart((await app.cases.getMany([first, caseOf(2)])).get(first))
    expect(await app.cases.get(caseOf(2))).toBeUndefined()
    const { seen, stop } = await watched(app, first)
    await act(app, first, { type: 'SubmitAnswer', forwarding, text: 'Убрали', attachments: [] })
    await expect.poll(() => seen.at(-1)?.stage).toBe('review')
    seen.forEach(expectOwnPart)
    stop()
    await expect.poll(() => app.openCases.get()[0]?.stage).toBe('review')
    expectOwnPart(only(app.openCases.get()))
  })

  it('PM7 a pane that is open while the role is switched is told anew', async () => {
    const { app } = await officeWithPrivateMessage()
    const { seen, stop } = await watched(app, first)
    expect(seen.at(-1)?.message.author.name).toBe('Тестова Мария')
    await actAs(app, roads)
    expectOwnPart(seen.at(-1))
    await actAs(app, housing)
    expect(seen.at(-1)).toBeUndefined()
    await actAs(app)
    expect(seen.at(-1)?.message.author.name).toBe('Тестова Мария')
    stop()
  })

  it('PM7 sees its own part in the archive, whose months count nothing else', async () => {
    const { app, forwarding } = await officeWithPrivateMessage()
    await actAs(app, roads)
    const answer = await act(app, first, { type: 'SubmitAnswer', forwarding, text: 'Убрали', attachments: [] })
    await actAs(app)
    await act(app, first, { type: 'PublishAnswer', answer, text: 'Убрали', by: 'hand', place: 'private', publishedAt: app.clock.now() })
    await act(app, caseOf(2), { type: 'RefuseHandling', ground: 'insult' })
    expect(await app.cases.closedMonths()).toEqual([{ month: '2026-11', count: 2 }])
    await actAs(app, roads)
    expectOwnPart(only(await app.cases.closedIn('2026-11')))
    expect(await app.cases.closedMonths()).toEqual([{ month: '2026-11', count: 1 }])
    await actAs(app, housing)
    expect(await app.cases.closedIn('2026-11')).toEqual([])
    expect(await app.cases.closedMonths()).toEqual([])
  })

  it('PM6 PM7 what was taken from it, or it declined, stays in its archive with its own words, before and after the case is closed', async () => {
    const { app, forwarding } = await officeWithPrivateMessage()
    const second = await act(app, caseOf(2), toRoads)
    await actAs(app, roads)
    await act(app, first, { type: 'SubmitAnswer', forwarding, text: 'Убираем', attachments: [] })
    await act(app, caseOf(2), { type: 'DeclineForwarding', forwarding: second, reason: 'Не наша дорога' })
    await actAs(app)
    await act(app, first, { type: 'WithdrawForwarding', forwarding, reason: 'Двор, а не дорога' })
    const seenByRoads = async () => {
      await actAs(app, roads)
      const states = await app.cases.closedIn('2026-11')
      return [app.openCases.get().length, await app.cases.closedMonths(), states.map((state) => state.id).sort()]
    }
    expect(await seenByRoads()).toEqual([0, [{ month: '2026-11', count: 2 }], [first, caseOf(2)].sort()])
    const withdrawn = (await app.cases.closedIn('2026-11')).find((state) => state.id === first)
    expectOwnPart(withdrawn)
    expect(JSON.stringify(withdrawn)).toContain('Убираем')
    await actAs(app)
    expect(app.openCases.get()).toHaveLength(2)
    expect(await app.cases.closedMonths()).toEqual([])
    await act(app, first, { type: 'RefuseHandling', ground: 'insult' })
    await act(app, caseOf(2), { type: 'RefuseHandling', ground: 'insult' })
    expect(await seenByRoads()).toEqual([0, [{ month: '2026-11', count: 2 }], [first, caseOf(2)].sort()])
    await actAs(app, housing)
    expect(await app.cases.closedMonths()).toEqual([])
  })

  it('PM7 finds by the words of its own part only, also behind a hundred others’', async () => {
    const { app } = await officeWithPrivateMessage()
    await app.intake(Array.from({ length: 120 }, (_, index) => fetched(index + 10, { placedAt: instant(fetched(1).placedAt + 1 + index) })))
    const found = async (query: string) => (await app.search(query)).map((hit) => [hit.caseId, hit.snippet])
    expect((await found('обеда')).length).toBe(1)
    await actAs(app, roads)
    expect(await found('снега')).toEqual([[first, 'Во дворе дома 1 не убран снег']])
    for (const hidden of ['обеда', 'Тестова', 'wall-900000001_1']) expect(await found(hidden)).toEqual([])
  })

  it('PM7 also after a restart in that role, from the first moment', async () => {
    const computer = aComputer()
    const { app } = await officeWithPrivateMessage(computer)
    await actAs(app, roads)
    running = []
    await app.close()
    expectOwnPart(only((await open(computer)).openCases.get()))
  })

  it('PM7 the journal’s own cases stay whole', async () => {
    const { app } = await officeWithPrivateMessage()
    await actAs(app, roads)
    expect(await app.checkJournal()).toMatchObject({ chains: [], mendedCases: 0 })
    await actAs(app)
    expect((await app.cases.get(first))?.message.author.name).toBe('Тестова Мария')
  })
})

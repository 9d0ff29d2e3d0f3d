import { IDBKeyRange } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import type { Application } from '../../../renderer/application/application'
import { openDatabase } from '../../../renderer/data/database'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import type { CaseId } from '../../../shared/domain/journal/ids'
import { instant } from '../../../shared/domain/time'
import { directory, roads } from '../../support/journal'
import { mortal } from '../../support/mortalStorage'
import { aComputer, fetched, start, tuesdayMorning, type Computer } from '../../support/profile'

const caseOf = (number: number): CaseId => caseIdFor('vk', `wall-900000001_${number}`)

let running: Application[] = []
afterEach(async () => {
  for (const app of running) await app.close()
  running = []
})
async function open(computer: Computer, more: Parameters<typeof start>[1] = {}): Promise<Application> {
  const app = await start(computer, more)
  running.push(app)
  await idle(app)
  return app
}
async function close(app: Application): Promise<void> {
  running = running.filter((other) => other !== app)
  await app.close()
}
const idle = (app: Application) => expect.poll(() => app.upkeep.get()).toBeUndefined()
const found = async (app: Application, query: string) => (await app.search(query)).map((hit) => hit.caseId)
/** Pages are read after the start: a query finds all once they are. */
const eventually = (app: Application, query: string) => expect.poll(() => found(app, query))

describe('search', () => {
  it('finds word forms in open and closed cases, with the places to show', async () => {
    const app = await open(aComputer())
    await app.intake([fetched(1, { text: 'Не убран снег у школы' }), fetched(2, { text: 'Не горит фонарь' })])
    await app.execute(caseOf(1), { type: 'RefuseHandling', ground: 'insult' })
    const [hit] = await app.search('снега')
    expect(hit).toMatchObject({ caseId: caseOf(1), closed: true, snippet: 'Не убран снег у школы', matches: [[9, 13]] })
    expect(await found(app, 'фон')).toEqual([caseOf(2)])
    expect(await found(app, 'снег фонарь')).toEqual([])
    expect(await found(app, '')).toEqual([])
  })

  it('finds what answers say, and new wordings instead of nothing', async () => {
    const app = await open(aComputer())
    await app.saveOffice({ directory })
    await app.intake([fetched(1)])
    const forwarded = await app.execute(caseOf(1), { type: 'Forward', to: roads, purpose: 'answer', withAuthorName: false })
    const forwarding = forwarded.ok ? forwarded.value[0] : undefined
    if (forwarding === undefined) throw new Error('not forwarded')
    await app.execute(caseOf(1), { type: 'SubmitAnswer', forwarding, text: 'Направлен грейдер', attachments: [] })
    expect(await found(app, 'грейдером')).toEqual([caseOf(1)])
  })

  it('finds the same after a restart, also what the pages on disk had not yet', async () => {
    const computer = aComputer()
    const disk = mortal()
    const first = await open(computer, { wrap: disk.wrap, onFailure: () => undefined })
    const before = [1, 2, 3].map((number) => fetched(number, { text: `снег номер ${number}`, placedAt: instant(tuesdayMorning - number * 60_000) }))
    await first.intake(before)
    await first.execute(caseOf(1), { type: 'RefuseHandling', ground: 'insult' })
    await close(first)
    const second = await open(computer, { wrap: disk.wrap, onFailure: () => undefined })
    await eventually(second, 'снег').toEqual([caseOf(2), caseOf(3), caseOf(1)])
    computer.clock.at = instant(Date.UTC(2026, 11, 1, 3))
    await second.execute(caseOf(2), { type: 'RefuseHandling', ground: 'insult' })
    await second.execute(caseOf(1), { type: 'AddNote', text: 'перезвонить' })
    await second.intake([fetched(4, { text: 'снег новый' })])
    // Killed: no page of today's work is written.
    disk.appoint({ at: 1, stored: false })
    await close(second)
    const third = await open(computer)
    await eventually(third, 'снег').toEqual([caseOf(3), caseOf(4), caseOf(2), caseOf(1)])
    expect(await found(third, 'перезвонить')).toEqual([caseOf(1)])
  })

  it('makes the pages anew when one cannot be read', async () => {
    const computer = aComputer()
    const first = await open(computer)
    await first.intake([fetched(1)])
    await first.execute(caseOf(1), { type: 'RefuseHandling', ground: 'insult' })
    await close(first)
    const database = await openDatabase({ name: computer.name, indexedDB: computer.disk, keyRange: IDBKeyRange })
    const pages = (await database.collections.search.find().exec()).filter((row) => row.id.startsWith('month/'))
    expect(pages).toHaveLength(1)
    for (const page of pages) await page.incrementalPatch({ json: '{"v":7}' })
    await database.close()
    await eventually(await open(computer), 'снег').toEqual([caseOf(1)])
  })

  it('forgets erased words, in memory and on disk', async () => {
    const computer = aComputer()
    const app = await open(computer)
    await app.intake([fetched(1, { text: 'Тайна на улице Мира' })])
    await app.execute(caseOf(1), { type: 'RefuseHandling', ground: 'insult' })
    await close(app)
    const again = await open(computer)
    await eventually(again, 'тайна').toEqual([caseOf(1)])
    await again.execute(caseOf(1), { type: 'ErasePersonalData', act: 'Акт 1' })
    expect(await found(again, 'тайна')).toEqual([])
    await close(again)
    const database = await openDatabase({ name: computer.name, indexedDB: computer.disk, keyRange: IDBKeyRange })
    const left = (await database.collections.search.find().exec()).map((row) => row.json).join('\n')
    await database.close()
    expect(left).not.toContain('тайн')
    expect(left).toContain(caseOf(1))
  })

  it('shows a department only its own', async () => {
    const app = await open(aComputer())
    await app.saveOffice({ directory })
    await app.intake([fetched(1), fetched(2)])
    await app.execute(caseOf(1), { type: 'Forward', to: roads, purpose: 'answer', withAuthorName: false })
    await app.actAs({ person: app.actor.get().person, role: 'department', department: roads })
    expect(await found(app, 'снег')).toEqual([caseOf(1)])
  })
})

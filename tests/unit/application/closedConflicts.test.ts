import { afterEach, describe, expect, it } from 'vitest'
import type { Application } from '../../../renderer/application/application'
import type { Command } from '../../../shared/domain/case/command'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import { directory, housing, roads } from '../../support/journal'
import { aComputer, fetched, start, tuesdayMorning, type Computer } from '../../support/profile'
import { instant } from '../../../shared/domain/time'

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
const caseId = caseIdFor('vk', 'wall-900000001_1')
const act = async (app: Application, command: Command) => expect(await app.execute(caseId, command)).toMatchObject({ ok: true })
const copy = async (from: Application, to: Application) => expect(await to.restoreEverything(await from.exportEverything())).toMatchObject({ ok: true })
const publication = (reply: number): Command => ({ type: 'PublishAnswer', text: 'Снег убран', place: 'public', publishedAt: instant(tuesdayMorning), by: 'hand', link: `https://vk.ru/wall-900000001_1?reply=${reply}` })

/** Two desks that answered the same message, unseen by each other; the first has both. */
async function answeredTwice() {
  const [computer, other] = [aComputer('first'), aComputer('second')]
  const [first, second] = [await open(computer), await open(other)]
  await first.saveOffice({ directory })
  await first.intake([fetched(1)])
  await copy(first, second)
  await act(first, publication(1))
  await act(second, publication(2))
  await copy(second, first)
  return { computer, first }
}
const listed = (app: Application) => app.closedConflicts.get().map(({ id, conflicts }) => [id, conflicts.map(({ kind }) => kind)])

describe('closed cases that were decided twice', () => {
  it('CS22 are listed, also after a restart, until a person settles it', async () => {
    const { computer, first } = await answeredTwice()
    await expect.poll(() => listed(first)).toEqual([[caseId, ['publishedTwice']]])
    expect(first.openCases.get()).toEqual([])
    await first.close()
    running = running.filter((app) => app !== first)
    const again = await open(computer)
    await expect.poll(() => listed(again)).toEqual([[caseId, ['publishedTwice']]])
    await act(again, { type: 'AddNote', text: 'Второй ответ удалён со страницы' })
    await expect.poll(() => listed(again)).toEqual([])
  })

  it('CS28 duplicates of each other are listed, by whichever mark came last, until one is open again', async () => {
    const [first, second] = [await open(aComputer('first')), await open(aComputer('second'))]
    const other = caseIdFor('vk', 'wall-900000001_2')
    await first.intake([fetched(1), fetched(2), fetched(3)])
    await copy(first, second)
    await act(first, { type: 'MarkDuplicate', of: other })
    expect(await second.execute(other, { type: 'MarkDuplicate', of: caseId })).toMatchObject({ ok: true })
    expect(await first.execute(caseIdFor('vk', 'wall-900000001_3'), { type: 'MarkDuplicate', of: other })).toMatchObject({ ok: true })
    expect(listed(first)).toEqual([])
    await copy(second, first)
    await expect.poll(() => first.closedConflicts.get().map(({ id }) => id).sort()).toEqual(expect.arrayContaining([caseId, other].sort()))
    await act(first, { type: 'ReopenCase', reason: 'Ответить' })
    await expect.poll(() => listed(first)).toEqual([])
  })

  it('PM7 are no department’s business', async () => {
    const { first } = await answeredTwice()
    await expect.poll(() => listed(first)).toHaveLength(1)
    await first.actAs({ person: first.actor.get().person, role: 'department', department: roads })
    expect(listed(first)).toEqual([])
    await first.actAs({ person: first.actor.get().person, role: 'department', department: housing })
    expect(listed(first)).toEqual([])
  })

  it('CS21 leave the list when they are open again', async () => {
    const { first } = await answeredTwice()
    await expect.poll(() => listed(first)).toHaveLength(1)
    await act(first, { type: 'ReopenCase', reason: 'Разобраться с двумя ответами' })
    await expect.poll(() => listed(first)).toEqual([])
  })
})

import { IDBKeyRange } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import type { Application } from '../../../renderer/application/application'
import { openDatabase, type Collections } from '../../../renderer/data/database'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import type { CaseId } from '../../../shared/domain/journal/ids'
import { err } from '../../../shared/lib/result'
import { directory, roads } from '../../support/journal'
import { mortal } from '../../support/mortalStorage'
import { aComputer, fetched, start, type Computer } from '../../support/profile'

const caseOf = (number: number): CaseId => caseIdFor('vk', `wall-900000001_${number}`)
const first = caseOf(1)

let running: Application[] = []
afterEach(async () => {
  for (const app of running) await app.close()
  running = []
})
async function open(computer: Computer, ...more: [Parameters<typeof start>[1]?]): Promise<Application> {
  const app = await start(computer, ...more)
  running.push(app)
  return app
}
async function close(app: Application): Promise<void> {
  running = running.filter((other) => other !== app)
  await app.close()
}

/** What somebody does to the files while the program is not running. */
async function byHand(computer: Computer, alter: (collections: Collections) => Promise<unknown>): Promise<void> {
  const database = await openDatabase({ name: computer.name, indexedDB: computer.disk, keyRange: IDBKeyRange })
  await alter(database.collections)
  await database.close()
}

async function withTwoEvents(computer: Computer): Promise<void> {
  const app = await open(computer)
  await app.saveOffice({ directory })
  await app.intake([fetched(1), fetched(2)])
  await app.execute(first, { type: 'AddNote', text: 'настоящие слова' })
  await close(app)
}
/** Changes the text of one event of a case, as it lies in its sheaf. */
async function alter({ events }: Collections, caseId: CaseId, type: string, change: (json: string) => string): Promise<void> {
  const sheaves = (await events.find().exec()).filter(({ id }) => id.startsWith(caseId))
  const sheaf = sheaves.find((found) => found.events.some(({ json }) => json.includes(type)))
  if (sheaf === undefined) throw new Error(`no ${type}`)
  await sheaf.incrementalModify((row) => ({ ...row, events: row.events.map((event) => (event.json.includes(type) ? { ...event, json: change(event.json) } : event)) }))
}
const textsIn = async ({ events }: Collections): Promise<readonly string[]> => (await events.find().exec()).flatMap((sheaf) => sheaf.events.map(({ json }) => json))

describe('a document altered by hand', () => {
  it('is put aside and told of, its case goes on without it, and a true copy mends it', async () => {
    const computer = aComputer()
    await withTwoEvents(computer)
    const whole = await open(computer)
    const copy = await whole.exportEverything()
    await close(whole)
    await byHand(computer, (collections) => alter(collections, first, 'NoteAdded', (json) => json.replace('настоящие', 'подменённые')))
    const app = await open(computer)
    const check = await app.checkJournal()
    expect(check).toMatchObject({ mendedCases: 1, chains: [{ kind: 'altered' }] })
    expect(app.journalFindings.get()).toMatchObject([{ reason: 'altered' }])
    expect((await app.cases.get(first))?.notes).toEqual([])
    expect(await app.execute(first, { type: 'AddNote', text: 'дальше' })).toMatchObject({ ok: true })
    await close(app)

    const again = await open(computer)
    expect(again.journalFindings.get()).toHaveLength(1)
    expect(await again.restoreEverything(copy)).toMatchObject({ ok: true, value: { added: 0, refused: [] } })
    expect(again.journalFindings.get()).toEqual([])
    expect((await again.cases.get(first))?.notes.map((note) => note.text)).toEqual(['настоящие слова', 'дальше'])
  })

  it('that is no JSON, or no event, crashes nothing', async () => {
    const computer = aComputer()
    await withTwoEvents(computer)
    await byHand(computer, async (collections) => {
      await alter(collections, first, 'NoteAdded', () => '{"_id":')
      await alter(collections, caseOf(2), 'MessageReceived', () => '[]')
    })
    const app = await open(computer)
    const check = await app.checkJournal()
    expect(check.findings.map((finding) => finding.reason).sort()).toEqual(['notAnEvent', 'notJson'])
    expect(await app.intake([fetched(2)])).toMatchObject({ added: [], alreadyThere: 1 })
  })

  it('a case row is folded anew from its events', async () => {
    const computer = aComputer()
    await withTwoEvents(computer)
    await byHand(computer, async ({ cases }) => {
      const row = await cases.findOne(first).exec()
      await row?.incrementalPatch({ json: '{broken' })
    })
    const app = await open(computer)
    expect((await app.cases.get(first))?.notes).toHaveLength(1)
    expect(app.openCases.get()).toHaveLength(2)
  })

  it('settings that cannot be read fall back, and their text is kept beside the new ones', async () => {
    const computer = aComputer()
    await withTwoEvents(computer)
    await byHand(computer, async ({ office }) => {
      const row = await office.findOne('directory').exec()
      await row?.incrementalPatch({ json: '{"departments":"нет"}' })
    })
    const app = await open(computer)
    expect(app.directory.get()).toEqual({ departments: [], people: [] })
    expect(app.journalFindings.get()).toMatchObject([{ document: 'office/directory' }])
    await app.saveOffice({ directory })
    expect(app.journalFindings.get()).toEqual([])
    await close(app)
    await byHand(computer, async ({ office }) => expect((await office.findOne('broken/directory').exec())?.json).toBe('{"departments":"нет"}'))
  })

  it('an identity that cannot be read begins a chain of its own', async () => {
    const computer = aComputer()
    await withTwoEvents(computer)
    await byHand(computer, async ({ device }) => {
      for (const row of await device.find().exec()) await row.incrementalPatch({ json: 'x' })
    })
    const app = await open(computer)
    expect(await app.execute(first, { type: 'AddNote', text: 'дальше' })).toMatchObject({ ok: true })
    expect(await app.checkJournal()).toMatchObject({ events: 4, chains: [], findings: [], mendedCases: 0 })
  })
})

describe('cases folded by another version of the program', () => {
  it('are folded anew: open ones before the first list, closed ones behind the screens', async () => {
    const computer = aComputer()
    await withTwoEvents(computer)
    const before = await open(computer)
    await before.execute(caseOf(2), { type: 'RefuseHandling', ground: 'insult' })
    const expected = [await before.cases.get(first), await before.cases.get(caseOf(2))]
    await close(before)
    await byHand(computer, async ({ cases, device }) => {
      for (const row of await cases.find().exec()) await row.incrementalPatch({ foldVersion: 0, json: '{"old":"shape"}' })
      await (await device.findOne('projection').exec())?.incrementalPatch({ json: '{"foldVersion":0,"zone":"Asia/Krasnoyarsk"}' })
    })
    const app = await open(computer)
    expect(app.openCases.get()).toEqual([expected[0]])
    expect(await app.cases.get(caseOf(2))).toEqual(expected[1])
    await expect.poll(() => app.upkeep.get()).toBeUndefined()
    await close(app)
    await byHand(computer, async ({ cases }) => {
      for (const row of await cases.find().exec()) expect(row.foldVersion).toBeGreaterThan(0)
    })
  })
})

describe('erasing personal data (1.4)', () => {
  const answerFile = new TextEncoder().encode('a photograph')

  async function answered(app: Application): Promise<void> {
    await app.saveOffice({ directory })
    await app.intake([fetched(1), fetched(2)])
    const photo = await app.attach('двор.jpg', 'image/jpeg', answerFile)
    for (const number of [1, 2]) {
      const forwarded = await app.execute(caseOf(number), { type: 'Forward', to: roads, purpose: 'answer', withAuthorName: true })
      const forwarding = forwarded.ok ? forwarded.value[0] : undefined
      if (forwarding === undefined || !photo.ok) throw new Error('not set up')
      await app.execute(caseOf(number), { type: 'SubmitAnswer', forwarding, text: 'Снег убран', attachments: [photo.value] })
      const written = app.drafts.save(`answer:${forwarding}`, 'черновик с именем')
      await app.drafts.flush()
      await written
    }
  }
  const erase = { type: 'ErasePersonalData', act: 'Акт 1', reason: 'отзыв согласия' } as const

  it('takes the words off the journal, the drafts and the files nobody else uses; hashes and chains stay true', async () => {
    const computer = aComputer()
    const app = await open(computer)
    await answered(app)
    expect(await app.execute(first, erase)).toMatchObject({ ok: true })
    expect((await app.cases.get(first))?.message).toMatchObject({ text: null, author: {} })
    expect(await app.drafts.keys()).toHaveLength(1)
    expect(computer.files.held.size).toBe(1)
    expect(await app.execute(caseOf(2), { ...erase, act: 'Акт 2' })).toMatchObject({ ok: true })
    await expect.poll(() => computer.files.held.size).toBe(0)
    expect(await app.drafts.keys()).toEqual([])
    expect(await app.checkJournal()).toMatchObject({ findings: [], chains: [], mendedCases: 0 })
    await close(app)
    await byHand(computer, async (collections) => {
      const { cases, drafts } = collections
      const left = [...(await textsIn(collections)), ...(await cases.find().exec()).map((row) => row.json)].join('\n')
      for (const word of ['Тестова', 'снег', 'Снег', 'vk.ru']) expect(left).not.toContain(word)
      expect(left).toContain('отзыв согласия')
      expect(await drafts.find().exec()).toEqual([])
    })
  })

  it('is finished at the next start when the program was killed in the middle', async () => {
    for (let at = 1; at <= 12; at++) {
      const computer = aComputer()
      const disk = mortal()
      const dying = await open(computer, { wrap: disk.wrap, onFailure: () => undefined })
      await answered(dying)
      disk.appoint({ at, stored: true })
      await dying.execute(first, erase)
      await close(dying)
      const app = await open(computer)
      expect((await app.cases.get(first))?.message.text).toBeNull()
      expect((await app.drafts.keys()).filter((key) => key.includes(first))).toEqual([])
      await app.execute(caseOf(2), { ...erase, act: 'Акт 2' })
      await expect.poll(() => computer.files.held.size).toBe(0)
      expect(await app.checkJournal()).toMatchObject({ findings: [], chains: [], mendedCases: 0 })
      await close(app)
      await byHand(computer, async (collections) => {
        expect((await textsIn(collections)).join('\n')).not.toContain('Тестова')
      })
    }
  })
})

describe('emptying the profile', () => {
  it('asks for confirmation where the work is real, and leaves nothing', async () => {
    const computer = aComputer()
    const app = await open(computer)
    await app.startAlone({ officeName: 'Администрация', operatorName: 'Первая Оператор' })
    await app.intake([fetched(1)])
    expect(await app.eraseEverything()).toEqual({ ok: false, error: expect.stringContaining('настоящая работа') })
    expect(await app.eraseEverything('eraseRealWork')).toEqual({ ok: true, value: undefined })
    running = []
    const fresh = await open(computer)
    expect(fresh.firstRun.get()).toBe('undecided')
    expect(fresh.openCases.get()).toEqual([])
    expect(fresh.office.get().name).toBe('')
  })

  it('takes the files that no event names, too, and stops before the journal when one stays', async () => {
    const computer = aComputer()
    const app = await open(computer)
    await app.intake([fetched(1)])
    await app.attach('скан.jpg', 'image/jpeg', new Uint8Array([1, 2, 3]))
    const { eraseAll } = computer.files
    Object.assign(computer.files, { eraseAll: () => Promise.resolve(err('файл занят другой программой')) })
    expect(await app.eraseEverything('eraseRealWork')).toEqual({ ok: false, error: 'файл занят другой программой' })
    expect(app.openCases.get()).toHaveLength(1)
    Object.assign(computer.files, { eraseAll })
    expect(await app.eraseEverything('eraseRealWork')).toEqual({ ok: true, value: undefined })
    running = []
    expect(computer.files.held.size).toBe(0)
  })
})

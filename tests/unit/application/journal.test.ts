import { afterEach, describe, expect, it } from 'vitest'
import type { Application } from '../../../renderer/application/application'
import type { CaseState } from '../../../shared/domain/case/caseState'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import type { CaseId } from '../../../shared/domain/journal/ids'
import { instant } from '../../../shared/domain/time'
import { directory, roads } from '../../support/journal'
import { mortal } from '../../support/mortalStorage'
import { aComputer, fetched, start, tuesdayMorning } from '../../support/profile'

const caseOf = (number: number): CaseId => caseIdFor('vk', `wall-900000001_${number}`)
const first = caseOf(1)
const toRoads = { type: 'Forward', to: roads, purpose: 'answer', withAuthorName: false } as const

let running: Application[] = []
afterEach(async () => {
  for (const app of running) await app.close()
  running = []
})
async function open(...args: Parameters<typeof start>): Promise<Application> {
  const app = await start(...args)
  running.push(app)
  return app
}
async function restart(app: Application, computer: Parameters<typeof start>[0]): Promise<Application> {
  await app.close()
  running = running.filter((other) => other !== app)
  return await open(computer)
}
async function state(app: Application, caseId: CaseId = first): Promise<CaseState> {
  const found = await app.cases.get(caseId)
  if (found === undefined) throw new Error('no such case')
  return found
}

describe('intake', () => {
  it('makes one case of a message, however often it is met', async () => {
    const app = await open(aComputer())
    const outcome = await app.intake([fetched(1), fetched(2), fetched(1)])
    expect(outcome).toMatchObject({ added: [first, caseOf(2)], alreadyThere: 1, cancelled: false })
    expect(await app.intake([fetched(1), fetched(2)])).toMatchObject({ added: [], alreadyThere: 2 })
    expect(app.openCases.get().map((found) => found.id).sort()).toEqual([first, caseOf(2)].sort())
  })

  it('records an edit and a deletion by their external key, also within one import', async () => {
    const app = await open(aComputer())
    const edit = { type: 'edit', network: 'vk', visibility: 'public', externalId: 'wall-900000001_1', text: 'Уточняю адрес', attachments: [], flags: [] } as const
    const deletion = { type: 'deletion', network: 'vk', visibility: 'public', externalId: 'wall-900000001_1', by: 'author' } as const
    expect(await app.intake([fetched(1), edit, deletion])).toMatchObject({ added: [first], edited: 1, deleted: 1, unknown: 0 })
    expect((await state(app)).message).toMatchObject({ text: 'Уточняю адрес', deletedByAuthorAt: tuesdayMorning })
    expect(await app.intake([{ ...edit, externalId: 'wall-900000001_404' }])).toMatchObject({ unknown: 1, edited: 0 })
  })

  it('names what the rules refuse and takes the rest', async () => {
    const app = await open(aComputer())
    const outcome = await app.intake([fetched(1, { placedAt: instant(tuesdayMorning + 86_400_000) }), fetched(2)])
    expect(outcome.added).toEqual([caseOf(2)])
    expect(outcome.rejected.map(({ rejection }) => rejection.reason)).toEqual(['inFuture'])
  })

  it('stops between pieces when cancelled, and goes on from there when asked again', async () => {
    const app = await open(aComputer())
    const messages = Array.from({ length: 450 }, (_, index) => fetched(index))
    const cancel = new AbortController()
    const cut = await app.intake(messages, { signal: cancel.signal, onProgress: () => cancel.abort() })
    expect(cut).toMatchObject({ cancelled: true })
    expect(cut.added).toHaveLength(200)
    expect(await app.intake(messages)).toMatchObject({ alreadyThere: 200, cancelled: false })
    expect(app.openCases.get()).toHaveLength(450)
  })
})

describe('an action', () => {
  it('is done once on a double click, and both clicks hear so', async () => {
    const app = await open(aComputer())
    await app.saveOffice({ directory })
    await app.intake([fetched(1)])
    const note = { type: 'AddNote', text: 'Звонил в отдел' } as const
    const [one, two] = await Promise.all([app.execute(first, note), app.execute(first, note)])
    expect(one).toEqual(two)
    expect((await state(app)).notes).toHaveLength(1)
  })

  it('does not fork the chain when two come at once', async () => {
    const app = await open(aComputer())
    await app.saveOffice({ directory })
    await app.intake([fetched(1), fetched(2)])
    const outcomes = await Promise.all([
      app.execute(first, toRoads),
      app.execute(caseOf(2), toRoads),
      app.execute(first, { type: 'AddNote', text: 'раз' }),
      app.execute(first, { type: 'AddNote', text: 'два' }),
    ])
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, true, true])
    expect(await app.checkJournal()).toMatchObject({ events: 6, findings: [], chains: [], mendedCases: 0 })
  })

  it('that the rules disallow is a value with the reason', async () => {
    const app = await open(aComputer())
    await app.intake([fetched(1)])
    expect(await app.execute(first, toRoads)).toEqual({ ok: false, error: { kind: 'rejected', rejection: { reason: 'departmentUnknown', department: roads } } })
    expect(await app.execute(caseOf(9), { type: 'AddNote', text: 'x' })).toMatchObject({ error: { rejection: { reason: 'caseUnknown' } } })
  })

  it('can be taken back while nothing of it is public', async () => {
    const app = await open(aComputer())
    await app.saveOffice({ directory })
    await app.intake([fetched(1)])
    const forwarded = await app.execute(first, toRoads)
    if (!forwarded.ok) throw new Error('not forwarded')
    const event = forwarded.value[0]
    if (event === undefined) throw new Error('no event')
    expect(await app.undo(first, event)).toMatchObject({ ok: true })
    expect((await state(app)).stage).toBe('triage')
    expect(await app.undo(first, event)).toMatchObject({ ok: false })
  })

  it('is told not stored, in Russian, when the disk is full; afterwards the chain goes on unbroken', async () => {
    const computer = aComputer()
    const disk = mortal(new DOMException('no room', 'QuotaExceededError'))
    const app = await open(computer, { wrap: disk.wrap })
    await app.intake([fetched(1)])
    disk.appoint({ at: 1, stored: false })
    const refused = await app.execute(first, { type: 'AddNote', text: 'раз' })
    expect(refused).toMatchObject({ ok: false, error: { kind: 'notStored', detail: expect.stringContaining('не осталось места') } })
    expect((await state(app)).notes).toEqual([])
    disk.appoint(undefined)
    expect(await app.execute(first, { type: 'AddNote', text: 'раз' })).toMatchObject({ ok: true })
    expect(await app.checkJournal()).toMatchObject({ events: 2, chains: [], mendedCases: 0 })
  })

  it('is there once when the disk stored it and died before saying so', async () => {
    const computer = aComputer()
    const disk = mortal()
    const app = await open(computer, { wrap: disk.wrap })
    await app.intake([fetched(1)])
    disk.appoint({ at: 1, stored: true })
    expect(await app.execute(first, { type: 'AddNote', text: 'раз' })).toMatchObject({ error: { kind: 'notStored' } })
    disk.appoint(undefined)
    expect(await app.execute(first, { type: 'AddNote', text: 'два' })).toMatchObject({ ok: true })
    expect((await state(app)).notes.map((note) => note.text)).toEqual(['раз', 'два'])
    expect(await app.checkJournal()).toMatchObject({ events: 3, chains: [], mendedCases: 0 })
  })
})

describe('an action that is stored while the disk takes nothing more', () => {
  it('is told done, and what follows from it is made up for: an erasure is recorded once and takes the words with it', async () => {
    const computer = aComputer()
    const disk = mortal()
    const app = await open(computer, { wrap: disk.wrap })
    await app.intake([fetched(1, { text: 'Тайные слова' })])
    // The event itself is the first write; taking the words out of the others is the second.
    disk.appoint({ at: 2, stored: false })
    expect(await app.execute(first, { type: 'ErasePersonalData', act: 'Акт 1', reason: 'Отзыв согласия' })).toMatchObject({ ok: true })
    disk.appoint(undefined)
    expect(await app.execute(first, { type: 'AddNote', text: 'раз' })).toMatchObject({ ok: true })
    expect(await state(app)).toMatchObject({ erasures: [{ act: 'Акт 1' }], message: { text: null }, notes: [{ text: 'раз' }] })
    expect(await app.execute(first, { type: 'ErasePersonalData', act: 'Акт 1', reason: 'Отзыв согласия' })).toMatchObject({ ok: true })
    expect((await state(app)).history.map((entry) => entry.type)).toEqual(['MessageReceived', 'PersonalDataErased', 'NoteAdded', 'PersonalDataErased'])
    expect(await app.checkJournal()).toMatchObject({ findings: [], chains: [], mendedCases: 0 })
    await restart(app, computer)
  })
})

describe('after a restart', () => {
  it('open and closed cases, settings, the actor and drafts are there', async () => {
    const computer = aComputer()
    const app = await open(computer)
    await app.startAlone({ officeName: 'Администрация', operatorName: 'Оператор Первый' })
    await app.saveOffice({ directory: { ...directory, people: [...app.directory.get().people, ...directory.people] } })
    await app.intake([fetched(1), fetched(2)])
    await app.execute(first, { type: 'RefuseHandling', ground: 'obscenity' })
    await app.actAs({ person: app.actor.get().person, role: 'department', department: roads })
    const written = app.drafts.save('paste', 'недописанное')
    const again = await restart(app, computer)
    await written
    expect(again.firstRun.get()).toBe('alone')
    expect(again.office.get().name).toBe('Администрация')
    expect(again.actor.get()).toMatchObject({ role: 'department', department: roads })
    expect(await again.drafts.load('paste')).toBe('недописанное')
    await again.actAs({ person: again.actor.get().person, role: 'operator' })
    expect(again.openCases.get().map((found) => found.id)).toEqual([caseOf(2)])
    expect(await again.cases.closedMonths()).toEqual([{ month: '2026-11', count: 1 }])
    expect((await again.cases.closedIn('2026-11')).map((found) => found.id)).toEqual([first])
  })

  it('a department sees only what was forwarded to it', async () => {
    const app = await open(aComputer())
    await app.saveOffice({ directory })
    await app.intake([fetched(1), fetched(2)])
    await app.execute(first, toRoads)
    await app.actAs({ person: app.actor.get().person, role: 'department', department: roads })
    expect(app.openCases.get().map((found) => found.id)).toEqual([first])
    expect(await app.cases.get(caseOf(2))).toBeUndefined()
  })
})

describe('the archive', () => {
  it('comes by the office\'s month, latest first, and follows a change of the zone', async () => {
    const computer = aComputer()
    const app = await open(computer)
    await app.intake([fetched(1), fetched(2)])
    // 30 November 20:00 in Moscow is 1 December in Krasnoyarsk.
    computer.clock.at = instant(Date.UTC(2026, 10, 30, 17))
    await app.execute(first, { type: 'RefuseHandling', ground: 'obscenity' })
    computer.clock.at = instant(Date.UTC(2026, 11, 2, 3))
    await app.execute(caseOf(2), { type: 'RefuseHandling', ground: 'insult' })
    expect((await app.cases.closedIn('2026-12')).map((found) => found.id)).toEqual([caseOf(2), first])
    await app.saveOffice({ zone: 'Europe/Moscow' as never })
    const again = await restart(app, computer)
    await expect.poll(() => again.cases.closedMonths()).toEqual([{ month: '2026-12', count: 1 }, { month: '2026-11', count: 1 }])
  })
})

describe('watching', () => {
  it('tells of a case at once and on every change', async () => {
    const app = await open(aComputer())
    const stages: (string | undefined)[] = []
    const seen = new Promise<void>((resolve) => {
      app.cases.watch(first, (found) => {
        stages.push(found?.stage)
        if (stages.length === 3) resolve()
      })
    })
    await Promise.resolve()
    await app.cases.get(first)
    await app.intake([fetched(1)])
    await app.execute(first, { type: 'RefuseHandling', ground: 'insult' })
    await seen
    expect(stages).toEqual([undefined, 'triage', 'closed'])
  })
})

import { unzipSync, zipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import type { Application } from '../../../renderer/application/application'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import type { CaseId } from '../../../shared/domain/journal/ids'
import { directory, roads } from '../../support/journal'
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
  return app
}

/** An office at work: two messages, one forwarded and answered with a file, a draft. */
async function atWork(computer: Computer): Promise<Application> {
  const app = await open(computer)
  await app.startAlone({ officeName: 'Администрация района', operatorName: 'Первая Оператор' })
  await app.saveOffice({ directory: { ...directory, people: [...app.directory.get().people, ...directory.people] }, siteSection: 'https://idra-rayon.ru/info' })
  await app.intake([fetched(1), fetched(2)])
  const forwarded = await app.execute(first, { type: 'Forward', to: roads, purpose: 'answer', withAuthorName: false })
  const photo = await app.attach('снег.jpg', 'image/jpeg', new TextEncoder().encode('not really a picture'))
  if (!forwarded.ok || !photo.ok || forwarded.value[0] === undefined) throw new Error('not set up')
  await app.execute(first, { type: 'SubmitAnswer', forwarding: forwarded.value[0], text: 'Снег убран', attachments: [photo.value] })
  const written = app.drafts.save('paste', 'недописанное')
  await app.drafts.flush()
  await written
  return app
}

/** The same entries, one of them changed or gone. */
function repacked(bytes: Uint8Array, change: (entries: Record<string, Uint8Array>) => void): Uint8Array {
  const entries = { ...unzipSync(bytes) }
  change(entries)
  return zipSync(entries)
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('an export of everything', () => {
  it('makes another computer the same office, with a chain of its own', async () => {
    const there = await atWork(aComputer('there'))
    const bytes = await there.exportEverything()
    const computer = aComputer('here')
    const here = await open(computer)
    expect(await here.restoreEverything(bytes)).toEqual({ ok: true, value: { added: 4, present: 0, refused: [] } })
    expect(here.firstRun.get()).toBe('alone')
    expect(here.office.get()).toEqual(there.office.get())
    expect(await here.cases.get(first)).toEqual(await there.cases.get(first))
    expect(await here.drafts.load('paste')).toBe('недописанное')
    expect([...computer.files.held.values()].map(textOf)).toEqual(['not really a picture'])
    expect(await here.execute(caseOf(2), { type: 'AddNote', text: 'уже здесь' })).toMatchObject({ ok: true })
    expect(await there.execute(caseOf(2), { type: 'AddNote', text: 'ещё там' })).toMatchObject({ ok: true })
    expect(await there.restoreEverything(await here.exportEverything())).toMatchObject({ ok: true, value: { added: 1, present: 4 } })
    expect((await there.cases.get(caseOf(2)))?.notes).toHaveLength(2)
    expect(await there.checkJournal()).toMatchObject({ events: 6, findings: [], chains: [], mendedCases: 0 })
  })

  it('restored twice adds nothing the second time', async () => {
    const there = await atWork(aComputer('there'))
    const bytes = await there.exportEverything()
    expect(await there.restoreEverything(bytes)).toEqual({ ok: true, value: { added: 0, present: 4, refused: [] } })
  })

  it('keeps the settings of an office that has its own, and says which differ', async () => {
    const there = await atWork(aComputer('there'))
    const bytes = await there.exportEverything()
    const here = await open(aComputer('here'))
    await here.startAlone({ officeName: 'Другая', operatorName: 'Вторая Оператор' })
    const restored = await here.restoreEverything(bytes)
    expect(restored).toMatchObject({ ok: true, value: { added: 4, refused: ['Настройка «name» здесь другая: оставлена здешняя.'] } })
    expect(here.office.get()).toMatchObject({ name: 'Другая', siteSection: 'https://idra-rayon.ru/info' })
    expect(here.directory.get().departments).toHaveLength(3)
    expect(here.directory.get().people.find((person) => person.role === 'operator')?.name).toBe('Вторая Оператор')
  })

  it('PM9 is made and taken in by who keeps the office: not by a department, not by a supervisor', async () => {
    const app = await open(aComputer())
    const file = await app.exportEverything()
    const { person } = app.actor.get()
    for (const actor of [{ person, role: 'supervisor' }, { person, role: 'department', department: roads }] as const) {
      await app.actAs(actor)
      await expect(app.exportEverything()).rejects.toThrow()
      expect(await app.restoreEverything(file)).toEqual({ ok: false, error: expect.stringContaining('оператор или администратор') })
    }
    await app.actAs({ person, role: 'administrator' })
    expect((await app.exportEverything()).length).toBeGreaterThan(0)
  })

  it('that is foreign, newer or unreadable is refused in plain words', async () => {
    const here = await open(aComputer())
    const bytes = await here.exportEverything()
    expect(await here.restoreEverything(bytesOf('просто текст'))).toEqual({ ok: false, error: expect.stringContaining('не выгрузка') })
    expect(await here.restoreEverything(zipSync({ 'letter.txt': bytesOf('привет') }))).toEqual({ ok: false, error: expect.stringContaining('не выгрузка') })
    const later = repacked(bytes, (entries) => (entries['manifest.json'] = bytesOf('{"format":"otklik-everything","version":2,"whatever":true}')))
    expect(await here.restoreEverything(later)).toEqual({ ok: false, error: expect.stringContaining('более новой версией') })
    expect(await here.restoreEverything(bytes.slice(0, 40))).toEqual({ ok: false, error: expect.stringContaining('повреждён') })
    expect(await here.restoreEverything(new Uint8Array())).toMatchObject({ ok: false })
  })

  it('that was cut off gives what is whole in it, and says so', async () => {
    const there = await atWork(aComputer('there'))
    const bytes = await there.exportEverything()
    const here = await open(aComputer('here'))
    const restored = await here.restoreEverything(bytes.slice(0, Math.floor(bytes.length * 0.85)))
    expect(restored).toMatchObject({ ok: true, value: { added: 4, refused: expect.arrayContaining([expect.stringContaining('обрезан')]) } })
    expect(await here.drafts.load('paste')).toBe('недописанное')
  })

  it('with an altered event gives the others, and names the line', async () => {
    const there = await atWork(aComputer('there'))
    const bytes = repacked(await there.exportEverything(), (entries) => {
      entries['events/000001.ndjson'] = bytesOf(`${textOf(entries['events/000001.ndjson']).replace('Снег убран', 'Снега не было')}\n{"обрыв`)
    })
    const here = await open(aComputer('here'))
    const restored = await here.restoreEverything(bytes)
    expect(restored).toMatchObject({ ok: true, value: { added: 3 } })
    expect(restored.ok ? restored.value.refused : []).toEqual([
      'events/000001.ndjson, строка 4: изменено после записи.',
      'events/000001.ndjson, строка 5: не читается.',
      'Событий в выгрузке было 4, прочитано 3.',
    ])
    expect((await here.cases.get(first))?.stage).toBe('department')
  })

  it('with damaged settings, drafts or a damaged file takes the rest', async () => {
    const there = await atWork(aComputer('there'))
    const bytes = repacked(await there.exportEverything(), (entries) => {
      entries['office.json'] = bytesOf(textOf(entries['office.json']).replace('Администрация района', 'Подмена'))
      entries['drafts.json'] = bytesOf('[]')
      for (const name of Object.keys(entries)) if (name.startsWith('files/')) entries[name] = bytesOf('other bytes')
    })
    const computer = aComputer('here')
    const here = await open(computer)
    const restored = await here.restoreEverything(bytes)
    expect(restored).toMatchObject({ ok: true, value: { added: 4 } })
    expect(restored.ok ? restored.value.refused : []).toEqual([
      'Настройки управления: часть повреждена, не взяты.',
      expect.stringMatching(/^files\/[0-9a-f]{64}: вложение повреждено\.$/),
      'Черновики: часть повреждена, не взяты.',
    ])
    expect(computer.files.held.size).toBe(0)
    expect(here.office.get().name).toBe('')
  })

  it('is cancelled whole: half a file is no file', async () => {
    const there = await atWork(aComputer('there'))
    const cancel = new AbortController()
    cancel.abort()
    await expect(there.exportEverything({ signal: cancel.signal })).rejects.toThrow()
  })
})

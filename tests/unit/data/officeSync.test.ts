import { describe, expect, it } from 'vitest'
import type { RxCollection } from 'rxdb/plugins/core'
import { Findings } from '../../../renderer/data/findings'
import { NamedDocuments } from '../../../renderer/data/namedDocuments'
import { OfficeSyncDocuments } from '../../../renderer/data/officeReplica'
import { OfficeDocumentsStore } from '../../../renderer/data/officeStore'
import type { NamedRow } from '../../../renderer/data/schemas'
import { Asking } from '../../../renderer/data/sync/asking'
import { followOffice } from '../../../renderer/data/sync/officeSync'
import { DirectoryServer } from '../../support/directoryServer'

/** As much of a collection as named documents use: RxDB opens only so many in one process, and an office has several computers. */
function inMemory(): RxCollection<NamedRow> {
  const rows = new Map<string, NamedRow>()
  const found = (row: NamedRow) => ({ ...row, incrementalPatch: (change: Partial<NamedRow>) => Promise.resolve(rows.set(row.id, { ...row, ...change })) })
  const collection = {
    findOne: (id: string) => ({ exec: () => Promise.resolve(rows.has(id) ? found(rows.get(id) as NamedRow) : null) }),
    find: () => ({ exec: () => Promise.resolve([...rows.values()].map(found)) }),
    insert: (row: NamedRow) => Promise.resolve(rows.set(row.id, row)),
  }
  return collection as unknown as RxCollection<NamedRow>
}

const immediately = () => new Promise((resolve) => setImmediate(resolve))
async function until(what: string, condition: () => boolean): Promise<void> {
  for (let turn = 0; !condition(); turn++) {
    if (turn > 20_000) throw new Error(`Waited in vain for ${what}`)
    await immediately()
  }
}

/** One computer of the office, and whether it speaks with the server now. */
class Desk {
  private following: { readonly cancel: AbortController; readonly ended: Promise<unknown> } | null = null
  private constructor(
    readonly office: OfficeSyncDocuments,
    private readonly store: OfficeDocumentsStore,
    private readonly keeps: boolean,
  ) {}

  /** `keeper`: an administrator's; `reader`: anybody else's. */
  static async open(whose: 'keeper' | 'reader' = 'keeper'): Promise<Desk> {
    const findings = new Findings(inMemory(), () => 0)
    const store = new OfficeDocumentsStore(inMemory(), findings)
    return new Desk(await OfficeSyncDocuments.open(new NamedDocuments(inMemory()), store, findings), store, whose === 'keeper')
  }

  get name(): string {
    return this.store.current.get().name
  }

  /** Until all is read and sent that can be. */
  async follow(server: DirectoryServer, mark = 'server'): Promise<void> {
    const before = server.hanging
    const cancel = new AbortController()
    const ended = followOffice({ asking: new Asking(server.link, () => undefined), at: { prefix: '' }, office: this.office, server: mark, keeps: this.keeps, hold: 25_000, show: () => undefined }, cancel.signal).catch((failure: unknown) => {
      if (!cancel.signal.aborted) throw failure
    })
    this.following = { cancel, ended }
    await Promise.race([ended, until('the end of the exchange', () => server.hanging > before)])
  }

  async away(): Promise<void> {
    this.following?.cancel.abort()
    await this.following?.ended
    this.following = null
  }

  /** One exchange with the server. */
  async exchange(server: DirectoryServer, mark?: string): Promise<void> {
    await this.follow(server, mark)
    await this.away()
  }
}

describe('a document that the server lost', () => {
  it('SY66 is sent anew when it was changed here, and not asked for without end', async () => {
    const server = new DirectoryServer()
    const desk = await Desk.open()
    await desk.office.save({ name: 'Первое' })
    await desk.exchange(server)
    server.documents.clear()
    await desk.office.save({ name: 'Второе' })
    await desk.exchange(server)
    expect(server.value('name')).toBe('Второе')
    expect(desk.office.state()).toMatchObject({ unsent: [], contested: [] })
  })

  it('SY66 made anew by another with a change here is contested', async () => {
    const server = new DirectoryServer()
    const desk = await Desk.open()
    await desk.office.save({ name: 'Первое' })
    await desk.exchange(server)
    server.documents.clear()
    server.write('name', 'Чужое')
    await desk.office.save({ name: 'Второе' })
    await desk.exchange(server)
    expect(desk.office.state()).toMatchObject({ unsent: ['name'], contested: ['name'] })
    server.documents.clear()
    await desk.exchange(server)
    expect(server.value('name')).toBe('Второе')
    expect(desk.office.state()).toMatchObject({ unsent: [], contested: [] })
  })

  it('SY66 a conflict that reading again does not mend waits for a change on the server', async () => {
    const server = new DirectoryServer()
    server.refusing.set('name', { status: 409, reason: 'Document update conflict.' })
    const desk = await Desk.open()
    await desk.office.save({ name: 'Первое' })
    await desk.follow(server)
    expect(server.writes).toBe(2)
    server.refusing.clear()
    server.write('zone', 'Asia/Krasnoyarsk')
    await until('the document there', () => server.value('name') === 'Первое')
  })
})

describe('a server that was restored or made anew', () => {
  it('SY66 an older copy of a document takes nothing away unasked on a keeper’s computer, and all are the same when he has chosen', async () => {
    for (const choice of ['own', 'servers'] as const) {
      const server = new DirectoryServer()
      const [one, two, reader] = [await Desk.open(), await Desk.open(), await Desk.open('reader')]
      const all = [one, two, reader]
      await one.office.save({ name: 'Старое' })
      for (const desk of all) await desk.exchange(server)
      const backup = new Map(server.documents)
      await one.office.save({ name: 'Новое' })
      for (const desk of all) await desk.exchange(server)
      server.restore(backup)
      for (const desk of all) await desk.exchange(server)
      expect([one.name, two.name, server.value('name')]).toEqual(['Новое', 'Новое', 'Старое'])
      expect(one.office.state()).toMatchObject({ unsent: ['name'], contested: ['name'] })
      await one.office.settle('name', choice)
      for (const desk of all) await desk.exchange(server)
      await two.office.settle('name', choice)
      for (const desk of [...all, ...all]) await desk.exchange(server)
      const last = choice === 'own' ? 'Новое' : 'Старое'
      expect([server.value('name'), ...all.map(({ name }) => name)]).toEqual([last, last, last, last])
      for (const desk of all) expect(desk.office.state()).toMatchObject({ unsent: [], contested: [] })
    }
  })

  it('SY66 a change made after the restoring is not overwritten by what was known before', async () => {
    const server = new DirectoryServer()
    const keeper = await Desk.open()
    for (const name of ['Первое', 'Второе', 'Третье']) {
      await keeper.office.save({ name })
      await keeper.exchange(server)
    }
    server.restore(new Map())
    server.write('name', 'После восстановления')
    await keeper.exchange(server)
    expect(server.value('name')).toBe('После восстановления')
    expect(keeper.office.state().contested).toEqual(['name'])
  })

  it('SY66 a server made anew gets the settings back from the first keeper who meets it', async () => {
    const server = new DirectoryServer()
    const [keeper, reader] = [await Desk.open(), await Desk.open('reader')]
    await keeper.office.save({ name: 'Администрация', appealEmail: 'a@example.ru' })
    for (const desk of [keeper, reader]) await desk.exchange(server)
    const anew = new DirectoryServer()
    await reader.exchange(anew, 'another mark')
    expect(anew.documents.size).toBe(0)
    await keeper.exchange(anew, 'another mark')
    expect([anew.value('name'), anew.value('appealEmail'), anew.documents.size]).toEqual(['Администрация', 'a@example.ru', 2])
    await keeper.office.save({ name: 'Новое' })
    for (const desk of [keeper, reader]) await desk.exchange(anew, 'another mark')
    expect([reader.name, keeper.name]).toEqual(['Новое', 'Новое'])
    expect(keeper.office.state()).toMatchObject({ unsent: [], contested: [] })
  })

  it('SY66 of a server that was left nothing is brought to the next', async () => {
    const keeper = await Desk.open()
    await keeper.office.save({ name: 'Администрация' })
    await keeper.exchange(new DirectoryServer())
    await keeper.office.forget()
    const other = new DirectoryServer()
    await keeper.exchange(other, 'another district')
    expect(other.documents.size).toBe(0)
  })

  it('SY66 a copy that is back at the revision here leaves nothing to choose', async () => {
    const server = new DirectoryServer()
    const keeper = await Desk.open()
    await keeper.office.save({ name: 'Первое' })
    await keeper.exchange(server)
    const backup = new Map(server.documents)
    server.write('name', 'Чужое')
    await keeper.office.save({ name: 'Второе' })
    await keeper.exchange(server)
    expect(keeper.office.state().contested).toEqual(['name'])
    server.restore(backup)
    await keeper.exchange(server)
    expect([server.value('name'), keeper.office.state().contested]).toEqual(['Второе', []])
  })
})

describe('saving', () => {
  it('SY66 sends what differs from what stands, and nothing else', async () => {
    const server = new DirectoryServer()
    const keeper = await Desk.open()
    await keeper.office.save({ name: 'Администрация', appealEmail: '', pageRules: '', ownPages: [] })
    expect(keeper.office.state().unsent).toEqual(['name'])
    await keeper.exchange(server)
    await keeper.office.save({ name: 'Администрация' })
    expect(keeper.office.state().unsent).toEqual([])
    expect(server.writes).toBe(1)
  })
})

describe('a document that the server will not have', () => {
  it.each([[403, 'forbidden'], [413, 'tooLarge']] as const)('SY66 %i is named with its reason, the others are sent, and it is not offered at every turn', async (status, code) => {
    const server = new DirectoryServer()
    server.refusing.set('name', { status, reason: 'the server’s words' })
    const desk = await Desk.open()
    await desk.office.save({ name: 'Моё', appealEmail: 'a@example.ru' })
    await desk.follow(server)
    server.write('zone', 'Asia/Krasnoyarsk')
    await until('the reading', () => server.hanging > 0)
    expect(server.writes).toBe(2)
    expect(server.value('appealEmail')).toBe('a@example.ru')
    expect(desk.office.state()).toEqual({ unsent: ['name'], contested: [], refused: [{ name: 'name', code, detail: 'the server’s words' }] })
    await desk.away()
  })

  it('SY66 is offered again when a person says so, or given up for the server’s', async () => {
    const server = new DirectoryServer()
    const desk = await Desk.open()
    server.write('name', 'На сервере')
    await desk.exchange(server)
    server.refusing.set('name', { status: 403, reason: '' })
    await desk.office.save({ name: 'Моё' })
    await desk.follow(server)
    await desk.office.settle('name', 'own')
    await until('the second refusal', () => server.writes === 2 && desk.office.state().refused.length === 1)
    await desk.office.settle('name', 'servers')
    await until('the server’s', () => desk.name === 'На сервере')
    expect(desk.office.state()).toEqual({ unsent: [], contested: [], refused: [] })
    server.refusing.clear()
    await desk.away()
    await desk.exchange(server)
    expect([server.value('name'), server.writes]).toEqual(['На сервере', 2])
  })
})

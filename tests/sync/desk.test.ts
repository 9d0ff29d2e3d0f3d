import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Application } from '../../renderer/application/application'
import { headlineOf } from '../../renderer/application/server/status'
import type { Directory } from '../../shared/domain/people/directory'
import { journalDatabase } from '../../shared/server/names'
import { giveRoles, renewPassword } from '../../shared/server/provision/users'
import { housing, roads } from '../support/journal'
import { fetched } from '../support/profile'
import { until } from './support/client'
import { workplace, type Workplace } from './support/office'
import { openWire } from './support/proxy'
import { sampleEvent } from './support/samples'
import { ask, openServer, passwordOf, type TestServer } from './support/server'

let server: TestServer
let opened: { readonly application: Application; readonly place: Workplace }[] = []
beforeAll(async () => {
  server = await openServer()
}, 120_000)
beforeEach(async () => {
  await server.provision(
    server.plan([roads, housing], [
      { name: 'operator', roles: ['operator'] },
      { name: 'operator-two', roles: ['operator'] },
      { name: 'keeper', roles: ['operator', 'administrator'] },
      { name: 'other-keeper', roles: ['administrator'] },
      { name: 'head', roles: [{ department: roads }] },
      { name: 'changed', roles: ['operator'] },
      { name: 'mended', roles: ['operator'] },
      { name: 'restored', roles: ['operator'] },
      { name: 'moved', roles: ['operator'] },
    ]),
  )
}, 120_000)
afterEach(async () => {
  for (const { application, place } of opened) {
    await application.close()
    place.remove()
  }
  opened = []
})
afterAll(() => server.close(), 120_000)

const at = async (place: Workplace): Promise<Application> => {
  const application = await place.open()
  opened.push({ application, place })
  return application
}
const close = async (application: Application) => {
  opened = opened.filter((one) => one.application !== application)
  await application.close()
}
const desk = async (name: string) => {
  const place = workplace(server, name)
  return { place, application: await at(place) }
}
const headline = ({ server: joined }: Application) => headlineOf(joined.status.get())
const allSent = (application: Application) => until(server, 'all sent', () => headline(application).kind === 'allSent')
const structures: Directory = {
  departments: [
    { id: roads, name: 'Отдел дорог', kind: 'subdivision', topics: [] },
    { id: housing, name: 'Отдел жилья', kind: 'subdivision', topics: [] },
  ],
  people: [],
}
let messages = 0
/** A message nobody has met, taken in at this desk. */
const takeIn = async (application: Application) => {
  const message = fetched(++messages, { placedAt: application.clock.now() })
  const { added } = await application.intake([message])
  const [caseId] = added
  if (caseId === undefined) throw new Error('The message was not taken in')
  return caseId
}

describe('joining', () => {
  it('SY62 the person and the role are the server’s; of several roles one is chosen, and no other can be taken', async () => {
    const { place, application } = await desk('keeper')
    expect(application.firstRun.get()).toBe('undecided')
    expect(await application.server.join(place.opening('keeper', { password: 'wrong' }))).toEqual({ ok: false, error: { reason: 'password' } })
    expect(application.server.joined.get()).toBeNull()
    expect(await application.server.join(place.opening('keeper'), 'administrator')).toMatchObject({ ok: true, value: { standing: { roles: ['operator', 'administrator'] } } })
    expect(application.firstRun.get()).toBe('server')
    expect(application.actor.get()).toEqual({ person: server.name('keeper'), role: 'administrator' })
    await application.actAs({ person: server.name('keeper'), role: 'operator' })
    expect(application.actor.get().role).toBe('operator')
    await expect(application.actAs({ person: server.name('keeper'), role: 'supervisor' })).rejects.toThrow('does not give')
    await allSent(application)
  })

  it('SY62 a role that the server takes away is taken away here', async () => {
    const { place, application } = await desk('changed')
    await application.server.join(place.opening('changed'))
    await allSent(application)
    await giveRoles(server.admin, server.at, { name: server.name('changed'), roles: ['supervisor'] })
    await until(server, 'the new role', () => {
      // A server may know his former roles for a moment longer.
      if (headline(application).kind === 'allSent') application.server.nudge()
      return application.actor.get().role === 'supervisor'
    })
    expect(application.server.joined.get()).toMatchObject({ standing: { roles: ['supervisor'] } })
  })

  it('SY63 a computer with a journal of its own joins after the administrator has brought it along', async () => {
    const { place, application } = await desk('alone')
    await application.startAlone({ officeName: 'Администрация', operatorName: 'Тестова Ольга' })
    await application.saveOffice({ directory: { ...structures, people: application.directory.get().people } })
    const caseId = await takeIn(application)
    const file = await application.attach('answer.txt', 'text/plain', new TextEncoder().encode('Снег убран'))
    if (!file.ok) throw new Error(file.error)
    await application.execute(caseId, { type: 'Forward', to: roads, purpose: 'answer', withAuthorName: false })
    const forwarding = (await application.cases.get(caseId))?.forwardings[0]
    if (forwarding === undefined) throw new Error('Not forwarded')
    await application.execute(caseId, { type: 'SubmitAnswer', forwarding: forwarding.event, text: 'Снег убран', attachments: [file.value] })

    expect(await application.server.join(place.opening('operator'))).toEqual({ ok: false, error: { reason: 'ownJournal' } })
    expect(application.firstRun.get()).toBe('alone')
    expect(await application.server.bringAlong(place.opening('operator'))).toEqual({ ok: false, error: { reason: 'notAdministrator' } })
    const given = process.env['COUCHDB_URL']
    const admin = given === undefined ? { user: 'admin', password: 'admin' } : { user: decodeURIComponent(new URL(given).username), password: decodeURIComponent(new URL(given).password) }
    const progress: number[] = []
    const brought = await application.server.bringAlong({ ...place.opening('operator'), ...admin }, { onProgress: ({ done }) => progress.push(done) })
    expect(brought).toEqual({ ok: true, value: { added: 3, there: 0, filesMissing: 0, cancelled: false } })
    expect(progress).toEqual([3])
    expect(await application.server.bringAlong({ ...place.opening('operator'), ...admin })).toMatchObject({ value: { added: 0, there: 3 } })
    expect(await application.server.join(place.opening('operator'))).toMatchObject({ ok: true })
    await allSent(application)

    const head = await desk('head')
    await head.application.server.join(head.place.opening('head'))
    await until(server, 'the case at the department', async () => (await head.application.cases.get(caseId)) !== undefined)
    await until(server, 'the structures at the department', () => head.application.directory.get().departments.length === 2)
    expect(await head.application.server.fetchFile(file.value.sha256)).toBe('done')
    expect(await head.place.files.has(file.value.sha256)).toBe(true)
  }, 90_000)

  it('SY63 the training set goes to no server', async () => {
    const { place, application } = await desk('trainee')
    await application.loadTraining()
    expect(await application.server.join(place.opening('operator'))).toEqual({ ok: false, error: { reason: 'training' } })
  })
})

describe('at the start', () => {
  it('SY64 a remembered password is not asked for; without a keyring it is, and meanwhile the work goes on and is counted', async () => {
    const [remembering, forgetting] = [workplace(server, 'remembering'), workplace(server, 'forgetting', { withKeyring: false })]
    for (const place of [remembering, forgetting]) {
      const application = await at(place)
      await application.server.join(place.opening('operator'))
      await allSent(application)
      await close(application)
    }
    const first = await at(remembering)
    await allSent(first)
    expect(first.server.joined.get()).toMatchObject({ remember: true })
    const second = await at(forgetting)
    expect(second.server.joined.get()).toMatchObject({ remember: false })
    expect(headline(second)).toEqual({ kind: 'stopped', reason: 'noPassword' })
    const caseId = await takeIn(second)
    await until(server, 'the count', () => second.server.status.get().unsent?.count === 1)
    expect(await second.server.signIn('wrong', false)).toEqual({ ok: false, error: { reason: 'password' } })
    expect(headline(second)).toEqual({ kind: 'stopped', reason: 'noPassword' })
    expect(await second.server.signIn(passwordOf('operator'), false)).toMatchObject({ ok: true })
    await allSent(second)
    await until(server, 'the message at the other desk', async () => (await first.cases.get(caseId)) !== undefined)
  })

  it('SY64 a password changed on the server is asked for, and with the new one all goes on', async () => {
    const place = workplace(server, 'mended')
    const before = await at(place)
    await before.server.join(place.opening('mended'))
    await allSent(before)
    await close(before)
    await renewPassword(server.admin, server.name('mended'), 'a-password-of-today')
    const application = await at(place)
    await until(server, 'the refusal', () => headline(application).kind === 'stopped')
    expect(headline(application)).toEqual({ kind: 'stopped', reason: 'password' })
    expect(await application.server.signIn('mistyped', true)).toEqual({ ok: false, error: { reason: 'password' } })
    expect(headline(application)).toEqual({ kind: 'stopped', reason: 'password' })
    application.server.nudge()
    expect(headline(application)).toEqual({ kind: 'stopped', reason: 'password' })
    await takeIn(application)
    await until(server, 'the count', () => application.server.status.get().unsent?.count === 1)
    expect(await application.server.signIn('a-password-of-today', true)).toMatchObject({ ok: true })
    await allSent(application)
    await close(application)
    const again = await at(place)
    await allSent(again)
    // Signed in without remembering, the one that was remembered is forgotten.
    expect(await again.server.signIn('a-password-of-today', false)).toMatchObject({ ok: true })
    await allSent(again)
    await close(again)
    expect(headline(await at(place))).toEqual({ kind: 'stopped', reason: 'noPassword' })
  })

  it('SY64 a password that the server takes again is found good by a test, and all goes on', async () => {
    const place = workplace(server, 'restored')
    const before = await at(place)
    await before.server.join(place.opening('restored'))
    await allSent(before)
    await close(before)
    await renewPassword(server.admin, server.name('restored'), 'a-password-of-today')
    const application = await at(place)
    await until(server, 'the refusal', () => headline(application).kind === 'stopped')
    const { password: _given, ...remembered } = place.opening('restored')
    expect(await application.server.test(remembered)).toEqual({ ok: false, error: { reason: 'password' } })
    expect(headline(application)).toEqual({ kind: 'stopped', reason: 'password' })
    await renewPassword(server.admin, server.name('restored'), passwordOf('restored'))
    expect(await application.server.test(remembered)).toMatchObject({ ok: true })
    await allSent(application)
  })

  it('SY65 what is done while the server is away is counted as it is done, also from the start on', async () => {
    const wire = await openWire(server.url)
    const place = workplace(server, 'away')
    const application = await at(place)
    await application.server.join(place.opening('operator', { address: wire.url }))
    await allSent(application)
    await close(application)
    wire.set('refuse')
    const later = await at(place)
    await until(server, 'the absence', () => headline(later).kind === 'unreachable')
    await takeIn(later)
    await takeIn(later)
    await until(server, 'both counted', () => later.server.status.get().unsent?.count === 2)
    expect(headline(later)).toMatchObject({ kind: 'unreachable', unsent: 2 })
    wire.set('pass')
    later.server.nudge()
    await allSent(later)
    await close(later)
    await wire.close()
  })
})

describe('the office’s documents', () => {
  it('SY66 what the administrator changes is everyone’s; nobody else may', async () => {
    const keeper = await desk('keeper')
    await keeper.application.server.join(keeper.place.opening('keeper'), 'administrator')
    await keeper.application.saveOffice({ name: 'Администрация Тестового района', directory: structures })
    // He may have saved before he had seen what another test left on the server.
    await until(server, 'his settings there', async () => {
      for (const name of keeper.application.server.status.get().office.contested) await keeper.application.server.settleOffice(name, 'own')
      return headline(keeper.application).kind === 'allSent'
    })
    for (const person of ['head', 'operator']) {
      const { place, application } = await desk(person)
      await application.server.join(place.opening(person))
      await until(server, 'the structures', () => application.directory.get().departments.some(({ name }) => name === 'Отдел жилья') && application.office.get().name === 'Администрация Тестового района')
      expect(application.mayKeepOffice.get()).toBe(false)
      await expect(application.saveOffice({ name: 'Другая' })).rejects.toThrow('administrator')
      // Only so many databases may be open in one process of the tests.
      await close(application)
    }
    expect(keeper.application.mayKeepOffice.get()).toBe(true)
    await keeper.application.actAs({ person: server.name('keeper'), role: 'operator' })
    expect(keeper.application.mayKeepOffice.get()).toBe(false)
  })

  it('SY66 of two changes unseen by each other the second is named, and a person settles it', async () => {
    const wire = await openWire(server.url)
    const [one, two] = [await desk('keeper'), await desk('other-keeper')]
    await one.application.server.join(one.place.opening('keeper'), 'administrator')
    await two.application.server.join(two.place.opening('other-keeper', { address: wire.url }))
    await one.application.saveOffice({ appealEmail: 'first@example.ru' })
    await until(server, 'the first', () => two.application.office.get().appealEmail === 'first@example.ru')
    wire.set('refuse')
    await two.application.saveOffice({ appealEmail: 'unseen@example.ru' })
    await one.application.saveOffice({ appealEmail: 'second@example.ru' })
    await allSent(one.application)
    wire.set('pass')
    two.application.server.nudge()
    await until(server, 'the dispute', () => headline(two.application).kind === 'contested')
    expect(two.application.office.get().appealEmail).toBe('unseen@example.ru')
    await two.application.server.settleOffice('appealEmail', 'own')
    await until(server, 'the settled one', () => one.application.office.get().appealEmail === 'unseen@example.ru')
    await allSent(two.application)
    await close(two.application)
    await wire.close()
  })
})

describe('leaving', () => {
  it('SY67 keeps the journal and works alone, or erases everything; the password is forgotten either way', async () => {
    const { place, application } = await desk('leaver')
    await application.server.join(place.opening('operator'))
    const caseId = await takeIn(application)
    await allSent(application)
    expect(await application.server.leave('keep')).toEqual({ ok: true, value: undefined })
    expect(application.firstRun.get()).toBe('alone')
    expect(application.server.joined.get()).toBeNull()
    expect(headline(application)).toEqual({ kind: 'off' })
    expect(await application.cases.get(caseId)).toBeDefined()
    expect(application.mayKeepOffice.get()).toBe(true)
    const { password: _given, ...remembered } = place.opening('operator')
    expect(await application.server.test(remembered)).toMatchObject({ ok: false, error: { reason: 'opening', why: 'noPassword' } })
    // All of it is on the server: it joins again without an administrator.
    expect(await application.server.join(place.opening('operator'))).toMatchObject({ ok: true })
    await allSent(application)
    expect(await application.server.leave('erase')).toEqual({ ok: true, value: undefined })
    opened = opened.filter((one) => one.application !== application)
    const anew = await at(place)
    expect(anew.firstRun.get()).toBe('undecided')
    expect(await anew.cases.get(caseId)).toBeUndefined()
  })

  it('SY67 who was of the office and is a structure’s now does not keep the whole journal', async () => {
    const { place, application } = await desk('moved')
    await application.server.join(place.opening('moved'))
    const caseId = await takeIn(application)
    await allSent(application)
    expect(application.server.joined.get()).toMatchObject({ holdsOthers: false })
    await giveRoles(server.admin, server.at, { name: server.name('moved'), roles: [{ department: roads }] })
    await until(server, 'the new standing', () => {
      if (headline(application).kind === 'allSent') application.server.nudge()
      return application.actor.get().role === 'department'
    })
    expect(application.server.joined.get()).toMatchObject({ standing: { kind: 'department' }, holdsOthers: true })
    expect(await application.cases.get(caseId)).toBeUndefined()
    expect(await application.server.leave('keep')).toMatchObject({ ok: false, error: expect.stringContaining('не вашей структуры') as string })
    expect(application.firstRun.get()).toBe('server')
    // Also after a restart, when the server says nothing new.
    await close(application)
    const again = await at(place)
    expect(await again.server.leave('keep')).toMatchObject({ ok: false })
    expect(again.server.joined.get()).not.toBeNull()
    expect(await again.server.leave('erase')).toEqual({ ok: true, value: undefined })
    opened = opened.filter((one) => one.application !== again)
    const anew = await at(place)
    expect(await anew.server.join(place.opening('moved'))).toMatchObject({ ok: true })
    expect(anew.server.joined.get()).toMatchObject({ holdsOthers: false })
  })
})

it('SY18 a forged copy stays told of after a restart', async () => {
  const { place, application } = await desk('forged')
  const event = sampleEvent('NoteAdded', { person: server.name('operator'), role: 'operator' })
  // Only the server's own administrator can do this.
  const rev = 'f'.repeat(32)
  await ask(server.admin, 'POST', `/${journalDatabase(server.at)}/_bulk_docs`, { new_edits: false, docs: [{ ...event, personal: { text: 'Подлог' }, _rev: `1-${rev}`, _revisions: { start: 1, ids: [rev] } }] })
  await application.server.join(place.opening('operator'))
  await until(server, 'the forged copy told of', () => application.server.mismatches.get() === 1)
  await close(application)

  const again = await at(place)
  await allSent(again)
  expect(again.server.mismatches.get()).toBe(1)
})

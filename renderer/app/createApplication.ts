import { attachFile } from '../application/attach'
import { attentionShelf } from '../application/attentionShelf'
import type { Application } from '../application/application'
import { exportEverything } from '../application/backup/export'
import { restoreEverything } from '../application/backup/restore'
import { eraseBesides, eraseEverything } from '../application/erasure'
import { Actions } from '../application/execute'
import { startAlone } from '../application/firstRun'
import { takeIn } from '../application/intake'
import { derived } from '../application/observable'
import type { Chance, Clock, FileStore } from '../application/ports'
import { search } from '../application/search'
import { followClosedConflicts } from '../application/closedConflicts'
import { readErasures } from '../application/server/erasures'
import { gives } from '../application/server/joined'
import { loadTraining } from '../application/training'
import { visibleTo } from '../application/visible'
import { workBehindScreens } from './behindScreens'
import { monthIn, openStore, type StoreOptions } from '../data/store'
import { keepsOffice } from '../../shared/domain/people/permissions'
import type { Actor } from '../../shared/domain/people/roles'
import type { Topology } from '../../shared/server/names'
import type { Call } from './bridgePorts'
import { openServer } from './openServer'
import { err } from '../../shared/lib/result'

export interface Surroundings extends Pick<StoreOptions, 'name' | 'indexedDB' | 'keyRange' | 'wrap' | 'onMigration'> {
  readonly clock: Clock
  readonly chance: Chance
  readonly files: FileStore
  /** The main process, for all that concerns the server. */
  readonly call: Call
  /** Names of the server's databases; in an office there is no prefix. */
  readonly at?: Topology
  /** Hears of what failed behind the screens: the disk's refusals, which are tried again, and bugs. */
  readonly onFailure: (failure: unknown) => void
}

/** Wires a profile's storage, the rules and the desktop into what screens ask. Throws StorageFailure when it cannot be opened. */
export async function createApplication(surroundings: Surroundings): Promise<Application> {
  const { clock, files } = surroundings
  const store = await openStore(surroundings)
  const desk = { journal: store.journal, cases: store.cases, office: store.office, profile: store.profile, clock, chance: surroundings.chance }
  const backup = { ...desk, drafts: store.drafts, files }
  const erasure = { journal: store.journal, drafts: store.drafts, files, toDo: store.toDo }
  const conflicts = followClosedConflicts({ cases: store.cases, toDo: store.toDo, onFailure: surroundings.onFailure })
  await store.begin((caseId, erased) => eraseBesides(erasure, caseId, erased))
  const actor = derived([store.profile.current], () => store.profile.current.get().actor)
  const office = store.office.current
  const visible = visibleTo({ cases: store.cases, journal: store.journal, actor, monthOf: (at) => monthIn(office.get().zone)(at), onFailure: surroundings.onFailure })
  const { cases, openCases } = visible
  await visible.prepare(actor.get())
  const behind = workBehindScreens(store, erasure, surroundings.onFailure)
  const actions = new Actions(desk)
  const actAs = async (next: Actor) => {
    await visible.prepare(next)
    await store.profile.save({ actor: next })
  }
  const mode = derived([store.profile.current], () => store.profile.current.get().mode)
  const mayKeepOffice = derived([actor, mode], () => keepsOffice(actor.get().role, mode.get() === 'server'))
  const { server, sync } = openServer({ ...surroundings, store, actAs, erase: () => eraseEverything({ ...erasure, profile: store.profile, erase }, 'eraseRealWork') })
  const erase = async () => {
    await server.stop()
    await Promise.all([visible.stop(), behind.stop(), conflicts.stop()])
    await store.erase()
  }
  await server.begin()
  return {
    clock,
    actor,
    actAs: async (next) => {
      const joined = server.joined.get()
      if (joined !== null && !gives(joined.standing, next)) throw new Error('The server does not give this role')
      await actAs(next)
    },
    office,
    saveOffice: async (change) => {
      if (mode.get() !== 'server') return await store.office.save(change)
      if (!mayKeepOffice.get()) throw new Error('The office’s documents are the administrator’s')
      await store.officeSync.save(change)
    },
    mayKeepOffice,
    server,
    attentionShelf: () => {
      const { phase, database } = server.status.get()
      return phase.kind === 'working' && database !== null ? attentionShelf(sync.link, encodeURIComponent(database), actor.get().person) : null
    },
    directory: derived([office], () => office.get().directory),
    openCases,
    closedConflicts: derived([conflicts.cases, actor], () => (actor.get().role === 'department' ? [] : conflicts.cases.get())),
    cases,
    drafts: store.drafts,
    attentionMemory: store.attentionMemory,
    execute: (caseId, command) => actions.execute(caseId, command),
    undo: (caseId, event) => actions.undo(caseId, event),
    intake: (items, work) => takeIn(desk, items, work),
    search: (query, work) => search({ index: store.search, cases, inParts: actor.get().role === 'department' }, query, work),
    attach: (name, mime, bytes) => attachFile(files, name, mime, bytes),
    exportEverything: async (work) => {
      if (!keepsOffice(actor.get().role)) throw new Error('Everything is taken out by who keeps the office')
      return await exportEverything(backup, work)
    },
    restoreEverything: async (bytes, work) => {
      if (mode.get() === 'server') return err('Копия загружается на компьютере, который работает сам по себе. Сначала отключитесь от сервера: раздел «Связь».')
      return keepsOffice(actor.get().role) ? await restoreEverything(backup, bytes, work) : err('Копию загружает оператор или администратор.')
    },
    firstRun: mode,
    startAlone: (choice) => startAlone(store, choice),
    loadTraining: (work) => loadTraining(desk, work),
    eraseEverything: (confirmed) => (server.joined.get() !== null && confirmed === 'eraseRealWork' ? server.leave('erase') : eraseEverything({ ...erasure, profile: store.profile, erase }, confirmed)),
    journalFindings: store.findings.list,
    upkeep: behind.upkeep,
    erasures: (work) => readErasures(store.journal, work),
    checkJournal: (work) => store.checkJournal(work),
    close: async () => {
      await server.stop()
      await Promise.all([visible.stop(), behind.stop(), conflicts.stop()])
      await store.close()
    },
  }
}

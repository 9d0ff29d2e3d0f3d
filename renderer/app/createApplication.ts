import { attachFile } from '../application/attach'
import type { Application, Upkeep } from '../application/application'
import { Actions } from '../application/execute'
import { startAlone } from '../application/firstRun'
import { takeIn } from '../application/intake'
import { changing, derived } from '../application/observable'
import type { Chance, Clock, FileStore } from '../application/ports'
import { searchByReading } from '../application/searchByReading'
import { visibleCases, visibleOpen } from '../application/visible'
import type { CaseState } from '../../shared/domain/case/caseState'
import { err } from '../../shared/lib/result'
import { openStore, type StoreOptions } from '../data/store'

export interface Surroundings extends Pick<StoreOptions, 'name' | 'indexedDB' | 'keyRange' | 'wrap' | 'onMigration'> {
  readonly clock: Clock
  readonly chance: Chance
  readonly files: FileStore
}

/** Wires a profile's storage, the rules and the desktop into what screens ask. Throws StorageFailure when it cannot be opened. */
export async function createApplication(surroundings: Surroundings): Promise<Application> {
  const { clock, files } = surroundings
  const store = await openStore(surroundings)
  const desk = { journal: store.journal, cases: store.cases, office: store.office, profile: store.profile, clock, chance: surroundings.chance }
  const open = changing<readonly CaseState[]>([])
  store.cases.watchOpen((cases) => open.set(cases))
  const actor = derived([store.profile.current], () => store.profile.current.get().actor)
  const office = store.office.current
  const upkeep = changing<Upkeep | undefined>(undefined)
  const actions = new Actions(desk)
  const cases = visibleCases(store.cases, actor)
  const openCases = visibleOpen(open, actor)
  void store.rebuild
    .run(
      () => new Promise((resolve) => setTimeout(resolve)),
      (progress) => upkeep.set({ what: 'rebuilding', progress }),
    )
    .finally(() => upkeep.set(undefined))
  return {
    clock,
    actor,
    actAs: (next) => store.profile.save({ actor: next }),
    office,
    saveOffice: (change) => store.office.save(change),
    directory: derived([office], () => office.get().directory),
    openCases,
    cases,
    drafts: store.drafts,
    execute: (caseId, command) => actions.execute(caseId, command),
    undo: (caseId, event) => actions.undo(caseId, event),
    intake: (items, work) => takeIn(desk, items, work),
    search: (query, work) => searchByReading(openCases.get(), cases, query, work),
    attach: (name, mime, bytes) => attachFile(files, name, mime, bytes),
    exportEverything: () => Promise.reject(new Error('not yet')),
    restoreEverything: () => Promise.resolve(err('not yet')),
    firstRun: derived([store.profile.current], () => store.profile.current.get().mode),
    startAlone: (choice) => startAlone(store, choice),
    loadTraining: () => Promise.resolve(err('not yet')),
    eraseEverything: () => Promise.resolve(err('not yet')),
    journalFindings: store.findings.list,
    upkeep,
    checkJournal: () => Promise.reject(new Error('not yet')),
    close: () => store.close(),
  }
}

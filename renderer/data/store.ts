import type { CaseId } from '../../shared/domain/journal/ids'
import type { KeptEvent } from '../../shared/domain/journal/event'
import { localDateOf, type Instant, type OfficeZone } from '../../shared/domain/time'
import type { JournalCheck, LongWork } from '../application/application'
import type { Chance, Clock } from '../application/ports'
import { AttentionMemories } from './attentionMemories'
import { CaseRows } from './caseRows'
import { checkJournal } from './checkup'
import { openDatabase, type Database, type OpenOptions } from './database'
import { Drafts } from './drafts'
import { EventRows } from './eventRows'
import { Findings } from './findings'
import { Journal } from './journal'
import { NamedDocuments } from './namedDocuments'
import { JoinedServerDocument } from './joinedServer'
import { OfficeSyncDocuments } from './officeReplica'
import { OfficeDocumentsStore } from './officeStore'
import { ProfileDocument } from './profileStore'
import { Projection } from './projection'
import { SearchPages } from './searchPages'
import { Rebuild } from './rebuild'
import { replicaOf, syncMemoryIn } from './replica'
import type { EventReplica, SyncMemory } from './sync/ports'
import { ToDoLists } from './toDoLists'

export interface StoreOptions extends OpenOptions {
  readonly clock: Clock
  readonly chance: Chance
}

/** Everything of one profile that is on disk, open and repaired. */
export interface Store {
  readonly journal: Journal
  readonly cases: Projection
  readonly drafts: Drafts
  readonly office: OfficeDocumentsStore
  readonly profile: ProfileDocument
  readonly findings: Findings
  readonly rebuild: Rebuild
  readonly search: SearchPages
  /** For the sync engine: the journal, and what it must know after a kill. */
  readonly replica: EventReplica
  readonly syncMemory: SyncMemory
  readonly officeSync: OfficeSyncDocuments
  readonly joinedServer: JoinedServerDocument
  /** Lists that outlive a kill, of work to be done when there is time. */
  readonly toDo: ToDoLists
  readonly attentionMemory: AttentionMemories
  /**
   * Brings the open cases into memory and repairs what a kill left undone; before it nothing may be written. Resolves with the
   * number of cases that were folded anew. `onErased` is called when the words of a case's events are about to go: what else
   * carries them goes too. It may come twice for the same events.
   */
  begin(onErased: (caseId: CaseId, erased: readonly KeptEvent[]) => Promise<void>): Promise<{ readonly repaired: number }>
  checkJournal(work?: LongWork): Promise<JournalCheck>
  close(): Promise<void>
  erase(): Promise<void>
}

/** YYYY-MM by the office's wall clock. */
export const monthIn = (zone: OfficeZone) => (at: Instant) => localDateOf(at, zone).slice(0, 7)

/**
 * Opens a profile. It and `begin` read the open cases, the settings and what was stored after the last watermark: never the
 * whole journal. Throws StorageFailure.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const database = await openUnlessErasing(options)
  const { collections } = database
  const deviceDocuments = new NamedDocuments(collections.device)
  const findings = new Findings(collections.findings, options.clock.now)
  const office = new OfficeDocumentsStore(collections.office, findings)
  const [profile] = await Promise.all([ProfileDocument.open(deviceDocuments, options.chance), findings.open()])
  await office.open()
  const [joinedServer, officeSync] = await Promise.all([JoinedServerDocument.open(deviceDocuments), OfficeSyncDocuments.open(deviceDocuments, office, findings)])
  const zone = () => office.current.get().zone
  const eventRows = new EventRows(collections.events)
  const caseRows = new CaseRows(collections.cases, (at) => monthIn(zone())(at))
  let onErased: (caseId: CaseId, erased: readonly KeptEvent[]) => Promise<void> = () => Promise.reject(new Error('The store has not begun'))
  const journal: Journal = new Journal({
    rows: eventRows,
    device: () => profile.current.get().device,
    documents: deviceDocuments,
    findings,
    onErased: (caseId, erased) => onErased(caseId, erased),
  })
  const cases = new Projection(caseRows, (caseId) => journal.eventsOf(caseId))
  const drafts = new Drafts(collections.drafts, options.clock.now)
  const search = new SearchPages({ documents: new NamedDocuments(collections.search), cases, events: eventRows, journal })
  const rebuild = new Rebuild({ events: eventRows, cases, documents: deviceDocuments, journal, zone })
  return {
    journal, cases, drafts, office, profile, findings, rebuild, search,
    replica: replicaOf(journal, eventRows, findings),
    syncMemory: syncMemoryIn(deviceDocuments),
    officeSync, joinedServer,
    toDo: new ToDoLists(deviceDocuments),
    attentionMemory: new AttentionMemories(deviceDocuments),
    begin: async (listener) => {
      onErased = listener
      await cases.load()
      return await journal.open(cases)
    },
    checkJournal: (work) => checkJournal({ events: eventRows, cases, journal, findings }, work),
    close: async () => {
      await drafts.flush()
      try {
        await journal.flush()
      } finally {
        await journal.stop()
        await database.close()
      }
    },
    erase: async () => {
      await drafts.flush()
      await journal.stop()
      await profile.save({ erasing: true })
      await database.erase()
    },
  }
}

/** An erasure that was cut off is finished before anything is read. */
async function openUnlessErasing(options: StoreOptions): Promise<Database> {
  const database = await openDatabase(options)
  const profile = await database.collections.device.findOne('profile').exec()
  if (profile === null || !/"erasing":true/.test(profile.json)) return database
  await database.erase()
  return await openDatabase(options)
}

/**
 * The sync with the district's server, as screens use it.
 *
 *   const sync = openSync({ call, replica: store.replica, memory: store.syncMemory, at, now, onFault })
 *   sync.status                      what the status line and its page show; `headlineOf(status)` is the one line
 *   sync.connect(opening)            tries, and when all is well joins and begins; else a closed reason and nothing has changed
 *   sync.resume(opening)             at the start of the program: begins without asking the server first, offline too
 *   sync.test(opening)               tries and changes nothing but whom the main process speaks to
 *   sync.nudge()                     the network is back, the computer woke up, "try now"
 *   sync.offerRefused()              "offer again" on the page of refusals
 *   sync.fetchFile(sha256)           an attached file that is not on this computer yet
 *   sync.leave({ forget })           keeps the journal; erasing it is the application's `eraseEverything`
 *   sync.asAdministrator(opening, work)  lends a link of the server's administrator, and takes it back:
 *       provision(link, plan, password)  bringAlong(link, at, journal.pages(200))  jobHealth(link, at)  eraseOnServer(link, …)
 *
 * `opening` is `{ address, user, password?, remember, ca?, insistHttp }` (shared/ipc/server.ts). Reasons have their sentences in
 * shared/server/words.ts (link and provisioning) and in `StopReason` (application/server/status.ts) and `RefusalCode` (shared/server/refusals.ts).
 */
import { err, ok, type Result } from '../../../shared/lib/result'
import type { Sha256 } from '../../../shared/domain/journal/ids'
import type { ServerOpening } from '../../../shared/ipc/server'
import type { FileOutcome } from '../../../shared/server/fileOutcome'
import type { ServerLink } from '../../../shared/server/link'
import type { Topology } from '../../../shared/server/names'
import type { Observable } from '../../application/application'
import type { ConnectFailure, Connection, OpeningRefused } from '../../application/server/desk'
import type { SyncStatus } from '../../application/server/status'
import { bridgeFiles, bridgeLink, type Call } from './bridgeLink'
import { testConnection } from './connect'
import { SyncEngine } from './engine'
import { emptyRecord, type EventReplica, type SyncMemory } from './ports'
import { pausing } from './time'

export { bringAlong } from './bringAlong'

export interface SyncParts {
  readonly call: Call
  readonly replica: EventReplica
  readonly memory: SyncMemory
  readonly at: Topology
  readonly now: () => number
  readonly onFault: (failure: unknown) => void
}

export interface Sync {
  readonly status: Observable<SyncStatus>
  test(opening: ServerOpening): Promise<Result<Connection, ConnectFailure | OpeningRefused>>
  connect(opening: ServerOpening): Promise<Result<Connection, ConnectFailure | OpeningRefused>>
  resume(opening: ServerOpening): Promise<Result<undefined, OpeningRefused>>
  nudge(): void
  offerRefused(): Promise<void>
  fetchFile(sha256: Sha256): Promise<FileOutcome>
  leave(choice: { readonly forget: boolean }): Promise<void>
  asAdministrator<T>(opening: ServerOpening, work: (link: ServerLink) => Promise<T>): Promise<Result<T, OpeningRefused>>
}

export function openSync(parts: SyncParts): Sync {
  const link = bridgeLink(parts.call)
  const files = bridgeFiles(parts.call)
  const engine = new SyncEngine({ ...parts, link, files, time: pausing(parts.now) })
  /** Whom the engine works with; asked for again after an administrator's work. */
  let joined: ServerOpening | null = null

  const open = async (opening: ServerOpening): Promise<Result<undefined, OpeningRefused>> => {
    const answer = await parts.call('server.open', opening)
    return answer.ok ? ok(undefined) : err({ reason: 'opening', why: answer.error.reason, message: answer.error.message })
  }
  const reopen = async () => {
    if (joined === null) await parts.call('server.close', { forget: false })
    else if ((await open(joined)).ok) engine.start()
  }
  const test = async (opening: ServerOpening) => {
    await engine.stop()
    const opened = await open(opening)
    if (!opened.ok) return opened
    return await testConnection(link, parts.at, parts.now, new AbortController().signal)
  }
  return {
    status: engine.status,
    test: async (opening) => {
      const tried = await test(opening)
      await reopen()
      return tried
    },
    connect: async (opening) => {
      const tried = await test(opening)
      if (tried.ok) joined = opening
      await reopen()
      return tried
    },
    resume: async (opening) => {
      const opened = await open(opening)
      if (!opened.ok) return opened
      joined = opening
      engine.start()
      return ok(undefined)
    },
    nudge: () => engine.nudge(),
    offerRefused: () => engine.offerRefused(),
    fetchFile: async (sha256) => {
      const { database } = engine.status.get()
      return database === null ? 'absent' : await files.fetch(database, sha256)
    },
    leave: async ({ forget }) => {
      await engine.stop()
      joined = null
      await parts.call('server.close', { forget })
      await parts.memory.save(emptyRecord)
    },
    asAdministrator: async (opening, work) => {
      await engine.stop()
      const opened = await open({ ...opening, remember: false })
      if (!opened.ok) {
        await reopen()
        return opened
      }
      try {
        return ok(await work(link))
      } finally {
        await reopen()
      }
    },
  }
}

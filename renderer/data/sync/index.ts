/**
 * The sync with the district's server: `openSync` makes what the application's ServerDesk stands on (application/server/sync.ts).
 *
 *   test(opening)               tries and changes nothing but whom the main process speaks to
 *   connect(opening)            tries, and when all is well begins; else a closed reason and nothing has changed
 *   resume(opening)             at the start of the program: begins without asking the server first, offline too
 *   asAdministrator(opening, work)  lends a link of the server's administrator, and takes it back
 *
 * The main process has one connection: whatever opens or closes it waits for the work that has it, `nudge` too. Only `stop` does not
 * wait, and nothing begins after it.
 *
 * Reasons have their sentences in renderer/i18n/ru/server.ts, those of the link and of provisioning in shared/server/words.ts.
 */
import { err, ok, type Result } from '../../../shared/lib/result'
import type { ServerOpening } from '../../../shared/ipc/server'
import type { Topology } from '../../../shared/server/names'
import type { OpeningRefused } from '../../application/server/desk'
import type { Sync } from '../../application/server/sync'
import { bridgeFiles, bridgeLink, type Call } from './bridgeLink'
import { bringEverything } from './bringEverything'
import { testConnection } from './connect'
import { SyncEngine } from './engine'
import type { Meeting } from './meeting'
import type { OfficeReplica } from './officeSync'
import { hasOwnJournal } from './ownJournal'
import { waitsForPassword } from '../../application/server/status'
import { emptyRecord, type EventReplica, type SyncMemory } from './ports'
import { pausing } from './time'

export { bringAlong } from './bringAlong'

export interface SyncParts {
  readonly call: Call
  readonly replica: EventReplica
  readonly memory: SyncMemory
  readonly at: Topology
  readonly now: () => number
  readonly office?: OfficeReplica
  /** Told of everyone the server lets in, each time. */
  readonly onMet?: (who: Pick<Meeting, 'standing' | 'signedIn'>) => void
  readonly onFault: (failure: unknown) => void
}

export function openSync(parts: SyncParts): Sync {
  const link = bridgeLink(parts.call)
  const files = bridgeFiles(parts.call)
  const engine = new SyncEngine({ ...parts, link, files, time: pausing(parts.now) })
  /** Whom the engine works with; asked for again after an administrator's work. */
  let joined: ServerOpening | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let isLent = false
  let isNudged = false
  let isClosed = false

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    // The next one's turn comes whatever became of this one; its own asker hears of a failure.
    turn = mine.catch(() => undefined)
    return mine
  }
  const open = async (opening: ServerOpening): Promise<Result<{ readonly remembered: boolean }, OpeningRefused>> => {
    const answer = await parts.call('server.open', opening)
    return answer.ok ? ok(answer.value) : err({ reason: 'opening', why: answer.error.reason, message: answer.error.message })
  }
  /** The connection is another's until `reopen`. */
  const letGo = async (): Promise<void> => {
    isLent = true
    await engine.lend()
  }
  /**
   * Whether the password is remembered; false where the connection is not open. One that was refused is not offered once more
   * unless `isTaken`, tried since and found good: five refusals shut the person out.
   */
  const reopen = async (isTaken = false): Promise<boolean> => {
    isLent = false
    const opened = joined === null || isClosed ? null : await open(joined)
    // Nothing that was lent stays open.
    if (opened?.ok !== true) await parts.call('server.close', { forget: false })
    else if (!isClosed && (isTaken || !waitsForPassword(engine.status.get()))) engine.start()
    return opened?.ok === true && opened.value.remembered
  }
  /** The person's own connection, with the password that this computer knows. */
  const isJoined = ({ address, user, password }: ServerOpening): boolean => password === undefined && address === joined?.address && user === joined.user
  // A try leaves nothing in the keyring: a mistyped password would take the good one's place.
  const test = async (opening: ServerOpening) => {
    await letGo()
    const opened = await open({ ...opening, remember: false })
    if (!opened.ok) return opened
    return await testConnection(link, parts.at, parts.now, new AbortController().signal)
  }
  /** Lends the link of whoever signs in by `opening`, and takes it back. */
  const lend = <T>(opening: ServerOpening, work: () => Promise<T>): Promise<Result<T, OpeningRefused>> =>
    inTurn(async () => {
      await letGo()
      try {
        const opened = await open({ ...opening, remember: false })
        return opened.ok ? ok(await work()) : opened
      } finally {
        await reopen()
      }
    })
  const inner = <T, E>(lent: Result<Result<T, E>, OpeningRefused>): Result<T, E | OpeningRefused> => (lent.ok ? lent.value : lent)
  return {
    status: engine.status,
    link,
    test: (opening) =>
      inTurn(async () => {
        const tried = await test(opening)
        await reopen(tried.ok && isJoined(opening))
        return tried
      }),
    connect: (opening) =>
      inTurn(async () => {
        const tried = await test(opening)
        if (tried.ok) joined = opening
        // One that was remembered before is forgotten when the person wants it so.
        if (tried.ok && !opening.remember && opening.password !== undefined) await parts.call('server.close', { forget: true })
        const remembered = await reopen(tried.ok)
        return tried.ok ? ok({ ...tried.value, remembered }) : tried
      }),
    resume: (opening) =>
      inTurn(async () => {
        const opened = await open(opening)
        if (!opened.ok) return opened
        joined = opening
        engine.start()
        return ok(undefined)
      }),
    waitForPassword: () => inTurn(() => engine.waitForPassword()),
    nudge: () => {
      if (isNudged) return
      isNudged = true
      void inTurn(async () => {
        isNudged = false
        engine.nudge()
        const { phase } = engine.status.get()
        // Stopped by itself: a person says that it is mended. Only a new password mends a refused one.
        if (joined !== null && !isClosed && !(phase.kind === 'stopped' && phase.reason === 'password')) engine.start()
      })
    },
    offerRefused: () => inTurn(() => engine.offerRefused()),
    // A file is the person's to fetch, not the administrator's; he tries again.
    fetchFile: async (database, sha256) => (isLent ? 'cut' : await files.fetch(database, sha256)),
    hasOwnJournal: async (opening, connection, pages) => inner(await lend(opening, () => hasOwnJournal(link, connection, pages, new AbortController().signal))),
    leave: ({ forget }) =>
      inTurn(async () => {
        await engine.stop()
        joined = null
        const closed = await parts.call('server.close', { forget })
        await parts.memory.save(emptyRecord)
        return closed.ok ? null : closed.error.message
      }),
    stop: () => {
      isClosed = true
      return engine.close()
    },
    asAdministrator: (opening, work) => lend(opening, () => work(link)),
    bringAlong: async (administrator, own, work) => inner(await lend(administrator, () => bringEverything(link, files, parts.at, own, work))),
  }
}

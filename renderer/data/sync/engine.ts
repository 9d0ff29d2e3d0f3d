import type { ServerLink } from '../../../shared/server/link'
import type { Topology } from '../../../shared/server/names'
import { changing, type Changing } from '../../application/observable'
import type { Observable } from '../../application/application'
import { StorageFailure } from '../../application/storageFailure'
import { Asking, Away, ServerChanged, ServerFailing, Stopped } from './asking'
import { Ledger } from './ledger'
import { meet, type Meeting } from './meeting'
import type { OfficeReplica } from './officeSync'
import { Outgoing, unsentOf } from './outgoing'
import type { EventReplica, FileTransfer, SyncMemory, SyncTime } from './ports'
import { Session } from './session'
import { offStatus, waitsForPassword, type StopReason, type SyncStatus } from '../../application/server/status'

export interface EngineParts {
  readonly link: ServerLink
  readonly at: Topology
  readonly replica: EventReplica
  readonly memory: SyncMemory
  readonly files: FileTransfer
  readonly time: SyncTime
  /** A failure that is none of the expected ones: the engine has stopped on a bug, which belongs in the program's log. */
  readonly onFault: (failure: unknown) => void
  /** ms to wait before the first, second, … try again; the last one from then on. */
  readonly pauses?: readonly number[]
  /** ms for which the server is asked to hold a question that has no answer yet. */
  readonly hold?: number
  /** The office's documents; absent = only events are kept the same. */
  readonly office?: OfficeReplica
  /** Told of everyone the server lets in, each time. */
  readonly onMet?: (meeting: Meeting) => void
}

const usualPauses = [1_000, 2_000, 5_000, 15_000, 30_000]
/** ms by which this computer's clock may differ from the server's before it is said. */
const clockTolerance = 5 * 60_000

/**
 * Keeps this computer's journal and the server's the same, for as long as it runs: meets the server, pulls and pushes until
 * something breaks, waits, and meets again. It stops by itself only for what a person must mend.
 */
export class SyncEngine {
  private readonly state: Changing<SyncStatus> = changing(offStatus)
  private running: { readonly cancel: AbortController; readonly ended: Promise<void> } | null = null
  /** Cuts short the wait before the next try, or the session that hangs on a dead connection. */
  private hurry = new AbortController()

  /** Counts what waits while there is no session to count it. */
  private counting: Promise<void> = Promise.resolve()
  private countAsked = false
  private readonly forgets: readonly (() => void)[]

  constructor(private readonly parts: EngineParts) {
    this.forgets = [
      parts.replica.onStored(() => this.recount()),
      parts.office?.onChanged(() => this.recount()) ?? (() => undefined),
    ]
  }

  /** Stops for good: nothing is listened to any more. */
  async close(): Promise<void> {
    await this.stop()
    for (const forget of this.forgets) forget()
    await this.counting
  }

  get status(): Observable<SyncStatus> {
    return this.state
  }

  /** Begins, or begins again after a person has mended what it stopped for. */
  start(): void {
    if (this.running !== null) return
    const cancel = new AbortController()
    this.show({ phase: { kind: 'connecting' } })
    const ended = this.run(cancel.signal)
      .catch((failure: unknown) => {
        this.show({ phase: { kind: 'stopped', reason: 'fault' } })
        this.parts.onFault(failure)
      })
      .finally(() => {
        if (this.running?.cancel === cancel) this.running = null
      })
    this.running = { cancel, ended }
  }

  /** Resolves when nothing is asked or stored any more. */
  async stop(): Promise<void> {
    await this.end()
    this.state.set(offStatus)
  }

  /** As `stop`, while another has the connection: what waits to be sent is shown and counted on. Where a password is waited for, it stays so. */
  async lend(): Promise<void> {
    await this.end()
    if (this.state.get().phase.kind !== 'off' && !waitsForPassword(this.state.get())) this.show({ phase: { kind: 'lent' } })
    this.recount()
  }

  /** There is a server, and nobody is signed in: what waits for it is counted all the same. */
  async waitForPassword(): Promise<void> {
    await this.stop()
    this.showStopped('noPassword')
    await this.counting
  }

  /** Not running, and waiting for a person. */
  showStopped(reason: StopReason): void {
    this.show({ phase: { kind: 'stopped', reason } })
    this.recount()
  }

  /** Resolves when it has stopped by itself or by `stop`. */
  get ended(): Promise<void> {
    return this.running?.ended ?? Promise.resolve()
  }

  /** The computer woke up, the network came back, or a person asks: tried now and on fresh connections. */
  nudge(): void {
    const before = this.hurry
    this.hurry = new AbortController()
    before.abort()
  }

  /** Offers the refused events and files again: a person says that the server has changed. */
  async offerRefused(): Promise<void> {
    const running = this.running
    await this.stop()
    const ledger = await Ledger.open(this.parts.memory)
    await ledger.change(ledger.offeredAgain)
    if (running !== null) this.start()
  }

  private async end(): Promise<void> {
    const { running } = this
    this.running = null
    running?.cancel.abort()
    await running?.ended
  }

  /** While there is a session it counts by itself, and knows better. */
  private recount(): void {
    if (this.countAsked) return
    this.countAsked = true
    this.counting = this.counting
      .then(() => {
        this.countAsked = false
        return this.countWaiting()
      })
      .catch(this.parts.onFault)
  }

  private get countsByItself(): boolean {
    const { kind } = this.state.get().phase
    return kind === 'working' || kind === 'off'
  }

  private async countWaiting(): Promise<void> {
    if (this.countsByItself) return
    const { person, pushedUpTo, refused, uploads, refusedUploads, lastSuccess } = await this.parts.memory.load()
    if (person === '') return
    const outgoing = new Outgoing(this.parts.replica, person, pushedUpTo)
    await outgoing.look()
    if (this.countsByItself) return
    this.show({ unsent: unsentOf(outgoing), refused, uploads: uploads.length, refusedFiles: refusedUploads, lastSuccess, ...(this.parts.office === undefined ? {} : { office: this.parts.office.state() }) })
  }

  private show(change: Partial<SyncStatus>): void {
    this.state.set({ ...this.state.get(), ...change })
  }

  private async run(cancel: AbortSignal): Promise<void> {
    const ledger = await Ledger.open(this.parts.memory)
    this.show({ refused: ledger.record.refused, uploads: ledger.record.uploads.length, refusedFiles: ledger.record.refusedUploads, lastSuccess: ledger.record.lastSuccess })
    this.recount()
    const pauses = this.parts.pauses ?? usualPauses
    let failures = 0
    let since: number | null = null
    while (!cancel.aborted) {
      const attempt = joined(cancel, this.hurry.signal)
      try {
        const worked = () => {
          failures = 0
          since = null
        }
        await this.work(ledger, attempt.signal, worked)
      } catch (failure) {
        since ??= this.parts.time.now()
        if (!this.showFailure(failure, since, cancel)) return
      } finally {
        attempt.release()
      }
      if (cancel.aborted) return
      const pause = joined(cancel, this.hurry.signal)
      await this.parts.time.wait(attempt.signal.aborted ? 0 : (pauses[Math.min(failures, pauses.length - 1)] ?? 0), pause.signal)
      pause.release()
      failures += 1
    }
  }

  /** Whether it is worth trying again. */
  private showFailure(failure: unknown, since: number, cancel: AbortSignal): boolean {
    if (cancel.aborted && (failure instanceof Away || failure instanceof ServerFailing)) return false
    if (failure instanceof Away) {
      this.show({ phase: { kind: 'unreachable', failure: failure.failure, since } })
      return true
    }
    if (failure instanceof ServerChanged) return true
    if (failure instanceof ServerFailing) {
      this.show({ phase: { kind: 'serverFailing', status: failure.status, since } })
      return true
    }
    if (failure instanceof Stopped) {
      this.show({ phase: { kind: 'stopped', reason: failure.reason } })
      return false
    }
    if (failure instanceof StorageFailure) {
      this.show({ phase: { kind: 'stopped', reason: 'storage' } })
      return false
    }
    throw failure
  }

  private async work(ledger: Ledger, cancel: AbortSignal, worked: () => void): Promise<void> {
    const { parts } = this
    const asking = new Asking(parts.link, (serverNow) => this.compareClocks(serverNow))
    const meeting = await meet(asking, parts.at, cancel)
    parts.onMet?.(meeting)
    await settleWith(ledger, meeting, asking, cancel)
    const outgoing = new Outgoing(parts.replica, meeting.signedIn.person, ledger.record.pushedUpTo)
    this.show({ database: meeting.database })
    await new Session({ ...parts, asking, ledger, meeting, outgoing, show: (change) => this.show(change), worked }).run(cancel)
  }

  private compareClocks(serverNow: number): void {
    const ahead = this.parts.time.now() - serverNow
    const said = Math.abs(ahead) > clockTolerance ? ahead : null
    const shown = this.state.get().clockAhead
    // A minute's change is worth saying; the seconds between two answers are not.
    if (said === null ? shown !== null : shown === null || Math.abs(said - shown) > 60_000) this.show({ clockAhead: said })
  }
}

/** Compares the server with the one met before: another one, or an older copy, gets everything anew. */
async function settleWith(ledger: Ledger, meeting: Meeting, asking: Asking, cancel: AbortSignal): Promise<void> {
  const { record } = ledger
  if (record.server !== meeting.server || record.database !== meeting.database) return await ledger.startOver(meeting)
  if (await hasLost(record.anchors, meeting.database, asking, cancel)) return await ledger.startOver(meeting)
  const { rules, signedIn } = meeting
  if (record.person !== signedIn.person) return await ledger.change({ person: signedIn.person, rules, ...ledger.offeredAgain, pushedUpTo: 0 })
  // What was refused under other rules may be taken under these.
  if (record.rules !== rules) await ledger.change({ rules, ...ledger.offeredAgain })
}

async function hasLost(anchors: readonly string[], database: string, asking: Asking, cancel: AbortSignal): Promise<boolean> {
  if (anchors.length === 0) return false
  const { body } = await asking.ask({ method: 'POST', path: `/${encodeURIComponent(database)}/_all_docs`, body: { keys: anchors } }, cancel)
  const { rows } = body as { readonly rows: readonly { readonly error?: string; readonly value?: { readonly deleted?: boolean } | null }[] }
  return rows.some((row) => row.error !== undefined || row.value?.deleted === true)
}

/** Aborted when either is; `release` lets go of both. */
function joined(a: AbortSignal, b: AbortSignal): { readonly signal: AbortSignal; release(): void } {
  const both = new AbortController()
  const abort = () => both.abort()
  for (const signal of [a, b]) {
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
  }
  return {
    signal: both.signal,
    release: () => {
      for (const signal of [a, b]) signal.removeEventListener('abort', abort)
    },
  }
}

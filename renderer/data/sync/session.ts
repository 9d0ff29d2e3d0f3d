import type { Asking } from './asking'
import { Away, ServerChanged } from './asking'
import type { EngineParts } from './engine'
import type { Ledger } from './ledger'
import { isSame, type Meeting } from './meeting'
import { followOffice } from './officeSync'
import { unsentOf, type Outgoing } from './outgoing'
import type { RefusedEvent, SyncStatus } from '../../application/server/status'
import { Ahead, pullBatch, pullLatest, waitForChange, type PulledBatch, type PullParts } from './pull'
import { nextBatch, pushBatch, uploadsOf } from './push'
import type { SyncRecord } from './ports'
import { sendFiles } from './uploads'

export interface SessionParts extends EngineParts {
  readonly asking: Asking
  readonly ledger: Ledger
  readonly meeting: Meeting
  readonly outgoing: Outgoing
  show(change: Partial<SyncStatus>): void
  /** The server has answered and was understood: the next failure is a first one. */
  worked(): void
}

/** Changes fetched at a time: at first, the most, and the least on a line that cannot carry more. Long pages cut fewer cases in two. */
const atFirst = 500
const most = 4000
const least = 25
/** ms within which a page has come that may be doubled. */
const quick = 10_000
/** From so many on the latest come before all others. */
const worthHurrying = 2000
/** ms for which the server is asked to hold a question that has no answer yet. */
const usualHold = 25_000

/** One stretch of work with a server that answers: ends when anything breaks, and then everything of it has ended. */
export class Session {
  private readonly ending = new AbortController()
  private wakePush: () => void = () => undefined
  private wakeFiles: () => void = () => undefined
  /** The saving of the pull's last checkpoint. */
  private checkpoint: Promise<void> = Promise.resolve()

  constructor(private readonly parts: SessionParts) {}

  async run(cancel: AbortSignal): Promise<void> {
    const end = () => this.ending.abort()
    this.ending.signal.addEventListener('abort', () => {
      this.wakePush()
      this.wakeFiles()
    })
    cancel.addEventListener('abort', end)
    if (cancel.aborted) end()
    const forget = this.parts.replica.onStored(() => this.wakePush())
    try {
      const loops = [this.pull(), this.push(), this.sendFiles(), this.followOffice()]
      // The first to fail ends the others; all are waited for, so that nothing is stored after the end.
      for (const loop of loops) loop.catch(end)
      const cut = await Promise.allSettled(loops)
      // What went wrong behind is told before the line's own failures, which come again.
      const ended = [...(await Promise.allSettled([this.parts.replica.settled(), this.checkpoint])), ...cut]
      const failures = ended.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
      // Those that were only called off say nothing of the cause.
      const cause = failures.find((failure) => !(failure instanceof Away && failure.failure === 'cut')) ?? failures[0]
      if (cause !== undefined) throw cause
    } finally {
      forget()
      cancel.removeEventListener('abort', end)
    }
  }

  private get over(): boolean {
    return this.ending.signal.aborted
  }

  private async pull(): Promise<void> {
    const { ledger, meeting, asking, replica, outgoing } = this.parts
    const pulling: PullParts = { asking, replica, outgoing, database: meeting.database, department: meeting.signedIn.department, ahead: new Ahead() }
    const first = ledger.record.since === ''
    this.parts.show({ phase: { kind: 'working', pull: first && meeting.count > 0 ? { done: 0, total: meeting.count } : null } })
    if (first && meeting.count > worthHurrying) await pullLatest(pulling, atFirst, this.ending.signal)
    let limit = atFirst
    let done = 0
    while (!this.over) {
      // The page that was asked for ahead is as long as the one before it.
      const asked = pulling.ahead.sizeOf(ledger.record.since) ?? limit
      const from = this.parts.time.now()
      const batch = await this.pullNext(pulling, limit)
      const took = this.parts.time.now() - from
      if (batch === null) {
        limit = Math.max(least, Math.floor(asked / 2))
        continue
      }
      done += batch.rows
      const more = batch.rows > 0 && batch.pending !== null && batch.pending > 0
      if (batch.rows > 0) await this.keepCheckpoint(() => ({ since: batch.since, pushedUpTo: outgoing.settledUpTo, anchors: ledger.seen(batch.ids) }))
      if (!more) await Promise.all([this.checkpoint, replica.settled()])
      if (batch.files) this.wakeFiles()
      this.parts.worked()
      this.parts.show({
        phase: { kind: 'working', pull: more ? { done, total: done + (batch.pending ?? 0) } : null },
      })
      const full = batch.rows >= limit
      // Not towards a page for which the line would need half of its time.
      if (took < quick) limit = Math.min(most, limit * 2)
      if (more) continue
      await this.noteSuccess()
      if (batch.rows === 0 && !(await isSame(asking, meeting, ledger.record.since, this.ending.signal))) throw new ServerChanged()
      if (!full) await waitForChange(pulling, ledger.record.since, this.parts.hold ?? usualHold, this.ending.signal)
    }
  }

  /** The next page need not wait for the checkpoint of this one, only for the one before: without it, what is stored is asked for once more. */
  private async keepCheckpoint(change: () => Partial<SyncRecord>): Promise<void> {
    await this.checkpoint
    this.checkpoint = this.parts.ledger.change(change())
    // What it throws is thrown where it is waited for.
    this.checkpoint.catch(() => undefined)
  }

  /** null when the line could not carry so much in time. */
  private async pullNext(pulling: PullParts, limit: number): Promise<PulledBatch | null> {
    try {
      return await pullBatch(pulling, this.parts.ledger.record.since, limit, this.ending.signal)
    } catch (failure) {
      if (failure instanceof Away && failure.failure === 'timeout' && limit > least && !this.over) return null
      throw failure
    }
  }

  private async push(): Promise<void> {
    const { outgoing, asking, ledger, meeting } = this.parts
    while (!this.over) {
      const woken = this.untilWoken((wake) => (this.wakePush = wake))
      await outgoing.look()
      const batch = nextBatch(outgoing.events)
      this.showUnsent()
      if (batch.length === 0) {
        if (ledger.record.pushedUpTo < outgoing.settledUpTo) await ledger.change({ pushedUpTo: outgoing.settledUpTo })
        await this.noteSuccess()
        await woken
        continue
      }
      const { sent, refused } = await pushBatch(asking, meeting.database, batch, this.ending.signal)
      outgoing.settle(new Set([...sent, ...refused.map(({ event }) => event)].map(({ id }) => id)))
      const at = this.parts.time.now()
      const uploads = ledger.withUploads(sent.flatMap(uploadsOf))
      const more = uploads.length > ledger.record.uploads.length
      await ledger.change({
        pushedUpTo: outgoing.settledUpTo,
        refused: ledger.withRefused(refused.map(({ event, code, detail }): RefusedEvent => ({ id: event.id, code, detail, at }))),
        uploads,
        anchors: ledger.seen(sent.map(({ id }) => id)),
      })
      this.parts.worked()
      this.parts.show({ refused: ledger.record.refused, uploads: ledger.record.uploads.length, refusedFiles: ledger.record.refusedUploads })
      this.showUnsent()
      if (more) this.wakeFiles()
    }
  }

  private async sendFiles(): Promise<void> {
    while (!this.over) {
      const woken = this.untilWoken((wake) => (this.wakeFiles = wake))
      await sendFiles(this.parts, this.ending.signal)
      await woken
    }
  }

  private async followOffice(): Promise<void> {
    const { asking, at, office, meeting, hold = usualHold } = this.parts
    if (office === undefined) return
    const keeps = meeting.standing.kind === 'office' && meeting.standing.roles.includes('administrator')
    await followOffice({ asking, at, office, server: meeting.server, keeps, hold, show: () => this.parts.show({ office: office.state() }) }, this.ending.signal)
  }

  private showUnsent(): void {
    this.parts.show({ unsent: unsentOf(this.parts.outgoing) })
  }

  /** "All sent" is said with the hour at which it was so. */
  private async noteSuccess(): Promise<void> {
    if (this.parts.outgoing.events.length > 0) return
    const now = this.parts.time.now()
    this.parts.show({ lastSuccess: now })
    // Once a minute is enough for the page of details after a restart.
    if (now - (this.parts.ledger.record.lastSuccess ?? 0) > 60_000) await this.parts.ledger.change({ lastSuccess: now })
  }

  /** Also woken by the end: both wakers are called then. */
  private untilWoken(keep: (wake: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      keep(resolve)
      if (this.over) resolve()
    })
  }
}

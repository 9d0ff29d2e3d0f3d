import type { Sha256 } from '../../../shared/domain/journal/ids'
import type { DepartmentId, PersonId } from '../../../shared/domain/people/roles'
import type { ServerOpening } from '../../../shared/ipc/server'
import { err, ok, type Result } from '../../../shared/lib/result'
import { eraseOnServer, isCompacting, stillOnServer, type ErasedEvent, type ErasureFailure } from '../../../shared/server/erasure'
import { jobHealth, type JobHealth } from '../../../shared/server/jobHealth'
import type { LinkFailure, ServerLink } from '../../../shared/server/link'
import { notPassed, type NotPassed } from '../../../shared/server/notPassed'
import { lookAtServer, type ServerLook } from '../../../shared/server/provision/look'
import type { Change, PlannedPerson, ProvisionFailure } from '../../../shared/server/provision/plan'
import { provision } from '../../../shared/server/provision/provision'
import { addUser, giveRoles, listUsers, renewPassword, shutOut, type ServerUser } from '../../../shared/server/provision/users'
import { unnamedFiles, type KnownEvents } from '../../../shared/server/unnamedFiles'
import type { LongWork } from '../application'
import type { OpeningRefused, ServerDesk } from './desk'

/** Why the administrator's work did not happen. Closed: each has its sentence and its remedy. */
export type AdministrationTrouble =
  | OpeningRefused
  | ProvisionFailure
  /** The person stopped it; what was done stays. */
  | { readonly reason: 'cancelled' }
  /** A name that is taken on the server, by whomever. */
  | { readonly reason: 'taken' }
  /** A user whom somebody has removed meanwhile. */
  | { readonly reason: 'userGone' }
  /** Another administrator changed the same at the same moment. */
  | { readonly reason: 'changedMeanwhile' }
  | { readonly reason: 'noJobs' | 'noPurge' | 'notGone' | 'noDatabase' }

type Answer<T> = Promise<Result<T, AdministrationTrouble>>

export interface AdministrationParts {
  readonly desk: Pick<ServerDesk, 'asAdministrator' | 'at'>
  /** The password is in here: whoever holds this object holds it. */
  readonly opening: ServerOpening
  /** A new random one, at least 24 characters of the URL alphabet: for the server's own users, whom nobody types in. */
  readonly secret: () => string
  /** Resolves after so many ms. */
  readonly pause: (ms: number) => Promise<void>
}

/** ms between two looks at whether the server is done with rewriting its files. */
const compactionPause = 500

/**
 * The server's administrator at work. Each work opens the connection and gives it back, so that the person's own goes on in
 * between; one at a time, since there is one connection.
 */
export class Administration {
  private turn: Promise<unknown> = Promise.resolve()

  constructor(private readonly parts: AdministrationParts) {}

  /** What is there and what would change. `reach`: how the server reaches itself; `insist`ed on by a person, or a guess for a server without jobs. */
  look(departments: readonly DepartmentId[], reach: { readonly address: string; readonly insist: boolean }): Answer<ServerLook> {
    return this.lend((link) => lookAtServer(link, { at: this.parts.desk.at, departments, self: reach.address, insistSelf: reach.insist }))
  }

  /** Carries a plan out. `offerAgain`: any new text; makes every job anew. */
  carryOut({ plan, requests }: Pick<ServerLook, 'plan' | 'requests'>, offerAgain: string | null, { onProgress, signal }: LongWork = {}): Answer<readonly Change[]> {
    return this.lend(async (link) => {
      let done = 0
      const counting: ServerLink = async (request, cancel) => {
        // Between two requests: one that is under way is answered, or nobody would know whether it was carried out.
        if (signal?.aborted === true) return err('cut')
        const reply = await link(request, cancel)
        onProgress?.({ done: ++done, total: Math.max(requests, done) })
        return reply
      }
      const made = await provision(counting, { ...plan, ...(offerAgain === null ? {} : { offerAgain }) }, this.parts.secret)
      if (made.ok) return ok(made.value.changes)
      return signal?.aborted === true ? err({ reason: 'cancelled' }) : made
    })
  }

  people(): Answer<readonly ServerUser[]> {
    return this.lend((link) => listUsers(link, this.parts.desk.at))
  }

  add(person: Omit<PlannedPerson, 'password'>, password: string): Answer<undefined> {
    return this.lend((link) => addUser(link, this.parts.desk.at, person, password))
  }

  giveRoles(person: PlannedPerson): Answer<undefined> {
    return this.lend(async (link) => ofUser(await giveRoles(link, this.parts.desk.at, person)))
  }

  renewPassword(name: PersonId, password: string): Answer<undefined> {
    return this.lend(async (link) => ofUser(await renewPassword(link, name, password)))
  }

  shutOut(name: PersonId): Answer<undefined> {
    return this.lend(async (link) => ofUser(await shutOut(link, name, this.parts.secret())))
  }

  jobs(): Answer<readonly JobHealth[]> {
    return this.lend(async (link) => ofErasure(await jobHealth(link, this.parts.desk.at)))
  }

  notPassed(department: DepartmentId): Answer<{ readonly count: number; readonly first: readonly NotPassed[] }> {
    return this.lend(async (link) => ofErasure(await notPassed(link, this.parts.desk.at, department)))
  }

  /** Which of the erased events still have their words on the server, and which files nothing names. */
  remains(departments: readonly DepartmentId[], events: readonly ErasedEvent[], known: KnownEvents): Answer<{ readonly events: ReadonlySet<string>; readonly files: readonly Sha256[] }> {
    return this.lend(async (link) => {
      const still = await stillOnServer(link, this.parts.desk.at, departments, events)
      if (!still.ok) return ofErasure(still)
      const files = await unnamedFiles(link, this.parts.desk.at, departments, known)
      return files.ok ? ok({ events: still.value, files: files.value }) : ofErasure(files)
    })
  }

  /** Purges, and waits until the server has rewritten its files. */
  erase(departments: readonly DepartmentId[], events: readonly ErasedEvent[], files: readonly Sha256[], work: LongWork = {}): Answer<{ readonly purged: number }> {
    return this.lend(async (link) => {
      const done = await eraseOnServer(link, this.parts.desk.at, departments, events, files, work)
      if (!done.ok) return done.error === 'cancelled' ? err({ reason: 'cancelled' }) : ofErasure({ ok: false, error: done.error })
      for (;;) {
        const running = await isCompacting(link, this.parts.desk.at, departments)
        if (!running.ok) return ofErasure(running)
        if (!running.value) return ok(done.value)
        if (work.signal?.aborted === true) return err({ reason: 'cancelled' })
        await this.parts.pause(compactionPause)
      }
    })
  }

  private lend<T>(work: (link: ServerLink) => Answer<T>): Answer<T> {
    const mine = this.turn.then(async (): Promise<Result<T, AdministrationTrouble>> => {
      const lent = await this.parts.desk.asAdministrator(this.parts.opening, work)
      return lent.ok ? lent.value : lent
    })
    // The next one's turn comes whatever became of this one; its own asker hears of a failure.
    this.turn = mine.catch(() => undefined)
    return mine
  }
}

function ofUser(done: Result<undefined, ProvisionFailure>): Result<undefined, AdministrationTrouble> {
  if (done.ok || done.error.reason !== 'refused') return done
  if (done.error.status === 404) return err({ reason: 'userGone' })
  return done.error.status === 409 ? err({ reason: 'changedMeanwhile' }) : done
}

function ofErasure<T>(done: Result<T, LinkFailure | ErasureFailure | 'noJobs'>): Result<T, AdministrationTrouble> {
  if (done.ok) return done
  switch (done.error) {
    case 'notAdministrator':
    case 'noPurge':
    case 'notGone':
    case 'noDatabase':
    case 'noJobs': return err({ reason: done.error })
    default: return err({ reason: 'unreachable', failure: done.error })
  }
}

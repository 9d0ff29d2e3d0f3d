import { caseIdSchema, eventIdSchema } from '../../../shared/domain/journal/ids'
import type { Actor, PersonId } from '../../../shared/domain/people/roles'
import type { Instant } from '../../../shared/domain/time'
import type { ServerOpening } from '../../../shared/ipc/server'
import { err, ok, type Result } from '../../../shared/lib/result'
import { eventDatabase, type ServerStanding, type Topology } from '../../../shared/server/names'
import { changing, derived, type Changing } from '../observable'
import { defaultOffice, officeDocumentNames, type OfficeDocumentName, type OfficeDocuments } from '../office'
import type { Observable } from '../application'
import type { Finding, JournalStore, ProfileStore } from '../ports'
import type { ConnectFailure, Connection, JoinedServer, JoinFailure, Leaving, NamedEvent, OfficeRole, OpeningRefused, ServerDesk } from './desk'
import { actorOf, gives, sameStanding, type JoinedStore } from './joined'
import { offStatus, type SyncStatus } from './status'
import type { OwnWork, Sync } from './sync'

export interface ServerParts {
  readonly sync: Sync
  readonly at: Topology
  readonly joined: JoinedStore
  readonly profile: ProfileStore
  readonly journal: Pick<JournalStore, 'pages' | 'count' | 'eventsOf'>
  readonly office: { readonly current: Observable<OfficeDocuments>; settle(name: OfficeDocumentName, which: 'own' | 'servers'): Promise<void>; forget(): Promise<void> }
  /** Takes the role for good, with what is seen in it. */
  readonly actAs: (actor: Actor) => Promise<void>
  /** Empties the profile with its files. */
  readonly erase: () => Promise<Result<undefined, string>>
  readonly findings: Observable<readonly Finding[]>
  readonly onFailure: (failure: unknown) => void
}

const pageSize = 500
/** A screen does not offer it. */
const holdsOthers = 'Здесь есть сообщения не вашей структуры: оставить их нельзя. Отключитесь, стерев данные на этом компьютере.'

/** Joining the district's server, working with it, and leaving it. */
export class DistrictServer implements ServerDesk {
  readonly joined: Observable<JoinedServer | null>
  readonly status: Observable<SyncStatus>
  readonly mismatches: Observable<number>
  readonly at: Topology
  /** While the engine stops to begin again, what was true before is shown: nothing has been left. */
  private readonly before: Changing<SyncStatus> = changing(offStatus)

  constructor(private readonly parts: ServerParts) {
    this.mismatches = derived([parts.findings], () => parts.findings.get().filter(({ reason }) => reason === 'altered').length)
    this.at = parts.at
    this.joined = parts.joined.current
    const own = parts.sync.status
    own.subscribe(() => {
      if (own.get().phase.kind !== 'off') this.before.set(own.get())
    })
    this.status = derived([own, this.joined, this.before], () => {
      if (this.joined.get() === null) return offStatus
      return own.get().phase.kind === 'off' ? paused(this.before.get()) : own.get()
    })
  }

  /** At the program's start: begins offline too, and asks for the password where it is not remembered. */
  async begin(): Promise<void> {
    const joined = this.joined.get()
    const { mode } = this.parts.profile.current.get()
    if (joined === null) {
      // Left half-way, or the record could not be read: the journal is here, and nobody's server is known.
      if (mode === 'server') await this.parts.profile.save({ mode: 'alone' })
      return
    }
    if (mode !== 'server') return await this.parts.joined.save(null)
    const resumed = await this.parts.sync.resume(openingOf(joined))
    if (!resumed.ok) await this.parts.sync.waitForPassword()
  }

  /** The server has let him in: it says each time what he may. */
  met({ standing, signedIn }: { readonly standing: ServerStanding; readonly signedIn: { readonly person: PersonId } }): void {
    const joined = this.joined.get()
    if (joined === null) return
    this.follow(joined, standing, signedIn.person).catch(this.parts.onFailure)
  }

  test(opening: ServerOpening): Promise<Result<Connection, ConnectFailure | OpeningRefused>> {
    return this.parts.sync.test(opening)
  }

  async join(opening: ServerOpening, as?: OfficeRole): Promise<Result<Connection, JoinFailure>> {
    const { sync, profile, journal } = this.parts
    const { mode } = profile.current.get()
    if (mode === 'training') return err({ reason: 'training' })
    const tried = await sync.test(opening)
    if (!tried.ok) return tried
    if (mode !== 'server' && (await journal.count()) > 0) {
      const own = await sync.hasOwnJournal(opening, tried.value, journal.pages(pageSize))
      if (!own.ok) return own
      if (own.value) return err({ reason: 'ownJournal' })
    }
    const connected = await sync.connect(opening)
    if (!connected.ok) return connected
    const { remembered, ...connection } = connected.value
    const { standing, signedIn } = connection
    const { address, user, ca, insistHttp } = opening
    await this.parts.joined.save({ address, user, remember: remembered, ...(ca === undefined ? {} : { ca }), insistHttp, standing, holdsOthers: await this.holdsOthers(standing) })
    await this.parts.actAs(actorOf(signedIn.person, standing, as))
    await profile.save({ mode: 'server' })
    return ok(connection)
  }

  async signIn(password: string, remember: boolean): Promise<Result<Connection, JoinFailure>> {
    const joined = this.joined.get()
    if (joined === null) throw new Error('Signing in without a server')
    const connected = await this.parts.sync.connect({ ...openingOf(joined), password, remember })
    if (!connected.ok) return connected
    const { remembered, ...connection } = connected.value
    await this.parts.joined.save({ ...joined, remember: remembered })
    await this.follow({ ...joined, remember: remembered }, connection.standing, connection.signedIn.person)
    return ok(connection)
  }

  async leave(what: Leaving): Promise<Result<undefined, string>> {
    const { sync, office, profile, joined } = this.parts
    if (what === 'keep' && this.joined.get()?.holdsOthers === true) return err(holdsOthers)
    const trouble = await sync.leave({ forget: true })
    if (what === 'erase') {
      const erased = trouble === null ? await this.parts.erase() : err(trouble)
      // Still here and still joined, without a password: it can be repeated, or the work goes on.
      if (!erased.ok) await sync.waitForPassword()
      return erased
    }
    await office.forget()
    await profile.save({ mode: 'alone' })
    await joined.save(null)
    this.before.set(offStatus)
    return trouble === null ? ok(undefined) : err(trouble)
  }

  nudge(): void {
    this.parts.sync.nudge()
  }

  offerRefused(): Promise<void> {
    return this.parts.sync.offerRefused()
  }

  async fetchFile(sha256: Parameters<ServerDesk['fetchFile']>[0]): ReturnType<ServerDesk['fetchFile']> {
    const joined = this.joined.get()
    return joined === null ? 'absent' : await this.parts.sync.fetchFile(eventDatabase(this.at, joined.standing), sha256)
  }

  async asAdministrator<T>(opening: ServerOpening, work: Parameters<Sync['asAdministrator']>[1]): Promise<Result<T, OpeningRefused>> {
    const done = await this.parts.sync.asAdministrator(opening, work)
    return done as Result<T, OpeningRefused>
  }

  async bringAlong(administrator: ServerOpening, work?: Parameters<ServerDesk['bringAlong']>[1]): ReturnType<ServerDesk['bringAlong']> {
    return await this.parts.sync.bringAlong({ ...administrator, remember: false }, await this.ownWork(), work)
  }

  async eventsNamed(ids: readonly string[]): Promise<readonly NamedEvent[]> {
    const found: NamedEvent[] = []
    for (const id of ids) {
      const caseId = caseIdSchema.safeParse(id.split('~')[0])
      const eventId = eventIdSchema.safeParse(id)
      if (!caseId.success || !eventId.success) continue
      const event = (await this.parts.journal.eventsOf(caseId.data)).find((one) => one._id === id)
      if (event !== undefined) found.push({ id: eventId.data, caseId: caseId.data, type: event.type, at: event.at as Instant })
    }
    return found
  }

  async settleOffice(name: OfficeDocumentName, which: 'own' | 'servers'): Promise<void> {
    await this.parts.office.settle(name, which)
  }

  stop(): Promise<void> {
    return this.parts.sync.stop()
  }

  private async follow(joined: JoinedServer, standing: ServerStanding, person: PersonId): Promise<void> {
    const { actor } = this.parts.profile.current.get()
    if (!sameStanding(joined.standing, standing)) await this.parts.joined.save({ ...joined, standing, holdsOthers: await this.holdsOthers(standing) })
    if (actor.person !== person || !gives(standing, actor)) await this.parts.actAs(actorOf(person, standing))
  }

  /** Whether this standing, new here, leaves in the journal what it does not open. The office may have all. */
  private async holdsOthers(standing: ServerStanding): Promise<boolean> {
    const before = this.joined.get()
    if (standing.kind === 'office' || before === null) return false
    return before.holdsOthers || (!sameStanding(before.standing, standing) && (await this.parts.journal.count()) > 0)
  }

  private async ownWork(): Promise<OwnWork> {
    const { journal, office } = this.parts
    const now = office.current.get()
    const set = officeDocumentNames.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(defaultOffice[name]))
    return { events: await journal.count(), pages: () => journal.pages(pageSize), office: new Map(set.map((name) => [name, now[name]])) }
  }
}

/** Who waits for a person still does; everything else is about to be seen again. */
const paused = (before: SyncStatus): SyncStatus => (before.phase.kind === 'stopped' ? before : { ...before, phase: { kind: 'connecting' } })

const openingOf = ({ address, user, remember, ca, insistHttp }: JoinedServer): ServerOpening => ({ address, user, remember, insistHttp, ...(ca === undefined ? {} : { ca }) })

import { deskOf, later, look, noServer, watched, withoutOld, type AttentionMemory, type Notice, type ServerSide, type TrayView, type WatchedCase, type WatchingDesk } from '../../shared/domain/attention'
import type { CaseState } from '../../shared/domain/case/caseState'
import { openRulebook, type OpenRulebook, type WorkingTime } from '../../shared/domain/deadlines'
import { instant, MS_PER_DAY, type Instant } from '../../shared/domain/time'
import { notificationKinds, type NotificationSettings } from '../../shared/settings/settings'
import { caseIdSchema, type CaseId } from '../../shared/domain/journal/ids'
import type { Application, Observable } from './application'
import { byAllTold, type AttentionShelf } from './attentionShelf'
import { headlineOf, unsentCount, type SyncStatus } from './server/status'
import type { Unsubscribe } from './ports'

export interface AttentionParts {
  readonly application: Pick<Application, 'openCases' | 'office' | 'actor' | 'firstRun' | 'clock' | 'attentionMemory' | 'cases'>
  readonly settings: Observable<NotificationSettings>
  readonly server: Observable<SyncStatus>
  /** Where this person's other computers lay what they have told; null while no server is joined. */
  readonly shelf: () => AttentionShelf | null
  /** Whether somebody is before this computer. */
  readonly attended: () => Promise<boolean>
  readonly show: (notice: Notice, now: Instant) => Promise<void>
  readonly showTray: (view: TrayView, now: Instant) => Promise<void>
  /** Calls back once after so many ms. */
  readonly wake: (ms: number, act: () => void) => Unsubscribe
  readonly onFailure: (failure: unknown) => void
}

export interface Attending {
  /** The computer has woken up: what came meanwhile comes together. */
  woken(): void
  /** «Позже»: what was told of these cases is told once more; false where nothing has been. */
  later(about: readonly CaseId[]): Promise<boolean>
  stop(): void
}

/** The clock may be set and the computer may sleep unannounced: it looks at least so often, ms. */
const mostMs = 60_000
const leastMs = 250

/** Watches the open cases from now on: tells what is due to be told, and keeps the tray true. */
export function attend(parts: AttentionParts): Attending {
  const { openCases, office, actor, firstRun, clock, attentionMemory } = parts.application
  const judge = watching(parts)
  let memory: AttentionMemory | undefined
  let gathered = true
  let stopped = false
  let underway = false
  let asked = false
  let cancel: Unsubscribe = () => undefined

  const left = closedSince(parts)
  const away = awaySince()

  const timeAt = (now: Instant): WorkingTime | null => {
    const { rulebook, desk } = judge()
    return deskTimeAt(now, rulebook, desk)
  }
  const worthKeeping = (told: AttentionMemory, now: Instant) => withoutOld(told, new Set(openCases.get().map(({ id }) => id)), now)
  const remembered = async (now: Instant) => (memory ??= worthKeeping(await attentionMemory.load(), now))
  // A disk that takes nothing must not silence the warnings: then it is remembered until the end of the program.
  const keep = async (next: AttentionMemory) => {
    const before = memory
    memory = next
    if (next === before) return
    try {
      await attentionMemory.save(next)
    } catch (failure) {
      parts.onFailure(failure)
    }
  }
  const once = async (): Promise<void> => {
    if (firstRun.get() === 'undecided') return
    const now = clock.now()
    const before = await remembered(now)
    const { cases, how } = judge()
    const closed = await left(before, now)
    const { enabled, off } = parts.settings.get()
    const status = parts.server.get()
    const shown = [...cases, ...closed.map((state) => watched(state, null, how)).filter(({ news }) => news.length > 0)]
    const at = {
      now, time: timeAt(now), off: new Set(enabled ? off : notificationKinds), gathered, server: away(status, now),
      sending: { unsent: unsentCount(status), offline: isAway(status) },
    }
    const seen = await byAllTold(parts.shelf(), before, (told) => look(shown, { ...at, memory: told }), { pruned: (told) => worthKeeping(told, now), attended: parts.attended })
    gathered = false
    await keep(seen.memory)
    for (const notice of seen.notices) await parts.show(notice, now)
    await parts.showTray(seen.tray, now)
    if (!stopped) cancel = parts.wake(Math.max(leastMs, Math.min(mostMs, seen.again === null ? mostMs : seen.again - now)), ask)
  }
  const putOff = async (about: readonly CaseId[]): Promise<boolean> => {
    const now = clock.now()
    const before = await remembered(now)
    const chosen = judge().cases.filter(({ caseId }) => about.includes(caseId))
    const next = chosen.reduce((soFar, one) => later(one, parts.settings.get().laterMinutes, soFar, timeAt(now), now), before)
    const anything = Object.keys(next.later).some((key) => next.later[key] !== before.later[key])
    if (anything) await keep(next)
    return anything
  }
  // A look and «позже» both read the memory and write it: one after the other.
  let turn: Promise<unknown> = Promise.resolve()
  const alone = async <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act)
    turn = mine.catch(() => undefined)
    return await mine
  }
  // One look at a time: what asks meanwhile is answered by one more.
  const ask = () => {
    asked = true
    if (underway || stopped) return
    underway = true
    void (async () => {
      while (asked && !stopped) {
        asked = false
        cancel()
        try {
          await alone(once)
        } catch (failure) {
          parts.onFailure(failure)
          cancel = parts.wake(mostMs, ask)
        }
      }
      underway = false
    })()
  }
  const stops = [openCases, office, actor, firstRun, parts.settings, parts.server].map((source) => source.subscribe(ask))
  ask()
  return {
    woken: () => {
      gathered = true
      ask()
    },
    later: async (about) => {
      const anything = await alone(() => putOff(about))
      ask()
      return anything
    },
    stop: () => {
      stopped = true
      cancel()
      for (const stop of stops) stop()
    },
  }
}

/** The hours in which this desk may be disturbed; null where no schedule is in force. */
function deskTimeAt(at: Instant, rulebook: OpenRulebook, desk: WatchingDesk): WorkingTime | null {
  const rules = rulebook.inForceAt(at)
  return (desk.whose === 'department' ? rules?.timeOf(desk.department) : rules?.office) ?? null
}

/** The cases under watch; a case is counted anew when it changes, all of them when the rules, the person or the settings do. */
function watching({ application: { openCases, office, actor, firstRun }, settings }: AttentionParts) {
  let by: readonly unknown[] = []
  let rulebook: OpenRulebook | undefined
  let counted = new WeakMap<CaseState, WatchedCase>()
  return () => {
    const { zone, regulations, schedules, calendar } = office.get()
    const basis = [zone, regulations, schedules, calendar, actor.get(), firstRun.get(), settings.get().ownWarnings]
    if (rulebook === undefined || basis.some((part, place) => part !== by[place])) {
      rulebook = openRulebook({ zone, regulations, schedules, calendar })
      counted = new WeakMap()
      by = basis
    }
    const rules = rulebook
    const desk = deskOf(actor.get(), firstRun.get() !== 'server')
    const how = { desk, person: actor.get().person, settings: settings.get().ownWarnings, deskTime: (at: Instant) => deskTimeAt(at, rules, desk) }
    const cases = openCases.get().map((state) => {
      const known = counted.get(state) ?? watched(state, rules.inForceAt(state.message.placedAt), how)
      counted.set(state, known)
      return known
    })
    return { cases, rulebook: rules, desk, how }
  }
}

/** What was published longer ago is no news, ms: a holiday's length. */
const newsFor = 10 * MS_PER_DAY

/**
 * The cases that have been closed since they were watched, for the news that they are published. Each is read once; after a start
 * those that the memory knows and that are no longer open.
 */
function closedSince({ application: { openCases, cases } }: AttentionParts) {
  let watchedBefore: ReadonlySet<CaseId> | undefined
  let kept: readonly CaseState[] = []
  return async ({ told }: AttentionMemory, now: Instant): Promise<readonly CaseState[]> => {
    const open = new Set(openCases.get().map(({ id }) => id))
    const known = watchedBefore ?? new Set(Object.keys(told).map((id) => id.slice(0, id.indexOf('/'))).filter((id): id is CaseId => caseIdSchema.safeParse(id).success))
    const gone = [...known].filter((id) => !open.has(id))
    watchedBefore = open
    const found = gone.length === 0 ? [] : [...(await cases.getMany(gone)).values()]
    kept = [...kept, ...found].filter((state) => !open.has(state.id) && state.outcome !== undefined && now - state.outcome.at < newsFor && told[`${state.id}/published/${state.postings.at(-1)?.event}`] === undefined)
    return kept
  }
}

const isAway = (status: SyncStatus): boolean => ['unreachable', 'serverFailing', 'stopped'].includes(headlineOf(status).kind)

/** A stop has no instant of its own: it counts from when it was first seen. */
function awaySince() {
  let stoppedAt: Instant | null = null
  return (status: SyncStatus, now: Instant): ServerSide => {
    const { phase, refused, refusedFiles } = status
    stoppedAt = phase.kind === 'stopped' ? (stoppedAt ?? now) : null
    if (phase.kind === 'off') return noServer
    const since = phase.kind === 'unreachable' || phase.kind === 'serverFailing' ? instant(phase.since) : stoppedAt
    return { refused: [...refused.map(({ id }) => id), ...refusedFiles.map(({ sha256 }) => sha256)], awaySince: since }
  }
}

import { deskOf, look, watched, withoutOld, type AttentionMemory, type Notice, type Sending, type TrayView, type WatchedCase } from '../../shared/domain/attention'
import type { CaseState } from '../../shared/domain/case/caseState'
import { openRulebook, type OpenRulebook } from '../../shared/domain/deadlines'
import type { Instant } from '../../shared/domain/time'
import { notificationKinds, type NotificationSettings } from '../../shared/settings/settings'
import type { Application, Observable } from './application'
import type { Unsubscribe } from './ports'

export interface AttentionParts {
  readonly application: Pick<Application, 'openCases' | 'office' | 'actor' | 'firstRun' | 'clock' | 'attentionMemory'>
  readonly settings: Observable<NotificationSettings>
  readonly sending: () => Sending
  readonly show: (notice: Notice, now: Instant) => Promise<void>
  readonly showTray: (view: TrayView, now: Instant) => Promise<void>
  /** Calls back once after so many ms. */
  readonly wake: (ms: number, act: () => void) => Unsubscribe
  readonly onFailure: (failure: unknown) => void
}

export interface Attending {
  /** The computer has woken up: what came meanwhile comes together. */
  woken(): void
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

  const once = async (): Promise<void> => {
    if (firstRun.get() === 'undecided') return
    const now = clock.now()
    memory ??= withoutOld(await attentionMemory.load(), new Set(openCases.get().map(({ id }) => id)), now)
    const { cases, rulebook, desk } = judge()
    const rules = rulebook.inForceAt(now)
    const time = desk.whose === 'department' ? rules?.timeOf(desk.department) : rules?.office
    const { enabled, off } = parts.settings.get()
    const seen = look(cases, { now, time: time ?? null, memory, off: offKinds(enabled ? off : notificationKinds), gathered, sending: parts.sending() })
    gathered = false
    if (seen.memory !== memory) await attentionMemory.save(seen.memory)
    memory = seen.memory
    for (const notice of seen.notices) await parts.show(notice, now)
    await parts.showTray(seen.tray, now)
    if (!stopped) cancel = parts.wake(Math.max(leastMs, Math.min(mostMs, seen.again === null ? mostMs : seen.again - now)), ask)
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
          await once()
        } catch (failure) {
          parts.onFailure(failure)
          cancel = parts.wake(mostMs, ask)
        }
      }
      underway = false
    })()
  }
  const stops = [openCases, office, actor, firstRun, parts.settings].map((source) => source.subscribe(ask))
  ask()
  return {
    woken: () => {
      gathered = true
      ask()
    },
    stop: () => {
      stopped = true
      cancel()
      for (const stop of stops) stop()
    },
  }
}

/** The cases under watch; a case is counted anew when it changes, all of them when the rules, the person or the settings do. */
function watching({ application: { openCases, office, actor, firstRun }, settings }: AttentionParts) {
  let by: readonly unknown[] = []
  let rulebook: OpenRulebook | undefined
  let counted = new WeakMap<CaseState, WatchedCase>()
  return () => {
    const { zone, regulations, schedules, calendar } = office.get()
    const basis = [zone, regulations, schedules, calendar, actor.get(), firstRun.get(), settings.get().warnings]
    if (rulebook === undefined || basis.some((part, place) => part !== by[place])) {
      rulebook = openRulebook({ zone, regulations, schedules, calendar })
      counted = new WeakMap()
      by = basis
    }
    const rules = rulebook
    const desk = deskOf(actor.get(), firstRun.get() !== 'server')
    const how = { desk, person: actor.get().person, settings: settings.get().warnings }
    const cases = openCases.get().map((state) => {
      const known = counted.get(state) ?? watched(state, rules.inForceAt(state.message.placedAt), how)
      counted.set(state, known)
      return known
    })
    return { cases, rulebook: rules, desk }
  }
}

const told = ['deadline', 'newMessage', 'forReview', 'returned', 'declined', 'publicationFailed'] as const
const offKinds = (off: readonly string[]) => new Set(told.filter((kind) => off.includes(kind)))

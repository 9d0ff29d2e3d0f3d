import type { WorkingTime } from '../deadlines'
import { instant, MS_PER_MINUTE, type Instant } from '../time'
import { isDone, type AttentionMemory } from './memory'
import type { NewsKind } from './news'
import { grouped, leftOf, noticeOf, type CaseNotice, type Notice, type ServerNotice } from './notices'
import { serverTelling, type ServerSide } from './server'
import { trayView, type Sending, type TrayView } from './trayView'
import type { Watch } from './warnings'
import type { WatchedCase } from './watchedCase'

export interface LookingAt {
  readonly now: Instant
  /** The working time of this desk; null where no schedule is in force: then no hour is quiet. */
  readonly time: WorkingTime | null
  readonly memory: AttentionMemory
  /** Kinds that the person has switched off: they count as told, so that switching on brings nothing of the past. */
  readonly off: ReadonlySet<Told>
  /** The first look after the start or after sleep. */
  readonly gathered: boolean
  readonly sending: Sending
  readonly server: ServerSide
}

/** The kinds of what is told; each can be switched off. */
export type Told = NewsKind | ServerNotice['what']['kind'] | 'deadline'

export interface Outlook {
  readonly notices: readonly Notice[]
  /** To be kept before the notices are shown: a notice lost to a kill has others after it, one told twice is noise. */
  readonly memory: AttentionMemory
  /** When something will be different without any event; null when nothing is ahead. */
  readonly again: Instant | null
  readonly tray: TrayView
}

/** What is to be told now, by what has been told before (AT6–AT14). */
export function look(cases: readonly WatchedCase[], { now, time, memory, off, gathered, sending, server }: LookingAt): Outlook {
  const quiet = time !== null && !time.isOpen('working', now)
  const opening = quiet ? time.nextOpening('working', now) : null
  const ahead: Instant[] = []
  const found = cases.flatMap((watchedCase) => {
    const waiting = waitingOf(watchedCase, memory, now)
    ahead.push(...waiting.ahead)
    if (waiting.due.length + waiting.news.length === 0) return []
    if (opening === null || watchedCase.emergency) return [waiting]
    ahead.push(opening)
    return []
  })
  const ofServer = serverTelling(server, memory, now)
  ahead.push(...ofServer.ahead)
  const serverTold = ofServer.ids.length > 0 && opening === null
  if (ofServer.ids.length > 0 && opening !== null) ahead.push(opening)

  const newsFrom = instant(lastTold(memory, now) + newsPause)
  const ripeAt = ({ watchedCase, due, news }: Waiting) => (watchedCase.emergency ? now : least([...due.map(({ reached }) => reached.by), ...(news.length > 0 ? [newsFrom] : [])]) ?? now)
  // What may wait goes along with what may not.
  const goes = gathered || found.some((waiting) => !waiting.watchedCase.emergency && ripeAt(waiting) <= now)
  const ready = found.filter((waiting) => waiting.watchedCase.emergency || goes)
  ahead.push(...found.filter((waiting) => !ready.includes(waiting)).map(ripeAt))

  const told = [...ready.flatMap(({ due, news }) => [...due.flatMap(({ reached }) => reached.told), ...news.map(({ id }) => id)]), ...(serverTold ? ofServer.ids : [])]
  const passedOver = ready.flatMap(({ due }) => due.flatMap(({ reached }) => reached.passedOver))
  return {
    notices: [...grouped(ready.flatMap((waiting) => sayable(waiting, off, now))), ...(serverTold ? ofServer.notices.filter(({ what }) => !off.has(what.kind)) : [])],
    memory: told.length === 0 ? memory : { ...memory, told: added(memory.told, told, now), passedOver: added(memory.passedOver, passedOver, now) },
    again: least(ahead),
    tray: trayView(cases, now, sending),
  }
}

/** News that follow each other faster are told together, ms. */
const newsPause = 30 * MS_PER_MINUTE

const added = (known: AttentionMemory['told'], ids: readonly string[], now: Instant) => ({ ...known, ...Object.fromEntries(ids.map((id) => [id, now])) })

const least = (instants: readonly Instant[]) => instants.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null)

/** A clock that was set back must not hold anything up. */
const lastTold = ({ told }: AttentionMemory, now: Instant) => Object.values(told).reduce((last, at) => (at <= now && at > last ? at : last), 0)

/** What of one case has not been told and is true by now. */
interface Waiting {
  readonly watchedCase: WatchedCase
  readonly due: readonly { readonly watch: Watch; readonly reached: Reached }[]
  readonly news: WatchedCase['news']
  readonly ahead: readonly Instant[]
}

function waitingOf(watchedCase: WatchedCase, memory: AttentionMemory, now: Instant): Waiting {
  const all = watchedCase.watches.map((watch) => ({ watch, reached: reachedBy(watch, watchedCase.emergency, memory, now) }))
  return {
    watchedCase,
    due: all.filter(({ reached }) => reached.told.length > 0),
    news: watchedCase.news.filter(({ id }) => memory.told[id] === undefined),
    ahead: all.flatMap(({ watch: { soonFrom, due }, reached }) => [...reached.ahead, ...[soonFrom, instant(due + 1)].filter((at) => at > now)]),
  }
}

/** As far as the person wants to hear of it. */
function sayable({ watchedCase, due, news }: Waiting, off: LookingAt['off'], now: Instant): readonly CaseNotice[] {
  const reached = off.has('deadline') ? [] : due.flatMap(({ watch, reached: { latest } }) => (latest === undefined ? [] : [{ watch, latest }]))
  const warnings = reached.map(({ watch, latest }) => ({ deadline: watch.deadline, clause: watch.clause, due: watch.due, threshold: latest.threshold, left: leftOf(watch, now) }))
  const notice = noticeOf(watchedCase, warnings, news.filter(({ what }) => !off.has(what)))
  return notice.warnings.length + notice.news.length > 0 ? [notice] : []
}

interface Reached {
  /** To be noted as said when it goes: the one that is said, and what the person asked for; none where nothing has to be. */
  readonly told: readonly string[]
  /** To be noted as stood for by it. */
  readonly passedOver: readonly string[]
  readonly latest: Watch['warnings'][number] | undefined
  /** Until when it may wait for others. */
  readonly by: Instant
  readonly ahead: readonly Instant[]
}

/** Of several thresholds passed unseen only the latest is said; it stands for the others (AT7). One that may go along is as if passed (AT8). */
function reachedBy({ key, warnings }: Watch, emergency: boolean, memory: AttentionMemory, now: Instant): Reached {
  const until = memory.later[key]
  const asked = until !== undefined && until <= now && memory.told[repetition(key, until)] === undefined
  // An emergency is told by itself, at its instants; and what is repeated at one's wish stands for nothing that is still to come.
  const openFrom = ({ at, from }: Watch['warnings'][number]) => (emergency || asked ? at : from)
  // But for what has been heard already, be it early: that is what is to be repeated.
  const open = warnings.filter((warning) => openFrom(warning) <= now || (asked && isDone(memory, warning.id, now)))
  const latest = open.at(-1)
  const ahead = warnings.filter((warning) => !open.includes(warning)).slice(0, 1).map(({ at, by }) => (emergency ? at : by))
  if (until !== undefined && until > now) ahead.push(until)
  const nothing: Reached = { told: [], passedOver: [], latest, by: now, ahead }
  if (latest === undefined) return nothing
  const isNew = !isDone(memory, latest.id, now)
  if (!isNew && !asked) return nothing
  const untold = open.filter(({ id }) => !isDone(memory, id, now))
  return {
    told: [...(isNew ? [latest.id] : []), ...(asked ? [repetition(key, until)] : [])],
    passedOver: untold.filter(({ id }) => id !== latest.id).map(({ id }) => id),
    latest,
    by: asked ? now : instant(Math.min(...untold.map(({ by }) => by))),
    ahead,
  }
}

const repetition = (key: string, until: Instant) => `${key}/later/${until}`

/** «Позже»: the watches of this case are said once more after so many minutes of working time, of clock time in an emergency (AT11). */
export function later({ watches, emergency }: WatchedCase, minutes: number, memory: AttentionMemory, time: WorkingTime | null, now: Instant): AttentionMemory {
  const ms = minutes * MS_PER_MINUTE
  const until = emergency || time === null ? instant(now + ms) : time.add('working', now, ms)
  const told = watches.filter(({ warnings }) => warnings.some(({ id }) => memory.told[id] !== undefined))
  return { ...memory, later: { ...memory.later, ...Object.fromEntries(told.map(({ key }) => [key, until])) } }
}

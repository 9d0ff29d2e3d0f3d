import type { WorkingTime } from '../deadlines'
import { instant, MS_PER_MINUTE, type Instant } from '../time'
import type { AttentionMemory } from './memory'
import type { NewsKind } from './news'
import { grouped, noticeOf, type CaseNotice, type Notice } from './notices'
import { trayView, type Sending, type TrayView } from './trayView'
import type { Watch } from './warnings'
import type { WatchedCase } from './watchedCase'

export interface LookingAt {
  readonly now: Instant
  /** The working time of this desk; null where no schedule is in force: then no hour is quiet. */
  readonly time: WorkingTime | null
  readonly memory: AttentionMemory
  /** Kinds that the person has switched off: they count as told, so that switching on brings nothing of the past. */
  readonly off: ReadonlySet<NewsKind | 'deadline'>
  /** The first look after the start or after sleep. */
  readonly gathered: boolean
  readonly sending: Sending
}

export interface Outlook {
  readonly notices: readonly Notice[]
  /** To be kept before the notices are shown: a notice lost to a kill has others after it, one told twice is noise. */
  readonly memory: AttentionMemory
  /** When something will be different without any event; null when nothing is ahead. */
  readonly again: Instant | null
  readonly tray: TrayView
}

/** What is to be told now, by what has been told before (AT6–AT10). */
export function look(cases: readonly WatchedCase[], { now, time, memory, off, gathered, sending }: LookingAt): Outlook {
  const quiet = time !== null && !time.isOpen('working', now)
  const ahead: Instant[] = []
  const told: string[] = []
  const notices: CaseNotice[] = []
  for (const watchedCase of cases) {
    const due: { readonly watch: Watch; readonly reached: Reached }[] = []
    for (const watch of watchedCase.watches) {
      const reached = reachedBy(watch, memory, now)
      ahead.push(...reached.ahead)
      if (reached.ids.length > 0) due.push({ watch, reached })
    }
    const news = watchedCase.news.filter(({ id }) => memory.told[id] === undefined)
    if (due.length + news.length === 0) continue
    if (time !== null && quiet && !watchedCase.emergency) {
      ahead.push(time.nextOpening('working', now))
      continue
    }
    told.push(...due.flatMap(({ reached }) => reached.ids), ...news.map(({ id }) => id))
    const warnings = off.has('deadline') ? [] : due.flatMap(({ watch, reached }) => sayable(watch, reached))
    const said = noticeOf(watchedCase, warnings, news.filter(({ what }) => !off.has(what)))
    if (said.warnings.length + said.news.length > 0) notices.push(said)
  }
  return {
    notices: grouped(notices, gathered),
    memory: told.length === 0 ? memory : { ...memory, told: { ...memory.told, ...Object.fromEntries(told.map((id) => [id, now])) } },
    again: ahead.reduce<Instant | null>((least, at) => (least === null || at < least ? at : least), null),
    tray: trayView(cases, now, sending),
  }
}

interface Reached {
  /** Not told so far, and true by now. */
  readonly ids: readonly string[]
  readonly latest: Watch['warnings'][number] | undefined
  readonly ahead: readonly Instant[]
}

/** Of several thresholds passed unseen only the latest is said; the others are told with it (AT7). */
function reachedBy({ key, warnings }: Watch, memory: AttentionMemory, now: Instant): Reached {
  const untold = (id: string) => memory.told[id] === undefined
  const passed = warnings.filter(({ at }) => at <= now)
  const latest = passed.at(-1)
  const ahead = warnings.slice(passed.length, passed.length + 1).map(({ at }) => at)
  if (latest === undefined) return { ids: [], latest, ahead }
  const until = memory.later[key]
  if (until !== undefined && until > now) ahead.push(until)
  const repeats = until !== undefined && until <= now && untold(repetition(key, until)) ? [repetition(key, until)] : []
  if (!untold(latest.id) && repeats.length === 0) return { ids: [], latest, ahead }
  return { ids: [...passed.map(({ id }) => id).filter(untold), ...repeats], latest, ahead }
}

const repetition = (key: string, until: Instant) => `${key}/later/${until}`

const sayable = ({ deadline, clause, due }: Watch, { latest }: Reached): CaseNotice['warnings'] => (latest === undefined ? [] : [{ deadline, clause, due, threshold: latest.threshold }])

/** «Позже»: the watches of this case are said once more after so many minutes of working time, of clock time in an emergency (AT11). */
export function later({ watches, emergency }: WatchedCase, minutes: number, memory: AttentionMemory, time: WorkingTime | null, now: Instant): AttentionMemory {
  const ms = minutes * MS_PER_MINUTE
  const until = emergency || time === null ? instant(now + ms) : time.add('working', now, ms)
  const told = watches.filter(({ warnings }) => warnings.some(({ id }) => memory.told[id] !== undefined))
  return { ...memory, later: { ...memory.later, ...Object.fromEntries(told.map(({ key }) => [key, until])) } }
}

import { emptyMemory, look, memorySchema, merged, type AttentionMemory, type LookingAt, type NewsKind, type Threshold, type WatchedCase } from '../../shared/domain/attention'
import type { DeadlineId, WorkingTime } from '../../shared/domain/deadlines'
import { instant, type Instant } from '../../shared/domain/time'
import { casesOf, looking } from './attention'
import type { Seen } from './attentionStories'
import { minutes } from './journal'

/** One computer of a person: when it sleeps or is off, when it is killed and started, and by how much its clock is wrong since when. */
export interface Computer {
  readonly away?: readonly (readonly [from: number, to: number])[]
  readonly restarts?: readonly number[]
  readonly clockErrors?: readonly { readonly since: number; readonly ms: number }[]
  /** When it does not reach the server. */
  readonly offline?: readonly (readonly [from: number, to: number])[]
}

export interface Life {
  /** Each case by its segments; may depend on the settings in force then. */
  readonly cases: (at: Instant) => readonly (readonly Seen[])[]
  /** Besides the segments' beginnings: when something else changes (settings). */
  readonly changes?: readonly number[]
  readonly from: Instant
  readonly to: Instant
  readonly time: WorkingTime
  readonly computers: readonly Computer[]
  readonly off?: LookingAt['off']
}

export interface Spoken {
  readonly computer: number
  /** True time, and what the computer's clock said. */
  readonly at: Instant
  readonly clock: Instant
  readonly caseId: string
  readonly emergency: boolean
  readonly what: { readonly deadline: DeadlineId; readonly due: Instant; readonly threshold: Threshold } | { readonly news: NewsKind }
}

const within = (spans: Computer['away'], at: number) => spans?.find(([from, to]) => at >= from && at < to)
export const clockErrorOf = ({ clockErrors = [] }: Computer, at: number) => clockErrors.filter(({ since }) => since <= at).at(-1)?.ms ?? 0
/** A clock that is set is noticed within so long. */
const noticed = minutes(1)

/** The computers live through a time: each looks at every change and whenever it said it would, unless it sleeps; told is what was told. */
export function live({ cases, changes = [], from, to, time, computers, off = new Set() }: Life) {
  const all = [...cases(from).flatMap((segments) => segments.map((segment) => Number(segment.from))), ...changes]
  const spoken: Spoken[] = []
  const notifications: { readonly at: Instant; readonly computer: number; readonly emergency: boolean }[] = []
  let laid: AttentionMemory = emptyMemory
  const states = computers.map((computer) => ({
    computer,
    memory: emptyMemory,
    next: Number(from) as number,
    gathered: true,
    events: [...all, ...(computer.restarts ?? []), ...(computer.away ?? []).map(([, end]) => end), ...(computer.clockErrors ?? []).map(({ since }) => since + noticed)].filter((at) => at >= from && at <= to).sort((a, b) => a - b),
  }))
  for (let turns = 0; ; turns++) {
    if (turns > 200_000) throw new Error('It looks without end')
    const [place, turn] = states.map((state, index) => [index, state] as const).reduce((first, other) => (other[1].next < first[1].next ? other : first))
    if (turn.next > to) break
    const at = turn.next
    const nap = within(turn.computer.away, at)
    if (nap !== undefined) {
      turn.next = nap[1]
      turn.gathered = true
      continue
    }
    if (turn.computer.restarts?.includes(at) === true) {
      turn.memory = memorySchema.parse(JSON.parse(JSON.stringify(turn.memory)))
      turn.gathered = true
    }
    const now = instant(at + clockErrorOf(turn.computer, at))
    const shown = cases(instant(at)).flatMap((segments): readonly WatchedCase[] => {
      const now = segments.filter((segment) => segment.from <= at).at(-1)
      return now === undefined ? [] : [now.shown]
    })
    const see = (memory: AttentionMemory) => look(shown, looking({ now, time, memory, gathered: turn.gathered, off }))
    const alone = see(turn.memory)
    const online = computers.length > 1 && within(turn.computer.offline, at) === undefined
    const outlook = online && alone.memory !== turn.memory ? see(merged(turn.memory, laid)) : alone
    if (online && alone.memory !== turn.memory) laid = merged(laid, outlook.memory)
    turn.memory = outlook.memory
    turn.gathered = false
    for (const notice of outlook.notices) {
      notifications.push({ at: instant(at), computer: place, emergency: notice.emergency })
      for (const { caseId, emergency, warnings, news } of casesOf(notice)) {
        const what = [...warnings.map(({ deadline, due, threshold }) => ({ deadline, due, threshold })), ...news.map((kind) => ({ news: kind }))]
        spoken.push(...what.map((one) => ({ computer: place, at: instant(at), clock: now, caseId, emergency, what: one })))
      }
    }
    const event = turn.events.find((moment) => moment > at) ?? Infinity
    const again = outlook.again === null ? Infinity : at + Math.max(1, outlook.again - now)
    if (outlook.again !== null && outlook.again <= now) throw new Error('It would look again at once')
    turn.next = Math.min(event, again)
  }
  return { spoken, notifications }
}

export interface Passed {
  readonly caseId: string
  readonly deadline: DeadlineId
  readonly due: Instant
  /** Since when the desk has had it before its eyes. */
  readonly knownAt: Instant
  readonly emergency: boolean
}

/** Every deadline that passed while it was open before the desk. */
export function passedOf(cases: readonly (readonly Seen[])[], to: Instant): readonly Passed[] {
  const found = new Map<string, Passed>()
  for (const segments of cases) {
    let known = new Map<string, Instant>()
    segments.forEach(({ from, open, shown }, place) => {
      const until = Math.min(segments[place + 1]?.from ?? to, to)
      const watches = open ? shown.watches : []
      // One that was another's in between (forwarded, then declined) is known anew.
      known = new Map(watches.map(({ key }) => [key, known.get(key) ?? from]))
      for (const { key, deadline, due } of watches) {
        if (due >= until || due < from || found.has(key)) continue
        found.set(key, { caseId: shown.caseId, deadline, due, knownAt: known.get(key) ?? from, emergency: shown.emergency })
      }
    })
  }
  return [...found.values()]
}

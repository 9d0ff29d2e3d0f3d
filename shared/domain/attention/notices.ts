import type { DeadlineId } from '../deadlines'
import type { CaseId } from '../journal/ids'
import type { Network } from '../journal/message'
import type { Instant } from '../time'
import type { News, NewsKind } from './news'
import type { Threshold, Watch } from './warnings'
import type { WatchedCase } from './watchedCase'

/** What is said of one case: ids, instants, the clause, the network; nothing of a person. */
export interface CaseNotice {
  readonly kind: 'case'
  readonly caseId: CaseId
  readonly network: Network
  readonly emergency: boolean
  /** What has been reached now, the earliest deadline first. */
  readonly warnings: readonly DueNotice[]
  readonly news: readonly NewsKind[]
}

export interface DueNotice {
  readonly deadline: DeadlineId
  readonly clause: string
  readonly due: Instant
  readonly threshold: Threshold
  /** What is left as the person can use it; null when nothing is. */
  readonly left: { readonly of: 'workingTime' | 'time'; readonly ms: number } | null
}

/** How much time there is, ms: hours at work, but where the clock runs on regardless. */
export function leftOf({ clock, time, due }: Watch, now: Instant): DueNotice['left'] {
  if (now > due) return null
  const of = clock === 'elapsed' ? 'time' : 'workingTime'
  return { of, ms: time.between(clock === 'elapsed' ? 'elapsed' : 'working', now, due) }
}

/** What concerns all work alike: how the server is. */
export interface ServerNotice {
  readonly kind: 'server'
  readonly emergency: false
  readonly what: { readonly kind: 'refusedByServer'; readonly count: number } | { readonly kind: 'connectionLost'; readonly since: Instant }
}

/** Many cases in one notification. */
export interface Digest {
  readonly kind: 'digest'
  readonly emergency: boolean
  /** The most pressing first; cases with nothing but news last. */
  readonly cases: readonly CaseNotice[]
}

export type Notice = CaseNotice | Digest | ServerNotice

export const noticeOf = ({ caseId, network, emergency }: WatchedCase, warnings: CaseNotice['warnings'], news: readonly News[]): CaseNotice => ({
  kind: 'case',
  caseId,
  network,
  emergency,
  warnings: [...warnings].sort((a, b) => a.due - b.due),
  news: news.map(({ what }) => what),
})

/** So many emergencies at once are seen one by one; more are one digest. */
const emergenciesApart = 3

/** Groups what is told at one time (AT8): one notification, and an emergency is never hidden among others. */
export function grouped(cases: readonly CaseNotice[]): readonly Notice[] {
  const ordered = [...cases].sort((a, b) => dueOf(a) - dueOf(b) || (a.caseId < b.caseId ? -1 : 1))
  const urgent = ordered.filter(({ emergency }) => emergency)
  return [...(urgent.length > emergenciesApart ? together(urgent, true) : urgent), ...together(ordered.filter(({ emergency }) => !emergency), false)]
}

const dueOf = ({ warnings }: CaseNotice) => warnings[0]?.due ?? Infinity

const together = (some: readonly CaseNotice[], emergency: boolean): readonly Notice[] => (some.length > 1 ? [{ kind: 'digest', emergency, cases: some }] : some)

import type { DeadlineId } from '../deadlines'
import type { CaseId } from '../journal/ids'
import type { Network } from '../journal/message'
import type { Instant } from '../time'
import type { News, NewsKind } from './news'
import type { Threshold } from './warnings'
import type { WatchedCase } from './watchedCase'

/** What is said of one case: ids, instants, the clause, the network; nothing of a person. */
export interface CaseNotice {
  readonly kind: 'case'
  readonly caseId: CaseId
  readonly network: Network
  readonly emergency: boolean
  /** What has been reached now, the earliest deadline first. */
  readonly warnings: readonly { readonly deadline: DeadlineId; readonly clause: string; readonly due: Instant; readonly threshold: Threshold }[]
  readonly news: readonly NewsKind[]
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

/** So many at once are read one by one; more are one digest. */
const fewEnough = { emergencies: 3, pressing: 1 }

/** What is to be told of a case, and whether it bears company: a last warning and a breach are to be seen by themselves. */
export interface Ready {
  readonly notice: CaseNotice
  readonly pressing: boolean
}

/**
 * Groups what is told at one time (AT8). An emergency is never hidden among others.
 * @param gathered what has come together while nobody looked: at the start, after sleep
 */
export function grouped(cases: readonly Ready[], gathered: boolean): readonly Notice[] {
  const ordered = [...cases].sort((a, b) => dueOf(a) - dueOf(b) || (a.notice.caseId < b.notice.caseId ? -1 : 1))
  const urgent = ordered.filter(({ notice }) => notice.emergency)
  const usual = ordered.filter(({ notice }) => !notice.emergency)
  const pressing = usual.filter((ready) => ready.pressing)
  const alone = gathered || pressing.length > fewEnough.pressing ? [] : pressing
  return [
    ...(urgent.length > fewEnough.emergencies ? together(urgent, true) : urgent.map(({ notice }) => notice)),
    ...alone.map(({ notice }) => notice),
    ...together(usual.filter((ready) => !alone.includes(ready)), false),
  ]
}

const dueOf = ({ notice }: Ready) => notice.warnings[0]?.due ?? Infinity

const together = (some: readonly Ready[], emergency: boolean): readonly Notice[] =>
  some.length > 1 ? [{ kind: 'digest', emergency, cases: some.map(({ notice }) => notice) }] : some.map(({ notice }) => notice)

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

/** Many cases in one notification. */
export interface Digest {
  readonly kind: 'digest'
  readonly emergency: boolean
  /** The most pressing first; cases with nothing but news last. */
  readonly cases: readonly CaseNotice[]
}

export type Notice = CaseNotice | Digest

export const noticeOf = ({ caseId, network, emergency }: WatchedCase, warnings: CaseNotice['warnings'], news: readonly News[]): CaseNotice => ({
  kind: 'case',
  caseId,
  network,
  emergency,
  warnings: [...warnings].sort((a, b) => a.due - b.due),
  news: news.map(({ what }) => what),
})

/** So many notifications at once are read one by one; more are one digest. */
const fewEnough = 3

/**
 * Groups what is told at one time (AT8). An emergency is never hidden among others.
 * @param gathered what has come together while nobody looked: at the start, after sleep
 */
export function grouped(cases: readonly CaseNotice[], gathered: boolean): readonly Notice[] {
  const byPressure = [...cases].sort((a, b) => (a.warnings[0]?.due ?? Infinity) - (b.warnings[0]?.due ?? Infinity) || (a.caseId < b.caseId ? -1 : 1))
  return [true, false].flatMap((emergency): readonly Notice[] => {
    const some = byPressure.filter((notice) => notice.emergency === emergency)
    const most = gathered && !emergency ? 1 : fewEnough
    return some.length > most ? [{ kind: 'digest', emergency, cases: some }] : some
  })
}

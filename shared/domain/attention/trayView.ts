import type { DeadlineId } from '../deadlines'
import type { CaseId } from '../journal/ids'
import type { Instant } from '../time'
import type { Watch } from './warnings'
import type { WatchedCase } from './watchedCase'

/** The sign by the system's clock, before it is put into words. */
export interface TrayView {
  readonly mood: 'quiet' | 'dueSoon' | 'overdue' | 'offline'
  /** Cases, each counted once. */
  readonly dueSoon: number
  readonly overdue: number
  readonly unsent: number
  readonly nearest: Instant | null
  /** At most five, by what is due first. */
  readonly urgent: readonly { readonly caseId: CaseId; readonly deadline: DeadlineId; readonly due: Instant; readonly overdue: boolean }[]
}

export interface Sending {
  readonly unsent: number
  readonly offline: boolean
}

const shownAtMost = 5

/** AT10. What has run out goes before what cannot be sent, and that before what is due soon. */
export function trayView(cases: readonly WatchedCase[], now: Instant, { unsent, offline }: Sending): TrayView {
  const rows = cases.flatMap(({ caseId, watches }) => {
    const first = watches.reduce<Watch | undefined>((earliest, watch) => (earliest === undefined || watch.due < earliest.due ? watch : earliest), undefined)
    const soon = watches.some(({ soonFrom, due }) => soonFrom <= now && now <= due)
    return first === undefined ? [] : [{ caseId, deadline: first.deadline, due: first.due, overdue: now > first.due, soon }]
  })
  const overdue = rows.filter((row) => row.overdue).length
  const dueSoon = rows.filter((row) => !row.overdue && row.soon).length
  const ahead = cases.flatMap(({ watches }) => watches.flatMap(({ due }) => (due >= now ? [due] : [])))
  return {
    mood: overdue > 0 ? 'overdue' : offline && unsent > 0 ? 'offline' : dueSoon > 0 ? 'dueSoon' : 'quiet',
    dueSoon,
    overdue,
    unsent,
    nearest: ahead.reduce<Instant | null>((least, due) => (least === null || due < least ? due : least), null),
    urgent: rows
      .sort((a, b) => a.due - b.due || (a.caseId < b.caseId ? -1 : 1))
      .slice(0, shownAtMost)
      .map(({ caseId, deadline, due, overdue: late }) => ({ caseId, deadline, due, overdue: late })),
  }
}

import type { CaseState } from '../../shared/domain/case/caseState'
import { endOf } from '../../shared/domain/case/standing'
import type { CaseId } from '../../shared/domain/journal/ids'
import type { Actor, DepartmentId } from '../../shared/domain/people/roles'
import type { Instant } from '../../shared/domain/time'
import type { Observable } from './application'
import { DepartmentParts } from './departmentParts'
import { changing, derived } from './observable'
import { onceAtATime } from './onceAtATime'
import type { CaseStore, JournalStore, Unsubscribe } from './ports'

export interface VisibleParts {
  /** Whole, whoever acts: decisions are made on these. */
  readonly cases: CaseStore
  readonly journal: Pick<JournalStore, 'eventsOf'>
  readonly actor: Observable<Actor>
  /** YYYY-MM by the office's wall clock. */
  readonly monthOf: (at: Instant) => string
  readonly onFailure: (failure: unknown) => void
}

export interface Visible {
  /** The open cases the actor may see; the same list until one of them, or the actor, changes. */
  readonly openCases: Observable<readonly CaseState[]>
  /** The store as the actor may see it. */
  readonly cases: CaseStore
  /** Reads what `actor` will see of the open cases, so that a switch of role shows all of it at once. */
  prepare(actor: Actor): Promise<void>
  /** Reads no more; resolves when nothing is being read. */
  stop(): Promise<void>
}

/**
 * 1.4, PM7: a department sees its own part of the cases that were forwarded to it, everybody else sees them whole. A part that is
 * still being read is shown as it was before, never as the whole.
 */
export function visibleTo({ cases, journal, actor, monthOf, onFailure }: VisibleParts): Visible {
  const open = changing<readonly CaseState[]>([])
  const byDepartment = new Map<DepartmentId, DepartmentParts>()
  const partsOf = (who: Actor): DepartmentParts | undefined => {
    if (who.role !== 'department') return undefined
    const known = byDepartment.get(who.department) ?? new DepartmentParts(who.department, (caseId) => journal.eventsOf(caseId))
    byDepartment.set(who.department, known)
    return known
  }
  const readings = changing(0)
  const prepare = async (who: Actor): Promise<void> => {
    const parts = partsOf(who)
    const behind = parts === undefined ? [] : open.get().filter((whole) => !parts.isKnown(whole))
    if (parts === undefined || behind.length === 0) return
    try {
      await Promise.all(behind.map((whole) => parts.of(whole)))
    } finally {
      readings.set(readings.get() + 1)
    }
  }
  const catchUp = onceAtATime(() => prepare(actor.get()), onFailure)
  const forgetOthers = () => {
    const current = partsOf(actor.get())
    for (const [department, parts] of byDepartment) if (parts !== current) byDepartment.delete(department)
  }
  const stops: readonly Unsubscribe[] = [
    cases.watchOpen((list) => {
      open.set(list)
      if (partsOf(actor.get()) !== undefined) catchUp.ask()
    }),
    actor.subscribe(() => {
      forgetOthers()
      if (partsOf(actor.get()) !== undefined) catchUp.ask()
    }),
  ]
  const openCases = openParts(open, actor, readings, partsOf)
  return {
    openCases,
    cases: storeFor({ cases, actor, monthOf, onFailure }, open, openCases, partsOf),
    prepare,
    stop: async () => {
      for (const stop of stops) stop()
      await catchUp.idle()
    },
  }
}

type PartsOf = (who: Actor) => DepartmentParts | undefined

function openParts(open: Observable<readonly CaseState[]>, actor: Observable<Actor>, readings: Observable<number>, partsOf: PartsOf): Observable<readonly CaseState[]> {
  let shown: { readonly by: DepartmentParts; readonly list: readonly CaseState[] } | undefined
  return derived([open, actor, readings], () => {
    const by = partsOf(actor.get())
    if (by === undefined) return open.get()
    const list = open.get().flatMap((whole) => by.latest(whole) ?? []).filter((part) => endOf(part) === undefined)
    const same = shown?.by === by && shown.list.length === list.length && list.every((part, place) => part === shown?.list[place])
    if (!same) shown = { by, list }
    return shown?.list ?? list
  })
}

type OpenCases = Observable<readonly CaseState[]>

/** Parts of open cases in which the department has nothing left to do: for it they are in the archive. */
const endedParts = (wholes: OpenCases, parts: DepartmentParts | undefined): readonly CaseState[] =>
  parts === undefined ? [] : wholes.get().flatMap((whole) => parts.latest(whole) ?? []).filter((part) => endOf(part) !== undefined)

function storeFor({ cases, actor, monthOf, onFailure }: Omit<VisibleParts, 'journal'>, wholes: OpenCases, openCases: OpenCases, partsOf: PartsOf): CaseStore {
  const seen = async (whole: CaseState | undefined) => (whole === undefined ? undefined : await (partsOf(actor.get())?.of(whole) ?? whole))
  const allSeen = async (wholes: readonly CaseState[]) => (await Promise.all(wholes.map(seen))).filter((part) => part !== undefined)
  const closedParts = async (month: string) => (await allSeen(await cases.closedIn(month))).filter((part) => endOf(part) !== undefined)
  const monthOfPart = (part: CaseState): string => monthOf(endOf(part) ?? part.message.placedAt)
  const closedIn = async (month: string) => {
    const closed = await closedParts(month)
    const ended = endedParts(wholes, partsOf(actor.get())).filter((part) => monthOfPart(part) === month)
    return ended.length === 0 ? closed : [...closed, ...ended].sort((a, b) => Number(endOf(b)) - Number(endOf(a)))
  }
  const counted = new WeakMap<DepartmentParts, Map<string, { readonly ofAll: number; readonly own: number }>>()
  return {
    watchOpen: (listener) => {
      listener(openCases.get())
      return openCases.subscribe(() => listener(openCases.get()))
    },
    get: async (caseId) => await seen(await cases.get(caseId)),
    getMany: async (caseIds) => new Map((await allSeen([...(await cases.getMany(caseIds)).values()])).map((part) => [part.id, part])),
    watch: (caseId, listener) => watchSeen({ cases, actor, monthOf, onFailure }, partsOf, caseId, listener),
    closedIn,
    closedMonths: async () => {
      const months = await cases.closedMonths()
      const parts = partsOf(actor.get())
      if (parts === undefined) return months
      const known = counted.get(parts) ?? new Map<string, { readonly ofAll: number; readonly own: number }>()
      counted.set(parts, known)
      for (const { month, count } of months) {
        if (known.get(month)?.ofAll !== count) known.set(month, { ofAll: count, own: (await closedParts(month)).length })
      }
      const counts = new Map(months.map(({ month }) => [month, known.get(month)?.own ?? 0]))
      for (const part of endedParts(wholes, parts)) counts.set(monthOfPart(part), (counts.get(monthOfPart(part)) ?? 0) + 1)
      return [...counts].map(([month, count]) => ({ month, count })).filter(({ count }) => count > 0).sort((a, b) => (a.month < b.month ? 1 : -1))
    },
  }
}

/** Follows one case through its changes and through switches of role. */
function watchSeen(
  { cases, actor, onFailure }: Omit<VisibleParts, 'journal'>,
  partsOf: PartsOf,
  caseId: CaseId,
  listener: (state: CaseState | undefined) => void,
): Unsubscribe {
  let latest: { readonly whole: CaseState | undefined } | undefined
  let shownTo = partsOf(actor.get())
  let turn = 0
  const tell = () => {
    if (latest === undefined) return
    const { whole } = latest
    const mine = ++turn
    const parts = partsOf(actor.get())
    // What another role was shown goes at once, not when the part is read.
    const switched = parts !== shownTo
    shownTo = parts
    if (whole === undefined || parts === undefined) listener(whole)
    else if (parts.isKnown(whole)) listener(parts.latest(whole))
    else {
      if (switched) listener(undefined)
      void parts.of(whole).then((part) => {
        if (mine === turn) listener(part)
      }, onFailure)
    }
  }
  const stopCase = cases.watch(caseId, (whole) => {
    latest = { whole }
    tell()
  })
  const stopActor = actor.subscribe(() => {
    if (partsOf(actor.get()) !== shownTo) tell()
  })
  return () => {
    turn++
    stopCase()
    stopActor()
  }
}

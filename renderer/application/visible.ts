import type { CaseState } from '../../shared/domain/case/caseState'
import type { Actor } from '../../shared/domain/people/roles'
import type { Observable } from './application'
import { derived } from './observable'
import type { CaseStore } from './ports'

/** Whether the person may see the case: a department only what was forwarded to it. */
export const maySee = (actor: Actor, state: CaseState): boolean =>
  actor.role !== 'department' || state.forwardings.some((forwarding) => forwarding.to === actor.department)

/** The open cases the actor may see; the same list until one of them, or the actor, changes. */
export const visibleOpen = (open: Observable<readonly CaseState[]>, actor: Observable<Actor>): Observable<readonly CaseState[]> =>
  derived([open, actor], () => (actor.get().role === 'department' ? open.get().filter((state) => maySee(actor.get(), state)) : open.get()))

/** The store as the actor may see it. */
export function visibleCases(cases: CaseStore, actor: Observable<Actor>): CaseStore {
  const seen = (state: CaseState | undefined) => (state !== undefined && maySee(actor.get(), state) ? state : undefined)
  return {
    watchOpen: (listener) => cases.watchOpen((open) => listener(open.filter((state) => maySee(actor.get(), state)))),
    get: async (caseId) => seen(await cases.get(caseId)),
    getMany: async (caseIds) => new Map([...(await cases.getMany(caseIds))].filter(([, state]) => maySee(actor.get(), state))),
    watch: (caseId, listener) => cases.watch(caseId, (state) => listener(seen(state))),
    closedIn: async (month) => (await cases.closedIn(month)).filter((state) => maySee(actor.get(), state)),
    closedMonths: () => cases.closedMonths(),
  }
}

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { calendarAt, type ProductionCalendar } from '../../../shared/domain/calendar'
import type { CaseState } from '../../../shared/domain/case/caseState'
import { deadlineFacts } from '../../../shared/domain/case/deadlineFacts'
import { deadlinesOf, openRulebook, type OpenRulebook, type RulesInForce } from '../../../shared/domain/deadlines'
import type { DatedCase } from '../../../shared/domain/queues'
import type { Instant } from '../../../shared/domain/time'
import { useApplication, useObservable, useOffice } from '../applicationContext'
import { useNow } from '../clock/clockContext'

/** A case with its terms and the rules they were counted by; without rules (none in force at the placement) there are no terms. */
export interface JudgedCase extends DatedCase {
  readonly rules: RulesInForce | null
}

/** The office's rulebook, open, and what was already counted by it. */
export interface DeadlineDesk {
  readonly rulebook: OpenRulebook
  /** The terms whatever the hour (`binding.due` does not depend on it): what lists are ordered by. Counted once per state. */
  undated(state: CaseState): JudgedCase
  /** All terms judged at `now`. */
  judge(state: CaseState, now: Instant): JudgedCase
}

/** `calendarOf`: the version of the calendar that was in force at an instant. */
export function openDesk(rulebook: OpenRulebook, calendarOf: (at: Instant) => ProductionCalendar): DeadlineDesk {
  const counted = new WeakMap<CaseState, JudgedCase>()
  const earlier = new Map<string, OpenRulebook>([[rulebook.rulebook.calendar.version, rulebook]])
  // A closed case keeps the version of the calendar that it was judged by: a later correction moves open deadlines only.
  const rulebookOf = ({ outcome }: CaseState): OpenRulebook => {
    if (outcome === undefined) return rulebook
    const calendar = calendarOf(outcome.at)
    let found = earlier.get(calendar.version)
    if (found === undefined) earlier.set(calendar.version, (found = openRulebook({ ...rulebook.rulebook, calendar })))
    return found
  }
  const judge = (state: CaseState, now: Instant | null): JudgedCase => {
    const rules = rulebookOf(state).inForceAt(state.message.placedAt)
    return { state, rules, deadlines: rules === null ? null : deadlinesOf(deadlineFacts(state), rules, now) }
  }
  return {
    rulebook,
    judge,
    undated(state) {
      let known = counted.get(state)
      if (known === undefined) counted.set(state, (known = judge(state, null)))
      return known
    },
  }
}

const DeskContext = createContext<DeadlineDesk | null>(null)

export function DeadlinesProvider({ children }: { children: ReactNode }) {
  const { zone, regulations, schedules, calendar, calendarRevisions } = useOffice()
  const desk = useMemo(
    () => openDesk(openRulebook({ zone, regulations, schedules, calendar }), (at) => calendarAt({ calendar, revisions: calendarRevisions }, at)),
    [zone, regulations, schedules, calendar, calendarRevisions],
  )
  return <DeskContext value={desk}>{children}</DeskContext>
}

export function useDeadlineDesk(): DeadlineDesk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('useDeadlineDesk outside DeadlinesProvider')
  return desk
}

/** The case's terms at the current minute. */
export function useJudgedCase(state: CaseState): JudgedCase {
  const desk = useDeadlineDesk()
  const now = useNow('minute')
  return useMemo(() => desk.judge(state, now), [desk, state, now])
}

/** Every open case with its terms; new only when a case or the rulebook has changed, not with the clock. */
export function useOpenCases(): readonly JudgedCase[] {
  const desk = useDeadlineDesk()
  const cases = useObservable(useApplication().openCases)
  return useMemo(() => cases.map((state) => desk.undated(state)), [cases, desk])
}

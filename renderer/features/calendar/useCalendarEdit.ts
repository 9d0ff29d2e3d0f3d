import { useCallback, useMemo } from 'react'
import { revise, type ProductionCalendar, type RevisedCalendar, type RevisionKind } from '../../../shared/domain/calendar'
import { deadlineFacts } from '../../../shared/domain/case/deadlineFacts'
import type { CaseState } from '../../../shared/domain/case/caseState'
import { movedDeadlines, openRulebook, type MovedDeadline } from '../../../shared/domain/deadlines'
import { personName } from '../../format/people'
import { useActor, useApplication, useDirectory, useObservable, useOffice } from '../../ui/applicationContext'
import { useDeadlineDesk } from '../../ui/deadlines/deadlinesContext'

export interface CalendarEdit extends RevisedCalendar {
  readonly mayEdit: boolean
  /** Puts a calendar into force as a new version. */
  readonly adopt: (wanted: ProductionCalendar, kind: RevisionKind, reason: string) => Promise<void>
}

/** The calendar in force with its versions, and the way to make a new one. */
export function useCalendarEdit(): CalendarEdit {
  const application = useApplication()
  const directory = useDirectory()
  const actor = useActor()
  const mayEdit = useObservable(application.mayKeepOffice)
  const { calendar, calendarRevisions: revisions } = useOffice()
  const adopt = useCallback(
    async (wanted: ProductionCalendar, kind: RevisionKind, reason: string) => {
      const office = application.office.get()
      const by = personName(directory, actor.person)
      const revised = revise({ calendar: office.calendar, revisions: office.calendarRevisions }, wanted, { kind, madeAt: application.clock.now(), by, reason: reason.slice(0, 1000) })
      await application.saveOffice({ calendarRevisions: revised.revisions, calendar: revised.calendar })
    },
    [application, directory, actor],
  )
  return { calendar, revisions, mayEdit, adopt }
}

/** Which open deadlines another calendar would move, with their cases. */
export function useMovedDeadlines(wanted: ProductionCalendar | null): readonly (MovedDeadline & { readonly state: CaseState })[] {
  const { rulebook } = useDeadlineDesk()
  const open = useObservable(useApplication().openCases)
  return useMemo(() => {
    if (wanted === null) return []
    const states = new Map<string, CaseState>(open.map((state) => [state.id, state]))
    const cases = open.map((state) => ({ id: state.id, facts: deadlineFacts(state) }))
    return movedDeadlines(cases, rulebook, openRulebook({ ...rulebook.rulebook, calendar: wanted })).flatMap((moved) => {
      const state = states.get(moved.caseId)
      return state === undefined ? [] : [{ ...moved, state }]
    })
  }, [wanted, rulebook, open])
}

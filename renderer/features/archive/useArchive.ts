import { useEffect, useMemo, useState } from 'react'
import type { CaseState } from '../../../shared/domain/case/caseState'
import type { SearchHit } from '../../application/application'
import { useApplication, useObservable } from '../../ui/applicationContext'
import { useDeadlineDesk } from '../../ui/deadlines/deadlinesContext'
import { archive as words } from '../../i18n/ru/archive'
import { type RunningWork, useLongWork } from '../../ui/longWork'
import { type ArchiveFilter, closedHits, passes } from './archiveFilter'

export interface ArchiveEntry {
  readonly state: CaseState
  /** Where the words were found. */
  readonly hit?: SearchHit
  readonly overdue: boolean
}

export interface Month {
  readonly month: string
  readonly count: number
}

/** Months that have closed cases; read again when a case is closed or opened again. */
export function useMonths(): readonly Month[] | undefined {
  const { cases, openCases } = useApplication()
  const open = useObservable(openCases)
  const [months, setMonths] = useState<readonly Month[] | undefined>()
  useEffect(() => {
    let wanted = true
    void cases.closedMonths().then((found) => wanted && setMonths(found))
    return () => {
      wanted = false
    }
  }, [cases, open])
  return months
}

/** A month's cases, latest first; undefined while they are read. */
export function useMonth(month: string | undefined): readonly CaseState[] | undefined {
  const { cases, openCases } = useApplication()
  const open = useObservable(openCases)
  const [read, setRead] = useState<{ readonly month: string; readonly states: readonly CaseState[] } | undefined>()
  useEffect(() => {
    if (month === undefined) return undefined
    let wanted = true
    void cases.closedIn(month).then((states) => wanted && setRead({ month, states }))
    return () => {
      wanted = false
    }
  }, [cases, month, open])
  return read?.month === month ? read?.states : undefined
}

export interface Found {
  readonly query: string
  readonly hits: readonly { readonly hit: SearchHit; readonly state: CaseState }[]
  /** How many more are among the open ones. */
  readonly open: number
}

/** A pause in typing after which the archive is searched, ms. */
const typingPause = 250

/** Searches while the person types; the answer to an earlier query never takes the place of a later one's. */
export function useArchiveSearch(query: string): { readonly found: Found | undefined; readonly running: RunningWork | null; readonly cancel: () => void } {
  const application = useApplication()
  const { run, running, cancel } = useLongWork()
  const [found, setFound] = useState<Found | undefined>()
  const wanted = query.trim()
  useEffect(() => {
    if (wanted === '') {
      setFound(undefined)
      return undefined
    }
    let latest = true
    const timer = setTimeout(() => {
      void run(words.searching, async (work) => {
        const all = await application.search(wanted, work)
        const closed = closedHits(all)
        const states = await Promise.all(closed.map(({ caseId }) => application.cases.get(caseId)))
        if (!latest) return
        const hits = closed.flatMap((hit, index) => {
          const state = states[index]
          return state === undefined ? [] : [{ hit, state }]
        })
        setFound({ query: wanted, hits, open: all.length - closed.length })
      })
    }, typingPause)
    return () => {
      latest = false
      clearTimeout(timer)
    }
  }, [application, run, wanted])
  return { found: wanted === '' ? undefined : found, running, cancel }
}

/** What the list shows: the month's cases or what was found, filtered. */
export function useEntries(month: readonly CaseState[] | undefined, found: Found | undefined, searching: boolean, filter: ArchiveFilter): readonly ArchiveEntry[] | undefined {
  const desk = useDeadlineDesk()
  return useMemo(() => {
    const overdue = (state: CaseState): boolean => desk.undated(state).deadlines?.deadlines.some((deadline) => deadline.state === 'breached') ?? false
    if (searching) return found?.hits.filter(({ state }) => passes(state, filter, overdue)).map(({ state, hit }) => ({ state, hit, overdue: overdue(state) }))
    return month?.filter((state) => passes(state, filter, overdue)).map((state) => ({ state, overdue: overdue(state) }))
  }, [desk, filter, found, month, searching])
}

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import type { CaseId } from '../../shared/domain/journal/ids'

/** Every screen of the frame; `start` stands before it and is not one of them. */
export const screenIds = ['inbox', 'review', 'department', 'intake', 'archive', 'registers', 'directory', 'calendar', 'serverAdmin', 'settings', 'server'] as const
export type ScreenId = (typeof screenIds)[number]

export interface Place {
  readonly screen: ScreenId
  /** The case to open there. */
  readonly caseId?: CaseId
}

export interface Navigation {
  readonly place: Place
  go(place: Place): void
}

interface Visited {
  readonly place: Place
  /** The case last chosen on each screen: coming back finds it again. */
  readonly chosen: Readonly<Partial<Record<ScreenId, CaseId>>>
}

function visit({ chosen }: Visited, next: Place): Visited {
  const caseId = next.caseId ?? chosen[next.screen]
  return caseId === undefined ? { place: next, chosen } : { place: { ...next, caseId }, chosen: { ...chosen, [next.screen]: caseId } }
}

const NavigationContext = createContext<Navigation | null>(null)

export function NavigationProvider({ initial, children }: { initial: Place; children: ReactNode }) {
  const [{ place }, setVisited] = useState<Visited>({ place: initial, chosen: {} })
  const go = useCallback((next: Place) => setVisited((before) => visit(before, next)), [])
  const navigation = useMemo(() => ({ place, go }), [place, go])
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

/** Where the person is and how to take him elsewhere: the only way from one feature to another. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('useNavigation outside NavigationProvider')
  return navigation
}

import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import type { CaseId } from '../../shared/domain/journal/ids'

/** Every screen of the frame; `start` stands before it and is not one of them. */
export const screenIds = ['inbox', 'review', 'department', 'intake', 'archive', 'registers', 'directory', 'calendar', 'settings'] as const
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

const NavigationContext = createContext<Navigation | null>(null)

export function NavigationProvider({ initial, children }: { initial: Place; children: ReactNode }) {
  const [place, go] = useState(initial)
  const navigation = useMemo(() => ({ place, go }), [place])
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

/** Where the person is and how to take him elsewhere: the only way from one feature to another. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('useNavigation outside NavigationProvider')
  return navigation
}

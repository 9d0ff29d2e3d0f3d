import { createContext, useCallback, useContext, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Instant } from '../../../shared/domain/time'
import { useApplication } from '../applicationContext'
import { TickingClock, type Precision } from './tickingClock'

const ClockContext = createContext<TickingClock | null>(null)

export function ClockProvider({ children }: { children: ReactNode }) {
  const { clock } = useApplication()
  const [ticking] = useState(() => new TickingClock(clock))
  return <ClockContext value={ticking}>{children}</ClockContext>
}

/** The beginning of the current second or minute; draws the component again when it passes. */
export function useNow(precision: Precision): Instant {
  const clock = useContext(ClockContext)
  if (clock === null) throw new Error('useNow outside ClockProvider')
  return useSyncExternalStore(
    useCallback((listener: () => void) => clock.subscribe(precision, listener), [clock, precision]),
    () => clock.now(precision),
  )
}

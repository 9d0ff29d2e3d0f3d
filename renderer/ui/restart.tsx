import { createContext, useContext, type ReactNode } from 'react'

const RestartContext = createContext<(() => void) | null>(null)

export function RestartProvider({ restart, children }: { restart: () => void; children: ReactNode }) {
  return <RestartContext value={restart}>{children}</RestartContext>
}

/** Begins the page anew, as after an erasure: nothing of the old journal stays in memory. */
export function useRestart(): () => void {
  const restart = useContext(RestartContext)
  if (restart === null) throw new Error('useRestart outside RestartProvider')
  return restart
}

import { createContext, useContext, type ReactNode } from 'react'
import type { Answer, Argument, CallName, Push, PushName } from '../../shared/ipc/contract'

/** What screens may ask of the main process: the calls of shared/ipc/contract, with their types. */
export interface Desktop {
  call<N extends CallName>(name: N, argument: Argument<N>): Promise<Answer<N>>
  /** Returns the way to stop listening. */
  listen<N extends PushName>(name: N, listener: (payload: Push<N>) => void): () => void
}

const DesktopContext = createContext<Desktop | null>(null)

export function DesktopProvider({ desktop, children }: { desktop: Desktop; children: ReactNode }) {
  return <DesktopContext value={desktop}>{children}</DesktopContext>
}

export function useDesktop(): Desktop {
  const desktop = useContext(DesktopContext)
  if (desktop === null) throw new Error('useDesktop outside DesktopProvider')
  return desktop
}

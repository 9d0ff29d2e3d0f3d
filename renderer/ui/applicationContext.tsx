import { createContext, useCallback, useContext, useSyncExternalStore, type ReactNode } from 'react'
import type { Application, Observable } from '../application/application'

const ApplicationContext = createContext<Application | null>(null)

export function ApplicationProvider({ application, children }: { application: Application; children: ReactNode }) {
  return <ApplicationContext value={application}>{children}</ApplicationContext>
}

/** The one object through which screens ask for anything. */
export function useApplication(): Application {
  const application = useContext(ApplicationContext)
  if (application === null) throw new Error('useApplication outside ApplicationProvider')
  return application
}

/** The observable's value now; the component is drawn again when it changes. */
export function useObservable<T>(observable: Observable<T>): T {
  return useSyncExternalStore(
    useCallback((listener: () => void) => observable.subscribe(listener), [observable]),
    () => observable.get(),
  )
}

export const useActor = () => useObservable(useApplication().actor)
export const useDirectory = () => useObservable(useApplication().directory)
export const useOffice = () => useObservable(useApplication().office)

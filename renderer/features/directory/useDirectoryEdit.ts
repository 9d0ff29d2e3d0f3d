import { useCallback } from 'react'
import type { Directory } from '../../../shared/domain/people/directory'
import { useApplication, useDirectory, useObservable } from '../../ui/applicationContext'
import { useSay } from '../../ui/snackbar'

/** Keeps a changed directory and offers to put the former one back. */
export function useDirectoryEdit(): { readonly directory: Directory; readonly mayEdit: boolean; readonly keep: (changed: Directory, said: string) => Promise<void> } {
  const application = useApplication()
  const directory = useDirectory()
  const mayEdit = useObservable(application.mayKeepOffice)
  const say = useSay()
  const keep = useCallback(
    async (changed: Directory, said: string) => {
      const before = application.directory.get()
      await application.saveOffice({ directory: changed })
      say({ text: said, undo: () => void application.saveOffice({ directory: before }) })
    },
    [application, say],
  )
  return { directory, mayEdit, keep }
}

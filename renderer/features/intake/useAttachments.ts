import { useCallback, useState } from 'react'
import type { FileRef } from '../../../shared/domain/journal/message'
import { useApplication } from '../../ui/applicationContext'

/** Puts dropped, pasted or chosen files into the store one after another; the form gets those that are in it. */
export function useAttachments(onStored: (file: FileRef) => void): { readonly busy: boolean; readonly problems: readonly string[]; readonly add: (files: readonly File[]) => Promise<void> } {
  const application = useApplication()
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly string[]>([])
  const add = useCallback(
    async (files: readonly File[]) => {
      if (files.length === 0) return
      setBusy(true)
      setProblems([])
      for (const file of files) {
        const stored = await application.attach(file.name, file.type, new Uint8Array(await file.arrayBuffer()))
        if (stored.ok) onStored(stored.value)
        else setProblems((before) => [...before, `${file.name}: ${stored.error}`])
      }
      setBusy(false)
    },
    [application, onStored],
  )
  return { busy, problems, add }
}

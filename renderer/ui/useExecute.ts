import { useCallback } from 'react'
import type { Command } from '../../shared/domain/case/command'
import type { CaseId, EventId } from '../../shared/domain/journal/ids'
import type { Result } from '../../shared/lib/result'
import type { ExecuteError } from '../application/application'
import { rejectionText } from '../format/rejections'
import { ru } from '../i18n/ru'
import { useApplication } from './applicationContext'
import { useInstantFormat } from './formatContext'
import { useSay } from './snackbar'

/** Why a command was not carried out, in a sentence. */
export function useProblemText(): (error: ExecuteError) => string {
  const { directory } = useApplication()
  const format = useInstantFormat()
  return useCallback(
    (error) => (error.kind === 'rejected' ? rejectionText(error.rejection, directory.get(), format) : `${ru.common.notStored} ${error.detail}`),
    [directory, format],
  )
}

export interface Said {
  /** What is said at the bottom once it is done. */
  readonly done: string
  /** Offers «Отменить»: only where the domain has a compensation and nothing is public. */
  readonly undoable?: boolean
}

/** Carries a command out and says what came of it. The error's sentence is for the dialog that stays open. */
export function useExecute(): (caseId: CaseId, command: Command, said: Said) => Promise<Result<readonly EventId[], string>> {
  const application = useApplication()
  const say = useSay()
  const problemText = useProblemText()
  return useCallback(
    async (caseId, command, { done, undoable = false }) => {
      const result = await application.execute(caseId, command)
      if (!result.ok) return { ok: false, error: problemText(result.error) }
      const event = result.value[0]
      const undo = () => {
        if (event === undefined) return
        void application.undo(caseId, event).then((undone) => say(undone.ok ? { text: ru.common.undone, severity: 'info' } : { text: problemText(undone.error), severity: 'error' }))
      }
      say({ text: done, ...(undoable && event !== undefined ? { undo } : {}) })
      return result
    },
    [application, problemText, say],
  )
}

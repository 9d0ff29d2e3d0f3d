import { useCallback, useEffect, useRef, useState } from 'react'
import { caseIdFor } from '../../../shared/domain/journal/identity'
import type { CaseId } from '../../../shared/domain/journal/ids'
import { StorageFailure, storageAdvice } from '../../application/storageFailure'
import { rejectionText } from '../../format/rejections'
import { intake as words } from '../../i18n/ru/intake'
import { useApplication, useOffice } from '../../ui/applicationContext'
import { useNow } from '../../ui/clock/clockContext'
import { type DraftForm, useDraftForm } from '../../ui/draft/useDraftForm'
import { useInstantFormat } from '../../ui/formatContext'
import { checkPasteForm, emptyPasteForm, nextPasteForm, type PasteForm, pasteFormFields, type PasteFormErrors } from './pasteForm'
import { type SameMessage, useSameMessage } from './useSameMessage'

export interface Entered {
  readonly caseId: CaseId
  readonly text: string
}

export interface PasteFormState {
  readonly form: DraftForm<PasteForm>
  readonly errors: PasteFormErrors
  /** Whether the person has asked to record it once: from then on what is missing is shown. */
  readonly asked: boolean
  readonly same: SameMessage | undefined
  readonly busy: boolean
  readonly problem: string | undefined
  /** Recorded since the screen was opened, latest first. */
  readonly entered: readonly Entered[]
  /** The case it became or was already; undefined when it was not recorded. */
  submit(): Promise<CaseId | undefined>
  startNext(): void
  clear(): void
}

/** The paste form's state: the draft, what is wrong with it, and the way into the journal. */
export function usePasteForm(): PasteFormState {
  const application = useApplication()
  const { zone } = useOffice()
  const format = useInstantFormat()
  const now = useNow('minute')
  const form = useDraftForm<PasteForm>('intake/paste', pasteFormFields, emptyPasteForm)
  const latest = useRef(form)
  useEffect(() => {
    latest.current = form
  })
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | undefined>()
  const [entered, setEntered] = useState<readonly Entered[]>([])
  const checked = checkPasteForm(form.values, zone, now)
  const same = useSameMessage(checked.ok ? checked.value : undefined)

  const submit = useCallback(async (): Promise<CaseId | undefined> => {
    setAsked(true)
    setProblem(undefined)
    const message = checkPasteForm(latest.current.values, zone, application.clock.now())
    if (!message.ok) {
      setProblem(words.paste.fix)
      return undefined
    }
    setBusy(true)
    try {
      const outcome = await application.intake([message.value])
      const refused = outcome.rejected[0]
      if (refused !== undefined) {
        setProblem(rejectionText(refused.rejection, application.directory.get(), format))
        return undefined
      }
      const added = outcome.added[0]
      if (added !== undefined) setEntered((before) => [{ caseId: added, text: message.value.text }, ...before])
      // Nothing added and nothing refused: this very message was there already.
      return added ?? caseIdFor(message.value.network, message.value.externalId)
    } catch (failure) {
      if (!(failure instanceof StorageFailure)) throw failure
      setProblem(storageAdvice(failure))
      return undefined
    } finally {
      setBusy(false)
    }
  }, [application, format, zone])

  const begin = useCallback((values: PasteForm) => {
    setAsked(false)
    setProblem(undefined)
    latest.current.set(values)
  }, [])
  return {
    form,
    errors: asked && !checked.ok ? checked.error : {},
    asked,
    same,
    busy,
    problem,
    entered,
    submit,
    startNext: useCallback(() => begin(nextPasteForm(latest.current.values)), [begin]),
    clear: useCallback(() => begin(emptyPasteForm), [begin]),
  }
}

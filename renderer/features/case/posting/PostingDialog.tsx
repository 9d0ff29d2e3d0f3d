import { Button, Step, StepLabel, Stepper } from '@mui/material'
import { useState } from 'react'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import { posting as words } from '../../../i18n/ru/posting'
import { ru } from '../../../i18n/ru'
import { useApplication, useOffice } from '../../../ui/applicationContext'
import { ActionDialog, stay } from '../../../ui/dialog/ActionDialog'
import { readMoment, typedMoment } from '../../../ui/MomentField'
import { useActorName, useOfficeName } from '../../../ui/useActorName'
import { useExecute } from '../../../ui/useExecute'
import { ConfirmStep } from './ConfirmStep'
import { FailureDialog } from './FailureDialog'
import { PlaceStep } from './PlaceStep'
import { TextStep } from './TextStep'
import { usePersonalData } from './usePersonalData'
import { usePosting, type PostingDraft, type PostingKind } from './usePosting'

/** Publishing by hand in three steps: check the words, post them in the browser, confirm with the evidence. */
export function PostingDialog({ state, what, onClose }: { state: CaseState; what: PostingKind; onClose: () => void }) {
  const [step, setStep] = useState(0)
  const [failing, setFailing] = useState(false)
  const posting = usePosting(state, what)
  const { form } = posting
  const { clock } = useApplication()
  const { zone } = useOffice()
  const execute = useExecute()
  const page = useOfficeName()
  const person = useActorName()
  const { visibility, network } = state.message
  const found = usePersonalData(form.values.text, state)
  const blocked = step === 0 ? !textReady(what, form.values, visibility === 'public' ? found.signature : '') : step === 2 && visibility === 'public' && form.values.link.trim() === ''

  const confirm = async () => {
    if (step === 0) {
      setStep(1)
      return stay
    }
    if (step === 1) {
      if (form.values.when === '') form.set({ when: typedMoment(clock.now(), zone) })
      setStep(2)
      return stay
    }
    const at = readMoment(form.values.when, zone, clock.now())
    if (!at.ok) return at.error
    const result = await execute(state.id, posting.commandAt(at.value), { done: words.done[what] })
    if (!result.ok) return result.error
    form.discard()
    return undefined
  }
  if (failing) return <FailureDialog state={state} posting={posting} onClose={onClose} onBack={() => setFailing(false)} />
  return (
    <ActionDialog
      title={words.title[what]}
      width="md"
      confirmLabel={step === 2 ? words.confirm : words.next}
      disabled={blocked}
      onConfirm={confirm}
      onClose={onClose}
      otherActions={
        <>
          {step > 0 && <Button onClick={() => setStep(step - 1)}>{words.back}</Button>}
          {step > 0 && <Button color="warning" onClick={() => setFailing(true)}>{words.failure.button}</Button>}
        </>
      }
      {...(step === 2 ? { consequence: { will: words.will[what], where: words.where[visibility](ru.kinds.network[network]), inName: `${page}; ${person}`, isPublic: visibility === 'public' } } : {})}
    >
      <Stepper activeStep={step} sx={{ pb: 0.5 }}>
        {words.steps.map((name) => <Step key={name}><StepLabel>{name}</StepLabel></Step>)}
      </Stepper>
      {step === 0 && <TextStep state={state} what={what} posting={posting} found={found} />}
      {step === 1 && <PlaceStep state={state} posting={posting} />}
      {step === 2 && <ConfirmStep state={state} posting={posting} />}
    </ActionDialog>
  )
}

/** Words there are, the ground or the address too, and every personal datum was acknowledged. */
function textReady(what: PostingKind, values: PostingDraft, signature: string): boolean {
  if (values.text.trim() === '' || values.acknowledged !== signature && signature !== '') return false
  if (what === 'explanation') return values.ground !== null
  return what === 'answer' || values.siteUrl.trim() !== ''
}

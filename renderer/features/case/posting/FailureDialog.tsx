import { FormControlLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import { posting } from '../../../i18n/ru/posting'
import { useApplication } from '../../../ui/applicationContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { useExecute } from '../../../ui/useExecute'
import type { Posting } from './usePosting'

const words = posting.failure

/** It could not be posted: recorded with the reason; the clock of publication goes on. */
export function FailureDialog({ state, posting: { form, version }, onClose, onBack }: { state: CaseState; posting: Posting; onClose: () => void; onBack: () => void }) {
  const [reason, setReason] = useState('')
  const [detail, setDetail] = useState('')
  const { clock } = useApplication()
  const execute = useExecute()
  const confirm = async () => {
    const result = await execute(
      state.id,
      { type: 'RecordPublicationFailure', failedAt: clock.now(), reason, text: form.values.text, ...(version === undefined ? {} : { answer: version.event }), ...(detail.trim() === '' ? {} : { detail }) },
      { done: words.done },
    )
    if (!result.ok) return result.error
    onClose()
    return undefined
  }
  return (
    <ActionDialog title={words.title} confirmLabel={words.confirm} disabled={reason === ''} onConfirm={confirm} onClose={onBack}>
      <Typography variant="body2" color="textSecondary">{words.hint}</Typography>
      <RadioGroup aria-label={words.reason} value={reason} onChange={(event) => setReason(event.target.value)}>
        {words.reasons.map((one) => <FormControlLabel key={one} value={one} label={one} control={<Radio sx={{ py: 0.25 }} />} />)}
      </RadioGroup>
      <TextField label={words.detail} value={detail} multiline minRows={2} onChange={(event) => setDetail(event.target.value)} />
    </ActionDialog>
  )
}

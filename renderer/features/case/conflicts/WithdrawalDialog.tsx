import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material'
import { useState } from 'react'
import type { CaseState, Forwarding, PeopleConflict } from '../../../../shared/domain/case/caseState'
import type { EventId } from '../../../../shared/domain/journal/ids'
import type { Directory } from '../../../../shared/domain/people/directory'
import { departmentFullName, personName } from '../../../format/people'
import { conflicts as words } from '../../../i18n/ru/conflicts'
import { useDirectory } from '../../../ui/applicationContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { DraftField } from '../../../ui/draft/DraftField'
import { useDraft } from '../../../ui/draft/useDraft'
import { useInstantFormat } from '../../../ui/formatContext'
import { useExecute } from '../../../ui/useExecute'
import { forwardingsIn } from './remedies'

/** Withdraws the forwardings of a conflict: all but the one that is kept, or all that a closing did not see. */
export function WithdrawalDialog({ state, conflict, keepOne, onClose }: { state: CaseState; conflict: PeopleConflict; keepOne: boolean; onClose: () => void }) {
  const directory = useDirectory()
  const execute = useExecute()
  const draft = useDraft(`${state.id}/withdraw-of-two`, keepOne ? words.withdrawal.reasonKeep : words.withdrawal.reasonClosed)
  const forwardings = forwardingsIn(state, conflict)
  // The one with an answer already, else the earlier: what costs the least work.
  const likeliest = forwardings.find(({ answers }) => answers.length > 0) ?? forwardings[0]
  const [kept, setKept] = useState<EventId | null>(keepOne ? (likeliest?.event ?? null) : null)
  const withdrawn = forwardings.filter(({ event }) => event !== kept)
  const confirm = async () => {
    for (const { event, to } of withdrawn) {
      const result = await execute(state.id, { type: 'WithdrawForwarding', forwarding: event, reason: draft.text }, { done: words.withdrawal.done(departmentFullName(directory, to)) })
      if (!result.ok) return result.error
    }
    draft.discard()
    return undefined
  }
  return (
    <ActionDialog title={keepOne ? words.remedy.keepOne : words.remedy.withdraw} confirmLabel={words.withdrawal.confirm} disabled={draft.text.trim() === '' || withdrawn.length === 0} onConfirm={confirm} onClose={onClose}>
      {keepOne && (
        <FormControl>
          <FormLabel id="kept">{words.withdrawal.keep}</FormLabel>
          <RadioGroup aria-labelledby="kept" value={kept ?? ''} onChange={(_event, event) => setKept(event as EventId)}>
            {forwardings.map((forwarding) => <FormControlLabel key={forwarding.event} value={forwarding.event} control={<Radio />} label={<ForwardingLine forwarding={forwarding} directory={directory} />} />)}
          </RadioGroup>
        </FormControl>
      )}
      <Typography variant="body2">{words.withdrawal.will(withdrawn.map(({ to }) => departmentFullName(directory, to)))}</Typography>
      <DraftField draft={draft} label={words.withdrawal.reason} minRows={2} maxRows={8} required />
    </ActionDialog>
  )
}

function ForwardingLine({ forwarding: { to, by, at, answers }, directory }: { forwarding: Forwarding; directory: Directory }) {
  const format = useInstantFormat()
  return (
    <>
      <Typography variant="body2">{departmentFullName(directory, to)}</Typography>
      <Typography variant="caption" color="textSecondary">{[`${personName(directory, by)}, ${format.moment(at)}`, answers.length > 0 ? words.withdrawal.answered : ''].filter((part) => part !== '').join(' · ')}</Typography>
    </>
  )
}

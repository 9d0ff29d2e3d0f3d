import ContentCopy from '@mui/icons-material/ContentCopy'
import { Box, Button, FormControlLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import type { CaseState } from '../../../../shared/domain/case/caseState'
import type { InstantFormat } from '../../../format/instants'
import { ru } from '../../../i18n/ru'
import { appeal } from '../../../i18n/ru/appeal'
import { useApplication, useOffice } from '../../../ui/applicationContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { useInstantFormat } from '../../../ui/formatContext'
import { MomentField, readMoment, typedMoment } from '../../../ui/MomentField'
import { useActorName } from '../../../ui/useActorName'
import { useCopy } from '../../../ui/useCopy'
import { useExecute } from '../../../ui/useExecute'
import type { CaseDialogProps } from '../actions/reasonDialogs'
import { LawNote } from './LawNote'

const words = appeal.handOver
const means = ['mail', 'file', 'print'] as const
type Means = (typeof means)[number]

/** 3.8: handed over with the author's consent; the text with requisites to paste into the letter. */
export function HandOverDialog({ state, onClose }: CaseDialogProps) {
  const { clock } = useApplication()
  const { zone, appealEmail } = useOffice()
  const [by, setBy] = useState<Means>('mail')
  const [to, setTo] = useState(appealEmail)
  const [when, setWhen] = useState(() => typedMoment(clock.now(), zone))
  const format = useInstantFormat()
  const execute = useExecute()
  const copy = useCopy()
  const inName = useActorName()
  const confirm = async () => {
    const at = readMoment(when, zone, clock.now())
    if (!at.ok) return at.error
    const result = await execute(state.id, { type: 'HandOverAppeal', handedOverAt: at.value, by, ...(to.trim() === '' ? {} : { to: to.trim() }) }, { done: words.done })
    return result.ok ? undefined : result.error
  }
  return (
    <ActionDialog title={words.title} width="md" confirmLabel={words.confirm} onConfirm={confirm} onClose={onClose} consequence={{ will: words.will, where: to.trim() === '' ? words.where : `${words.where}, ${to}`, inName }}>
      <LawNote />
      <Typography variant="body2" color="textSecondary">{words.hint}</Typography>
      <Box><Button variant="outlined" startIcon={<ContentCopy />} onClick={() => void copy(cardText(state, format), words.copied)}>{words.copy}</Button></Box>
      <RadioGroup row aria-label={words.by} value={by} onChange={(event) => setBy(means.find((one) => one === event.target.value) ?? 'mail')}>
        {means.map((one) => <FormControlLabel key={one} value={one} label={words.means[one]} control={<Radio />} />)}
      </RadioGroup>
      <TextField label={words.to} value={to} onChange={(event) => setTo(event.target.value)} />
      <MomentField label={words.when} value={when} onChange={setWhen} />
    </ActionDialog>
  )
}

/** The message with its author's requisites, as the letter to the administration carries it. */
function cardText(state: CaseState, format: InstantFormat): string {
  const { message } = state
  const contacts = state.appeal.consent?.contacts ?? null
  const { card } = words
  const lines: readonly (readonly [string, string | undefined])[] = [
    [card.author, contacts === null ? undefined : [contacts.surname, contacts.name, contacts.patronymic].filter(Boolean).join(' ')],
    [card.postal, contacts?.postalAddress],
    [card.email, contacts?.email],
    [card.phone, contacts?.phone],
    [card.source, [ru.kinds.network[message.network], ru.kinds.visibility[message.visibility], message.link].filter((part) => part !== undefined).join(', ')],
    [card.placed, format.full(message.placedAt)],
    [card.consent, contacts?.wording],
    [card.text, `\n${message.text ?? ru.common.erased}`],
  ]
  return lines.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name}: ${value}`])).join('\n')
}

import { Box, TextField, Typography } from '@mui/material'
import { useMemo } from 'react'
import { z } from 'zod'
import { appeal } from '../../../i18n/ru/appeal'
import { useApplication, useOffice } from '../../../ui/applicationContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { DraftNote } from '../../../ui/draft/DraftField'
import { useDraftForm } from '../../../ui/draft/useDraftForm'
import { MomentField, readMoment, typedMoment } from '../../../ui/MomentField'
import { useExecute } from '../../../ui/useExecute'
import type { CaseDialogProps } from '../actions/reasonDialogs'

const words = appeal.consent
const text = z.string()
const requisites = ['surname', 'name', 'patronymic', 'postalAddress', 'email', 'phone'] as const
type Requisite = (typeof requisites)[number]
type Values = Readonly<Record<Requisite | 'wording' | 'when', string>>
const fields = { wording: text, when: text, surname: text, name: text, patronymic: text, postalAddress: text, email: text, phone: text }
const mustHave: readonly Requisite[] = ['surname', 'name']

/** 3.8: the author's consent in his own words, with the requisites it was given for. */
export function ConsentDialog({ state, onClose }: CaseDialogProps) {
  const { clock } = useApplication()
  const { zone } = useOffice()
  const known = state.appeal.consent?.contacts
  const initial = useMemo<Values>(
    () => ({
      wording: known?.wording ?? '', when: typedMoment(clock.now(), zone), surname: known?.surname ?? '', name: known?.name ?? '', patronymic: known?.patronymic ?? '',
      postalAddress: known?.postalAddress ?? '', email: known?.email ?? '', phone: known?.phone ?? '',
    }),
    [known, clock, zone],
  )
  const form = useDraftForm<Values>(`${state.id}/appeal-consent`, fields, initial)
  const { values } = form
  const execute = useExecute()
  const confirm = async () => {
    const at = readMoment(values.when, zone, clock.now())
    if (!at.ok) return at.error
    const optional = Object.fromEntries(requisites.filter((name) => !mustHave.includes(name) && values[name].trim() !== '').map((name) => [name, values[name].trim()]))
    const result = await execute(
      state.id,
      { type: 'RecordAppealConsent', givenAt: at.value, wording: values.wording, surname: values.surname.trim(), name: values.name.trim(), ...optional },
      { done: words.done },
    )
    if (!result.ok) return result.error
    form.discard()
    return undefined
  }
  return (
    <ActionDialog title={words.title} width="md" confirmLabel={words.confirm} disabled={values.wording.trim() === ''} onConfirm={confirm} onClose={onClose}>
      <Typography variant="body2" color="textSecondary">{words.hint}</Typography>
      <TextField label={words.wording} value={values.wording} required multiline minRows={2} maxRows={6} autoFocus onChange={(event) => form.set({ wording: event.target.value })} onBlur={() => void form.flush()} helperText={<DraftNote status={form.status} />} slotProps={{ formHelperText: { component: 'div' } }} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 1.5 }}>
        {requisites.map((name) => (
          <TextField key={name} label={words[name]} value={values[name]} required={mustHave.includes(name)} autoComplete="off" onChange={(event) => form.set({ [name]: event.target.value })} onBlur={() => void form.flush()} />
        ))}
      </Box>
      <Typography variant="caption" color="textSecondary">{words.address}</Typography>
      <MomentField label={words.when} value={values.when} onChange={(typed) => form.set({ when: typed })} />
    </ActionDialog>
  )
}

import { FormControlLabel, MenuItem, Radio, RadioGroup, TextField, Typography } from '@mui/material'
import { useMemo } from 'react'
import { z } from 'zod'
import { isWeekend, statutoryHoliday } from '../../../shared/domain/calendar'
import type { LocalDate } from '../../../shared/domain/time'
import { localDateText } from '../../format/slices'
import { ru } from '../../i18n/ru'
import { calendar as words } from '../../i18n/ru/calendar'
import { ActionDialog } from '../../ui/dialog/ActionDialog'
import { useDraftForm } from '../../ui/draft/useDraftForm'
import { useSay } from '../../ui/snackbar'
import { ChangePreview } from './ChangePreview'
import { DecreeFields } from './decreeFields'
import { editDayFormOf, editedCalendar, offReasons, whats, type EditDayForm } from './editDayForm'
import { useCalendarEdit } from './useCalendarEdit'

const t = words.editDay
const text = z.string()
const fields = { what: z.enum(whats), reason: z.enum(offReasons), note: text, from: text, worksAs: text, decree: z.object({ number: text, date: text }), why: text }

/** One day by hand: what it becomes and why; shows what moves before it is in force. */
export function EditDayDialog({ date, onClose }: { date: LocalDate; onClose: () => void }) {
  const { calendar, adopt } = useCalendarEdit()
  const say = useSay()
  const initial = useMemo(() => editDayFormOf(calendar, date), [calendar, date])
  const form = useDraftForm<EditDayForm>(`calendar/day/${date}`, fields, initial)
  const { values, set } = form
  const wanted = useMemo(() => editedCalendar(calendar, date, values), [calendar, date, values])
  const weekend = isWeekend(date)
  const holiday = statutoryHoliday(date)
  const confirm = async (): Promise<string | undefined> => {
    if (!wanted.ok) return wanted.error
    if (values.why.trim() === '') return t.whyMissing
    await adopt(wanted.value, 'hand', `${localDateText(date)}: ${values.why.trim()}`)
    form.discard()
    say({ text: t.saved(localDateText(date)) })
    return undefined
  }
  const touched = values !== initial
  return (
    <ActionDialog title={t.title(localDateText(date))} width="md" confirmLabel={ru.common.save} onConfirm={confirm} onClose={onClose}>
      {holiday !== null && <Typography variant="body2" color="textSecondary">{words.day.holiday(ru.deadlines.holiday[holiday])}</Typography>}
      <RadioGroup row aria-label={t.what} value={values.what} onChange={(_event, what) => set({ what: what as EditDayForm['what'] })}>
        {whats.map((what) => <FormControlLabel key={what} value={what} control={<Radio />} label={t.options[what]} />)}
      </RadioGroup>
      {values.what !== 'off' && weekend && (
        <TextField required type="date" label={t.worksAs} value={values.worksAs} onChange={(event) => set({ worksAs: event.target.value })} helperText={t.worksAsHint} slotProps={{ inputLabel: { shrink: true } }} sx={{ maxWidth: 420 }} />
      )}
      {values.what === 'off' && holiday === null && (
        <TextField select label={t.reason} value={values.reason} onChange={(event) => set({ reason: event.target.value as EditDayForm['reason'] })} sx={{ maxWidth: 420 }}>
          {offReasons.filter((reason) => reason !== 'plain' || weekend).map((reason) => <MenuItem key={reason} value={reason}>{t.reasons[reason]}</MenuItem>)}
        </TextField>
      )}
      {values.what === 'off' && values.reason === 'local' && holiday === null && <TextField required label={t.note} value={values.note} onChange={(event) => set({ note: event.target.value })} sx={{ maxWidth: 420 }} />}
      {values.what === 'off' && values.reason === 'moved' && holiday === null && <TextField type="date" label={t.from} value={values.from} onChange={(event) => set({ from: event.target.value })} slotProps={{ inputLabel: { shrink: true } }} sx={{ maxWidth: 420 }} />}
      {((values.what === 'off' && values.reason === 'moved') || (values.what !== 'off' && weekend)) && <DecreeFields title={t.decree} value={values.decree} onChange={(decree) => set({ decree })} />}
      <TextField required label={t.why} value={values.why} onChange={(event) => set({ why: event.target.value })} helperText={t.whyHint} />
      {wanted.ok ? <ChangePreview before={calendar} after={wanted.value} /> : touched && <Typography variant="body2" color="textSecondary" role="status">{wanted.error}</Typography>}
    </ActionDialog>
  )
}

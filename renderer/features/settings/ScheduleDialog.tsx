import { Box, Button, Chip, MenuItem, TextField, Typography } from '@mui/material'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { type Schedule, SCHEDULE_PRESETS, type SchedulePresetId, WEEKDAY_KEYS, type WeekdayKey } from '../../../shared/domain/deadlines'
import { hoursAndMinutes } from '../../format/durations'
import { ru } from '../../i18n/ru'
import { settings } from '../../i18n/ru/settings'
import { useApplication, useOffice } from '../../ui/applicationContext'
import { ActionDialog } from '../../ui/dialog/ActionDialog'
import { useDraftForm } from '../../ui/draft/useDraftForm'
import { useSay } from '../../ui/snackbar'
import { checkSchedule, type ScheduleForm, scheduleFormOf, weekMinutes, withoutSchedule, withPreset, withSchedule } from './scheduleForm'

const words = settings.schedule
const week = z.object({ mon: z.string(), tue: z.string(), wed: z.string(), thu: z.string(), fri: z.string(), sat: z.string(), sun: z.string() })
const fields = { id: z.string(), title: z.string(), department: z.string(), validFrom: z.string(), validTo: z.string(), week, shortDayMinutes: z.string() }
const presets = Object.keys(SCHEDULE_PRESETS) as SchedulePresetId[]

export function ScheduleDialog({ schedule, onClose }: { schedule: Schedule | undefined; onClose: () => void }) {
  const application = useApplication()
  const { schedules, directory } = useOffice()
  const say = useSay()
  const initial = useMemo<ScheduleForm>(() => (schedule === undefined ? { ...scheduleFormOf(SCHEDULE_PRESETS['40']), id: newId(schedules) } : scheduleFormOf(schedule)), [schedule, schedules])
  const form = useDraftForm<ScheduleForm>(`settings/schedule/${schedule?.id ?? 'new'}`, fields, initial)
  const { values, set } = form
  const [asked, setAsked] = useState(false)
  const checked = checkSchedule(values)
  const errors = asked && !checked.ok ? checked.error : {}
  const removable = schedule !== undefined && withoutSchedule(schedules, schedule.id) !== undefined

  const keep = async (changed: readonly Schedule[], said: string) => {
    await application.saveOffice({ schedules: changed })
    form.discard()
    say({ text: said, undo: () => void application.saveOffice({ schedules }) })
  }
  const confirm = async (): Promise<string | undefined> => {
    setAsked(true)
    if (!checked.ok) return checked.error.week?.all === undefined ? words.fix : words.errors[checked.error.week.all]
    await keep(withSchedule(schedules, checked.value), settings.saved)
    return undefined
  }
  const remove = async () => {
    const rest = schedule === undefined ? undefined : withoutSchedule(schedules, schedule.id)
    if (rest === undefined) return
    await keep(rest, words.removed)
    onClose()
  }
  const field = (name: 'title' | 'validFrom' | 'validTo' | 'shortDayMinutes', hint?: string) => ({ error: errors[name] !== undefined, helperText: errors[name] === undefined ? hint : words.errors[errors[name]] })
  const day = (name: WeekdayKey) => (
    <TextField key={name} label={words.weekdays[name]} value={values.week[name]} placeholder={words.dayOff} onChange={(event) => set({ week: { ...values.week, [name]: event.target.value } })} error={errors.week?.[name] !== undefined} helperText={errors.week?.[name] === undefined ? undefined : words.errors[errors.week[name]]} slotProps={{ inputLabel: { shrink: true } }} />
  )
  return (
    <ActionDialog
      title={schedule === undefined ? words.titleNew : words.titleEdit}
      confirmLabel={ru.common.save}
      onConfirm={confirm}
      onClose={onClose}
      otherActions={schedule === undefined ? undefined : <Button color="warning" disabled={!removable} title={removable ? undefined : words.last} onClick={() => void remove()}>{words.remove}</Button>}
    >
      <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="body2">{`${words.preset}:`}</Typography>
        {presets.map((preset) => <Chip key={preset} variant="outlined" label={SCHEDULE_PRESETS[preset].title} onClick={() => set(withPreset(values, preset))} />)}
      </Box>
      <TextField required label={words.title} value={values.title} onChange={(event) => set({ title: event.target.value })} {...field('title')} />
      <TextField select label={words.who} value={values.department} onChange={(event) => set({ department: event.target.value })} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
        <MenuItem value="">{words.office}</MenuItem>
        {directory.departments.filter((department) => department.closed !== true || department.id === values.department).map((department) => <MenuItem key={department.id} value={department.id}>{department.name}</MenuItem>)}
      </TextField>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        <TextField label={words.validFrom} placeholder={words.dateExample} value={values.validFrom} onChange={(event) => set({ validFrom: event.target.value })} {...field('validFrom', words.noDate)} slotProps={{ inputLabel: { shrink: true } }} />
        <TextField label={words.validTo} placeholder={words.dateExample} value={values.validTo} onChange={(event) => set({ validTo: event.target.value })} {...field('validTo', words.noDate)} slotProps={{ inputLabel: { shrink: true } }} />
      </Box>
      <Typography variant="body2" color="textSecondary">{`${words.weekHint} ${words.weekLength(hoursAndMinutes(weekMinutes(values.week) * 60_000))}`}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        {WEEKDAY_KEYS.map(day)}
        <TextField label={words.shortDay} value={values.shortDayMinutes} onChange={(event) => set({ shortDayMinutes: event.target.value })} {...field('shortDayMinutes')} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />
      </Box>
      <Typography variant="caption" color="textSecondary">{words.changes}</Typography>
    </ActionDialog>
  )
}

function newId(schedules: readonly Schedule[]): string {
  for (let n = schedules.length + 1; ; n++) if (!schedules.some(({ id }) => id === `schedule-${n}`)) return `schedule-${n}`
}

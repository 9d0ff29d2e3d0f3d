import Add from '@mui/icons-material/Add'
import Close from '@mui/icons-material/Close'
import { Box, Button, IconButton, MenuItem, TextField, Typography } from '@mui/material'
import { useMemo } from 'react'
import { z } from 'zod'
import { SCHEDULE_PRESETS, type SchedulePresetId } from '../../../shared/domain/deadlines'
import { ru } from '../../i18n/ru'
import { calendar as words } from '../../i18n/ru/calendar'
import { useOffice } from '../../ui/applicationContext'
import { useDeadlineDesk } from '../../ui/deadlines/deadlinesContext'
import { exampleTitle, workedExamples } from '../../ui/deadlines/workedExamples'
import { useDraftForm } from '../../ui/draft/useDraftForm'
import { WhatIfResult } from './WhatIfResult'
import { rulebookWith, scheduleOptions } from './schedules'
import { ScheduleSelect } from './ScheduleSelect'
import { emptyWhatIf, formOfExample, whatIfFacts, whatIfKinds, type WhatIfField, type WhatIfForm } from './whatIfForm'

const t = words.whatIf
const text = z.string().max(40)
const fields = { placed: text, forwarded: text, returned: z.array(text).max(9), emergency: text, handedOver: text, registered: text, extended: text, kind: z.enum(whatIfKinds), schedule: z.string() }

/** A message that does not exist: place, forward, return at chosen instants and see every deadline with its explanation. */
export function WhatIfTab() {
  const { zone, schedules, directory } = useOffice()
  const { rulebook } = useDeadlineDesk()
  const form = useDraftForm<WhatIfForm>('calendar/what-if', fields, emptyWhatIf)
  const { values, set } = form
  const options = useMemo(() => scheduleOptions(schedules, directory), [schedules, directory])
  const chosen = values.schedule === '' ? undefined : (options.find(({ key }) => key === values.schedule)?.schedule ?? presetOf(values.schedule))
  const rules = useMemo(
    () => (chosen === undefined ? rulebook : rulebookWith(rulebook.rulebook, chosen)),
    [rulebook, chosen],
  )
  const department = chosen?.department ?? null
  const facts = useMemo(() => whatIfFacts(values, zone, department), [values, zone, department])
  const errors = facts.ok ? {} : facts.error
  const field = (name: WhatIfField, label: string, value: string, change: (typed: string) => void, required = false) => {
    // An empty form asks for nothing yet.
    const error = errors[name] === 'placedMissing' ? undefined : errors[name]
    return (
      <TextField
        key={name} label={label} value={value} required={required} autoComplete="off" placeholder={t.format} fullWidth
        onChange={(event) => change(event.target.value)} error={error !== undefined} helperText={error === undefined ? undefined : t.errors[error]}
        slotProps={{ inputLabel: { shrink: true } }}
      />
    )
  }
  const setReturn = (at: number, typed: string) => set({ returned: values.returned.map((each, index) => (index === at ? typed : each)) })
  return (
    <Box sx={{ flex: 1, minWidth: 0, display: 'flex' }}>
      <Box component="form" aria-label={words.tabs.whatIf} onSubmit={(event) => event.preventDefault()} sx={{ width: { xs: 270, md: 320 }, flexShrink: 0, overflow: 'auto', borderRight: 1, borderColor: 'divider', bgcolor: 'background.paper', p: 1.5, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
        <Typography variant="body2" color="textSecondary">{t.hint}</Typography>
        <TextField select label={t.examples} value="" onChange={(event) => applyExample(event.target.value)} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true, renderValue: () => '…' } }}>
          {workedExamples.map((example) => <MenuItem key={example.id} value={example.id}>{exampleTitle(example)}</MenuItem>)}
        </TextField>
        {field('placed', t.placed, values.placed, (placed) => set({ placed }), true)}
        <TextField select label={t.kind} value={values.kind} onChange={(event) => set({ kind: event.target.value as WhatIfForm['kind'] })}>
          {whatIfKinds.map((kind) => <MenuItem key={kind} value={kind}>{t.kinds[kind]}</MenuItem>)}
        </TextField>
        {field('forwarded', t.forwarded, values.forwarded, (forwarded) => set({ forwarded }))}
        {values.returned.map((returned, index) => (
          <Box key={index} sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start' }}>
            {field(`returned-${index}`, t.returned(index + 1), returned, (typed) => setReturn(index, typed))}
            <IconButton aria-label={t.removeReturn(index + 1)} onClick={() => set({ returned: values.returned.filter((_each, at) => at !== index) })}><Close fontSize="small" /></IconButton>
          </Box>
        ))}
        {values.returned.length < 9 && <Box><Button startIcon={<Add />} onClick={() => set({ returned: [...values.returned, ''] })}>{t.addReturn}</Button></Box>}
        {field('emergency', t.emergency, values.emergency, (emergency) => set({ emergency }))}
        {values.kind === 'appeal' && field('handedOver', t.handedOver, values.handedOver, (handedOver) => set({ handedOver }))}
        {values.kind === 'appeal' && field('registered', t.registered, values.registered, (registered) => set({ registered }))}
        {values.kind === 'appeal' && field('extended', t.extended, values.extended, (extended) => set({ extended }))}
        <ScheduleSelect options={options} value={options.some(({ key }) => key === values.schedule) ? values.schedule : ''} onChange={(schedule) => set({ schedule })} ownTitle={t.ownSchedule} />
        <Box><Button onClick={form.discard} disabled={values === emptyWhatIf}>{t.clear}</Button></Box>
      </Box>
      <Box component="section" aria-label={ru.deadlines.title} sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 2, display: 'flex', flexDirection: 'column' }}>
        <WhatIfResult facts={facts.ok ? facts.value : null} rulebook={rules} onExample={(example) => set(formOfExample(example))} />
      </Box>
    </Box>
  )

  function applyExample(id: string) {
    const example = workedExamples.find((each) => each.id === id)
    if (example !== undefined) set(formOfExample(example))
  }
}

const presetOf = (key: string) => SCHEDULE_PRESETS[key.replace('preset:', '') as SchedulePresetId] as (typeof SCHEDULE_PRESETS)[SchedulePresetId] | undefined

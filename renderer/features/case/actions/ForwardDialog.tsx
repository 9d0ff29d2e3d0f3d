import { Alert, Checkbox, FormControlLabel, FormHelperText, MenuItem, TextField, ToggleButton, ToggleButtonGroup, Box } from '@mui/material'
import { useId } from 'react'
import { z } from 'zod'
import { explanationGrounds, explanationGroundSchema, type ExplanationGround } from '../../../../shared/domain/journal/grounds'
import { departmentFullName } from '../../../format/people'
import { ru } from '../../../i18n/ru'
import { actions } from '../../../i18n/ru/actions'
import { useDirectory } from '../../../ui/applicationContext'
import { ActionDialog } from '../../../ui/dialog/ActionDialog'
import { DraftNote } from '../../../ui/draft/DraftField'
import { useDraftForm } from '../../../ui/draft/useDraftForm'
import { useExecute } from '../../../ui/useExecute'
import { DepartmentPicker } from './DepartmentPicker'
import { ForwardPreview } from './ForwardPreview'
import type { CaseDialogProps } from './reasonDialogs'

const words = actions.forward
const fields = {
  to: z.string(),
  purpose: z.enum(['answer', 'explanation']),
  ground: explanationGroundSchema.nullable(),
  withName: z.boolean(),
  note: z.string(),
}
type Values = { readonly [K in keyof typeof fields]: z.infer<(typeof fields)[K]> }
const forAnswer: Values = { to: '', purpose: 'answer', ground: null, withName: false, note: '' }
const forExplanation: Values = { ...forAnswer, purpose: 'explanation' }

/** 3.1: to whom, what for, with what; and what will be due if it goes now. */
export function ForwardDialog({ state, onClose, explanation }: CaseDialogProps & { explanation: boolean }) {
  const form = useDraftForm<Values>(`${state.id}/forward${explanation ? '-explanation' : ''}`, fields, explanation ? forExplanation : forAnswer)
  const { to, purpose, ground, withName, note } = form.values
  const directory = useDirectory()
  const execute = useExecute()
  const id = useId()
  const department = directory.departments.find((one) => one.id === to && one.closed !== true)
  const ready = department !== undefined && (purpose === 'answer' || ground !== null)
  const confirm = async () => {
    if (department === undefined) return words.to
    const command = { type: 'Forward', to: department.id, purpose, withAuthorName: withName, ...(purpose === 'explanation' && ground !== null ? { ground } : {}), ...(note.trim() === '' ? {} : { note }) } as const
    const result = await execute(state.id, command, { done: words.done(departmentFullName(directory, department.id)), undoable: true })
    if (!result.ok) return result.error
    form.discard()
    return undefined
  }
  return (
    <ActionDialog title={words.title} confirmLabel={words.confirm} disabled={!ready} width="md" onConfirm={confirm} onClose={onClose}>
      {directory.departments.length === 0 && <Alert severity="warning">{words.noDepartments}</Alert>}
      <DepartmentPicker state={state} value={department ?? null} onChange={(next) => form.set({ to: next?.id ?? '' })} />
      <ToggleButtonGroup exclusive size="small" value={purpose} aria-label={words.purpose} onChange={(_event, next: Values['purpose'] | null) => next !== null && form.set({ purpose: next })}>
        <ToggleButton value="answer">{words.answer}</ToggleButton>
        <ToggleButton value="explanation">{words.explanation}</ToggleButton>
      </ToggleButtonGroup>
      {purpose === 'explanation' && <GroundField ground={ground} onChange={(next) => form.set({ ground: next })} />}
      <TextField label={words.note} value={note} multiline minRows={2} maxRows={6} onChange={(event) => form.set({ note: event.target.value })} onBlur={() => void form.flush()} helperText={<DraftNote status={form.status} />} slotProps={{ formHelperText: { component: 'div' } }} />
      <Box>
        <FormControlLabel control={<Checkbox checked={withName} disabled={state.message.author.name === undefined} onChange={(event) => form.set({ withName: event.target.checked })} slotProps={{ input: { 'aria-describedby': id } }} />} label={words.withName} />
        <FormHelperText id={id} sx={{ mt: 0 }}>{words.withNameHint}</FormHelperText>
      </Box>
      {department !== undefined && <ForwardPreview state={state} to={department.id} purpose={purpose} />}
    </ActionDialog>
  )
}

/** 3.7: one of the four grounds, and what the text must then contain. */
export function GroundField({ ground, onChange }: { ground: ExplanationGround | null; onChange: (ground: ExplanationGround) => void }) {
  return (
    <TextField select required label={words.ground} value={ground ?? ''} onChange={(event) => onChange(explanationGroundSchema.parse(event.target.value))} helperText={ground === null ? ' ' : words.part(ru.kinds.explanationPart[ground])}>
      {explanationGrounds.map((one) => <MenuItem key={one} value={one}>{ru.kinds.explanationGround[one]}</MenuItem>)}
    </TextField>
  )
}

import { Box, Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, FormHelperText, MenuItem, TextField, Typography } from '@mui/material'
import { useMemo, useState, type FormEvent } from 'react'
import { z } from 'zod'
import type { Person } from '../../../shared/domain/people/directory'
import { type DepartmentId, type Role, roles } from '../../../shared/domain/people/roles'
import { ru } from '../../i18n/ru'
import { directory as words } from '../../i18n/ru/directory'
import { useActor } from '../../ui/applicationContext'
import { CloseButton } from '../../ui/dialog/CloseButton'
import { DraftNote } from '../../ui/draft/DraftField'
import { useDraftForm } from '../../ui/draft/useDraftForm'
import { KeyLayer } from '../../ui/keys/keysContext'
import { checkPerson, emptyPersonForm, type PersonForm, personFormOf, places, suggestedId, withoutPerson, withPerson } from './personForm'
import { useDirectoryEdit } from './useDirectoryEdit'

type Fields = Omit<PersonForm, 'existing'>
const fields = {
  id: z.string(), name: z.string(), position: z.string(), role: z.enum([...roles, '']), department: z.string() as unknown as z.ZodType<DepartmentId | ''>,
  place: z.enum([...places, '']), workPhone: z.string(), mobilePhone: z.string(), dutyWorking: z.boolean(), dutyOther: z.boolean(),
}

export function PersonDialog({ person, onClose }: { person: Person | undefined; onClose: () => void }) {
  const { directory, keep } = useDirectoryEdit()
  const actor = useActor()
  const initial = useMemo<Fields>(() => {
    const { existing: _existing, ...rest } = person === undefined ? emptyPersonForm : personFormOf(person)
    return rest
  }, [person])
  const form = useDraftForm<Fields>(`directory/person/${person?.id ?? 'new'}`, fields, initial)
  const { values, set } = form
  const [asked, setAsked] = useState(false)
  const checked = checkPerson({ ...values, ...(person === undefined ? {} : { existing: person.id }) }, directory)
  const errors = asked && !checked.ok ? checked.error : {}
  const field = (name: keyof typeof errors, hint?: string) => ({ error: errors[name] !== undefined, helperText: errors[name] === undefined ? hint : words.errors[errors[name]] })

  const done = () => {
    form.discard()
    onClose()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!checked.ok) return
    await keep(withPerson(directory, checked.value), person === undefined ? words.added(checked.value.name) : words.saved(checked.value.name))
    done()
  }
  const remove = async () => {
    if (person === undefined) return
    await keep(withoutPerson(directory, person.id), words.people.removed(person.name))
    done()
  }
  const departments = directory.departments.filter((department) => department.closed !== true || department.id === values.department)
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="person-title">
      <KeyLayer>
        <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ display: 'contents' }}>
          <DialogTitle id="person-title">
            {person === undefined ? words.person.titleNew : words.person.title}
            <CloseButton onClick={onClose} />
          </DialogTitle>
          <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
            <TextField autoFocus required label={words.person.name} value={values.name} onChange={(event) => set({ name: event.target.value })} {...field('name')} sx={{ mt: 1 }} />
            <TextField label={words.person.position} value={values.position} onChange={(event) => set({ position: event.target.value })} />
            <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
              <TextField select label={words.person.department} value={values.department} onChange={(event) => set({ department: event.target.value as DepartmentId | '' })} {...field('department')} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
                <MenuItem value="">{words.person.noDepartment}</MenuItem>
                {departments.map((department) => <MenuItem key={department.id} value={department.id}>{department.name}</MenuItem>)}
              </TextField>
              <TextField select label={words.person.place} value={values.place} onChange={(event) => set({ place: event.target.value as Fields['place'] })} {...field('place')} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
                <MenuItem value="">{words.person.noPlace}</MenuItem>
                {places.map((place) => <MenuItem key={place} value={place}>{ru.kinds.personPlace[place]}</MenuItem>)}
              </TextField>
              <TextField label={words.person.workPhone} value={values.workPhone} onChange={(event) => set({ workPhone: event.target.value })} {...field('workPhone')} />
              <TextField label={words.person.mobilePhone} value={values.mobilePhone} onChange={(event) => set({ mobilePhone: event.target.value })} {...field('mobilePhone')} />
            </Box>
            <Box role="group" aria-labelledby="duty-label" sx={{ display: 'flex', flexDirection: 'column' }}>
              <Typography id="duty-label" variant="subtitle2">{words.person.duty}</Typography>
              <FormControlLabel control={<Checkbox checked={values.dutyWorking} onChange={(_event, on) => set({ dutyWorking: on })} />} label={words.person.dutyWorking} />
              <FormControlLabel control={<Checkbox checked={values.dutyOther} onChange={(_event, on) => set({ dutyOther: on })} />} label={words.person.dutyOther} />
            </Box>
            <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
              <TextField select label={words.person.role} value={values.role} onChange={(event) => set({ role: event.target.value as Role | '' })} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
                <MenuItem value="">{words.person.noRole}</MenuItem>
                {roles.map((role) => <MenuItem key={role} value={role}>{ru.kinds.role[role]}</MenuItem>)}
              </TextField>
              <TextField label={words.person.id} value={values.id} disabled={person !== undefined} placeholder={values.name.trim() === '' ? '' : suggestedId(values.name, directory)} onChange={(event) => set({ id: event.target.value })} {...field('id', words.person.idHint)} slotProps={{ inputLabel: { shrink: true } }} />
            </Box>
            <FormHelperText component="div"><DraftNote status={form.status} /></FormHelperText>
          </DialogContent>
          <DialogActions>
            {person !== undefined && (
              <Button color="warning" disabled={person.id === actor.person} onClick={() => void remove()} sx={{ mr: 'auto' }}>
                {person.id === actor.person ? words.people.self : words.people.remove}
              </Button>
            )}
            <Button onClick={done}>{ru.common.cancel}</Button>
            <Button type="submit" variant="contained">{ru.common.save}</Button>
          </DialogActions>
        </Box>
      </KeyLayer>
    </Dialog>
  )
}

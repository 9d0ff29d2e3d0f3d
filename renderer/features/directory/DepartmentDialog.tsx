import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, TextField, Typography } from '@mui/material'
import { useMemo, useState, type FormEvent } from 'react'
import { z } from 'zod'
import type { Department } from '../../../shared/domain/people/directory'
import { ru } from '../../i18n/ru'
import { directory as words } from '../../i18n/ru/directory'
import { useDraftForm } from '../../ui/draft/useDraftForm'
import { DraftNote } from '../../ui/draft/DraftField'
import { CloseButton } from '../../ui/dialog/CloseButton'
import { KeyLayer } from '../../ui/keys/keysContext'
import { checkDepartment, type DepartmentForm, departmentFormOf, departmentKinds, emptyDepartmentForm, withClosed, withDepartment } from './departmentForm'
import { useDirectoryEdit } from './useDirectoryEdit'

type Fields = Omit<DepartmentForm, 'id'>
const fields = { name: z.string(), shortName: z.string(), kind: z.enum(departmentKinds), topics: z.string() }

export function DepartmentDialog({ department, onClose }: { department: Department | undefined; onClose: () => void }) {
  const { directory, keep } = useDirectoryEdit()
  const initial = useMemo<Fields>(() => {
    const { id: _id, ...rest } = department === undefined ? emptyDepartmentForm : departmentFormOf(department)
    return rest
  }, [department])
  const form = useDraftForm<Fields>(`directory/structure/${department?.id ?? 'new'}`, fields, initial)
  const [asked, setAsked] = useState(false)
  const checked = checkDepartment({ ...form.values, ...(department === undefined ? {} : { id: department.id }) }, directory)
  const errors = asked && !checked.ok ? checked.error : {}
  const said = (field: keyof typeof errors, otherwise?: string) => (errors[field] === undefined ? otherwise : words.errors[errors[field]])

  const done = () => {
    form.discard()
    onClose()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!checked.ok) return
    await keep(withDepartment(directory, checked.value), department === undefined ? words.added(checked.value.name) : words.saved(checked.value.name))
    done()
  }
  const toggleClosed = async () => {
    if (department === undefined) return
    const closes = department.closed !== true
    await keep(withClosed(directory, department.id, closes), closes ? words.structures.closed(department.name) : words.structures.reopened(department.name))
    done()
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="department-title">
      <KeyLayer>
        <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ display: 'contents' }}>
          <DialogTitle id="department-title">
            {department === undefined ? words.department.titleNew : words.department.title}
            <CloseButton onClick={onClose} />
          </DialogTitle>
          <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
            <TextField autoFocus required label={words.department.name} value={form.values.name} onChange={(event) => form.set({ name: event.target.value })} error={errors.name !== undefined} helperText={said('name')} sx={{ mt: 1 }} />
            <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
              <TextField label={words.department.shortName} value={form.values.shortName} onChange={(event) => form.set({ shortName: event.target.value })} error={errors.shortName !== undefined} helperText={said('shortName', words.department.shortNameHint)} />
              <TextField select label={words.department.kind} value={form.values.kind} onChange={(event) => form.set({ kind: event.target.value as Department['kind'] })}>
                {departmentKinds.map((kind) => <MenuItem key={kind} value={kind}>{ru.kinds.departmentKind[kind]}</MenuItem>)}
              </TextField>
            </Box>
            <TextField multiline minRows={3} maxRows={8} label={words.department.topics} value={form.values.topics} onChange={(event) => form.set({ topics: event.target.value })} error={errors.topics !== undefined} helperText={<DraftNote status={form.status} said={said('topics', words.department.topicsHint)} />} slotProps={{ formHelperText: { component: 'div' } }} />
            <Typography variant="caption" color="textSecondary">{words.department.schedule}</Typography>
            {department !== undefined && <Typography variant="caption" color="textSecondary">{words.structures.neverDeleted}</Typography>}
          </DialogContent>
          <DialogActions>
            {department !== undefined && <Button color="warning" onClick={() => void toggleClosed()} sx={{ mr: 'auto' }}>{department.closed === true ? words.structures.reopen : words.structures.close}</Button>}
            <Button onClick={done}>{ru.common.cancel}</Button>
            <Button type="submit" variant="contained">{ru.common.save}</Button>
          </DialogActions>
        </Box>
      </KeyLayer>
    </Dialog>
  )
}

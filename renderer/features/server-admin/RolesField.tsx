import { Box, Checkbox, FormControl, FormControlLabel, FormLabel, MenuItem, Radio, RadioGroup, TextField, Typography } from '@mui/material'
import type { DepartmentId } from '../../../shared/domain/people/roles'
import { departmentFullName } from '../../format/people'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useDirectory } from '../../ui/applicationContext'
import { useAdministration } from './administrationContext'
import { officeRoles, type ChosenRoles } from './roles'

const words = serverAdmin.people

/** A person of the administration with any of its roles, or of one structure. */
export function RolesField({ chosen, set }: { chosen: ChosenRoles; set: (next: ChosenRoles) => void }) {
  const { look } = useAdministration()
  const directory = useDirectory()
  const departments = look.plan.departments
  return (
    <FormControl>
      <FormLabel id="server-roles">{words.columns.roles}</FormLabel>
      <RadioGroup aria-labelledby="server-roles" value={chosen.kind} onChange={(_event, kind) => set({ ...chosen, kind: kind === 'department' ? 'department' : 'office' })}>
        <FormControlLabel value="office" control={<Radio />} label={words.kindOffice} />
        {chosen.kind === 'office' && (
          <Box sx={{ pl: 4, display: 'flex', flexDirection: 'column' }}>
            {officeRoles.map((role) => (
              <FormControlLabel
                key={role}
                control={<Checkbox checked={chosen.office.includes(role)} onChange={(_event, on) => set({ ...chosen, office: officeRoles.filter((one) => (one === role ? on : chosen.office.includes(one))) })} />}
                label={<>{words.role[role]} <Typography component="span" variant="body2" color="textSecondary">{`– ${words.roleHint[role]}`}</Typography></>}
              />
            ))}
          </Box>
        )}
        <FormControlLabel value="department" control={<Radio />} label={<>{words.kindDepartment} <Typography component="span" variant="body2" color="textSecondary">{`– ${words.roleHint.department}`}</Typography></>} />
        {chosen.kind === 'department' && (
          <Box sx={{ pl: 4, pt: 0.5 }}>
            <TextField select fullWidth required label={words.chooseDepartment} value={departments.includes(chosen.department as DepartmentId) ? chosen.department : ''} onChange={(event) => set({ ...chosen, department: event.target.value as DepartmentId })}>
              {departments.map((id) => <MenuItem key={id} value={id} sx={{ whiteSpace: 'normal' }}>{departmentFullName(directory, id)}</MenuItem>)}
            </TextField>
          </Box>
        )}
      </RadioGroup>
    </FormControl>
  )
}

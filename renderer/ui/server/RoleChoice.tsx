import { FormControl, FormControlLabel, FormHelperText, FormLabel, Radio, RadioGroup } from '@mui/material'
import type { OfficeRole } from '../../application/server/desk'
import { ru } from '../../i18n/ru'
import { server } from '../../i18n/ru/server'

/** In which of the roles that the server gives the person begins. */
export function RoleChoice({ roles, role, choose }: { roles: readonly OfficeRole[]; role: OfficeRole | null; choose: (role: OfficeRole) => void }) {
  return (
    <FormControl>
      <FormLabel id="server-role">{server.connect.chooseRole}</FormLabel>
      <RadioGroup aria-labelledby="server-role" value={role} onChange={(_event, value) => choose(value as OfficeRole)}>
        {roles.map((one, index) => <FormControlLabel key={one} value={one} control={<Radio autoFocus={index === 0} />} label={ru.kinds.role[one]} />)}
      </RadioGroup>
      <FormHelperText sx={{ m: 0 }}>{server.connect.chooseRoleHint}</FormHelperText>
    </FormControl>
  )
}

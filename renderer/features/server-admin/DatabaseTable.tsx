import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import type { StandingDatabase } from '../../../shared/server/provision/look'
import { departmentFullName } from '../../format/people'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useDirectory } from '../../ui/applicationContext'
import { useAdministration } from './administrationContext'

const words = serverAdmin.setup

const whole = new Intl.NumberFormat('ru-RU')
const megabytes = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 1 })
const size = (bytes: number | null): string => (bytes === null ? '' : bytes < 1024 * 1024 ? `${whole.format(Math.ceil(bytes / 1024))}\u00A0КБ` : `${megabytes.format(bytes / 1024 / 1024)}\u00A0МБ`)

/** Every database of the plan: what it is for, and how much is in it. */
export function DatabaseTable() {
  const { look } = useAdministration()
  const directory = useDirectory()
  const holds = ({ database }: StandingDatabase) => (database.kind === 'department' ? words.holds.department(departmentFullName(directory, database.department)) : words.holds[database.kind])
  const { name, holds: what, documents, bytes, absent, title } = words.databases
  return (
    <Box sx={{ overflow: 'auto', maxHeight: 320 }} tabIndex={0} role="group" aria-label={title}>
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>{name}</TableCell>
            <TableCell>{what}</TableCell>
            <TableCell align="right">{documents}</TableCell>
            <TableCell align="right">{bytes}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {look.databases.map((standing) => (
            <TableRow key={standing.name}>
              <TableCell sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere', minWidth: 120 }}>{standing.name}</TableCell>
              <TableCell sx={{ overflowWrap: 'break-word', minWidth: 180 }}>{holds(standing)}</TableCell>
              <TableCell align="right">{standing.size === null ? <Typography variant="body2" color="warning.main">{absent}</Typography> : whole.format(standing.size.documents)}</TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>{standing.size !== null && size(standing.size.bytes)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}

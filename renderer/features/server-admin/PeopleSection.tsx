import Add from '@mui/icons-material/Add'
import Group from '@mui/icons-material/GroupOutlined'
import Refresh from '@mui/icons-material/Refresh'
import { Alert, Box, Button, CircularProgress, Paper, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ServerUser } from '../../../shared/server/provision/users'
import { departmentName } from '../../format/people'
import { ru } from '../../i18n/ru'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import { useDirectory } from '../../ui/applicationContext'
import { EmptyState } from '../../ui/EmptyState'
import { useShortcuts } from '../../ui/keys/keysContext'
import { useAdministration } from './administrationContext'
import { AddPersonDialog } from './AddPersonDialog'
import { PasswordSlip, type Slip } from './PasswordSlip'
import { PersonMenu } from './PersonMenu'
import { rolesText, titleOf, userRows, type UserRow } from './roles'
import { troubleText } from './troubleText'
import { NewPasswordDialog, RolesDialog, ShutOutDialog } from './userDialogs'

const words = serverAdmin.people

export type UserAction = 'roles' | 'password' | 'out'

/** Who may sign in on the server, and as what. */
export function PeopleSection() {
  const { administration, look } = useAdministration()
  const directory = useDirectory()
  const [users, setUsers] = useState<readonly ServerUser[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const [acting, setActing] = useState<{ readonly action: UserAction; readonly row: UserRow } | null>(null)
  const [slip, setSlip] = useState<Slip | null>(null)

  const refresh = useCallback(async () => {
    const listed = await administration.people()
    setProblem(listed.ok ? null : troubleText(listed.error))
    if (listed.ok) setUsers(listed.value)
  }, [administration])
  useEffect(() => void refresh(), [refresh])
  const rows = useMemo(() => userRows(users ?? [], directory), [users, directory])
  const setUp = look.served !== null
  useShortcuts(serverAdmin.keys.group, [
    { chord: { code: 'KeyN' }, label: words.add, run: () => setAdding(true), disabled: users === null || !setUp },
    { chord: { code: 'KeyR' }, label: serverAdmin.keys.refresh, run: () => void refresh() },
  ])
  const add = <Button variant="contained" startIcon={<Add />} disabled={users === null || !setUp} onClick={() => setAdding(true)}>{words.add}</Button>
  const done = (next: Slip | null) => {
    setAdding(false)
    setActing(null)
    setSlip(next)
    void refresh()
  }
  return (
    <>
      <Typography variant="body2">{words.about}</Typography>
      {!setUp && <Alert severity="warning">{words.notSetUp}</Alert>}
      {problem !== null && <Alert severity="error" role="alert" action={<Button color="inherit" onClick={() => void refresh()}>{ru.common.retry}</Button>}>{problem}</Alert>}
      {users === null && problem === null && <CircularProgress aria-label={ru.common.loading} sx={{ alignSelf: 'center' }} />}
      {users !== null && users.length === 0 && <EmptyState icon={Group} title={words.empty} action={add}>{words.emptyHint}</EmptyState>}
      {users !== null && users.length > 0 && (
        <>
          <Box sx={{ display: 'flex', gap: 1 }}>
            {add}
            <Button startIcon={<Refresh />} onClick={() => void refresh()}>{serverAdmin.refresh}</Button>
          </Box>
          <Paper variant="outlined" sx={{ overflow: 'auto' }}>
            <Table stickyHeader aria-label={serverAdmin.sections.people}>
              <TableHead>
                <TableRow>{[words.columns.person, words.columns.name, words.columns.roles].map((title) => <TableCell key={title}>{title}</TableCell>)}<TableCell padding="checkbox" aria-label={words.columns.actions} /></TableRow>
              </TableHead>
              <TableBody>
                {rows.map((row) => <Row key={row.user.name} row={row} onAct={(action) => setActing({ action, row })} />)}
              </TableBody>
            </Table>
          </Paper>
        </>
      )}
      {adding && users !== null && <AddPersonDialog users={users} onDone={done} onClose={() => setAdding(false)} />}
      {acting?.action === 'roles' && <RolesDialog row={acting.row} onDone={done} onClose={() => setActing(null)} />}
      {acting?.action === 'password' && <NewPasswordDialog row={acting.row} onDone={done} onClose={() => setActing(null)} />}
      {acting?.action === 'out' && <ShutOutDialog row={acting.row} onDone={done} onClose={() => setActing(null)} />}
      {slip !== null && <PasswordSlip slip={slip} onClose={() => setSlip(null)} />}
    </>
  )
}

function Row({ row, onAct }: { row: UserRow; onAct: (action: UserAction) => void }) {
  const { look } = useAdministration()
  const directory = useDirectory()
  const { user, person } = row
  const lacking = user.roles.flatMap((role) => (typeof role === 'string' || look.served?.includes(role.department) === true ? [] : [role.department]))
  const out = user.roles.length === 0
  return (
    <TableRow hover>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>
        {titleOf(row)}
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>{person === undefined ? words.unlisted : person.position}</Typography>
      </TableCell>
      <TableCell sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>{user.name}</TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere', color: out ? 'text.secondary' : undefined }}>
        {rolesText(user.roles, directory)}
        {lacking.map((id) => <Typography key={id} variant="caption" color="warning.main" sx={{ display: 'block' }}>{words.noDatabase(departmentName(directory, id))}</Typography>)}
      </TableCell>
      <TableCell padding="checkbox"><PersonMenu name={titleOf(row)} out={out} onAct={onAct} /></TableCell>
    </TableRow>
  )
}

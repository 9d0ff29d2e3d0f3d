import AccountCircle from '@mui/icons-material/AccountCircleOutlined'
import Check from '@mui/icons-material/Check'
import ExpandMore from '@mui/icons-material/ExpandMore'
import { Button, Divider, ListItemIcon, ListItemText, ListSubheader, Menu, MenuItem, Typography } from '@mui/material'
import { useState } from 'react'
import type { Actor } from '../../shared/domain/people/roles'
import { departmentFullName, departmentName, personName } from '../format/people'
import { actorsGiven } from '../application/server/joined'
import { ru } from '../i18n/ru'
import { server } from '../i18n/ru/server'
import { useActor, useApplication, useDirectory, useObservable } from '../ui/applicationContext'
import { useSay } from '../ui/snackbar'
import { useNavigation } from '../ui/navigation'
import { screensFor } from './screens'

const sameActor = (one: Actor, other: Actor): boolean =>
  one.role === other.role && (one.role !== 'department' || (other.role === 'department' && one.department === other.department))

/** «действую как…»: alone the person chooses the role he acts in, with a server among those that it gives him; the journal keeps it. */
export function RoleSwitcher() {
  const application = useApplication()
  const actor = useActor()
  const directory = useDirectory()
  const say = useSay()
  const { place, go } = useNavigation()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const joined = useObservable(application.server.joined)
  const departments = directory.departments.filter((department) => department.closed !== true)
  const given = joined === null ? [] : actorsGiven(actor.person, joined.standing)
  const choose = async (next: Actor) => {
    setAnchor(null)
    if (sameActor(next, actor)) return
    await application.actAs(next)
    const open = screensFor(next.role)
    const first = open[0]
    if (first !== undefined && !open.some((screen) => screen.id === place.screen)) go({ screen: first.id })
    say({ text: `${ru.shell.actAs}: ${actorName(next, directory)}`, severity: 'info' })
  }
  const item = (next: Actor, primary: string, secondary?: string) => (
    <MenuItem key={primary} selected={sameActor(next, actor)} onClick={() => void choose(next)} sx={{ maxWidth: 460 }}>
      <ListItemIcon>{sameActor(next, actor) && <Check fontSize="small" />}</ListItemIcon>
      <ListItemText primary={primary} secondary={secondary} slotProps={{ primary: { noWrap: true }, secondary: { noWrap: true } }} />
    </MenuItem>
  )
  return (
    <>
      <Button
        color="inherit"
        onClick={(event) => setAnchor(event.currentTarget)}
        startIcon={<AccountCircle />}
        endIcon={<ExpandMore />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        sx={{ maxWidth: 260, minWidth: 0, flexShrink: 0, '& > .text': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } }}
      >
        <span className="text">{`${ru.shell.actAs}: ${actorName(actor, directory)}`}</span>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} slotProps={{ paper: { sx: { maxHeight: '70vh' } } }}>
        <Typography variant="caption" color="textSecondary" component="li" sx={{ px: 2, pb: 0.5, display: 'block', maxWidth: 420 }}>
          {`${personName(directory, actor.person)}. ${joined === null ? ru.shell.actAsHint : server.switcher.hint}`}
        </Typography>
        <Divider component="li" />
        {joined === null
          ? [
              ...(['operator', 'supervisor', 'administrator'] as const).map((role) => item({ person: actor.person, role }, ru.kinds.role[role])),
              <ListSubheader key="departments">{ru.kinds.role.department}</ListSubheader>,
              departments.length === 0 && <MenuItem key="none" disabled>{ru.shell.noDepartments}</MenuItem>,
              ...departments.map((department) =>
                item({ person: actor.person, role: 'department', department: department.id }, departmentName(directory, department.id), department.shortName === undefined ? undefined : departmentFullName(directory, department.id)),
              ),
            ]
          : given.map((next) => item(next, actorName(next, directory)))}
        {joined !== null && given.length === 1 && <MenuItem disabled sx={{ maxWidth: 420 }}>{server.switcher.single}</MenuItem>}
      </Menu>
    </>
  )
}

function actorName(actor: Actor, directory: Parameters<typeof departmentName>[0]): string {
  return actor.role === 'department' ? departmentName(directory, actor.department) : ru.kinds.role[actor.role]
}

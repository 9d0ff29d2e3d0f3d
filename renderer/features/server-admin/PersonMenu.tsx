import MoreVert from '@mui/icons-material/MoreVert'
import { IconButton, Menu, MenuItem } from '@mui/material'
import { useState } from 'react'
import { serverAdmin } from '../../i18n/ru/serverAdmin'
import type { UserAction } from './PeopleSection'

const words = serverAdmin.people

/** What can be done with one account. */
export function PersonMenu({ name, out, onAct }: { name: string; out: boolean; onAct: (action: UserAction) => void }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const items: readonly (readonly [UserAction, string])[] = [['roles', words.rolesTitle], ['password', words.passwordTitle], ...(out ? [] : ([['out', words.outTitle]] as const))]
  return (
    <>
      <IconButton aria-label={words.menu(name)} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}><MoreVert fontSize="small" /></IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {items.map(([action, label]) => (
          <MenuItem
            key={action}
            sx={action === 'out' ? { color: 'error.main' } : {}}
            onClick={() => {
              setAnchor(null)
              onAct(action)
            }}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

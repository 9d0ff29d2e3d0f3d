import MoreHoriz from '@mui/icons-material/MoreHoriz'
import { Box, Button, ListItemIcon, ListItemText, Menu, MenuItem, Typography } from '@mui/material'
import { useMemo, useState } from 'react'
import type { CaseState } from '../../../shared/domain/case/caseState'
import { possibleActions } from '../../../shared/domain/case/decide'
import { caseWords as words } from '../../i18n/ru/case'
import { useActor, useDirectory } from '../../ui/applicationContext'
import { useCaseAct } from '../../ui/caseSlots'
import { useNow } from '../../ui/clock/clockContext'
import { ariaShortcut } from '../../ui/keys/chord'
import { KeyCap } from '../../ui/keys/KeyCap'
import { useShortcuts } from '../../ui/keys/keysContext'
import { actionList, type CaseAction } from './actionList'

/** What can be done with the case now, each by its key; the rules decide what is here, not the screen. */
export function ActionBar({ state }: { state: CaseState }) {
  const actor = useActor()
  const directory = useDirectory()
  const now = useNow('minute')
  const act = useCaseAct()
  const list = useMemo(() => actionList(state, possibleActions(state, actor, { now, directory })), [state, actor, now, directory])
  const run = ({ action, explanation }: CaseAction) => act({ caseId: state.id, action, ...(explanation === undefined ? {} : { explanation }) })
  useShortcuts(
    words.keys.group,
    list.flatMap((action) => (action.chord === undefined ? [] : [{ chord: action.chord, label: action.label, run: () => run(action) }])),
  )
  if (list.length === 0) return <Typography variant="body2" color="textSecondary">{actor.role === 'supervisor' ? words.readOnly : words.noActions}</Typography>
  const main = list.filter((action) => action.main)
  const rest = list.filter((action) => !action.main)
  return (
    <Box role="toolbar" aria-label={words.actions} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
      {main.map((action, index) => (
        <Button
          key={action.id}
          variant={index === 0 ? 'contained' : 'outlined'}
          startIcon={<action.icon />}
          endIcon={action.chord !== undefined && <KeyCap chord={action.chord} />}
          aria-keyshortcuts={action.chord === undefined ? undefined : ariaShortcut(action.chord)}
          onClick={() => run(action)}
        >
          {action.label}
        </Button>
      ))}
      {rest.length > 0 && <RestMenu list={rest} onRun={run} />}
    </Box>
  )
}

function RestMenu({ list, onRun }: { list: readonly CaseAction[]; onRun: (action: CaseAction) => void }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button onClick={(event) => setAnchor(event.currentTarget)} startIcon={<MoreHoriz />} aria-haspopup="menu" aria-expanded={anchor !== null}>{words.moreActions}</Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {list.map((action) => (
          <MenuItem
            key={action.id}
            dense
            onClick={() => {
              setAnchor(null)
              onRun(action)
            }}
          >
            <ListItemIcon><action.icon fontSize="small" /></ListItemIcon>
            <ListItemText>{action.label}</ListItemText>
            {action.chord !== undefined && <Box sx={{ ml: 2 }}><KeyCap chord={action.chord} /></Box>}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

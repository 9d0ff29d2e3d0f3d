import Campaign from '@mui/icons-material/Campaign'
import Gavel from '@mui/icons-material/Gavel'
import Person from '@mui/icons-material/Person'
import Place from '@mui/icons-material/Place'
import Warning from '@mui/icons-material/WarningAmber'
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useId, type ReactNode } from 'react'
import { ru } from '../../i18n/ru'
import { KeyCap } from '../keys/KeyCap'
import { KeyLayer, useShortcuts } from '../keys/keysContext'

/** What the person is told before he does something public or irreversible. */
export interface Consequence {
  /** Exactly what will happen, in a sentence or a list of them. */
  readonly will: ReactNode
  /** Where: the network and page, or the journal. */
  readonly where: ReactNode
  /** In whose name it will stand there. */
  readonly inName: ReactNode
  readonly isPublic?: boolean
  readonly isIrreversible?: boolean
}

interface ConsequenceDialogProps {
  readonly open: boolean
  readonly title: string
  readonly consequence: Consequence
  readonly confirmLabel: string
  readonly confirmColor?: 'primary' | 'error'
  readonly disabled?: boolean
  /** Why it cannot be confirmed now, or what went wrong. */
  readonly problem?: string | undefined
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

const confirmChord = { code: 'Enter', ctrl: true }

/** A question before a public or destructive deed. Never confirmed by Enter alone: Ctrl+Enter or the button. */
export function ConsequenceDialog(props: ConsequenceDialogProps) {
  const { open, title, onClose, children, consequence, problem } = props
  const id = useId()
  return (
    <Dialog open={open} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={`${id}-title`} aria-describedby={`${id}-facts`}>
      <KeyLayer>
        <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
          <ConsequenceFacts id={`${id}-facts`} consequence={consequence} />
          {children}
          {problem !== undefined && <Alert severity="error">{problem}</Alert>}
        </DialogContent>
        <Buttons {...props} />
      </KeyLayer>
    </Dialog>
  )
}

function Buttons({ confirmLabel, confirmColor = 'primary', disabled = false, onConfirm, onClose }: ConsequenceDialogProps) {
  useShortcuts('', [{ chord: confirmChord, label: confirmLabel, run: onConfirm, disabled, whileTyping: true }])
  return (
    <DialogActions>
      <Button onClick={onClose}>{ru.common.cancel}</Button>
      <Button variant="contained" color={confirmColor} disabled={disabled} onClick={onConfirm} endIcon={<KeyCap chord={confirmChord} />} aria-keyshortcuts="Control+Enter">
        {confirmLabel}
      </Button>
    </DialogActions>
  )
}

/** The facts alone, for a panel that has its own buttons. */
export function ConsequenceFacts({ consequence, id }: { consequence: Consequence; id?: string }) {
  const { will, where, inName, isPublic, isIrreversible } = consequence
  return (
    <Box id={id} component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '20px max-content 1fr', columnGap: 1, rowGap: 0.75, p: 1.25, borderRadius: 1, bgcolor: 'action.hover' }}>
      <Fact icon={<Gavel fontSize="small" />} name={ru.common.consequence.will}>{will}</Fact>
      <Fact icon={<Place fontSize="small" />} name={ru.common.consequence.where}>{where}</Fact>
      <Fact icon={<Person fontSize="small" />} name={ru.common.consequence.inName}>{inName}</Fact>
      {isPublic === true && <Mark icon={<Campaign fontSize="small" color="warning" />} text={ru.common.consequence.public} />}
      {isIrreversible === true && <Mark icon={<Warning fontSize="small" color="error" />} text={ru.common.consequence.irreversible} />}
    </Box>
  )
}

function Fact({ icon, name, children }: { icon: ReactNode; name: string; children: ReactNode }) {
  return (
    <>
      <Box aria-hidden sx={{ color: 'text.secondary' }}>{icon}</Box>
      <Typography component="dt" variant="body2" color="text.secondary">{name}</Typography>
      <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>{children}</Typography>
    </>
  )
}

function Mark({ icon, text }: { icon: ReactNode; text: string }) {
  return (
    <>
      {icon}
      <Typography component="dd" variant="body2" sx={{ m: 0, gridColumn: '2 / 4', fontWeight: 500 }}>{text}</Typography>
    </>
  )
}

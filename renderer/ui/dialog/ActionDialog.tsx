import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { useId, useState, type ReactNode } from 'react'
import { ru } from '../../i18n/ru'
import { KeyCap } from '../keys/KeyCap'
import { KeyLayer, useShortcuts } from '../keys/keysContext'
import { CloseButton } from './CloseButton'
import { ConsequenceFacts, type Consequence } from './ConsequenceFacts'

/** What `onConfirm` gives when the dialog goes on with its next step. */
export const stay = Symbol('stay')

export interface ActionDialogProps {
  readonly title: string
  readonly confirmLabel: string
  readonly confirmColor?: 'primary' | 'error' | 'warning'
  /** For what is public or cannot be taken back: exactly what will happen, where, in whose name. */
  readonly consequence?: Consequence
  readonly disabled?: boolean
  readonly width?: 'sm' | 'md' | 'lg'
  /** Resolves with the sentence to show, `stay`, or undefined when it is done and the dialog may go. */
  readonly onConfirm: () => Promise<string | undefined | typeof stay>
  readonly onClose: () => void
  /** Beside the confirm button: «Назад», «Не получилось». */
  readonly otherActions?: ReactNode
  readonly children: ReactNode
}

const confirmChord = { code: 'Enter', ctrl: true }

/** One action's dialog. Confirmed by Ctrl+Enter or its button; what was typed stays when it fails or is closed. */
export function ActionDialog(props: ActionDialogProps) {
  const { title, width = 'sm', onClose, consequence, children } = props
  const id = useId()
  const [problem, setProblem] = useState<string | undefined>()
  return (
    <Dialog open onClose={onClose} maxWidth={width} fullWidth aria-labelledby={id} slotProps={{ paper: { sx: { m: 2, maxHeight: 'calc(100% - 32px)' } } }}>
      <KeyLayer>
        <DialogTitle id={id}>
          {title}
          <CloseButton onClick={onClose} />
        </DialogTitle>
        <DialogContent>
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, pt: 0.75 }}>
            {children}
            {consequence !== undefined && <ConsequenceFacts consequence={consequence} />}
            {problem !== undefined && <Alert severity="error" role="alert">{problem}</Alert>}
          </Box>
        </DialogContent>
        <Buttons {...props} onProblem={setProblem} />
      </KeyLayer>
    </Dialog>
  )
}

function Buttons({ title, confirmLabel, confirmColor = 'primary', disabled = false, onConfirm, onClose, otherActions, onProblem }: ActionDialogProps & { onProblem: (problem: string | undefined) => void }) {
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    if (busy || disabled) return
    setBusy(true)
    onProblem(undefined)
    try {
      const problem = await onConfirm()
      if (problem === undefined) onClose()
      else if (problem !== stay) onProblem(problem)
    } finally {
      setBusy(false)
    }
  }
  useShortcuts(title, [{ chord: confirmChord, label: confirmLabel, run: () => void confirm(), disabled: disabled || busy, whileTyping: true }])
  return (
    <DialogActions>
      {otherActions}
      <Box sx={{ flex: 1 }} />
      <Button onClick={onClose}>{ru.common.cancel}</Button>
      <Button variant="contained" color={confirmColor} disabled={disabled || busy} onClick={() => void confirm()} endIcon={<KeyCap chord={confirmChord} />} aria-keyshortcuts="Control+Enter">
        {confirmLabel}
      </Button>
    </DialogActions>
  )
}

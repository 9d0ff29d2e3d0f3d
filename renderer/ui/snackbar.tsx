import { Alert, Button, Snackbar } from '@mui/material'
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import { ru } from '../i18n/ru'

/** A line at the bottom of the window about what has just happened. */
export interface Word {
  readonly text: string
  readonly severity?: 'success' | 'info' | 'warning' | 'error'
  /** Offers «Отменить» for as long as the line is seen. */
  readonly undo?: () => void
}

const SayContext = createContext<((word: Word) => void) | null>(null)

export function SnackbarProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<Word & { readonly key: number }>()
  // What is said last is what «Отменить» must mean: an earlier line gives way at once.
  const say = useCallback((word: Word) => setCurrent((before) => ({ ...word, key: (before?.key ?? 0) + 1 })), [])
  const [gone, setGone] = useState(0)
  const shown = current !== undefined && current.key !== gone
  const dismiss = () => setGone(current?.key ?? 0)
  return (
    <SayContext value={say}>
      {children}
      <Snackbar
        key={current?.key}
        open={shown}
        autoHideDuration={current?.severity === 'error' ? null : current?.undo === undefined ? 5000 : 10_000}
        onClose={(_event, reason) => reason !== 'clickaway' && dismiss()}
        // Lists and the buttons of forms begin at the left, long texts end at the right: the least is hidden in the middle.
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      >
        <Alert
          severity={current?.severity ?? 'success'}
          variant="filled"
          onClose={dismiss}
          action={
            current?.undo === undefined ? undefined : (
              <Button
                color="inherit"
                onClick={() => {
                  current.undo?.()
                  dismiss()
                }}
              >
                {ru.common.undo}
              </Button>
            )
          }
        >
          {current?.text}
        </Alert>
      </Snackbar>
    </SayContext>
  )
}

export function useSay(): (word: Word) => void {
  const say = useContext(SayContext)
  if (say === null) throw new Error('useSay outside SnackbarProvider')
  return say
}

import { Box, Button, LinearProgress, Typography } from '@mui/material'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { LongWork, Progress } from '../application/application'
import { ru } from '../i18n/ru'

export interface RunningWork {
  readonly label: string
  readonly progress: Progress
  readonly cancelling: boolean
}

/** Runs one long work at a time, with its progress on the screen and a way to stop it; leaving the screen stops it too. */
export function useLongWork(): {
  readonly running: RunningWork | null
  run<T>(label: string, work: (control: LongWork) => Promise<T>): Promise<T>
  cancel(): void
} {
  const [running, setRunning] = useState<RunningWork | null>(null)
  const controller = useRef<AbortController | null>(null)
  const run = useCallback(async <T,>(label: string, work: (control: LongWork) => Promise<T>): Promise<T> => {
    controller.current?.abort()
    const mine = new AbortController()
    controller.current = mine
    setRunning({ label, progress: { done: 0 }, cancelling: false })
    try {
      return await work({
        signal: mine.signal,
        onProgress: (progress) => controller.current === mine && setRunning((before) => (before === null ? null : { ...before, progress })),
      })
    } finally {
      if (controller.current === mine) setRunning(null)
    }
  }, [])
  const cancel = useCallback(() => {
    controller.current?.abort()
    setRunning((before) => (before === null ? null : { ...before, cancelling: true }))
  }, [])
  useEffect(() => () => controller.current?.abort(), [])
  return { running, run, cancel }
}

/** The bar, the count and the button that stops. */
export function WorkProgress({ running, onCancel }: { running: RunningWork; onCancel: () => void }) {
  const { done, total } = running.progress
  const share = total === undefined || total === 0 ? undefined : Math.min(100, (done / total) * 100)
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Box sx={{ flex: 1 }}>
        <Typography variant="body2">
          {running.cancelling ? ru.common.progress.cancelling : running.label}
          {total !== undefined && ` – ${ru.common.progress.of(done, total)}`}
        </Typography>
        <LinearProgress aria-label={running.label} variant={share === undefined ? 'indeterminate' : 'determinate'} {...(share === undefined ? {} : { value: share })} sx={{ mt: 0.5 }} />
      </Box>
      <Button onClick={onCancel} disabled={running.cancelling}>{ru.common.progress.cancel}</Button>
    </Box>
  )
}

import { Alert, AlertTitle } from '@mui/material'
import type { ReactNode } from 'react'
import type { Trouble } from '../../i18n/ru/server'

/** What is wrong, what to do, and the way to do it. */
export function TroubleAlert({ trouble, severity = 'error', children }: { trouble: Trouble; severity?: 'error' | 'warning' | 'info'; children?: ReactNode }) {
  return (
    <Alert severity={severity} role="alert">
      <AlertTitle sx={{ mb: trouble.todo === '' ? 0 : undefined }}>{trouble.what}</AlertTitle>
      {trouble.todo}
      {children}
    </Alert>
  )
}

import { Alert, AlertTitle, Box, Button, Typography } from '@mui/material'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { ru } from '../i18n/ru'

interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** Told of every break; the log takes the class and the places in the code, never the message (it may quote a person). */
  readonly onError?: ((error: Error) => void) | undefined
  /** Shown instead of the explanation. */
  readonly fallback?: ReactNode
}

/** One broken screen does not take the rest with it, and the person is told that his words are kept. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: Error, _info: ErrorInfo) {
    this.props.onError?.(error)
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    if (this.props.fallback !== undefined) return this.props.fallback
    const words = ru.common.error
    return (
      <Box sx={{ p: 3, overflow: 'auto', flex: 1 }}>
        <Alert severity="error" action={<Button color="inherit" onClick={() => this.setState({ error: null })}>{words.retry}</Button>}>
          <AlertTitle>{words.title}</AlertTitle>
          <p>{words.kept}</p>
          <p>{words.what}</p>
          <Typography variant="caption" component="pre" sx={{ whiteSpace: 'pre-wrap', m: 0 }}>{`${words.details}: ${error.name}: ${error.message}\n${error.stack ?? ''}`.slice(0, 2000)}</Typography>
        </Alert>
      </Box>
    )
  }
}

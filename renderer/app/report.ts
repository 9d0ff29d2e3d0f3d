import type { Desktop } from '../ui/desktop'

/** Tells the log of a failure: its class and the places in the code, never its message, which could quote a person. */
export async function report(desktop: Desktop, event: string, failure: unknown): Promise<void> {
  const error = failure instanceof Error ? { name: failure.name.slice(0, 80), stack: (failure.stack ?? '').slice(0, 20_000) } : { name: typeof failure, stack: '' }
  await desktop.call('log.write', { level: 'error', event, error })
}

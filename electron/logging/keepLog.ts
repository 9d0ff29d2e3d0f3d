import type { App, WebContents } from 'electron'
import path from 'node:path'
import type { CallName } from '../../shared/ipc/contract'
import type { FaultLog } from '../ipc/register'
import { LogFile } from './logFile'

export interface Log {
  readonly write: LogFile['write']
  readonly fault: FaultLog
  /** Notes the end of the page's process and brings the page back: it folds its state from the database again. */
  readonly watch: (contents: WebContents) => void
}

const asError = (failure: unknown) => (failure instanceof Error ? { name: failure.name, stack: failure.stack ?? '' } : { name: typeof failure, stack: '' })

/**
 * Opens the log file and sends to it what would otherwise end unseen. No crash dumps are kept: a dump is a piece of memory, and in
 * this program's memory are citizens' words (1.4).
 */
export function keepLog(app: App, clock: () => number): Log {
  const file = new LogFile(path.join(app.getPath('userData'), 'logs'), clock, (line) => console.error(line))
  // What an installed program says on its console a desktop keeps in a file of its own, and an error's message may quote a citizen (1.4).
  const tell = (failure: unknown) => {
    if (!app.isPackaged) console.error(failure)
  }
  file.write('main', { level: 'info', event: 'started' })
  // A bug must be seen and written down, and must not take the unsaved words in the window with it.
  process.on('uncaughtException', (failure) => {
    tell(failure)
    file.write('main', { level: 'error', event: 'main.uncaught', error: asError(failure) })
  })
  process.on('unhandledRejection', (failure) => {
    tell(failure)
    file.write('main', { level: 'error', event: 'main.unhandled', error: asError(failure) })
  })
  return {
    write: (source, line) => file.write(source, line),
    fault: (event, call: CallName, failure) => {
      if (failure !== undefined) tell(failure)
      file.write('main', { level: failure === undefined ? 'warning' : 'error', event: `${event}.${call}`, ...(failure === undefined ? {} : { error: asError(failure) }) })
    },
    watch: (contents) => {
      contents.on('render-process-gone', (_event, { reason, exitCode }) => {
        file.write('main', { level: 'error', event: `page.gone.${reason.replace(/[^a-z]/gi, '')}`, numbers: { exitCode } })
        if (reason !== 'clean-exit' && !contents.isDestroyed()) contents.reload()
      })
      contents.on('unresponsive', () => file.write('main', { level: 'warning', event: 'page.unresponsive' }))
    },
  }
}

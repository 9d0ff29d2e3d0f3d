import type { BrowserWindow } from 'electron'
import type { CaseId } from '../../shared/domain/journal/ids'
import type { Push, PushName } from '../../shared/ipc/contract'
import { pushChannel } from '../../shared/ipc/contract'

/**
 * What the main process tells the window unasked. A case to open waits until the page has said that it can open cases: a
 * notification's click or a link may be what started the program.
 */
export class Pushes {
  /** @param opened told each time a case has been handed to the page */
  constructor(private readonly opened: () => void) {}

  private window: BrowserWindow | null = null
  private pageReady = false
  private waiting: CaseId | null = null

  /** Each load of the page starts deaf. */
  attach(window: BrowserWindow): void {
    this.window = window
    window.webContents.on('did-start-loading', () => (this.pageReady = false))
  }

  send<N extends PushName>(name: N, payload: Push<N>): void {
    if (this.window !== null && !this.window.isDestroyed()) this.window.webContents.send(pushChannel(name), payload)
  }

  openCase(caseId: CaseId): void {
    if (!this.pageReady) {
      this.waiting = caseId
      return
    }
    this.send('case.open', { caseId })
    this.opened()
  }

  /** The page can open cases from now on; answers with the one that waited. */
  ready(): CaseId | null {
    this.pageReady = true
    const caseId = this.waiting
    this.waiting = null
    if (caseId !== null) this.opened()
    return caseId
  }
}

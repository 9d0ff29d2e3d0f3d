import type { BrowserWindow } from 'electron'
import { app, nativeImage } from 'electron'
import path from 'node:path'
import type { TrayState } from '../../shared/ipc/app'
import { tooltipOf } from './trayTexts'

/** What the window's own button shows, also on a desktop without a tray: a number, a mark over the icon, a flash when it gets worse. */
export class WindowSigns {
  private shown: TrayState | null = null

  constructor(
    private readonly icons: string,
    private readonly window: BrowserWindow,
  ) {
    // Some desktops let a flash go on under the eyes of whoever has come to look.
    window.on('focus', () => window.flashFrame(false))
    // A hidden window has no button: the mark is put on the one that it gets anew.
    window.on('show', () => this.mark())
  }

  show(state: TrayState): void {
    const worse = state.overdue > (this.shown?.overdue ?? 0)
    this.shown = state
    app.setBadgeCount(state.overdue + state.dueSoon)
    this.mark()
    if (worse && !this.window.isFocused()) this.window.flashFrame(true)
  }

  private mark(): void {
    if (process.platform !== 'win32' || this.shown === null) return
    const { mood } = this.shown
    this.window.setOverlayIcon(mood === 'quiet' ? null : nativeImage.createFromPath(path.join(this.icons, `tray-${mood}.png`)), tooltipOf(this.shown))
  }
}

import { BrowserWindow, screen } from 'electron'
import type { WindowPlace } from '../../shared/settings/settings'
import { offerEditCommands } from './contextMenu'
import { startPage } from './ownPage'
import { placeOn } from './windowPlace'

export interface MainWindowOptions {
  readonly preload: string
  readonly icon: string
  readonly remembered: WindowPlace
  /** Minimised: what was to begin hidden on a desktop without a tray. */
  readonly begins: 'shown' | 'hidden' | 'minimized'
  readonly remember: (place: WindowPlace) => void
  /** What closing does: the window is never destroyed while the program runs, because the database lives in it. */
  readonly onClose: () => 'hide' | 'minimize' | 'close' | 'stay'
}

/** Opens the program's one window. It is shown when the page has something to show. */
export function openMainWindow({ preload, icon, remembered, begins, remember, onClose }: MainWindowOptions): BrowserWindow {
  const { maximized, ...bounds } = placeOn(
    screen.getAllDisplays().map((display) => display.workArea),
    remembered,
  )
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 800,
    minHeight: 500,
    show: false,
    title: 'Отклик',
    icon,
    backgroundColor: '#fafafa',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Deadlines are watched from the window also while it is hidden in the tray.
      backgroundThrottling: false,
      spellcheck: false,
    },
  })
  if (begins !== 'hidden') {
    window.once('ready-to-show', () => {
      if (maximized && begins === 'shown') window.maximize()
      if (begins === 'shown') window.show()
      else window.minimize()
    })
  }

  const note = () => {
    if (window.isMinimized() || !window.isVisible()) return
    remember({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  // While a window is being dragged there are many of these; the place where it rests is worth a write.
  let resting: NodeJS.Timeout | undefined
  const noteLater = () => {
    clearTimeout(resting)
    resting = setTimeout(note, 400)
  }
  for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(event as 'resize', noteLater)
  window.on('closed', () => clearTimeout(resting))

  window.on('close', (event) => {
    note()
    const what = onClose()
    if (what === 'close') return
    event.preventDefault()
    if (what === 'hide') window.hide()
    if (what === 'minimize') window.minimize()
  })
  offerEditCommands(window.webContents)
  void window.loadURL(startPage)
  return window
}

/** Brings the window to the person, from the tray, an icon or another desktop. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

import type { BrowserWindow } from 'electron'
import { Menu, app, ipcMain, powerMonitor, safeStorage, session } from 'electron'
import path from 'node:path'
import type { CaseId } from '../shared/domain/journal/ids'
import type { CommandLine } from './commandLine'
import { caseInLink, readCommandLine } from './commandLine'
import { attachmentHandlers } from './files/attachmentHandlers'
import { removeUnfinished } from './files/atomicWrite'
import { AttachmentStore } from './files/attachments'
import { fileHandlers } from './files/fileHandlers'
import { appUserModelId, linkScheme } from './identity'
import type { Handlers } from './ipc/handlers'
import { done, refuse } from './ipc/handlers'
import { registerCalls } from './ipc/register'
import { keepLog } from './logging/keepLog'
import { Notifier, onKeptNotification } from './notifications/notifier'
import { secretHandlers } from './secrets/secretHandlers'
import { SecretStore } from './secrets/secretStore'
import { applyTheme, settingsHandlers } from './settings/settingsHandlers'
import { SettingsStore } from './settings/settingsStore'
import { renewStart } from './settings/startWithSystem'
import { serverHandlers } from './sync/serverHandlers'
import { hasTray, whenTrayComes } from './tray/trayHost'
import { TrayIcon, quietTray } from './tray/trayIcon'
import { WindowSigns } from './tray/windowSigns'
import { copy } from './windows/clipboard'
import { openExternally } from './windows/externalAddress'
import { confineAll, denyNetwork, denyPermissions } from './windows/lockDown'
import { bringForward, openMainWindow } from './windows/mainWindow'
import { servePages } from './windows/pageScheme'
import { Pushes } from './windows/pushes'
import { Quit } from './windows/quit'
import { clockOffset, serverPrefix, thirdPartyRuntime } from './windows/runtimeInfo'

/** Untouched for longer, a computer has nobody before it, s. */
const attendedSeconds = 300

/** Puts the parts together for the one instance that holds the lock. */
export function startProgram(commandLine: CommandLine): void {
  const dataFolder = app.getPath('userData')
  const attachments = path.join(dataFolder, 'attachments')
  const icons = path.join(__dirname, 'icons')
  const offset = clockOffset(process.env['OTKLIK_NOW'], app.isPackaged, Date.now())
  const log = keepLog(app, () => Date.now() + offset)
  const settings = SettingsStore.open(dataFolder, String(Date.now()))
  if (settings.putAside !== null) log.write('main', { level: 'warning', event: 'settings.putAside' })
  const pushes = new Pushes(() => log.write('main', { level: 'info', event: 'case.opened' }))
  const quit = new Quit(app)
  let window: BrowserWindow | null = null
  let tray: TrayIcon | null = null
  let trayState = quietTray
  let signs: WindowSigns | null = null

  const show = () => {
    if (window !== null) bringForward(window)
  }
  const openCase = (caseId: CaseId | null) => {
    show()
    if (caseId !== null) pushes.openCase(caseId)
  }
  const later = (about: readonly CaseId[]) => pushes.send('attention.later', { about: [...about] })
  const theWindow = () => {
    if (window === null) throw new Error('The window is not open yet')
    return window
  }

  confineAll(app)
  app.on('second-instance', (_event, argv) => {
    const second = readCommandLine(argv.slice(1))
    // The system's own start at log-in calls for nobody.
    if (second.ok && second.value.hidden && second.value.caseId === null) return
    openCase(second.ok ? second.value.caseId : null)
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    openCase(caseInLink(link))
  })
  app.on('activate', show)
  // The window hides instead of closing; when it is really gone, so is the program.
  app.on('window-all-closed', () => app.quit())

  const open = async () => {
    await removeUnfinished(dataFolder)
    await removeUnfinished(attachments, { below: true })
    await app.whenReady()
    Menu.setApplicationMenu(null)
    app.setAppUserModelId(appUserModelId)
    if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
    const runtime = thirdPartyRuntime(process.execPath)
    if (runtime !== null) console.warn(`Отклик работает на сборке Electron ${process.versions.electron} из пакета ${runtime.package}: только для разработки и проверки`)
    denyPermissions(session.defaultSession)
    denyNetwork(session.defaultSession)
    servePages(session.defaultSession)
    applyTheme(settings)

    const withTray = await hasTray(process.platform)
    const icon = path.join(icons, 'icon.png')
    const notifier = new Notifier(icon, openCase, later, () => log.write('main', { level: 'warning', event: 'notifications.failed' }))
    onKeptNotification(openCase)
    const secrets = new SecretStore(dataFolder, safeStorage)
    const files = new AttachmentStore(attachments)
    const handlers: Handlers = {
      'app.info': () =>
        done({
          version: app.getVersion(),
          electron: process.versions.electron,
          chromium: process.versions.chrome,
          node: process.versions.node,
          platform: process.platform,
          arch: process.arch,
          packaged: app.isPackaged,
          thirdPartyRuntime: runtime,
          profile: commandLine.profile,
          dataFolder,
          clockOffset: offset,
          serverPrefix: serverPrefix(process.env['OTKLIK_SERVER_PREFIX'], app.isPackaged),
          tray: tray !== null || withTray,
        }),
      'app.attended': () => done(!['idle', 'locked'].includes(powerMonitor.getSystemIdleState(attendedSeconds))),
      'app.ready': () => done({ caseId: pushes.ready() }),
      'app.quit': async ({ unsent }) => ((await quit.ask(window, unsent)) ? done(undefined) : refuse('stayed', 'Программа продолжает работу')),
      ...settingsHandlers(settings, app, pushes),
      'external.open': ({ address }) => openExternally(address),
      'clipboard.write': async ({ text, html }) => {
        await copy(text, html)
        return done(undefined)
      },
      ...fileHandlers(theWindow),
      ...attachmentHandlers(files, theWindow),
      'notifications.show': (request) => notifier.show(request),
      'tray.show': (state) => {
        trayState = state
        tray?.show(state)
        signs?.show(state)
        return done(undefined)
      },
      'log.write': (line) => {
        log.write('window', line)
        return done(undefined)
      },
      ...secretHandlers(secrets),
      ...serverHandlers(secrets, files),
    }
    registerCalls(ipcMain, handlers, log.fault)

    window = openMainWindow({
      preload: path.join(__dirname, 'preload.js'),
      icon,
      remembered: settings.value.window,
      begins: !commandLine.hidden ? 'shown' : withTray ? 'hidden' : 'minimized',
      remember: (place) => void settings.change({ window: place }),
      onClose: () => {
        if (quit.underWay) return 'close'
        if (settings.value.closeToTray) return tray === null ? 'minimize' : 'hide'
        askToQuit()
        return 'stay'
      },
    })
    const askToQuit = () => void quit.ask(window, trayState.unsent)
    signs = new WindowSigns(icons, window)
    for (const ending of ['query-session-end', 'session-end'] as const) window.on(ending as 'session-end', () => quit.endWithSystem())
    pushes.attach(window)
    log.watch(window.webContents)
    const putInTray = () => {
      tray = new TrayIcon(icons, { open: show, openCase, quit: askToQuit })
      tray.show(trayState)
    }
    if (withTray) putInTray()
    else void whenTrayComes(process.platform, putInTray)
    if (commandLine.caseId !== null) openCase(commandLine.caseId)
    void renewStart(app, settings.value.startWithSystem)
    powerMonitor.on('resume', () => pushes.send('power.resumed', {}))
  }
  void open()
}

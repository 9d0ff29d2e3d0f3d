import { app, BrowserWindow, ipcMain, safeStorage } from 'electron'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { AttachmentStore } from '../../../electron/files/attachments'
import type { Handlers } from '../../../electron/ipc/handlers'
import { answer } from '../../../electron/ipc/register'
import { SecretStore } from '../../../electron/secrets/secretStore'
import { serverHandlers } from '../../../electron/sync/serverHandlers'
import { pageHost, pageScheme } from '../../../electron/windows/ownPage'
import { registerPageScheme } from '../../../electron/windows/pageScheme'
import { servePage } from '../../../electron/windows/servePage'
import { callChannel, type CallName } from '../../../shared/ipc/contract'

// A window of the program's own origin, with the program's own way to the server; the others ask it themselves.
registerPageScheme()
const [jobFile = ''] = process.argv.slice(-1)
const job = readFileSync(jobFile, 'utf8')
const say = (line: object) => process.stdout.write(`BENCH ${JSON.stringify(line)}\n`)

void app.whenReady().then(() => {
  const folder = app.getPath('userData')
  const handlers = serverHandlers(new SecretStore(path.join(folder, 'secrets'), safeStorage), new AttachmentStore(path.join(folder, 'files')))
  for (const name of Object.keys(handlers) as (keyof typeof handlers & CallName)[]) {
    ipcMain.handle(callChannel(name), (event, argument: unknown) => {
      const frame = event.senderFrame
      return answer(name, frame?.url ?? '', frame !== null && frame.parent === null, argument, handlers as unknown as Handlers, (what, call, failure) => say({ failure: `${what} ${call} ${String(failure)}` }))
    })
  }
  // Without webSecurity and the page's policy PouchDB and the bare download need no CORS of the server; ours does not use it.
  const window = new BrowserWindow({ show: false, webPreferences: { preload: path.join(__dirname, 'preload.js'), sandbox: true, contextIsolation: true, webSecurity: false, backgroundThrottling: false } })
  window.webContents.session.protocol.handle(pageScheme, async (request) => {
    const { body, status, headers } = await servePage(request.url, path.join(__dirname, 'page'))
    const open = new Headers(headers)
    open.delete('content-security-policy')
    return new Response(body, { status, headers: open })
  })
  window.webContents.on('console-message', (...args: unknown[]) => {
    const text = args.map((arg) => (typeof arg === 'string' ? arg : (arg as { message?: string } | undefined)?.message)).find((found) => typeof found === 'string' && found.startsWith('BENCH '))
    if (text === undefined) return
    const told = JSON.parse(text.slice(6)) as { done?: boolean }
    say(told)
    if (told.done === true) app.exit(0)
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    process.stderr.write(`window gone: ${details.reason}\n`)
    app.exit(1)
  })
  void window.loadURL(`${pageScheme}://${pageHost}/index.html?${encodeURIComponent(job)}`)
})

import { app, BrowserWindow } from 'electron'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pageHost, pageScheme } from '../../../electron/windows/ownPage'
import { registerPageScheme } from '../../../electron/windows/pageScheme'
import { servePage } from '../../../electron/windows/servePage'

// A window of the program's own origin with nothing in it but the storage: the data it lays are those the program opens.
registerPageScheme()
// The job is a file's path: a long one would not fit a command line.
const [jobFile = ''] = process.argv.slice(-1)
const job = readFileSync(jobFile, 'utf8')
void app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false } })
  window.webContents.session.protocol.handle(pageScheme, (request) => servePage(request.url, path.join(__dirname, 'page')))
  window.webContents.on('console-message', (...args: unknown[]) => {
    const text = args.map((arg) => (typeof arg === 'string' ? arg : (arg as { message?: string } | undefined)?.message)).find((found) => typeof found === 'string' && found.startsWith('BENCH '))
    if (text === undefined) return
    const told = JSON.parse(text.slice(6)) as { done?: boolean }
    const memory = app.getAppMetrics().find((metric) => metric.pid === window.webContents.getOSProcessId())?.memory.workingSetSize ?? 0
    process.stdout.write(`BENCH ${JSON.stringify({ ...told, windowMemoryMb: Math.round(memory / 1024) })}\n`)
    if (told.done === true) app.exit(0)
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    process.stderr.write(`window gone: ${details.reason}\n`)
    app.exit(1)
  })
  void window.loadURL(`${pageScheme}://${pageHost}/index.html?${encodeURIComponent(job)}`)
})

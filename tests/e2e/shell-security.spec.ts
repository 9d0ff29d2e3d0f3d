import { expect, test } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { callChannel, callNames } from '../../shared/ipc/contract'
import type { Launched } from './support/launch'
import { ask, launch, removeDataFolder } from './support/launch'

let program: Launched

test.beforeAll(async () => {
  program = await launch()
})
test.afterAll(async () => {
  await program.kill9()
  await removeDataFolder(program.dataFolder)
})

const inPage = <T>(script: string) => program.page.evaluate(script) as Promise<T>

test('the page has no Node and no Electron, only the two functions of the bridge', async () => {
  expect(await inPage('[typeof require, typeof process, typeof module, typeof Buffer, typeof global]')).toEqual(Array(5).fill('undefined'))
  expect(await inPage('Object.keys(window.otklik).sort()')).toEqual(['call', 'listen'])
  const preferences = await program.app.evaluate(({ BrowserWindow, webContents }) =>
    webContents.getAllWebContents().map((contents) => ({
      own: BrowserWindow.fromWebContents(contents) !== null,
      throttled: contents.backgroundThrottling,
      preferences: (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences(),
    })),
  )
  expect(preferences).toHaveLength(1)
  expect(preferences[0]?.preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true })
  expect(preferences[0]).toMatchObject({ own: true, throttled: false })
  // Absent is off; a name in one of the lists of features would switch it on.
  const dangerous = ['webviewTag', 'allowRunningInsecureContent', 'experimentalFeatures', 'nodeIntegrationInSubFrames', 'nodeIntegrationInWorker', 'navigateOnDragDrop']
  for (const name of dangerous) expect([false, undefined], name).toContain(preferences[0]?.preferences[name])
  for (const name of ['enableBlinkFeatures', 'disableBlinkFeatures']) expect(['', undefined], name).toContain(preferences[0]?.preferences[name])
})

test('the bridge knows exactly the calls of the contract', async () => {
  await expect(inPage("window.otklik.call('electron.eval', {})")).rejects.toThrow('No such call: electron.eval')
  await expect(inPage("window.otklik.call('constructor', {})")).rejects.toThrow('No such call')
  await expect(inPage("Promise.resolve().then(() => window.otklik.listen('anything', () => {}))")).rejects.toThrow('No such push')
  const preload = await readFile(path.join(__dirname, '..', '..', 'out', 'electron', 'preload.js'), 'utf8')
  for (const name of callNames) expect(preload).toContain(`"${name}"`)
})

test('the main process listens on no channel outside the contract', async () => {
  const channels = await program.app.evaluate(({ ipcMain }) => ({
    events: ipcMain.eventNames().map(String),
    calls: [...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys()],
  }))
  // Electron itself swallows `error`, so that a page cannot throw in the main process by that name.
  expect(channels.events.filter((name) => name !== 'error')).toEqual([])
  expect(channels.calls.sort()).toEqual(callNames.map(callChannel).sort())
})

test('a wrong argument is refused in Russian', async () => {
  expect(await ask(program.page, 'external.open', { address: 42 })).toEqual({
    ok: false,
    error: { reason: 'badArgument', message: 'Запрос «external.open» отклонён: неверно задано address' },
  })
  expect(await ask(program.page, 'settings.set', { window: { width: 1, height: 1, maximized: false } })).toMatchObject({ ok: false, error: { reason: 'badArgument' } })
  expect(await ask(program.page, 'attachments.read', { sha256: '../../settings.json' })).toMatchObject({ ok: false, error: { reason: 'badArgument' } })
})

test('eval, inline scripts and handlers, strangers’ scripts and styles are blocked', async () => {
  expect(
    await inPage(`new Promise((resolve) => {
      const blocked = []
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
      // Later, because what a test's driver runs at once is exempt from this part of the policy.
      setTimeout(() => { try { eval('window.evaluated = true') } catch { blocked.push('eval') } }, 0)
      const inline = document.createElement('script'); inline.textContent = 'window.inlined = true'; document.head.append(inline)
      const foreign = document.createElement('script'); foreign.src = 'https://example.org/x.js'; document.head.append(foreign)
      const style = document.createElement('style'); style.textContent = 'body { color: red }'; document.head.append(style)
      const holder = document.createElement('div'); holder.innerHTML = '<img src="app://otklik/none.png" onerror="window.handled = true">'; document.body.append(holder)
      setTimeout(() => { holder.remove(); resolve({ blocked: [...new Set(blocked)].sort(), ran: [window.evaluated, window.inlined, window.handled] }) }, 500)
    })`),
  ).toEqual({ blocked: ['eval', 'script-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'], ran: [undefined, undefined, undefined] })
})

test('the page reaches no network, not even this computer’s', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end('x')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  expect(await inPage(`fetch('${address}fetch').then(() => 'reached', () => 'blocked')`)).toBe('blocked')
  expect(await inPage(`new Promise((r) => { const i = new Image(); i.onload = () => r('reached'); i.onerror = () => r('blocked'); i.src = '${address}image' })`)).toBe('blocked')
  expect(await inPage(`new Promise((r) => { try { const s = new WebSocket('${address.replace('http', 'ws')}socket'); s.onopen = () => r('reached'); s.onerror = () => r('blocked') } catch { r('blocked') } })`)).toBe('blocked')
  expect(await inPage(`navigator.sendBeacon('${address}beacon', 'x') && 'sent'`).catch(() => 'blocked')).toBeDefined()
  // Below the page's policy lies a second wall: the session itself lets nothing out.
  const fromSession = await program.app.evaluate(
    ({ session }, url) => session.defaultSession.fetch(url).then(
      () => 'reached',
      () => 'blocked',
    ),
    `${address}session`,
  )
  expect(fromSession).toBe('blocked')
  await new Promise((resolve) => server.close(resolve))
  expect(asked).toEqual([])
})

test('the page stays where it is; a link opens in the system’s browser after a check of its scheme', async () => {
  await program.app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (address: string) => {
      opened.push(address)
      return Promise.resolve()
    }
  })
  const opened = () => program.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  const before = program.page.url()
  await inPage("void (location.href = 'https://example.org/')")
  await inPage("void (location.href = 'file:///etc/passwd')")
  await inPage("void Object.assign(document.body.appendChild(document.createElement('iframe')), { src: 'https://example.org/' })")
  expect(await inPage("String(window.open('https://vk.com/wall-1_2'))")).toBe('null')
  expect(await inPage("String(window.open('file:///etc/passwd'))")).toBe('null')
  expect(await inPage("String(window.open('about:blank'))")).toBe('null')
  await expect.poll(opened).toEqual(['https://vk.com/wall-1_2'])
  expect(await ask(program.page, 'external.open', { address: 'mailto:a@example.org' })).toEqual({ ok: true, value: undefined })
  expect(await ask(program.page, 'external.open', { address: 'javascript:alert(1)' })).toMatchObject({
    ok: false,
    error: { reason: 'notAllowed', message: 'Этот адрес нельзя открыть: разрешены ссылки http, https и mailto' },
  })
  expect(await opened()).toEqual(['https://vk.com/wall-1_2', 'mailto:a@example.org'])
  expect(program.page.url()).toBe(before)
  expect(await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('every permission is denied', async () => {
  expect(await inPage("Notification.requestPermission()")).toBe('denied')
  expect(await inPage("navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', (e) => e.name)")).toMatch(/NotAllowedError|NotFoundError/)
  expect(await inPage("new Promise((r) => navigator.geolocation.getCurrentPosition(() => r('given'), (e) => r(e.code)))")).toBe(1)
  expect(await inPage("navigator.clipboard.readText().then(() => 'given', (e) => e.name)")).toBe('NotAllowedError')
  expect(await inPage("navigator.permissions.query({ name: 'camera' }).then((s) => s.state)")).toBe('denied')
})

test('a page that is not ours is not answered, even with our preload', async () => {
  const answered = await program.app.evaluate(async ({ BrowserWindow }, preload) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
    try {
      await stranger.loadURL('data:text/html,<title>x</title>')
      return (await stranger.webContents.executeJavaScript("window.otklik.call('settings.get')")) as unknown
    } finally {
      stranger.destroy()
    }
  }, path.join(__dirname, '..', '..', 'out', 'electron', 'preload.js'))
  expect(answered).toEqual({ ok: false, error: { reason: 'foreignSender', message: 'Запрос отклонён: он пришёл не из окна программы' } })
  expect(await readFile(path.join(program.dataFolder, 'logs', 'otklik.log'), 'utf8')).toContain('ipc.foreignSender.settings.get')
})

test('no file outside the page’s folder is served', async () => {
  for (const address of ['app://otklik/../electron/main.js', 'app://otklik/%2e%2e/electron/main.js', 'app://otklik/..%2felectron%2fmain.js', 'app://otklik/none.js']) {
    expect(await inPage(`fetch('${address}').then((r) => r.status)`)).toBe(404)
  }
  expect(await inPage("fetch('app://other/index.html').then((r) => r.status, () => 'blocked')")).toBe('blocked')
})

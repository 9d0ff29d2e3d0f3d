import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { caseInLink, readCommandLine } from '../../../electron/commandLine'
import { LogFile, placesIn } from '../../../electron/logging/logFile'
import { isForTestsOnly, refusedSwitches } from '../../../electron/refusedSwitches'
import { keepLog } from '../../../electron/logging/keepLog'
import { hasTray, whenTrayComes } from '../../../electron/tray/trayHost'
import { menuOf, tooltipOf } from '../../../electron/tray/trayTexts'
import { Pushes } from '../../../electron/windows/pushes'
import { clockOffset, serverPrefix, thirdPartyRuntime } from '../../../electron/windows/runtimeInfo'
import { contentSecurityPolicy, fileOf, servePage } from '../../../electron/windows/servePage'
import type { CaseId } from '../../../shared/domain/journal/ids'
import { trayState } from '../../../shared/ipc/app'

const shell = vi.hoisted(() => ({ openExternal: vi.fn() }))
const dialog = vi.hoisted(() => ({ showMessageBox: vi.fn() }))
vi.mock('electron', () => ({ shell, dialog, Notification: class {} }))
const { caseInActivation } = await import('../../../electron/notifications/notifier')
const { openExternally, openableAddress } = await import('../../../electron/windows/externalAddress')
const { editCommands } = await import('../../../electron/windows/contextMenu')
const { Quit } = await import('../../../electron/windows/quit')

const caseId = `c${'0'.repeat(31)}1` as CaseId
let folder: string
beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'otklik-manners-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the command line', () => {
  it('of an ordinary start says nothing', () => expect(readCommandLine(['.'])).toEqual({ ok: true, value: { profile: null, hidden: false, caseId: null } }))
  it.each([
    [['.', '--profile', 'Учёба-1'], 'Учёба-1'],
    [['--profile=test', '.'], 'test'],
  ])('%j names a profile', (args, profile) => expect(readCommandLine(args)).toMatchObject({ ok: true, value: { profile } }))
  it.each([[['--profile']], [['--profile', '../x']], [['--profile=']], [['--profile', 'a b']], [['--profile', 'x'.repeat(41)]]])('%j is no folder’s name', (args) =>
    expect(readCommandLine(args)).toEqual({ ok: false, error: 'badProfile' }),
  )
  it('takes a case from a link', () => {
    expect(readCommandLine(['.', `otklik://case/${caseId}`])).toMatchObject({ value: { caseId } })
    expect(caseInLink(`otklik://case/${caseId}/`)).toBe(caseId)
    expect(caseInLink(`OTKLIK://case/${caseId}`)).toBe(caseId)
  })
  it.each(['otklik://case/', 'otklik://case/../../etc', 'otklik://quit', `https://case/${caseId}`, `otklik://case/${caseId}?x=1`, `otklik://case/${caseId}%00`, `otklik://case/${caseId}/..`, `otklik://case/ ${caseId}`, `otklik://case/${caseId}\n`, `otklik://user@case/${caseId}`, `otklik://case/${'a1'.repeat(40_000)}`])('%s is no case', (link) => expect(caseInLink(link)).toBeNull())
})

describe('switches that let others read', () => {
  const given = (...names: string[]) => (name: string) => names.includes(name)
  const shipped = { packaged: true, forTestsOnly: false }

  it('are refused by what is installed, all that were given', () => {
    expect(refusedSwitches(given(), shipped)).toEqual([])
    expect(refusedSwitches(given('lang', 'user-data-dir', 'no-sandbox', 'proxy-server'), shipped)).toEqual([])
    expect(refusedSwitches(given('ignore-certificate-errors', 'remote-debugging-port'), shipped)).toEqual(['remote-debugging-port', 'ignore-certificate-errors'])
  })
  it('are a developer’s in what is not installed', () => expect(refusedSwitches(given('remote-debugging-port'), { ...shipped, packaged: false })).toEqual([]))
  it('but the one that drives it are refused by the test’s package, too', () =>
    expect(refusedSwitches(given('remote-debugging-port', 'remote-debugging-pipe', 'disable-web-security'), { ...shipped, forTestsOnly: true })).toEqual(['remote-debugging-pipe', 'disable-web-security']))
  it('know the test’s package by its manifest', async () => {
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'otklik' }))
    expect(isForTestsOnly(folder)).toBe(false)
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'otklik', forTestsOnly: true }))
    expect(isForTestsOnly(folder)).toBe(true)
  })
})

describe('addresses for the system', () => {
  it.each(['https://vk.com/wall-1_2?reply=3', 'http://example.org/', 'mailto:a@example.org'])('%s may be opened', (address) => expect(openableAddress(address)).toBe(address))
  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'otklik://case/1', 'smb://host/share', 'data:text/html,x', 'vbscript:x', 'https://vk.com@evil.example/', 'no address', ''])(
    '%s may not',
    async (address) => {
      expect(await openExternally(address)).toMatchObject({ ok: false, error: { reason: 'notAllowed' } })
      expect(shell.openExternal).not.toHaveBeenCalled()
    },
  )
  it('that nothing opens are told of', async () => {
    shell.openExternal.mockRejectedValueOnce(new Error('no handler'))
    expect(await openExternally('https://example.org/')).toMatchObject({ ok: false, error: { reason: 'noProgram' } })
  })
})

describe('the page', () => {
  it('is served only from its folder, only kinds it consists of', () => {
    expect(fileOf('app://otklik/index.html', '/page')).toBe('/page/index.html')
    expect(fileOf('app://otklik/assets/a%20b.woff2?x#y', '/page')).toBe('/page/assets/a b.woff2')
    expect(fileOf('app://otklik/../secret.js', '/page')).toBe('/page/secret.js')
    for (const bad of ['app://otklik/%2e%2e%2fsecret.js', 'app://otklik/..%5csecret.js', 'app://otklik/a%00.js', 'app://other/index.html', 'app://otklik/', 'app://otklik/x.exe', 'app://otklik/%E0%A4%A.js']) {
      expect(fileOf(bad, '/page')).toBeNull()
    }
  })

  it('carries a policy without eval and inline script, with a nonce of its own each time', async () => {
    await writeFile(path.join(folder, 'index.html'), '<meta name="csp-nonce" content="{{csp-nonce}}">')
    const nonces = new Set<string>()
    for (let n = 0; n < 3; n += 1) {
      const response = await servePage('app://otklik/index.html', folder)
      const policy = response.headers.get('content-security-policy') ?? ''
      const nonce = /content="([^"]+)"/.exec(await response.text())?.[1] ?? ''
      expect(policy).toContain(`'nonce-${nonce}'`)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
    expect(contentSecurityPolicy('n')).not.toMatch(/unsafe|\*|https?:/)
    expect(contentSecurityPolicy('n')).toMatch(/^default-src 'none'/)
  })

  it('that is not there is 404', async () => expect((await servePage('app://otklik/none.js', folder)).status).toBe(404))
})

describe('the log', () => {
  it('keeps codes, numbers and places, and no words of anyone', async () => {
    const log = new LogFile(folder, () => 0, () => undefined)
    const failure = new TypeError('Иванов Иван, +7 900 000-00-00')
    log.write('window', { level: 'error', event: 'journal.append', numbers: { cases: 3 }, error: { name: failure.name, stack: failure.stack ?? '' } })
    const text = await readFile(log.path, 'utf8')
    expect(JSON.parse(text)).toMatchObject({ at: '1970-01-01T00:00:00.000Z', source: 'window', event: 'journal.append', numbers: { cases: 3 }, error: 'TypeError' })
    expect(text).not.toMatch(/Иванов|900|home|root/)
    expect(text).toMatch(/manners\.test\.ts:\d+:\d+/)
  })

  it('takes no message that looks like a place', () => {
    expect(placesIn('Error: at Иванов (x)\n    at решить (app://otklik/main.js:1:2)\n    at go (/home/ivanov/app/main.js:10:20)\n    at /home/ivanov/main.js:3:4')).toEqual(['main.js:1:2', 'go main.js:10:20', 'main.js:3:4'])
  })

  it('starts a new file when it is full', async () => {
    const log = new LogFile(folder, () => 0, () => undefined)
    await writeFile(log.path, 'x'.repeat(2 * 1024 * 1024 + 1))
    log.write('main', { level: 'info', event: 'started' })
    expect((await stat(log.path)).size).toBeLessThan(200)
    expect((await stat(`${log.path}.1`)).size).toBeGreaterThan(2 * 1024 * 1024)
  })

  it('on a disk that refuses it is said on the console', async () => {
    await writeFile(path.join(folder, 'file'), '')
    const said: string[] = []
    new LogFile(path.join(folder, 'file', 'logs'), () => 0, (line) => said.push(line)).write('main', { level: 'info', event: 'started' })
    expect(said).toHaveLength(1)
  })
})

describe('the tray', () => {
  const state = trayState.parse({ mood: 'overdue', dueSoon: 2, overdue: 1, unsent: 3, nearest: 'сегодня в 16:55', urgent: [{ caseId, label: 'Снег на Ленина: 12 мин' }] })

  it('tells counts and the nearest deadline', () => {
    expect(tooltipOf(state)).toBe('Отклик\nпросрочено: 1\nскоро срок: 2\nне отправлено: 3\nближайший срок: сегодня в 16:55')
    expect(tooltipOf({ ...state, dueSoon: 0, overdue: 0, unsent: 0, nearest: null })).toBe('Отклик\nсроки не горят')
  })

  it('lists the urgent cases between opening and quitting', () => {
    expect(menuOf(state).map((item) => ('label' in item ? item.label : '—'))).toEqual(['Открыть «Отклик»', '—', 'Снег на Ленина: 12 мин', '—', 'Выйти (не отправлено: 3)…'])
    expect(menuOf({ ...state, urgent: [], unsent: 0 }).map((item) => ('label' in item ? item.label : '—'))).toEqual(['Открыть «Отклик»', '—', 'Срочных сообщений нет', '—', 'Выйти'])
  })

  it('takes no more than five cases', () => {
    expect(trayState.safeParse({ ...state, urgent: Array.from({ length: 6 }, () => state.urgent[0]) }).success).toBe(false)
  })

  it('is there on Windows, and on Linux when the session bus says so', async () => {
    const bus = (output: string, started = true) => async () => ({ started, output })
    expect(await hasTray('win32', bus('', false))).toBe(true)
    expect(await hasTray('linux', bus('method return\n   boolean true\n'))).toBe(true)
    expect(await hasTray('linux', bus('   boolean false\n'))).toBe(false)
    expect(await hasTray('linux', bus('', false))).toBe(false)
  })

  it('is asked for by whatever program the desktop has', async () => {
    const only = (name: string, output: string) => async (program: string) => ({ started: program === name, output: program === name ? output : '' })
    expect(await hasTray('linux', only('busctl', 'b true\n'))).toBe(true)
    expect(await hasTray('linux', only('gdbus', '(true,)\n'))).toBe(true)
  })
  it('is asked for again while the panel may still be coming up', async () => {
    let asked = 0
    const waits: number[] = []
    const run = () => Promise.resolve({ started: true, output: ++asked < 4 ? '   boolean false\n' : '   boolean true\n' })
    const come = vi.fn()
    const wait = (s: number) => Promise.resolve(void waits.push(s))
    await whenTrayComes('linux', come, wait, run)
    expect([come.mock.calls.length, asked, waits]).toEqual([1, 4, [2, 3, 5, 10]])
    await whenTrayComes('linux', come, wait, () => Promise.resolve({ started: true, output: 'false' }))
    expect(come).toHaveBeenCalledOnce()
  })
})

describe('a case to open', () => {
  const sent: unknown[][] = []
  const window = () => {
    const listeners: Record<string, () => void> = {}
    const webContents = { on: (event: string, listener: () => void) => void (listeners[event] = listener), send: (...args: unknown[]) => void sent.push(args) }
    return { window: { webContents, isDestroyed: () => false } as never, load: () => listeners['did-start-loading']?.() }
  }

  it('waits for a page that is not ready, and is told once', () => {
    sent.length = 0
    const pushes = new Pushes(() => undefined)
    pushes.openCase(caseId)
    pushes.attach(window().window)
    expect(pushes.ready()).toBe(caseId)
    expect(pushes.ready()).toBeNull()
    expect(sent).toEqual([])
    pushes.openCase(caseId)
    expect(sent).toEqual([['push:case.open', { caseId }]])
  })

  it('waits again while the page is being loaded anew', () => {
    sent.length = 0
    const pushes = new Pushes(() => undefined)
    const page = window()
    pushes.attach(page.window)
    pushes.ready()
    page.load()
    pushes.openCase(caseId)
    expect(sent).toEqual([])
    expect(pushes.ready()).toBe(caseId)
  })
})

describe('the right button', () => {
  const labels = (...params: Parameters<typeof editCommands>) => editCommands(...params).map(({ label, enabled }) => (label === undefined ? '—' : `${label}${enabled === true ? '' : ' (нельзя)'}`))

  it('offers copying of a selected text, and nothing where nothing is selected', () => {
    expect(labels({ isEditable: false, selectionText: 'слово', editFlags: {} })).toEqual(['Копировать'])
    expect(labels({ isEditable: false, selectionText: ' ', editFlags: {} })).toEqual([])
  })

  it('offers the edit commands in a field, those that can be done', () => {
    expect(labels({ isEditable: true, selectionText: '', editFlags: { canPaste: true, canSelectAll: true } })).toEqual([
      'Отменить (нельзя)',
      'Вернуть (нельзя)',
      '—',
      'Вырезать (нельзя)',
      'Копировать (нельзя)',
      'Вставить',
      'Выделить всё',
    ])
  })
})

describe('a notification that the system kept', () => {
  it('names its case by its tag, whatever stands around it', () => {
    expect(caseInActivation(`type=click&tag=case-${caseId}&group=`)).toBe(caseId)
    for (const words of ['', 'type=click&tag=digest-1', 'case-', `case-${caseId.slice(0, 20)}`]) expect(caseInActivation(words)).toBeNull()
  })
})

describe('the diary', () => {
  it('1.4 an installed program says no error’s message, neither in its file nor on a console that a desktop keeps', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const before = { uncaught: process.listeners('uncaughtException'), unhandled: process.listeners('unhandledRejection') }
    const log = keepLog({ isPackaged: true, getPath: () => folder } as never, () => 0)
    log.fault('ipc.fault', 'files.save' as never, new Error('Иванов Пётр, +7 900 000-00-01'))
    for (const listener of process.listeners('uncaughtException').filter((one) => !before.uncaught.includes(one))) {
      listener(new Error('Петрова Мария'), 'uncaughtException')
      process.off('uncaughtException', listener)
    }
    for (const listener of process.listeners('unhandledRejection').filter((one) => !before.unhandled.includes(one))) process.off('unhandledRejection', listener)
    const text = await readFile(path.join(folder, 'logs', 'otklik.log'), 'utf8')
    expect(text).toContain('ipc.fault.files.save')
    expect(text).toContain('main.uncaught')
    expect(text).not.toMatch(/[а-яё]|900/i)
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
  })
})

describe('quitting', () => {
  it('with the system refuses nothing', () => {
    const quit = new Quit(program() as never)
    expect(quit.underWay).toBe(false)
    quit.endWithSystem()
    expect(quit.underWay).toBe(true)
  })

  const program = () => {
    const listeners: Record<string, () => void> = {}
    return { on: (event: string, listener: () => void) => void (listeners[event] = listener), quit: vi.fn(() => listeners['before-quit']?.()) }
  }

  it('with nothing unsent asks nothing', async () => {
    const app = program()
    const quit = new Quit(app as never)
    expect(await quit.ask(null, 0)).toBe(true)
    await new Promise((resolve) => setImmediate(resolve))
    expect(app.quit).toHaveBeenCalledOnce()
    expect(quit.underWay).toBe(true)
    expect(dialog.showMessageBox).not.toHaveBeenCalled()
  })

  it('with something unsent says so, and staying is the default', async () => {
    const app = program()
    dialog.showMessageBox.mockResolvedValueOnce({ response: 0 })
    expect(await new Quit(app as never).ask(null, 4)).toBe(false)
    expect(app.quit).not.toHaveBeenCalled()
    expect(dialog.showMessageBox.mock.lastCall?.[0]).toMatchObject({ message: 'Есть неотправленное: 4', defaultId: 0, cancelId: 0 })
  })
})

describe('the runtime', () => {
  it('of an npm package is known by the file beside it', async () => {
    expect(thirdPartyRuntime(path.join(folder, 'electron'))).toBeNull()
    await writeFile(path.join(folder, 'otklik-runtime.json'), JSON.stringify({ origin: 'npm', package: 'p', version: '1', electron: '33', sha512: 'x' }))
    expect(thirdPartyRuntime(path.join(folder, 'electron'))).toEqual({ package: 'p', version: '1' })
  })

  it('has its clock set by a test only, never in an installed program', () => {
    expect(clockOffset('2026-11-23T10:00:00+03:00', false, Date.parse('2026-11-23T06:00:00Z'))).toBe(3_600_000)
    expect(clockOffset('2026-11-23T10:00:00+03:00', true, 0)).toBe(0)
    expect(clockOffset(undefined, false, 5)).toBe(0)
    expect(() => clockOffset('вчера', false, 0)).toThrow('OTKLIK_NOW')
  })

  it('a prefix on the server is a test’s alone', () => {
    expect([serverPrefix('t1-', false), serverPrefix('t1-', true), serverPrefix(undefined, false)]).toEqual(['t1-', '', ''])
    expect(() => serverPrefix('Проба', false)).toThrow('OTKLIK_SERVER_PREFIX')
  })
})

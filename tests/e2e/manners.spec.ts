import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Desktop } from './support/desktop'
import type { Launched, LaunchOptions } from './support/launch'
import { ask, command, heard, launch, listen, newDataFolder, removeDataFolder } from './support/launch'

const caseId = `c${'b2'.repeat(16)}`
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

async function startOn(tray: boolean, options: LaunchOptions = {}) {
  const desktop = await Desktop.open({ tray })
  desktops.push(desktop)
  const program = await launch({ dataFolder, ...options, env: { ...options.env, ...desktop.env } })
  open.push(program)
  return { desktop, program }
}

const isVisible = ({ app }: Launched) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
const closeWindow = ({ app }: Launched) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
const state = { mood: 'overdue', dueSoon: 2, overdue: 1, unsent: 0, nearest: null, urgent: [] }

test('where closing ends the program, what is unsent is asked about, and a no is kept to', async () => {
  const { program } = await startOn(true)
  await ask(program.page, 'settings.set', { closeToTray: false })
  await ask(program.page, 'tray.show', { ...state, unsent: 2 })
  const answer = (response: number) =>
    program.app.evaluate(({ dialog }, chosen) => {
      dialog.showMessageBox = (...asked: unknown[]) => {
        Object.assign(globalThis, { asked: asked.at(-1) })
        return Promise.resolve({ response: chosen, checkboxChecked: false })
      }
    }, response)
  await answer(0)
  await closeWindow(program)
  await expect.poll(() => program.app.evaluate(() => (globalThis as { asked?: { message: string } }).asked?.message)).toBe('Есть неотправленное: 2')
  expect(await isVisible(program)).toBe(true)
  await answer(1)
  const ended = program.app.waitForEvent('close')
  await closeWindow(program)
  await ended
})

test('a tray that comes up after the program is found, and closing then hides', async () => {
  const { desktop, program } = await startOn(false, { args: ['--hidden'] })
  expect(await ask(program.page, 'app.info')).toMatchObject({ value: { tray: false } })
  await ask(program.page, 'tray.show', state)
  await desktop.showTray()
  const icon = await desktop.trayItem()
  await expect.poll(() => icon.toolTip()).toContain('просрочено: 1')
  expect(await ask(program.page, 'app.info')).toMatchObject({ value: { tray: true } })
  await icon.activate()
  await expect.poll(() => isVisible(program)).toBe(true)
  await closeWindow(program)
  await expect.poll(() => isVisible(program)).toBe(false)
})

test('without a tray too the window’s button counts and flashes when something becomes overdue, until it is looked at', async () => {
  const { program } = await startOn(false)
  await expect.poll(() => isVisible(program)).toBe(true)
  await program.app.evaluate(({ app, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const signs: unknown[] = []
    Object.assign(globalThis, { signs })
    if (window === undefined) return
    window.isFocused = () => false
    window.flashFrame = (on) => void signs.push(on ? 'flash' : 'still')
    app.setBadgeCount = (count) => signs.push(count ?? 0) > 0
  })
  const signs = async () => (await program.app.evaluate(() => (globalThis as { signs?: unknown[] }).signs)) ?? []
  await ask(program.page, 'tray.show', state)
  await ask(program.page, 'tray.show', { ...state, dueSoon: 0 })
  // The window may be given the focus as it opens.
  expect((await signs()).filter((sign) => sign !== 'still')).toEqual([3, 'flash', 1])
  await program.app.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit('focus'))
  expect((await signs()).at(-1)).toBe('still')
})

test('the system’s own start at log-in shows no window of a program that runs', async () => {
  const { program } = await startOn(true)
  await closeWindow(program)
  await expect.poll(() => isVisible(program)).toBe(false)
  const { executable, args } = command()
  const again = async (...more: string[]) => {
    const second = spawn(executable, [...args, `--user-data-dir=${dataFolder}`, ...more], { stdio: 'ignore' })
    await once(second, 'exit')
  }
  await again('--hidden')
  expect(await isVisible(program)).toBe(false)
  await again()
  await expect.poll(() => isVisible(program)).toBe(true)
})

test('1.4 a citizen’s words are no markup in a notification, and a click on it opens its case', async () => {
  const { desktop, program } = await startOn(true)
  await listen(program.page, 'case.open')
  await ask(program.page, 'app.ready')
  const words = '<a href="https://example.org">жми</a> & <b>жирно</b>'
  await ask(program.page, 'notifications.show', { title: 'Срок', body: words, caseId, tag: `case-${caseId}`, urgent: false, about: [caseId], later: 'Позже, через 15 мин' })
  await expect.poll(() => desktop.shown.length).toBe(1)
  const { body, actions } = desktop.shown[0] ?? { body: '', actions: [] }
  expect(body).not.toMatch(/[<>&]/)
  expect(body).toContain('жми')
  // Electron has buttons on Linux from a later version than the runtime of development; a click on the text is always there.
  expect(actions[0]).toBe('default')
  desktop.click(desktop.shown[0]?.id ?? 0)
  await expect.poll(() => heard(program.page, 'case.open')).toEqual([{ caseId }])
})

test('the end of sleep is told to the page', async () => {
  const { program } = await startOn(true)
  await listen(program.page, 'power.resumed')
  await program.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
  await expect.poll(() => heard(program.page, 'power.resumed')).toEqual([{}])
})

import { expect, test } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Desktop } from './support/desktop'
import { startAlone } from './support/firstRun'
import type { Launched } from './support/launch'
import { launch, newDataFolder, removeDataFolder } from './support/launch'
import { paste } from './support/office'

let dataFolder: string
let desktop: Desktop
let open: Launched[]

test.beforeEach(async () => {
  dataFolder = await newDataFolder()
  desktop = await Desktop.open({ tray: true })
  open = []
})
test.afterEach(async () => {
  for (const program of open) await program.kill9()
  desktop.close()
  await removeDataFolder(dataFolder)
})

async function start(now: string, args: readonly string[] = []) {
  const program = await launch({ dataFolder, now, args, env: desktop.env })
  open.push(program)
  return program
}

const isVisible = ({ app }: Launched) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
const closeWindow = ({ app }: Launched) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
const text = 'Снег у школы не убран'
const author = 'Учебный Пётр'

test('AT1 AT6 from the tray a warning still comes, its click opens the case, a kill repeats nothing, a hidden start tells what is new', async () => {
  test.setTimeout(240_000)
  // Triage of a message placed at nine is due at noon; half of it is left at half past ten and is told by ten to eleven.
  const program = await start('2026-11-24T10:48:30+07:00')
  await startAlone(program.page)
  await paste(program.page, { text, placed: '24.11.2026 09:00', author })
  await closeWindow(program)
  await expect.poll(() => isVisible(program)).toBe(false)
  await expect.poll(() => desktop.shown.length, { timeout: 120_000 }).toBe(1)
  const warning = desktop.shown[0]
  if (warning === undefined) throw new Error('A warning has come')
  expect(warning.title).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4} · ВКонтакте$/)
  expect(warning.body).toMatch(/Проверка и направление \(п\. 3\.1\): до 12:00, осталось 1\u00A0ч \d+\u00A0мин рабочего времени$/)
  for (const { title, body } of desktop.shown) expect(`${title} ${body}`).not.toMatch(new RegExp(`${author}|${text}`))
  const icon = await desktop.trayItem()
  await expect.poll(() => icon.toolTip()).toContain('ближайший срок: 12:00')
  await expect.poll(() => icon.menu()).toContainEqual(expect.stringMatching(/: направить до 12:00$/))
  desktop.click(warning.id)
  await expect.poll(() => isVisible(program)).toBe(true)
  await expect(program.page.getByRole('option', { name: new RegExp(text), selected: true })).toBeVisible()
  await program.page.getByRole('button', { name: 'Напомнить позже' }).click()
  await expect(program.page.getByText('Напомним через 15 мин рабочего времени')).toBeVisible()
  await program.kill9()

  const again = await start('2026-11-24T10:53:00+07:00')
  const newIcon = await desktop.trayItem()
  await expect.poll(async () => newIcon.toolTip().catch(() => ''), { timeout: 30_000 }).toContain('ближайший срок: 12:00')
  expect(desktop.shown).toHaveLength(1)
  expect(again.complaints).toEqual([])
  await again.kill9()

  const hidden = await start('2026-11-24T13:20:00+07:00', ['--hidden'])
  await expect.poll(() => desktop.shown.length, { timeout: 60_000 }).toBe(2)
  expect(desktop.shown[1]?.body).toContain('срок вышел')
  expect(await isVisible(hidden)).toBe(false)
  desktop.click(desktop.shown[1]?.id ?? 0)
  await expect.poll(() => isVisible(hidden)).toBe(true)
  await expect(hidden.page.getByRole('option', { name: new RegExp(text), selected: true })).toBeVisible()

  // 1.4: nothing of the citizen is in the diary of three runs.
  const diary = await readFile(path.join(dataFolder, 'logs', 'otklik.log'), 'utf8')
  expect(diary).toContain('case.opened')
  expect(diary).not.toMatch(/[а-яё]/i)
})

import type { ElectronApplication, Page, TestInfo } from '@playwright/test'
import { _electron } from '@playwright/test'
import type { RawBridge } from '../../../shared/ipc/contract'
import { executableIn } from '../../../build/runtime/official.mjs'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The project's folder. */
export const root = path.resolve(__dirname, '..', '..', '..')

export interface LaunchOptions {
  /** The folder of data to start on; a new empty one when left out. */
  readonly dataFolder?: string
  /** Further arguments of the program: `--profile`, `--hidden`, a link. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The hour to start at, ISO 8601 with a zone; it runs on from there. */
  readonly now?: string
}

export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataFolder: string
  /** Whatever the page said on its console as an error, and uncaught exceptions. */
  readonly complaints: readonly string[]
  /** As a power cut: the whole tree of processes at once, without a word. */
  readonly kill9: () => Promise<void>
  readonly close: () => Promise<void>
}

const made = new Set<string>()
// A test that forgot its folder, or was killed by its time, leaves none behind.
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'otklik-e2e-'))
  made.add(folder)
  return folder
}
export const removeDataFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

/** What starts the program: the runtime that build/test.mjs has found, the arguments it needs here, and the program itself. */
export function command(): { readonly executable: string; readonly args: readonly string[] } {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (folder === undefined) throw new Error('Run the end-to-end tests by `npm test -- --only e2e`: it finds the runtime and builds')
  return {
    executable: path.join(folder, executableIn(process.platform)),
    args: [...(process.env['OTKLIK_TEST_ARGUMENTS'] ?? '').split(' ').filter((argument) => argument !== ''), root],
  }
}

/** Starts the program on a data folder of its own and waits for the page. */
export async function launch({ dataFolder, args = [], env = {}, now }: LaunchOptions = {}): Promise<Launched> {
  const folder = dataFolder ?? (await newDataFolder())
  const { args: before } = command()
  // No executable is named, so that Playwright takes the one of ELECTRON_OVERRIDE_DIST_PATH and holds the program until it
  // listens: driving one that is already opening its window sometimes hangs.
  const app = await _electron.launch({
    args: [...before, `--user-data-dir=${folder}`, ...args],
    env: { ...(process.env as Record<string, string>), ...env, ...(now === undefined ? {} : { OTKLIK_NOW: now }) },
    chromiumSandbox: !before.includes('--no-sandbox'),
    timeout: 60_000,
  })
  const complaints: string[] = []
  const page = await app.firstWindow()
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (failure) => {
    // Electron's own advice to developers trips over the addresses of a custom scheme; it is silent in an installed program.
    if (!failure.stack?.includes('logSecurityWarnings')) complaints.push(failure.stack ?? String(failure))
  })
  await page.waitForLoadState('load')
  // Asked now: once the program has ended, Playwright no longer knows its process.
  const running = app.process()
  const ended = new Promise<void>((resolve) => app.once('close', () => resolve()))
  return {
    app,
    page,
    dataFolder: folder,
    complaints,
    kill9: async () => {
      if (running.exitCode !== null || running.signalCode !== null) return
      running.kill('SIGKILL')
      await ended
    },
    close: () => app.close(),
  }
}

/** Keeps a picture of the window beside the report. */
export async function picture(page: Page, info: TestInfo, name: string): Promise<void> {
  const file = info.outputPath(`${name}.png`)
  await page.screenshot({ path: file })
  await info.attach(name, { path: file, contentType: 'image/png' })
}

/** Asks the main process from the page, as the page's bridge does. */
export const ask = (page: Page, name: string, argument?: unknown): Promise<unknown> =>
  page.evaluate(([callName, value]) => (window as unknown as { otklik: RawBridge }).otklik.call(callName as string, value), [name, argument] as const)

/** Begins to note what the main process tells the page under `name`; read it by `heard`. */
export const listen = (page: Page, name: string): Promise<void> =>
  page.evaluate((pushName) => {
    const page = window as unknown as { otklik: RawBridge; heard?: Record<string, unknown[]> }
    const list: unknown[] = []
    page.heard = { ...page.heard, [pushName]: list }
    page.otklik.listen(pushName, (payload) => void list.push(payload))
  }, name)

export const heard = (page: Page, name: string): Promise<readonly unknown[]> =>
  page.evaluate((pushName) => (window as unknown as { heard: Record<string, unknown[]> }).heard[pushName] ?? [], name)

import type { ElectronApplication, Page, TestInfo } from '@playwright/test'
import { _electron } from '@playwright/test'
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

export const newDataFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'otklik-e2e-'))
export const removeDataFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

/** What starts the program: the runtime that build/test.mjs has found, the arguments it needs here, and the program itself. */
export function command(): { readonly executable: string; readonly args: readonly string[] } {
  const executable = process.env['OTKLIK_TEST_RUNTIME']
  if (executable === undefined) throw new Error('Run the end-to-end tests by `npm test -- --only e2e`: it finds the runtime and builds')
  return { executable, args: [...(process.env['OTKLIK_TEST_ARGUMENTS'] ?? '').split(' ').filter((argument) => argument !== ''), root] }
}

/** Starts the program on a data folder of its own and waits for the page. */
export async function launch({ dataFolder, args = [], env = {}, now }: LaunchOptions = {}): Promise<Launched> {
  const folder = dataFolder ?? (await newDataFolder())
  const { executable, args: before } = command()
  const app = await _electron.launch({
    executablePath: executable,
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
  page.on('pageerror', (failure) => complaints.push(String(failure)))
  await page.waitForLoadState('load')
  const ended = new Promise<void>((resolve) => app.once('close', () => resolve()))
  return {
    app,
    page,
    dataFolder: folder,
    complaints,
    kill9: async () => {
      app.process().kill('SIGKILL')
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

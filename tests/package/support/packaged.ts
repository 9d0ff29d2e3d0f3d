import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

export const root = path.resolve(__dirname, '..', '..', '..')
/** Where the packages lie while they are tested. */
export const forTestsOnly = path.join(root, 'out', 'for-tests-only')

/** The Electron that build/test.mjs has found. */
export function runtimeFolder(): string {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (folder === undefined) throw new Error('Run these tests by `npm test -- --only package`: it finds the runtime')
  return folder
}

export interface Package {
  readonly folder: string
  readonly executable: string
  readonly asar: string
  /** What the asar was made of. */
  readonly stage: string
}

/** Both packages: as it ships, and the one that its test may drive. */
export const packages = (): { readonly asShipped: Package; readonly driven: Package } =>
  JSON.parse(readFileSync(path.join(forTestsOnly, 'made.json'), 'utf8')) as { asShipped: Package; driven: Package }

/** A home of its own for a program that registers links and keeps settings with the system. */
export async function newHome(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'otklik-package-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) }
}

export interface Started {
  readonly process: ChildProcess
  /** Everything said on both outputs so far. */
  readonly said: () => string
  readonly line: (pattern: RegExp) => Promise<RegExpExecArray>
  /** The exit code, null when it was killed. */
  readonly ended: Promise<number | null>
}

/** Starts a packaged program as the system would, on a home of its own. */
export function start(executable: string, home: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const needed = (process.env['OTKLIK_TEST_ARGUMENTS'] ?? '').split(' ').filter((argument) => argument !== '')
  const program = spawn(executable, [...needed, `--user-data-dir=${path.join(home, 'data')}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: path.join(home, 'config'), XDG_DATA_HOME: path.join(home, 'share'), ...env },
  })
  const lines: string[] = []
  const heard = new Set<() => void>()
  for (const output of [program.stdout, program.stderr]) {
    createInterface({ input: output }).on('line', (line) => {
      lines.push(line)
      for (const tell of heard) tell()
    })
  }
  const ended = once(program, 'close').then(([code]) => code as number | null)
  return {
    process: program,
    said: () => lines.join('\n'),
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.map((line) => pattern.exec(line)).find((match) => match !== null)
          if (found) resolve(found)
        }
        heard.add(look)
        look()
        void ended.then((code) => reject(new Error(`The program ended with ${code} and never said ${pattern}:\n${lines.join('\n')}`)))
      }),
    ended,
  }
}

/** Starts the package that may be driven, and takes hold of its page by Chromium's own door. */
export async function drive(home: string): Promise<Started & { readonly browser: Browser; readonly page: Page }> {
  const started = start(packages().driven.executable, home, ['--remote-debugging-port=0'])
  const [, address] = await started.line(/^DevTools listening on (ws:\S+)/)
  const browser = await chromium.connectOverCDP(address ?? '')
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('The program has no page to drive')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  return { ...started, browser, page }
}

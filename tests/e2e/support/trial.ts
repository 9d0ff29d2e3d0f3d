import { expect, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { root } from './launch'

/** The password of everybody on the trial server. */
export const trialPassword = 'otklik-trial'

/** `npm run server`, on a folder and a port of its own. */
export class Trial {
  private child: ChildProcess | null = null
  private port = '0'

  private constructor(private readonly folder: string) {}

  static async start(): Promise<Trial> {
    const trial = new Trial(await mkdtemp(path.join(tmpdir(), 'otklik-trial-')))
    await trial.start()
    return trial
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Again on the same port, with what it had written. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [path.join(root, 'build', 'server', 'launch.mjs'), 'trialCommand', '--port', this.port, '--folder', this.folder], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    this.child = child
    this.port = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The trial server ended with ${code}`)))
      createInterface({ input: child.stdout }).on('line', (line) => {
        const said = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1]
        if (said !== undefined) resolve(said)
      })
    })
  }

  /** Gives a person other roles on the server, as its administrator would. */
  async giveRoles(person: string, roles: readonly string[]): Promise<void> {
    const address = `${this.url}/_users/${encodeURIComponent(`org.couchdb.user:${person}`)}`
    const headers = { authorization: `Basic ${Buffer.from('admin:trial-admin').toString('base64')}`, 'content-type': 'application/json' }
    const user = (await (await fetch(address, { headers })).json()) as object
    const put = await fetch(address, { method: 'PUT', headers, body: JSON.stringify({ ...user, roles }) })
    if (!put.ok) throw new Error(`The roles of ${person} were not changed: ${put.status}`)
  }

  async stop(): Promise<void> {
    const { child } = this
    this.child = null
    if (child === null || child.exitCode !== null) return
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill('SIGTERM')
    await ended
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Fills the fields of a server; on the first screen and on the page of details. */
export async function fillServer(page: Page, { address, user, password = trialPassword }: { readonly address: string; readonly user: string; readonly password?: string }): Promise<void> {
  await page.getByLabel('Адрес сервера').fill(address)
  await page.getByLabel('Имя для входа').fill(user)
  await passwordField(page).fill(password)
}

/** Chooses «С сервером района» on the first screen and joins as `user`. */
export async function joinTrial(page: Page, trial: Trial, user: string): Promise<void> {
  await page.getByRole('button', { name: 'С сервером района' }).click()
  await fillServer(page, { address: trial.url, user })
  await page.getByRole('button', { name: 'Подключиться', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeVisible()
}

/** The person's own, not the administrator's beside it. */
export const passwordField = (page: Page) => page.getByLabel(/^Пароль[\s*]*$/u)

/** The status line when it says so: a button that leads to the details. */
export const statusLine = (page: Page, says: string | RegExp) => page.getByRole('banner').getByRole('button', { name: says })

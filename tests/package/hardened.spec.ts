import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { existsSync, renameSync } from 'node:fs'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { RawBridge } from '../../shared/ipc/contract'
import { open, startAlone } from '../e2e/support/firstRun'
import { drive, newHome, packages, start } from './support/packaged'
import type { Started } from './support/packaged'

const text = 'На улице Мира третий день не чистят снег, дети идут по дороге'

let home: Awaited<ReturnType<typeof newHome>>
let running: Started[]
test.beforeEach(async () => {
  home = await newHome()
  running = []
})
test.afterEach(async () => {
  for (const program of running) {
    program.process.kill('SIGKILL')
    await program.ended
  }
  await home.remove()
})

const startShipped = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const program = start(packages().asShipped.executable, home.folder, args, env)
  running.push(program)
  return program
}

test('the packaged, hardened program takes a message in, ends, and has it after the next start', async ({}, info) => {
  const first = await drive(home.folder)
  running.push(first)
  await startAlone(first.page)
  await open(first.page, 'Приём')
  await first.page.getByLabel('Ссылка на сообщение').fill('https://vk.com/wall-900000001_4800?reply=5001')
  await first.page.getByLabel('Когда размещено').fill('вчера в 10:30')
  await first.page.getByRole('textbox', { name: 'Текст сообщения' }).fill(text)
  await first.page.getByRole('button', { name: /^Внести(?! и)/ }).click()
  await open(first.page, 'Входящие')
  const message = { name: new RegExp(text.slice(0, 20)) }
  await expect(first.page.getByRole('option', message)).toBeVisible()
  const about = await first.page.evaluate(() => (window as unknown as { otklik: RawBridge }).otklik.call('app.info', undefined))
  expect(about).toMatchObject({ ok: true, value: { packaged: true, clockOffset: 0, dataFolder: path.join(home.folder, 'data') } })
  await first.page.screenshot({ path: info.outputPath('packaged.png') })
  await first.page.evaluate(() => void (window as unknown as { otklik: RawBridge }).otklik.call('app.quit', { unsent: 0 }))
  expect(await first.ended).toBe(0)

  const again = await drive(home.folder)
  running.push(again)
  await expect(again.page.getByRole('option', message)).toBeVisible()
})

test('as shipped it starts, holds its data folder alone, and listens to no debugger', async () => {
  const program = startShipped([])
  const database = path.join(home.folder, 'data', 'IndexedDB')
  await expect.poll(() => existsSync(database), { timeout: 30_000 }).toBe(true)
  const second = startShipped([])
  expect(await second.ended).toBe(0)
  expect(program.process.exitCode).toBeNull()
  expect(program.said()).not.toMatch(/DevTools listening|Debugger listening/)
})

for (const given of ['remote-debugging-port=0', 'remote-debugging-pipe', 'disable-web-security', 'ignore-certificate-errors', 'log-net-log=net.json', 'ssl-key-log-file=keys.txt']) {
  test(`as shipped it does not open with --${given}, and says in Russian what to do`, async () => {
    const program = startShipped([`--${given}`])
    expect(await program.ended).toBe(2)
    expect(program.said()).toContain(`Программа не открывается с ключом --${given.split('=')[0]}`)
    expect(program.said()).toContain('Уберите ключ из ярлыка')
    expect(program.said()).not.toContain('DevTools listening')
    expect(existsSync(path.join(home.folder, 'data', 'DevToolsActivePort'))).toBe(false)
  })
}

test('the package that may be driven refuses every other switch as well', async () => {
  const program = start(packages().driven.executable, home.folder, ['--remote-debugging-port=0', '--disable-web-security'])
  running.push(program)
  expect(await program.ended).toBe(2)
  expect(program.said()).toContain('--disable-web-security')
  expect(program.said()).not.toContain('--remote-debugging-port')
})

/** What strangers may try, each ended by a switch that the program's own code refuses: then that code ran, and it alone. */
async function tryDoors(executable: string) {
  const foreign = path.join(home.folder, 'foreign.js')
  const mark = path.join(home.folder, 'ran')
  await writeFile(foreign, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`)
  const attempt = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const program = start(executable, home.folder, ['--remote-debugging-port=0', ...args], env)
    running.push(program)
    return { code: await program.ended, said: program.said() }
  }
  const asNode = await attempt([foreign], { ELECTRON_RUN_AS_NODE: '1' })
  const withOptions = await attempt([], { NODE_OPTIONS: `--require ${foreign}`, NODE_EXTRA_CA_CERTS: path.join(home.folder, 'none.pem') })
  const debugged = await attempt(['--inspect=0'])
  return { asNode: asNode.code !== 2, withOptions: withOptions.code !== 2 || /NODE_OPTION|extra certs/.test(withOptions.said), debugged: debugged.said.includes('Debugger listening'), ran: existsSync(mark) }
}

/** Whether a folder of strangers' code in the place of the asar is run. */
async function runsStrangersFolder({ asar }: { readonly asar: string }, executable: string): Promise<boolean> {
  const mark = path.join(home.folder, 'ran')
  const beside = path.join(path.dirname(asar), 'app')
  await mkdir(beside)
  await writeFile(path.join(beside, 'package.json'), JSON.stringify({ name: 'stranger', version: '1.0.0', main: 'main.js' }))
  await writeFile(path.join(beside, 'main.js'), `require('node:fs').writeFileSync(${JSON.stringify(mark)}, ''); require('electron').app.exit(0)`)
  renameSync(asar, `${asar}.away`)
  try {
    const program = start(executable, home.folder, [])
    running.push(program)
    await program.ended
    return existsSync(mark)
  } finally {
    renameSync(`${asar}.away`, asar)
    await rm(beside, { recursive: true })
  }
}

test('the program is no Node, takes no code from the environment, has no debugger, and runs nothing but its asar', async () => {
  const shipped = packages().asShipped
  expect(await tryDoors(shipped.executable)).toEqual({ asNode: false, withOptions: false, debugged: false, ran: false })
  expect(await runsStrangersFolder(shipped, shipped.executable)).toBe(false)
})

test('without the fuses the same doors stand open', async () => {
  const shipped = packages().asShipped
  const soft = path.join(shipped.folder, 'soft')
  await copyFile(shipped.executable, soft)
  try {
    await flipFuses(soft, { version: FuseVersion.V1, [FuseV1Options.RunAsNode]: true, [FuseV1Options.EnableNodeCliInspectArguments]: true, [FuseV1Options.OnlyLoadAppFromAsar]: false })
    expect(await tryDoors(soft)).toMatchObject({ asNode: true, debugged: true })
    expect(await runsStrangersFolder(shipped, soft)).toBe(true)
  } finally {
    await rm(soft)
  }
})

test('what ships carries no leave to be driven', async () => {
  expect(JSON.parse(await readFile(path.join(packages().asShipped.stage, 'package.json'), 'utf8'))).not.toHaveProperty('forTestsOnly')
  expect(JSON.parse(await readFile(path.join(packages().driven.stage, 'package.json'), 'utf8'))).toHaveProperty('forTestsOnly', true)
})

import path from 'node:path'
import { parseArgs } from 'node:util'
import { readServerAddress } from '../../electron/sync/serverAddress'
import { openLink } from '../../electron/sync/serverLink'
import type { Topology } from '../../shared/server/names'
import { checkAdministrator, provision } from '../../shared/server/provision/provision'
import { jobsDatabaseOf } from '../../shared/server/provision/version'
import { sayProvisionFailure } from '../../shared/server/words'
import { newPassword } from './provisionCommand'
import { runRelay } from './relay'
import { storedJobs } from './storedJobs'
import { layOffice } from './trialOffice'
import { adminPassword, sayTrialPeople, trialDepartments, trialPeople } from './trialPeople'
import { PortRefused, startTrialServer, type TrialServer } from './trialServer'

const at: Topology = { prefix: '' }

const usage = `Пробный сервер для «Отклика» на этом компьютере: настроенный, с людьми каждой роли. Данные сохраняются между запусками.

npm run server -- [--port 5984] [--folder ПАПКА]

  --port     порт; сервер отвечает только этому компьютеру
  --folder   где хранить данные; для настоящей работы нужен CouchDB, см. README`

/** `npm run server`: a provisioned server to try two windows against. Runs until `stopped`: Ctrl+C. Returns the exit code. */
export async function main(args: readonly string[], root: string, stopped: Promise<unknown> = interrupted()): Promise<number> {
  const read = readArguments(args, root)
  if (typeof read === 'string') {
    console.error(`${read}\n\n${usage}`)
    return 2
  }
  if (read === null) {
    console.log(usage)
    return 0
  }
  const { folder, port } = read
  let server: TrialServer
  try {
    server = await startTrialServer({ folder, port, adminPassword, root })
  } catch (failure) {
    if (!(failure instanceof PortRefused)) throw failure
    return await explainPort(failure, port)
  }
  try {
    return await serve(server, folder, stopped)
  } finally {
    await server.kill()
  }
}

async function serve(server: TrialServer, folder: string, stopped: Promise<unknown>): Promise<number> {
  const as = (user: string, password: string) => openAt(server.url, user, password)
  const admin = as('admin', adminPassword)
  const jobs = jobsDatabaseOf(at, { 'express-pouchdb': true })
  const done = await provision(admin.link, { at, departments: trialDepartments, people: trialPeople, self: server.url, jobs }, newPassword)
  if (!done.ok) {
    console.error(sayProvisionFailure(done.error))
    return 1
  }
  await layOffice(admin.link)
  const relays = (await storedJobs(admin.link, jobs)).map((job) => runRelay({ ...job, link: as(job.user, job.password).link }))
  sayWorking(server.url)
  console.log(`Данные: ${folder}\nОстановить: Ctrl+C. Для настоящей работы нужен CouchDB: см. README.`)
  await stopped
  await Promise.all(relays.map((relay) => relay.stop()))
  return 0
}

function openAt(url: string, user: string, password: string) {
  const address = readServerAddress(url, false)
  if (!address.ok) throw new Error(address.error)
  return openLink({ address: address.value, credentials: { user, password } })
}

function sayWorking(url: string): void {
  console.log(`Пробный сервер работает: ${url} (только для этого компьютера, без шифрования)`)
  for (const line of sayTrialPeople()) console.log(line)
  console.log('Два окна: npm start -- --profile operator  и  npm start -- --profile head')
}

/** Started a second time, it is the first that answers there; or it is somebody else, who is left alone. */
async function explainPort({ code }: PortRefused, port: number): Promise<number> {
  const another = 'Укажите другой: npm run server -- --port 5990'
  if (code !== 'EADDRINUSE') {
    console.error(`Порт ${port} этому пользователю не дают (${code}). ${another}`)
    return 1
  }
  const url = `http://127.0.0.1:${port}`
  const link = openAt(url, 'admin', adminPassword)
  const greeting = await link.link({ method: 'GET', path: '/', deadline: 5_000 })
  const isTrial = greeting.ok && typeof greeting.value.body === 'object' && greeting.value.body !== null && 'express-pouchdb' in greeting.value.body
  const ours = isTrial && (await checkAdministrator(link.link)).ok
  link.close()
  if (ours) {
    console.log('Он уже запущен в другом окне терминала.')
    sayWorking(url)
    return 0
  }
  console.error(`Порт ${port} занят другой программой. ${another}`)
  return 1
}

/** null = help was asked for; a sentence = what is wrong. */
function readArguments(args: readonly string[], root: string): { readonly port: number; readonly folder: string } | string | null {
  let values
  try {
    values = parseArgs({ args: [...args], options: { port: { type: 'string', default: '5984' }, folder: { type: 'string' }, help: { type: 'boolean', default: false } } }).values
  } catch (failure) {
    if (failure instanceof TypeError) return `Не понимаю команду: ${failure.message}`
    throw failure
  }
  if (values.help) return null
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return `Порт ${values.port}: нужно целое число до 65535.`
  // A database on the disk is one server's: another port has its own.
  return { port, folder: values.folder ?? path.join(root, 'out', port === 5984 ? 'trial-server' : `trial-server-${port}`) }
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })

import path from 'node:path'
import { parseArgs } from 'node:util'
import { readServerAddress } from '../../electron/sync/serverAddress'
import { openLink } from '../../electron/sync/serverLink'
import type { Department, Directory } from '../../shared/domain/people/directory'
import type { DepartmentId, PersonId } from '../../shared/domain/people/roles'
import type { ServerLink } from '../../shared/server/link'
import { officeDocumentId } from '../../shared/server/officeDocuments'
import type { Topology } from '../../shared/server/names'
import type { ProvisionPlan } from '../../shared/server/provision/plan'
import { provision } from '../../shared/server/provision/provision'
import { jobsDatabaseOf } from '../../shared/server/provision/version'
import { sayProvisionFailure } from '../../shared/server/words'
import { newPassword } from './provisionCommand'
import { runRelay } from './relay'
import { storedJobs } from './storedJobs'
import { startTrialServer } from './trialServer'

const adminPassword = 'trial-admin'
/** The same for everyone: this server listens on loopback only and holds nothing real. */
const trialPassword = 'otklik-trial'
const departments = ['roads', 'housing', 'schools'] as DepartmentId[]
const at: Topology = { prefix: '' }

const people: ProvisionPlan['people'] = [
  { name: 'operator' as PersonId, roles: ['operator'], password: trialPassword },
  { name: 'operator-two' as PersonId, roles: ['operator'], password: trialPassword },
  { name: 'supervisor' as PersonId, roles: ['supervisor'], password: trialPassword },
  { name: 'administrator' as PersonId, roles: ['administrator'], password: trialPassword },
  ...departments.map((department) => ({ name: `head-${department}` as PersonId, roles: [{ department }], password: trialPassword })),
]

const named = (id: string, name: string, shortName: string, topics: readonly string[]): Department => ({ id: id as DepartmentId, name, shortName, kind: 'subdivision', topics: [...topics] })
const directory: Directory = {
  departments: [
    named('roads', 'Отдел дорожного хозяйства и транспорта', 'Отдел дорог', ['дорога', 'снег', 'яма', 'автобус']),
    named('housing', 'Отдел жилищно-коммунального хозяйства', 'Отдел ЖКХ', ['двор', 'отопление', 'вода', 'мусор']),
    named('schools', 'Управление образования', 'Образование', ['школа', 'детский сад']),
  ],
  people: [
    { id: 'operator' as PersonId, name: 'Пробная Ольга Ивановна', position: 'Оператор официальных страниц', role: 'operator' },
    { id: 'operator-two' as PersonId, name: 'Пробный Олег Петрович', position: 'Оператор официальных страниц', role: 'operator' },
    { id: 'supervisor' as PersonId, name: 'Пробная Вера Семёновна', position: 'Первый заместитель главы', role: 'supervisor' },
    { id: 'administrator' as PersonId, name: 'Пробный Андрей Львович', position: 'Системный администратор', role: 'administrator' },
    ...departments.map((department, index) => ({ id: `head-${department}` as PersonId, name: ['Пробный Роман Дмитриевич', 'Пробная Жанна Коммунаровна', 'Пробная Светлана Школьникова'][index] ?? department, position: 'Руководитель', role: 'department' as const, department, place: 'head' as const })),
  ],
}

/** The office's documents that the windows show; those that somebody has changed since stay. */
async function layOffice(admin: ServerLink): Promise<void> {
  for (const [name, value] of [['name', 'Администрация пробного района'], ['directory', directory]] as const) {
    const id = officeDocumentId(name)
    const laid = await admin({ method: 'PUT', path: `/directory/${encodeURIComponent(id)}`, body: { _id: id, value } })
    if (!laid.ok || (laid.value.status >= 300 && laid.value.status !== 409)) throw new Error(`The office's document ${name} was not laid`)
  }
}

/** `npm run server`: a provisioned server to try two windows against. Runs until Ctrl+C. */
export async function main(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { port: { type: 'string', default: '5984' }, folder: { type: 'string', default: path.join(root, 'out', 'trial-server') } } })
  const server = await startTrialServer({ folder: values.folder, port: Number(values.port), adminPassword, root })
  const address = readServerAddress(server.url, false)
  if (!address.ok) throw new Error(address.error)
  const as = (user: string, password: string) => openLink({ address: address.value, credentials: { user, password } })
  const admin = as('admin', adminPassword)
  const jobs = jobsDatabaseOf(at, { 'express-pouchdb': true })
  const done = await provision(admin.link, { at, departments, people, self: server.url, jobs }, newPassword)
  if (!done.ok) {
    console.error(sayProvisionFailure(done.error))
    await server.kill()
    return 1
  }
  await layOffice(admin.link)
  const relays = (await storedJobs(admin.link, jobs)).map((job) => runRelay({ ...job, link: as(job.user, job.password).link }))
  console.log(`Пробный сервер работает: ${server.url} (только для этого компьютера; данные: ${values.folder})`)
  console.log(`Пароль у всех: ${trialPassword}. Имена:`)
  for (const person of people) console.log(`  ${person.name}`)
  console.log('Остановить: Ctrl+C. Для настоящей работы нужен CouchDB: см. README.')
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await Promise.all(relays.map((relay) => relay.stop()))
  await server.kill()
  return 0
}

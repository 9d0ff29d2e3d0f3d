import path from 'node:path'
import { parseArgs } from 'node:util'
import { readServerAddress } from '../../electron/sync/serverAddress'
import { openLink } from '../../electron/sync/serverLink'
import type { DepartmentId, PersonId } from '../../shared/domain/people/roles'
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

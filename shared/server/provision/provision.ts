import { err, ok, type Result } from '../../lib/result'
import { canonical } from '../../domain/journal/canonical'
import type { PersonId } from '../../domain/people/roles'
import { jobDocument, relayJobs, type RelayJob } from '../jobs'
import { probeId } from '../limits'
import type { ServerLink } from '../link'
import { departmentDatabase, departmentRelay, directoryDatabase, journalDatabase, journalRelay, serverRole, type Topology } from '../names'
import { readRefusal } from '../refusals'
import { securityOf } from '../security'
import { rulesHash, validationFunction, type RuledDatabase } from '../validation/rules'
import { markId, markSchema, serverSchema } from './mark'
import { Asking, Stop } from './asking'
import type { PlannedPerson, ProvisionFailure, ProvisionPlan, Provisioned } from './plan'
import { acceptsVersion } from './version'

const designPath = '_design/rules'

/**
 * Makes the server what the plan wants and tells what it changed; a second run changes nothing. Never removes a database or a
 * user. `password` gives a new random one, at least 24 characters of the URL alphabet, each time it is asked.
 */
export async function provision(link: ServerLink, plan: ProvisionPlan, password: () => string): Promise<Result<Provisioned, ProvisionFailure>> {
  const asking = new Asking(link)
  try {
    await meet(asking)
    const passwords = await carryOut(asking, plan, password)
    return ok({ changes: asking.changes, passwords })
  } catch (failure) {
    if (failure instanceof Stop) return err(failure.failure)
    throw failure
  }
}

/** Whether there is a CouchDB that we can work with, and these credentials are its administrator's. Changes nothing. */
export async function checkAdministrator(link: ServerLink): Promise<Result<undefined, ProvisionFailure>> {
  try {
    await meet(new Asking(link))
    return ok(undefined)
  } catch (failure) {
    if (failure instanceof Stop) return err(failure.failure)
    throw failure
  }
}

/** Who is there, and whether we may. */
async function meet(asking: Asking): Promise<void> {
  const root = (await asking.ask('GET', '/')).body as Record<string, unknown> | null
  const version = acceptsVersion(root)
  if (version === 'notCouchDb') throw new Stop({ reason: 'notCouchDb' })
  if (version !== null) throw new Stop({ reason: 'tooOld', version })
  const session = (await asking.ask('GET', '/_session')).body as { readonly userCtx?: { readonly roles?: readonly string[] } } | null
  if (session?.userCtx?.roles?.includes('_admin') !== true) throw new Stop({ reason: 'notAdministrator' })
}

export const nameOf = (at: Topology, database: RuledDatabase): string =>
  database.kind === 'journal' ? journalDatabase(at) : database.kind === 'directory' ? directoryDatabase(at) : departmentDatabase(at, database.department)

/** Every database of the plan with what it is. */
export const databasesOf = (plan: Pick<ProvisionPlan, 'departments'>): readonly RuledDatabase[] => [
  { kind: 'directory' },
  { kind: 'journal' },
  ...plan.departments.map((department) => ({ kind: 'department', department }) as const),
]

async function carryOut(asking: Asking, plan: ProvisionPlan, password: () => string): Promise<Provisioned['passwords']> {
  const { at } = plan
  for (const system of ['_users', plan.jobs]) await asking.ensureDatabase(system)
  for (const database of databasesOf(plan)) await ensureRuled(asking, plan, database)
  const markPath = `/${encodeURIComponent(directoryDatabase(at))}/${markId}`
  const round = plan.offerAgain ?? markSchema.safeParse(await asking.read(markPath)).data?.round ?? ''
  const wording = wordingOf(plan, round)
  const jobs = plan.departments.map((department) => relayJobs(at, department, wording(department)))
  const relayUsers = new Map([journalRelay(at), ...plan.departments.map((department) => departmentRelay(at, department))].map((user) => [user, null as string | null]))
  for (const job of jobs.flat()) relayUsers.set(job.user, relayUsers.get(job.user) ?? (await passwordInJobs(asking, plan, job)))
  for (const [user, known] of relayUsers) relayUsers.set(user, await ensureRelayUser(asking, user, known, password))
  for (const job of jobs.flat()) await ensureJob(asking, plan, job, relayUsers.get(job.user) ?? '')
  const passwords = []
  for (const person of plan.people) passwords.push(...(await ensurePerson(asking, at, person, password)))
  await asking.ensureDocument(
    markPath,
    { _id: markId, schema: serverSchema, round, rules: rulesHash(databasesOf(plan).map((database) => validationFunction(at, database))), departments: [...plan.departments].sort() },
    'mark',
    directoryDatabase(at),
  )
  return passwords
}

/** A job's refusals come from the function at its far end; both directions of a department change together. */
const wordingOf = (plan: ProvisionPlan, round: string) => {
  const journal = validationFunction(plan.at, { kind: 'journal' })
  return (department: ProvisionPlan['departments'][number]) => rulesHash([journal, validationFunction(plan.at, { kind: 'department', department }), round])
}

async function ensureRuled(asking: Asking, plan: ProvisionPlan, database: RuledDatabase): Promise<void> {
  const name = nameOf(plan.at, database)
  const path = `/${encodeURIComponent(name)}`
  await asking.ensureDatabase(name)
  const security = securityOf(plan.at, database, plan.departments)
  if (canonical(await asking.read(`${path}/_security`)) !== canonical(security)) {
    await asking.ask('PUT', `${path}/_security`, security)
    asking.note('security', name)
  }
  await asking.ensureDocument(
    `${path}/${designPath}`,
    { _id: designPath, language: 'javascript', validate_doc_update: validationFunction(plan.at, database) },
    'rules',
    name,
  )
  await probe(asking, name)
}

/** A function with a syntax error is accepted, and every later write fails: so one write must be refused in our own words. */
async function probe(asking: Asking, name: string): Promise<void> {
  const reply = await asking.ask('PUT', `/${encodeURIComponent(name)}/${probeId}`, {}, [400, 403, 404, 409, 500])
  const { reason = '' } = (reply.body ?? {}) as { readonly reason?: unknown }
  if (reply.status === 403 && readRefusal(String(reason))?.code === 'probe') return
  throw new Stop({ reason: 'rulesDoNotRun', database: name, detail: `${reply.status} ${String(reason)}` })
}

interface StoredJob {
  readonly _id: string
  readonly _rev: string
  readonly source?: { readonly url?: string; readonly auth?: { readonly basic?: { readonly username?: string; readonly password?: string } } }
}

async function jobsOf(asking: Asking, plan: ProvisionPlan, stem: string): Promise<readonly StoredJob[]> {
  const range = `startkey=${encodeURIComponent(JSON.stringify(stem))}&endkey=${encodeURIComponent(JSON.stringify(`${stem}\uffff`))}`
  const { body } = await asking.ask('GET', `/${plan.jobs}/_all_docs?include_docs=true&${range}`)
  return (body as { readonly rows: readonly { readonly doc: StoredJob }[] }).rows.map((row) => row.doc)
}

/** The relay users' passwords are nowhere but in the jobs: there they are found again. */
async function passwordInJobs(asking: Asking, plan: ProvisionPlan, job: RelayJob): Promise<string | null> {
  for (const stored of await jobsOf(asking, plan, job.stem)) {
    const found = stored.source?.auth?.basic
    if (found?.username === job.user && found.password !== undefined) return found.password
  }
  return null
}

async function ensureJob(asking: Asking, plan: ProvisionPlan, job: RelayJob, password: string): Promise<void> {
  const wanted = jobDocument(job, plan.self, password)
  let present = false
  for (const stored of await jobsOf(asking, plan, job.stem)) {
    if (stored._id === job.id && same(stored, wanted)) present = true
    else {
      await asking.ask('DELETE', `/${plan.jobs}/${encodeURIComponent(stored._id)}?rev=${encodeURIComponent(stored._rev)}`)
      asking.note('jobRemoved', stored._id)
    }
  }
  if (present) return
  await asking.ask('PUT', `/${plan.jobs}/${encodeURIComponent(job.id)}`, wanted)
  asking.note('job', job.id)
}

/** The server adds fields of its own (`owner`, `_replication_state`); ours are compared. */
const same = (stored: object, wanted: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(wanted).every(([key, value]) => canonical((stored as Record<string, unknown>)[key] ?? null) === canonical(value))

const userPath = (name: string): string => `/_users/${encodeURIComponent(`org.couchdb.user:${name}`)}`

/** Returns the password the user has now. */
async function ensureRelayUser(asking: Asking, name: string, known: string | null, password: () => string): Promise<string> {
  const present = await asking.read(userPath(name))
  if (present !== null && known !== null && canonical(present['roles']) === canonical([name])) return known
  const secret = known ?? password()
  await asking.ask('PUT', userPath(name), { ...revisionOf(present), ...userDocument(name, [name], secret) })
  asking.note('user', name)
  return secret
}

async function ensurePerson(asking: Asking, at: Topology, person: PlannedPerson, password: () => string): Promise<{ readonly name: PersonId; readonly password: string }[]> {
  const roles = person.roles.map((role) => serverRole(at, role)).sort()
  const present = await asking.read(userPath(person.name))
  if (present === null) {
    const secret = person.password ?? password()
    await asking.ask('PUT', userPath(person.name), userDocument(person.name, roles, secret))
    asking.note('user', person.name)
    return person.password === undefined ? [{ name: person.name, password: secret }] : []
  }
  if (canonical([...((present['roles'] ?? []) as string[])].sort()) === canonical(roles)) return []
  await asking.ask('PUT', userPath(person.name), { ...present, roles })
  asking.note('roles', person.name)
  return []
}

const revisionOf = (document: Record<string, unknown> | null): Record<string, unknown> => (document === null ? {} : { _rev: document['_rev'] })
const userDocument = (name: string, roles: readonly string[], password: string) => ({ _id: `org.couchdb.user:${name}`, name, type: 'user', roles, password })

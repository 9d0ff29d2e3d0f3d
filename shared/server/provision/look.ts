import { z } from 'zod'
import type { DepartmentId } from '../../domain/people/roles'
import { err, ok, type Result } from '../../lib/result'
import type { ServerLink } from '../link'
import { directoryDatabase, type Topology } from '../names'
import type { RuledDatabase } from '../validation/rules'
import { Asking, Stop } from './asking'
import { markId, markSchema } from './mark'
import type { Change, ProvisionFailure, ProvisionPlan } from './plan'
import { checkAdministrator, databasesOf, nameOf } from './provision'
import { rehearse } from './rehearse'
import { jobsDatabaseOf } from './version'

/** One of our databases as it stands; `size` is null where the database is not there yet. */
export interface StandingDatabase {
  readonly database: RuledDatabase
  readonly name: string
  /** Documents, and bytes on the server's disk. */
  readonly size: { readonly documents: number; readonly bytes: number | null } | null
}

/** What is there, what is wanted, and what lies between. */
export interface ServerLook {
  /** As the server calls itself; the trial one counts as another software. */
  readonly version: string
  readonly trial: boolean
  /** Structures that the server was last set up for; null = nobody has set it up. */
  readonly served: readonly DepartmentId[] | null
  readonly databases: readonly StandingDatabase[]
  readonly plan: ProvisionPlan
  readonly changes: readonly Change[]
  /** Requests that carrying the plan out takes. */
  readonly requests: number
}

export interface Wanted {
  readonly at: Topology
  /** Of the directory. Structures the server already serves stay served: their databases hold their history. */
  readonly departments: readonly DepartmentId[]
  /** How the server reaches itself, where no job on it says; or `insist` on another. */
  readonly self: string
  readonly insistSelf: boolean
}

const greetingSchema = z.looseObject({ version: z.string().optional() })
const sizeSchema = z.looseObject({ doc_count: z.number(), sizes: z.looseObject({ file: z.number() }).optional() })
const jobsSchema = z.looseObject({ rows: z.array(z.looseObject({ doc: z.looseObject({ source: z.looseObject({ url: z.string() }) }) })) })

/** Changes nothing. Needs the server's administrator. */
export async function lookAtServer(link: ServerLink, wanted: Wanted): Promise<Result<ServerLook, ProvisionFailure>> {
  const met = await checkAdministrator(link)
  if (!met.ok) return met
  try {
    return await look(new Asking(link), link, wanted)
  } catch (failure) {
    if (failure instanceof Stop) return err(failure.failure)
    throw failure
  }
}

async function look(asking: Asking, link: ServerLink, { at, departments, self, insistSelf }: Wanted): Promise<Result<ServerLook, ProvisionFailure>> {
  const greeting = (await asking.read('/')) ?? {}
  const jobs = jobsDatabaseOf(at, greeting)
  const mark = markSchema.safeParse(await asking.read(`/${encodeURIComponent(directoryDatabase(at))}/${markId}`))
  const served = mark.success ? mark.data.departments : null
  const plan: ProvisionPlan = {
    at,
    departments: [...new Set([...departments, ...(served ?? [])])].sort(),
    people: [],
    self: insistSelf ? self : ((await selfOfJobs(asking, at, jobs)) ?? self),
    jobs,
  }
  const rehearsed = await rehearse(link, plan)
  if (!rehearsed.ok) return rehearsed
  const databases: StandingDatabase[] = []
  for (const database of databasesOf(plan)) databases.push({ database, name: nameOf(at, database), size: await sizeOf(asking, nameOf(at, database)) })
  return ok({ version: greetingSchema.parse(greeting).version ?? '', trial: jobs !== '_replicator', served, databases, plan, ...rehearsed.value })
}

/** The jobs that are there know how the server reaches itself; another word for it would make every job anew. */
async function selfOfJobs(asking: Asking, at: Topology, jobs: string): Promise<string | null> {
  const stem = `${at.prefix}relay-`
  const range = `startkey=${encodeURIComponent(JSON.stringify(stem))}&endkey=${encodeURIComponent(JSON.stringify(`${stem}\uffff`))}&limit=1`
  const listed = jobsSchema.safeParse(await asking.read(`/${jobs}/_all_docs?include_docs=true&${range}`))
  const url = listed.success ? listed.data.rows[0]?.doc.source.url : undefined
  return url === undefined ? null : url.slice(0, url.lastIndexOf('/'))
}

async function sizeOf(asking: Asking, name: string): Promise<StandingDatabase['size']> {
  const read = await asking.read(`/${encodeURIComponent(name)}`)
  if (read === null) return null
  const { doc_count: documents, sizes } = sizeSchema.parse(read)
  return { documents, bytes: sizes?.file ?? null }
}

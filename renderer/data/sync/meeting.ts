import { z } from 'zod'
import { personIdSchema } from '../../../shared/domain/people/roles'
import { directoryDatabase, eventDatabase, standingOf, type ServerStanding, type Topology } from '../../../shared/server/names'
import { markId, markSchema, serverSchema } from '../../../shared/server/provision/mark'
import { acceptsVersion } from '../../../shared/server/provision/version'
import { Stopped, type Asking } from './asking'
import type { SignedIn } from '../../application/server/desk'

/** What the server says of itself and of who is signed in. */
export interface Meeting {
  readonly standing: ServerStanding
  readonly signedIn: SignedIn
  /** Where this person's events come from and go to. */
  readonly database: string
  /** Marks of the server and of the database as it was made: other ones are another server. */
  readonly server: string
  /** The wording of its rules. */
  readonly rules: string
  /** Documents in the database, about. */
  readonly count: number
}

const sessionSchema = z.looseObject({ userCtx: z.looseObject({ name: z.string().nullable(), roles: z.array(z.string()) }) })
const databaseSchema = z.looseObject({ doc_count: z.number(), update_seq: z.union([z.string(), z.number()]), instance_start_time: z.string().optional() })
const greetingSchema = z.looseObject({ uuid: z.string().optional() })

const closedOrMissing = [401, 403, 404]
const path = (database: string) => `/${encodeURIComponent(database)}`

/** Asks who is there and whether we can work with it. Throws what Asking throws. */
export async function meet(asking: Asking, at: Topology, cancel: AbortSignal): Promise<Meeting> {
  const greeting = (await asking.ask({ method: 'GET', path: '/' }, cancel)).body
  const version = acceptsVersion(greeting as Record<string, unknown> | null)
  if (version !== null) throw new Stopped(version === 'notCouchDb' ? 'notCouchDb' : 'serverTooOld')
  const { name, roles } = await askWho(asking, cancel)
  const directory = await asking.ask({ method: 'GET', path: path(directoryDatabase(at)) }, cancel, closedOrMissing)
  if (directory.status === 404) throw new Stopped('notProvisioned')
  if (directory.status === 401) await askWho(asking, cancel)
  const standing = standingOf(at, roles)
  const person = personIdSchema.safeParse(name)
  if (standing === null || !person.success || directory.status !== 200) throw new Stopped('wrongRole')
  const rules = await readMark(asking, at, cancel)
  const database = eventDatabase(at, standing)
  const found = await asking.ask({ method: 'GET', path: path(database) }, cancel, closedOrMissing)
  if (found.status === 404) throw new Stopped('notProvisioned')
  if (found.status === 401) await askWho(asking, cancel)
  if (found.status !== 200) throw new Stopped('wrongRole')
  const info = databaseSchema.safeParse(found.body)
  if (!info.success) throw new Stopped('notCouchDb')
  return {
    standing,
    signedIn: { person: person.data, department: standing.kind === 'department' ? standing.department : null },
    database,
    server: `${greetingSchema.parse(greeting).uuid ?? ''}/${info.data.instance_start_time ?? ''}`,
    rules,
    count: info.data.doc_count,
  }
}

/**
 * Who is signed in. Asked again after a 401 to a database: of the trial server that is the 403 of a database closed to him, of
 * CouchDB a password that was changed between two questions.
 */
async function askWho(asking: Asking, cancel: AbortSignal): Promise<{ readonly name: string; readonly roles: readonly string[] }> {
  const session = sessionSchema.safeParse((await asking.ask({ method: 'GET', path: '/_session' }, cancel)).body)
  if (!session.success) throw new Stopped('notCouchDb')
  const { name, roles } = session.data.userCtx
  // Without a name the credentials were not taken: some servers answer 200 to that.
  if (name === null) throw new Stopped('password')
  return { name, roles }
}

/** Whether the database is still the one that was met: not made anew, and not an older copy of itself. */
export async function isSame(asking: Asking, meeting: Meeting, since: string, cancel: AbortSignal): Promise<boolean> {
  const info = databaseSchema.safeParse((await asking.ask({ method: 'GET', path: path(meeting.database) }, cancel)).body)
  if (!info.success) return false
  return meeting.server.endsWith(`/${info.data.instance_start_time ?? ''}`) && seqNumber(info.data.update_seq) >= seqNumber(since)
}

/** The number before the opaque part of CouchDB's sequences. */
const seqNumber = (seq: string | number): number => (typeof seq === 'number' ? seq : Number.parseInt(seq, 10) || 0)

async function readMark(asking: Asking, at: Topology, cancel: AbortSignal): Promise<string> {
  const { status, body } = await asking.ask({ method: 'GET', path: `${path(directoryDatabase(at))}/${markId}` }, cancel, [404])
  const mark = markSchema.safeParse(body)
  if (status === 404 || !mark.success) throw new Stopped('notProvisioned')
  if (mark.data.schema > serverSchema) throw new Stopped('programTooOld')
  if (mark.data.schema < serverSchema) throw new Stopped('rulesTooOld')
  return mark.data.rules
}

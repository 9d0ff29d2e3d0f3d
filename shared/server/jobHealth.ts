import { z } from 'zod'
import { err, ok, type Result } from '../lib/result'
import { departmentIdSchema, type DepartmentId } from '../domain/people/roles'
import type { LinkFailure, ServerLink } from './link'
import { departmentDatabase, journalDatabase, type Topology } from './names'

/**
 * How one standing replication job does. `running` says nothing by itself: a refusal on the way is counted here and nowhere else,
 * and the document is never offered again by this job.
 */
export interface JobHealth {
  readonly id: string
  readonly direction: 'down' | 'up'
  readonly department: DepartmentId
  /** CouchDB's word: `running`, `pending`, `crashing`, `failed`, `error`. */
  readonly state: string
  /** Documents that the far end refused since the job was made, as far as the job's own record goes back. */
  readonly refused: number
  /** Changes still to be passed on; null where it does not say. */
  readonly pending: number | null
  /** In the server's words; null while all is well. */
  readonly error: string | null
  /** Epoch ms by the server's clock of the last time that something was passed on; null = never yet. */
  readonly passedAt: number | null
}

const infoSchema = z.looseObject({ doc_write_failures: z.number().optional(), changes_pending: z.number().nullable().optional(), error: z.string().optional() })
const docsSchema = z.looseObject({
  docs: z.array(z.looseObject({ doc_id: z.string().nullable(), id: z.string().nullish(), state: z.string().nullable(), info: infoSchema.nullable().optional() })),
})
const checkpointSchema = z.looseObject({
  session_id: z.string().optional(),
  history: z.array(z.looseObject({ session_id: z.string(), end_time: z.string(), doc_write_failures: z.number().default(0) })),
})

/** `notAdministrator`: only the server's administrator sees its jobs. `noJobs`: a server that has none of its own. */
export async function jobHealth(link: ServerLink, at: Topology): Promise<Result<readonly JobHealth[], LinkFailure | 'notAdministrator' | 'noJobs'>> {
  const reply = await link({ method: 'GET', path: '/_scheduler/docs?limit=10000' })
  if (!reply.ok) return reply
  if (reply.value.status === 401 || reply.value.status === 403) return err('notAdministrator')
  const read = docsSchema.safeParse(reply.value.body)
  if (reply.value.status !== 200 || !read.success) return err('noJobs')
  const jobs: JobHealth[] = []
  for (const doc of read.data.docs) {
    const name = readJobId(at, doc.doc_id ?? '')
    if (name === null) continue
    const { info } = doc
    const record = await checkpoint(link, at, name, doc.id ?? '')
    if (!record.ok) return record
    jobs.push({
      id: doc.doc_id ?? '',
      ...name,
      state: doc.state ?? 'pending',
      // The scheduler's count begins anew with the server; the checkpoint's goes on, but is written a little later.
      refused: Math.max(info?.doc_write_failures ?? 0, record.value.refused),
      pending: info?.changes_pending ?? null,
      error: info?.error ?? null,
      passedAt: record.value.passedAt,
    })
  }
  return ok(jobs)
}

/** What the job keeps beside the documents it passes on: `_local/<replication>` of its far end, the latest session first. */
async function checkpoint(link: ServerLink, at: Topology, { direction, department }: Pick<JobHealth, 'direction' | 'department'>, replication: string): Promise<Result<{ readonly passedAt: number | null; readonly refused: number }, LinkFailure>> {
  const none = ok({ passedAt: null, refused: 0 })
  const name = replication.replace(/\+.*$/, '')
  if (name === '') return none
  const to = direction === 'down' ? departmentDatabase(at, department) : journalDatabase(at)
  const reply = await link({ method: 'GET', path: `/${encodeURIComponent(to)}/_local/${encodeURIComponent(name)}` })
  if (!reply.ok) return reply
  const read = checkpointSchema.safeParse(reply.value.body)
  if (reply.value.status !== 200 || !read.success) return none
  const passedAt = Date.parse(read.data.history[0]?.end_time ?? '')
  return ok({ passedAt: Number.isNaN(passedAt) ? null : passedAt, refused: read.data.history.reduce((sum, session) => sum + session.doc_write_failures, 0) })
}

function readJobId(at: Topology, id: string): Pick<JobHealth, 'direction' | 'department'> | null {
  if (!id.startsWith(`${at.prefix}relay-`)) return null
  const found = /^(down|up)-(.+)~[0-9a-f]+$/.exec(id.slice(at.prefix.length + 'relay-'.length))
  const department = departmentIdSchema.safeParse(found?.[2])
  return found === null || !department.success ? null : { direction: found[1] === 'down' ? 'down' : 'up', department: department.data }
}

import { z } from 'zod'
import { err, ok, type Result } from '../lib/result'
import { departmentIdSchema, type DepartmentId } from '../domain/people/roles'
import type { LinkFailure, ServerLink } from './link'
import type { Topology } from './names'

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
  /** Documents that the far end refused since the server's job began. */
  readonly refused: number
  /** Changes still to be passed on; null where it does not say. */
  readonly pending: number | null
  /** In the server's words; null while all is well. */
  readonly error: string | null
}

const infoSchema = z.looseObject({ doc_write_failures: z.number().optional(), changes_pending: z.number().nullable().optional(), error: z.string().optional() })
const docsSchema = z.looseObject({ docs: z.array(z.looseObject({ doc_id: z.string().nullable(), state: z.string().nullable(), info: infoSchema.nullable().optional() })) })

/** `notAdministrator`: only the server's administrator sees its jobs. `noJobs`: a server that has none of its own. */
export async function jobHealth(link: ServerLink, at: Topology): Promise<Result<readonly JobHealth[], LinkFailure | 'notAdministrator' | 'noJobs'>> {
  const reply = await link({ method: 'GET', path: '/_scheduler/docs?limit=10000' })
  if (!reply.ok) return reply
  if (reply.value.status === 401 || reply.value.status === 403) return err('notAdministrator')
  const read = docsSchema.safeParse(reply.value.body)
  if (reply.value.status !== 200 || !read.success) return err('noJobs')
  const jobs = read.data.docs.flatMap((doc): JobHealth[] => {
    const name = readJobId(at, doc.doc_id ?? '')
    if (name === null) return []
    const { info } = doc
    return [{
      id: doc.doc_id ?? '',
      ...name,
      state: doc.state ?? 'pending',
      refused: info?.doc_write_failures ?? 0,
      pending: info?.changes_pending ?? null,
      error: info?.error ?? null,
    }]
  })
  return ok(jobs)
}

function readJobId(at: Topology, id: string): Pick<JobHealth, 'direction' | 'department'> | null {
  if (!id.startsWith(`${at.prefix}relay-`)) return null
  const found = /^(down|up)-(.+)~[0-9a-f]+$/.exec(id.slice(at.prefix.length + 'relay-'.length))
  const department = departmentIdSchema.safeParse(found?.[2])
  return found === null || !department.success ? null : { direction: found[1] === 'down' ? 'down' : 'up', department: department.data }
}

import { z } from 'zod'
import type { ServerLink } from '../../shared/server/link'

const end = z.looseObject({ url: z.string(), auth: z.looseObject({ basic: z.object({ username: z.string(), password: z.string() }) }) })
const rowsSchema = z.looseObject({ rows: z.array(z.looseObject({ doc: z.looseObject({ _id: z.string(), source: end, target: end, selector: z.looseObject({ department: z.string() }) }) })) })

export interface StoredJob {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly department: string
  readonly user: string
  readonly password: string
}

const databaseOf = (url: string): string => decodeURIComponent(url.slice(url.lastIndexOf('/') + 1))

/** The jobs as provisioning left them in `database` of a server that does not run them itself. */
export async function storedJobs(admin: ServerLink, database: string): Promise<readonly StoredJob[]> {
  const reply = await admin({ method: 'GET', path: `/${database}/_all_docs?include_docs=true` })
  if (!reply.ok) throw new Error(`The trial server does not answer: ${reply.error}`)
  return rowsSchema.parse(reply.value.body).rows.map(({ doc }) => ({
    id: doc._id,
    from: databaseOf(doc.source.url),
    to: databaseOf(doc.target.url),
    department: doc.selector.department,
    user: doc.source.auth.basic.username,
    password: doc.source.auth.basic.password,
  }))
}

import { z } from 'zod'
import { err, ok, type Result } from '../../lib/result'
import { departmentIdSchema, personIdSchema, type PersonId } from '../../domain/people/roles'
import type { ServerLink } from '../link'
import { serverRole, type Topology } from '../names'
import { Asking, Stop } from './asking'
import type { PlannedPerson, ProvisionFailure } from './plan'

/** A person who may sign in, as the server knows him. Without roles he is shut out: nothing is open to him. */
export interface ServerUser {
  readonly name: PersonId
  readonly roles: PlannedPerson['roles']
}

const rowsSchema = z.looseObject({ rows: z.array(z.looseObject({ id: z.string(), doc: z.looseObject({ name: z.string().optional(), roles: z.array(z.string()).optional() }).nullish() })) })
const start = 'org.couchdb.user:'
const officeRoles = ['operator', 'supervisor', 'administrator'] as const

/** Everybody who may sign in, by name; the relays are not people. Needs the server's administrator. */
export const listUsers = (link: ServerLink, at: Topology): Promise<Result<readonly ServerUser[], ProvisionFailure>> =>
  asking(link, async (server) => {
    const range = `startkey=${encodeURIComponent(JSON.stringify(start + at.prefix))}&endkey=${encodeURIComponent(JSON.stringify(`${start}${at.prefix}\uffff`))}`
    const reply = await server.ask('GET', `/_users/_all_docs?include_docs=true&${range}`, undefined, [404])
    // A server that nobody has set up yet has no list of users.
    if (reply.status === 404) return []
    return rowsSchema.parse(reply.body).rows.flatMap(({ doc }) => {
      const name = personIdSchema.safeParse(doc?.name)
      if (!name.success || name.data.startsWith(`${at.prefix}relay-`)) return []
      return [{ name: name.data, roles: rolesIn(at, doc?.roles ?? []) }]
    })
  })

/** A new person who signs in with this password. `taken`: the server has one of this name, whoever made him. */
export async function addUser(link: ServerLink, at: Topology, { name, roles }: Omit<PlannedPerson, 'password'>, password: string): Promise<Result<undefined, ProvisionFailure | { readonly reason: 'taken' }>> {
  const document = { _id: start + name, name, type: 'user', roles: roles.map((role) => serverRole(at, role)).sort(), password }
  const done = await asking(link, async (server) => (await server.ask('PUT', `/_users/${encodeURIComponent(start + name)}`, document, [409])).status)
  if (!done.ok) return done
  return done.value === 409 ? err({ reason: 'taken' }) : ok(undefined)
}

/** Gives an existing person these roles and no others; his password stays. */
export const giveRoles = (link: ServerLink, at: Topology, { name, roles }: PlannedPerson): Promise<Result<undefined, ProvisionFailure>> =>
  change(link, name, (present) => ({ ...present, roles: roles.map((role) => serverRole(at, role)).sort() }))

/** A new password in the place of the old one, which is good for nothing from now on. */
export const renewPassword = (link: ServerLink, name: PersonId, password: string): Promise<Result<undefined, ProvisionFailure>> =>
  change(link, name, ({ _id, _rev, type, roles }) => ({ _id, _rev, type, roles, name, password }))

/** Takes every role away, and with `password`, which is told to nobody, the way in. What the person wrote stays. */
export const shutOut = (link: ServerLink, name: PersonId, password: string): Promise<Result<undefined, ProvisionFailure>> =>
  change(link, name, ({ _id, _rev, type }) => ({ _id, _rev, type, name, roles: [], password }))

type Document = Record<string, unknown>

const change = (link: ServerLink, name: PersonId, next: (present: Document) => Document): Promise<Result<undefined, ProvisionFailure>> =>
  asking(link, async (server) => {
    const path = `/_users/${encodeURIComponent(start + name)}`
    const present = (await server.ask('GET', path)).body as Document
    await server.ask('PUT', path, next(present))
    return undefined
  })

async function asking<T>(link: ServerLink, work: (server: Asking) => Promise<T>): Promise<Result<T, ProvisionFailure>> {
  try {
    return ok(await work(new Asking(link)))
  } catch (failure) {
    if (failure instanceof Stop) return err(failure.failure)
    throw failure
  }
}

function rolesIn(at: Topology, roles: readonly string[]): PlannedPerson['roles'] {
  const own = new Set(roles)
  const stem = `${at.prefix}dept-`
  return [
    ...officeRoles.filter((role) => own.has(serverRole(at, role))),
    ...roles.flatMap((role) => {
      const department = departmentIdSchema.safeParse(role.startsWith(stem) ? role.slice(stem.length) : undefined)
      return department.success ? [{ department: department.data }] : []
    }),
  ]
}

import type { DepartmentId } from '../domain/people/roles'
import { departmentRelay, journalRelay, serverRole, type Topology } from './names'
import type { RuledDatabase } from './validation/rules'

/** CouchDB's `_security`: who is let into a database at all. Admins are the server's own only. */
export interface Security {
  readonly admins: { readonly names: readonly string[]; readonly roles: readonly string[] }
  readonly members: { readonly names: readonly string[]; readonly roles: readonly string[] }
}

/** Empty members would open a database to everyone, hence never empty. `departments` are all of the office's. */
export function securityOf(at: Topology, database: RuledDatabase, departments: readonly DepartmentId[]): Security {
  const office = (['operator', 'supervisor', 'administrator'] as const).map((role) => serverRole(at, role))
  const own = departments.map((department) => serverRole(at, { department }))
  const members =
    database.kind === 'journal'
      ? [...office, journalRelay(at), ...departments.map((department) => departmentRelay(at, department))]
      : database.kind === 'department'
        ? [serverRole(at, { department: database.department }), journalRelay(at), departmentRelay(at, database.department)]
        : [...office, ...own]
  return { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles: members } }
}

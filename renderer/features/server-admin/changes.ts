import type { Directory } from '../../../shared/domain/people/directory'
import { departmentIdSchema } from '../../../shared/domain/people/roles'
import { assertNever } from '../../../shared/lib/assertNever'
import { directoryDatabase, journalDatabase, type Topology } from '../../../shared/server/names'
import type { Change } from '../../../shared/server/provision/plan'
import { departmentName } from '../../format/people'
import { serverAdmin } from '../../i18n/ru/serverAdmin'

const words = serverAdmin.setup.change

export interface ChangeGroup {
  readonly what: Change['what']
  /** What each thing of the group is to people, in the order of the changes. */
  readonly names: readonly string[]
}

/** Changes by kind in the order they are made. */
export function changeGroups(changes: readonly Change[], directory: Directory, at: Topology): readonly ChangeGroup[] {
  const groups = new Map<Change['what'], string[]>()
  for (const change of changes) groups.set(change.what, [...(groups.get(change.what) ?? []), nameOfChange(change, directory, at)])
  return [...groups].map(([what, names]) => ({ what, names }))
}

function nameOfChange({ what, name }: Change, directory: Directory, at: Topology): string {
  switch (what) {
    case 'database':
    case 'security':
    case 'rules':
    case 'mark': return databaseTitle(name, directory, at)
    case 'job':
    case 'jobRemoved': return jobTitle(name, directory, at)
    case 'user': return relayTitle(name, directory, at)
    case 'password':
    case 'roles': return name
    default: return assertNever(what, 'change')
  }
}

/** A database by what is in it; one that is not ours by its name. */
export function databaseTitle(name: string, directory: Directory, at: Topology): string {
  if (name === journalDatabase(at)) return words.journal
  if (name === directoryDatabase(at)) return words.directory
  if (name === '_users') return words.accounts
  if (name === '_replicator' || name === `${at.prefix}relay-jobs`) return words.jobs
  return ofDepartment(name, `${at.prefix}dept-`, directory) ?? name
}

const jobTitle = (name: string, directory: Directory, at: Topology): string => {
  for (const [stem, say] of [[`${at.prefix}relay-down-`, words.down], [`${at.prefix}relay-up-`, words.up]] as const) {
    const department = ofDepartment(name.replace(/~.*$/, ''), stem, directory)
    if (department !== null) return say(department)
  }
  return name
}

const relayTitle = (name: string, directory: Directory, at: Topology): string => {
  if (name === `${at.prefix}relay-journal`) return words.relay(words.journal)
  const department = ofDepartment(name, `${at.prefix}relay-dept-`, directory)
  return department === null ? name : words.relay(department)
}

function ofDepartment(name: string, stem: string, directory: Directory): string | null {
  const id = departmentIdSchema.safeParse(name.startsWith(stem) ? name.slice(stem.length) : undefined)
  return id.success ? departmentName(directory, id.data) : null
}

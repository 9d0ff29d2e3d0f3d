import type { Directory } from '../../../shared/domain/people/directory'
import { departmentIdSchema } from '../../../shared/domain/people/roles'
import { assertNever } from '../../../shared/lib/assertNever'
import { directoryDatabase, journalDatabase, journalRelay, type Topology } from '../../../shared/server/names'
import type { Change } from '../../../shared/server/provision/plan'
import { departmentName } from '../../format/people'
import { serverAdmin } from '../../i18n/ru/serverAdmin'

const words = serverAdmin.setup

/** What is done to one subject; a job's two directions are told apart. */
export type Deed = Exclude<Change['what'], 'job'> | 'jobDown' | 'jobUp'

/** Subjects to which the same is done, under the names that people know. */
export interface ChangeGroup {
  readonly subjects: readonly string[]
  readonly deeds: readonly Deed[]
}

/** A dozen structures to which the same is done are one line, in the order of the changes. */
export function changeGroups(changes: readonly Change[], directory: Directory, at: Topology): readonly ChangeGroup[] {
  const deedsOf = new Map<string, Set<Deed>>()
  for (const change of changes) {
    const subject = subjectOf(change.name, directory, at)
    deedsOf.set(subject, (deedsOf.get(subject) ?? new Set()).add(deedOf(change, at)))
  }
  const groups = new Map<string, { readonly subjects: string[]; readonly deeds: readonly Deed[] }>()
  for (const [subject, deeds] of deedsOf) {
    const key = [...deeds].join()
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { subjects: [subject], deeds: [...deeds] })
    else group.subjects.push(subject)
  }
  return [...groups.values()]
}

function deedOf({ what, name }: Change, at: Topology): Deed {
  switch (what) {
    case 'job': return name.startsWith(`${at.prefix}relay-down-`) ? 'jobDown' : 'jobUp'
    case 'database':
    case 'security':
    case 'rules':
    case 'user':
    case 'password':
    case 'roles':
    case 'jobRemoved':
    case 'mark': return what
    default: return assertNever(what, 'change')
  }
}

/** Whom a database, a user or a job belongs to; what is not ours goes by its own name. */
function subjectOf(name: string, directory: Directory, at: Topology): string {
  if (name === '_users') return words.subject.accounts
  if (name === '_replicator' || name === `${at.prefix}relay-jobs`) return words.subject.jobs
  if (name === journalDatabase(at) || name === journalRelay(at)) return words.subject.journal
  if (name === directoryDatabase(at)) return words.subject.directory
  for (const kind of ['dept-', 'relay-dept-', 'relay-down-', 'relay-up-']) {
    const stem = at.prefix + kind
    const id = departmentIdSchema.safeParse(name.startsWith(stem) ? name.slice(stem.length).replace(/~.*$/, '') : undefined)
    if (id.success) return departmentName(directory, id.data)
  }
  return name
}

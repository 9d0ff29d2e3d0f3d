import type { Sha256 } from '../domain/journal/ids'
import type { DepartmentId } from '../domain/people/roles'
import { departmentDatabase, departmentRelay, journalDatabase, journalRelay, type Topology } from './names'

/** One standing replication job: what it passes on, from where to where, and as whom. */
export interface RelayJob {
  readonly id: string
  /** What the id begins with, whatever the wording of the rules: a job of an older wording is replaced by it. */
  readonly stem: string
  readonly user: string
  readonly from: string
  readonly to: string
  readonly selector: Readonly<Record<string, unknown>>
}

/**
 * Both directions for one department. A refusal on the way is permanent and silent: the server marks the document as passed on
 * and never offers it again, even under changed rules. So the wording of the rules is in the selector, which makes a changed
 * wording a new job with its own checkpoint that offers everything again.
 */
export function relayJobs(at: Topology, department: DepartmentId, wording: Sha256): readonly [RelayJob, RelayJob] {
  const version = wording.slice(0, 12)
  const selector = { department, _id: { $nin: [`rules-${version}`] } }
  const [journal, own] = [journalDatabase(at), departmentDatabase(at, department)]
  const down = `${at.prefix}relay-down-${department}~`
  const up = `${at.prefix}relay-up-${department}~`
  return [
    { id: down + version, stem: down, user: journalRelay(at), from: journal, to: own, selector },
    { id: up + version, stem: up, user: departmentRelay(at, department), from: own, to: journal, selector },
  ]
}

/** The document of `_replicator`. `self` is how the server reaches itself, without a slash at the end. */
export function jobDocument(job: RelayJob, self: string, password: string): Record<string, unknown> {
  const end = (database: string) => ({ url: `${self}/${encodeURIComponent(database)}`, auth: { basic: { username: job.user, password } } })
  return { _id: job.id, source: end(job.from), target: end(job.to), selector: job.selector, continuous: true, create_target: false }
}

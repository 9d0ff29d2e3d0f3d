import type { DepartmentId } from '../../../shared/domain/people/roles'
import type { JobHealth } from '../../../shared/server/jobHealth'
import type { Change } from '../../../shared/server/provision/plan'

/** One direction of a department's second hop. */
export type Hop =
  /** The server has no such job. */
  | { readonly kind: 'missing' }
  /** `stale`: made by an older wording of the rules, to be replaced by provisioning. */
  | { readonly kind: 'job'; readonly job: JobHealth; readonly stale: boolean }

export interface HopRow {
  readonly department: DepartmentId
  /** No structure that the server is set up for. */
  readonly foreign: boolean
  readonly down: Hop
  readonly up: Hop
}

/** Every department that is served or has a job, by id. `changes`: what provisioning would do now. */
export function hopRows(served: readonly DepartmentId[], jobs: readonly JobHealth[], changes: readonly Change[]): readonly HopRow[] {
  const replaced = new Set(changes.filter(({ what }) => what === 'jobRemoved').map(({ name }) => name))
  const departments = [...new Set([...served, ...jobs.map(({ department }) => department)])].sort()
  const hop = (department: DepartmentId, direction: JobHealth['direction']): Hop => {
    const own = jobs.filter((job) => job.department === department && job.direction === direction)
    // Of a replaced job and its successor the successor tells how things are.
    const job = own.find(({ id }) => !replaced.has(id)) ?? own[0]
    return job === undefined ? { kind: 'missing' } : { kind: 'job', job, stale: replaced.has(job.id) }
  }
  return departments.map((department) => ({ department, foreign: !served.includes(department), down: hop(department, 'down'), up: hop(department, 'up') }))
}

/** Whether a person has to do something about it. */
export const needsAttention = (hop: Hop): boolean => hop.kind === 'missing' || hop.stale || hop.job.refused > 0 || !['running', 'pending'].includes(hop.job.state)

import type { Actor } from '../../shared/domain/people/roles'
import type { Result } from '../../shared/lib/result'
import type { Topology } from '../../shared/server/names'
import type { Clock } from '../application/ports'
import { DistrictServer } from '../application/server/districtServer'
import type { Sync } from '../application/server/sync'
import type { Store } from '../data/store'
import { openSync } from '../data/sync'
import type { Call } from './bridgePorts'

export interface ServerSurroundings {
  readonly call: Call
  readonly at?: Topology
  readonly clock: Clock
  readonly store: Store
  readonly actAs: (actor: Actor) => Promise<void>
  readonly erase: () => Promise<Result<undefined, string>>
  readonly onFailure: (failure: unknown) => void
}

/** Joins the sync engine with this profile's storage and the main process. */
export function openServer({ call, at = { prefix: '' }, clock, store, actAs, erase, onFailure }: ServerSurroundings): { readonly server: DistrictServer; readonly sync: Sync } {
  const sync = openSync({
    call, at,
    replica: store.replica,
    memory: store.syncMemory,
    office: store.officeSync,
    now: clock.now,
    onMet: (who) => server.met(who),
    onFault: onFailure,
  })
  const office = { current: store.office.current, settle: store.officeSync.settle.bind(store.officeSync), forget: store.officeSync.forget.bind(store.officeSync) }
  const server: DistrictServer = new DistrictServer({ sync, at, joined: store.joinedServer, profile: store.profile, journal: store.journal, office, actAs, erase, findings: store.findings.list, onFailure })
  return { server, sync }
}

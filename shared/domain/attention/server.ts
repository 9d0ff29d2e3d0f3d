import { instant, MS_PER_MINUTE, type Instant } from '../time'
import type { AttentionMemory } from './memory'
import type { ServerNotice } from './notices'

/** How the server has been, as far as a person away from the window has to know. */
export interface ServerSide {
  /** Ids of what the server would not take. */
  readonly refused: readonly string[]
  /** Since when it has not been reached, or would not let this computer in; null while all is well. */
  readonly awaySince: Instant | null
}

export const noServer: ServerSide = { refused: [], awaySince: null }

/** A connection that is back within half an hour was never missed. */
const long = 30 * MS_PER_MINUTE
const lost = 'server/lost/'
/** A connection that comes and goes, and a restart amid an outage, are one trouble. */
const sameTrouble = 4 * 60 * MS_PER_MINUTE

export interface ServerTelling {
  readonly ids: readonly string[]
  readonly notices: readonly ServerNotice[]
  readonly ahead: readonly Instant[]
}

/** What of the server has not been told (AT14). */
export function serverTelling({ refused, awaySince }: ServerSide, memory: AttentionMemory, now: Instant): ServerTelling {
  const untold = refused.map((id) => `server/refused/${id}`).filter((id) => memory.told[id] === undefined)
  const lostAt = awaySince === null ? null : instant(awaySince + long)
  const toldLately = Object.entries(memory.told).some(([id, at]) => id.startsWith(lost) && Math.abs(now - at) < sameTrouble)
  const isLost = awaySince !== null && lostAt !== null && lostAt <= now && !toldLately && memory.told[`${lost}${awaySince}`] === undefined
  return {
    ids: [...untold, ...(isLost ? [`${lost}${awaySince}`] : [])],
    notices: [
      ...(untold.length > 0 ? [{ kind: 'server' as const, emergency: false as const, what: { kind: 'refusedByServer' as const, count: untold.length } }] : []),
      ...(isLost ? [{ kind: 'server' as const, emergency: false as const, what: { kind: 'connectionLost' as const, since: awaySince } }] : []),
    ],
    ahead: lostAt !== null && lostAt > now ? [lostAt] : [],
  }
}

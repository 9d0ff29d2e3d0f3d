import { err, ok, type Result } from '../../lib/result'
import type { Actor } from '../people/roles'
import type { Instant } from '../time/instant'
import { canonical, sha256Hex, storable } from './canonical'
import type { Envelope, JournalEvent, NewEvent } from './event'
import type { CaseId, DeviceId, EventId, Sha256 } from './ids'
import { currentVersion } from './upcast'

/** What the desk adds to a decided fact. */
export interface EnvelopeFacts {
  readonly caseId: CaseId
  /** The desk's clock; only shown. */
  readonly at: Instant
  readonly actor: Actor
  readonly device: DeviceId
  readonly deviceSeq: number
  readonly prevHash: Sha256
  readonly lamport: number
  readonly parents: readonly EventId[]
  /** Random, up to 64 characters. */
  readonly salt: string
}

/** An event as it is kept, of any kind and version: what hashes are over. */
export interface StoredEvent extends Envelope {
  readonly type: string
  readonly payload?: unknown
  readonly personal?: unknown
}

/** The previous hash of a device's first event. */
export const chainStart = '0'.repeat(64) as Sha256

export const personalHashOf = (salt: string, personal: unknown): Sha256 => sha256Hex(salt + canonical(personal))

/**
 * Over canonical JSON of everything but `personal`, `salt` and what begins with an underscore: the id itself and a store's own
 * bookkeeping (`_rev`, `_meta`).
 */
export function contentHash(event: object): Sha256 {
  const content = Object.entries(event).filter(([key]) => !key.startsWith('_') && key !== 'personal' && key !== 'salt')
  return sha256Hex(canonical(Object.fromEntries(content)))
}

/** The content hash that the id carries: what the device's next event names as `prevHash`. */
export const hashInId = (id: EventId): Sha256 => id.slice(id.lastIndexOf('~') + 1) as Sha256

/** Gives a decided fact its envelope, its hashes and its id. */
export function seal(decided: NewEvent, facts: EnvelopeFacts): JournalEvent {
  const { type, payload, personal, department } = storable(decided)
  const content = {
    v: currentVersion(type),
    type,
    caseId: facts.caseId,
    at: facts.at,
    lamport: facts.lamport,
    parents: [...facts.parents].sort(),
    actor: facts.actor.person,
    role: facts.actor.role,
    device: facts.device,
    deviceSeq: facts.deviceSeq,
    prevHash: facts.prevHash,
    ...(department === undefined ? {} : { department }),
    personalHash: personalHashOf(facts.salt, personal),
    payload,
  }
  const _id = `${facts.caseId}~${facts.actor.person}~${contentHash(content)}` as EventId
  // One spread of a union is not narrowed per kind; kind and parts come from one NewEvent, so they agree.
  return { _id, ...content, salt: facts.salt, personal } as JournalEvent
}

/** The event as an erasure leaves it: no words, and no salt by which they could be guessed back. It still verifies. */
export function withoutWords<E extends { readonly personal?: unknown; readonly salt?: unknown }>(event: E): E {
  const { personal: _, salt: __, ...kept } = event
  return kept as E
}

/** `wrongCase`, `wrongAuthor`: the id names another than the event does. */
export type SealFault = 'wrongCase' | 'wrongAuthor' | 'contentAltered' | 'personalAltered'

/** Whether an event is what its author sealed. Takes the document as kept, before any upcast. */
export function verify(event: StoredEvent): Result<StoredEvent, SealFault> {
  const [caseId, author] = event._id.split('~')
  if (caseId !== event.caseId) return err('wrongCase')
  if (author !== event.actor) return err('wrongAuthor')
  if (hashInId(event._id) !== contentHash(event)) return err('contentAltered')
  if (event.personal !== undefined && (event.salt === undefined || personalHashOf(event.salt, event.personal) !== event.personalHash)) {
    return err('personalAltered')
  }
  return ok(event)
}

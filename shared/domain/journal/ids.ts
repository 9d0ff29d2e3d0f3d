import { z } from 'zod'
import type { Brand } from '../../lib/brand'

/** `c` and 32 hex digits of SHA-256 over network and external key: two desks that meet one message make one case. */
export type CaseId = Brand<string, 'CaseId'>
/** `<caseId>~<author>~<sha256 of the content, 64 hex digits>` (why: an id that carries author and content cannot be forged over). */
export type EventId = Brand<string, 'EventId'>
/** One workstation's journal: the unit of the hash chain. */
export type DeviceId = Brand<string, 'DeviceId'>
/** SHA-256 in lower-case hex. */
export type Sha256 = Brand<string, 'Sha256'>

export const caseIdSchema = z.string().regex(/^c[0-9a-f]{32}$/).transform((id) => id as CaseId)
export const eventIdSchema = z.string().regex(/^c[0-9a-f]{32}~[a-z][a-z0-9._-]{0,62}~[0-9a-f]{64}$/).transform((id) => id as EventId)
export const deviceIdSchema = z.string().regex(/^d[0-9a-f]{16}$/).transform((id) => id as DeviceId)
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/).transform((hash) => hash as Sha256)

/** The case an event's id belongs to, read off the id itself. */
export const caseOf = (id: EventId): CaseId => id.slice(0, id.indexOf('~')) as CaseId

import type { Brand } from '../../lib/brand'

/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z. The only form in which time is stored and passed. */
export type Instant = Brand<number, 'Instant'>

/** Takes a number that is already known to be whole milliseconds since the epoch. */
export const instant = (epochMs: number): Instant => epochMs as Instant

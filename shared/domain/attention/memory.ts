import { z } from 'zod'
import { instant, MS_PER_DAY, MS_PER_MINUTE, type Instant } from '../time'

const instantSchema = z.int().transform((at) => at as Instant)

/** What has been told, and what was put off; grows only, so that two computers' memories merge in any order (AT6). */
export const memorySchema = z.object({
  /** Ids of warnings and news, each with the instant when it was told. */
  told: z.record(z.string().max(300), instantSchema),
  /** Watches put off: by their key, until when. */
  later: z.record(z.string().max(300), instantSchema),
  /** Ids of warnings that a later one of their deadline stood for, each with the instant when it did: never said themselves. */
  passedOver: z.record(z.string().max(300), instantSchema).default({}),
})
type Instants = Readonly<Record<string, Instant>>
export interface AttentionMemory {
  readonly told: Instants
  readonly later: Instants
  readonly passedOver: Instants
}

export const emptyMemory: AttentionMemory = { told: {}, later: {}, passedOver: {} }

/** A clock that is set right by less than this has not been wrong. */
const slight = 5 * MS_PER_MINUTE

/**
 * Whether it has been said, or stood for by what was said. What was passed over by a clock that was ahead was not: when that clock
 * has been set back, it comes in its time (AT6).
 */
export function isDone({ told, passedOver }: AttentionMemory, id: string, now: Instant): boolean {
  const over = passedOver[id]
  return told[id] !== undefined || (over !== undefined && over <= now + slight)
}

/** What either has told is told. */
export function merged(one: AttentionMemory, other: AttentionMemory): AttentionMemory {
  return { told: joined(one.told, other.told, Math.min), later: joined(one.later, other.later, Math.max), passedOver: joined(one.passedOver, other.passedOver, Math.min) }
}

function joined(one: Instants, other: Instants, choose: (a: number, b: number) => number): Record<string, Instant> {
  const all = { ...one }
  for (const [id, at] of Object.entries(other)) all[id] = instant(choose(all[id] ?? at, at))
  return all
}

const longAgo = 60 * MS_PER_DAY

/** Without what belongs to cases that are no longer open and was told long ago: a reopened case of last year may be told anew. */
export function withoutOld(memory: AttentionMemory, open: ReadonlySet<string>, now: Instant): AttentionMemory {
  const kept = (entries: Instants) =>
    Object.fromEntries(Object.entries(entries).filter(([id, at]) => now - at < longAgo || open.has(id.slice(0, id.indexOf('/')))))
  return { told: kept(memory.told), later: kept(memory.later), passedOver: kept(memory.passedOver) }
}

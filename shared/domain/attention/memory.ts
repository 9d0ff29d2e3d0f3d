import { z } from 'zod'
import { instant, MS_PER_DAY, type Instant } from '../time'

const instantSchema = z.int().transform((at) => at as Instant)

/** What has been told, and what was put off; grows only, so that two computers' memories merge in any order (AT6). */
export const memorySchema = z.object({
  /** Ids of warnings and news, each with the instant when it was told. */
  told: z.record(z.string().max(300), instantSchema),
  /** Watches put off: by their key, until when. */
  later: z.record(z.string().max(300), instantSchema),
})
export type AttentionMemory = { readonly told: Readonly<Record<string, Instant>>; readonly later: Readonly<Record<string, Instant>> }

export const emptyMemory: AttentionMemory = { told: {}, later: {} }

/** What either has told is told. */
export function merged(one: AttentionMemory, other: AttentionMemory): AttentionMemory {
  return { told: joined(one.told, other.told, Math.min), later: joined(one.later, other.later, Math.max) }
}

function joined(one: Readonly<Record<string, Instant>>, other: Readonly<Record<string, Instant>>, choose: (a: number, b: number) => number): Record<string, Instant> {
  const all = { ...one }
  for (const [id, at] of Object.entries(other)) all[id] = instant(choose(all[id] ?? at, at))
  return all
}

const longAgo = 60 * MS_PER_DAY

/** Without what belongs to cases that are no longer open and was told long ago: a reopened case of last year may be told anew. */
export function withoutOld(memory: AttentionMemory, open: ReadonlySet<string>, now: Instant): AttentionMemory {
  const kept = (entries: Readonly<Record<string, Instant>>) =>
    Object.fromEntries(Object.entries(entries).filter(([id, at]) => now - at < longAgo || open.has(id.slice(0, id.indexOf('/')))))
  return { told: kept(memory.told), later: kept(memory.later) }
}

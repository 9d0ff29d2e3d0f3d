import { z } from 'zod'
import { err, ok, type Result } from '../../lib/result'
import { envelopeSchema, eventParts, eventTypes, type Envelope, type EventType, type JournalEvent, type UnknownEvent } from './event'
import { currentVersion, upcasts, type UpcastTable } from './upcast'

export type ParsedEvent = { readonly known: JournalEvent } | { readonly unknown: UnknownEvent }

/** `envelope`: not an event at all · `payload`, `personal`: a known kind and version with parts that it cannot have. */
export interface BrokenEvent {
  readonly broken: 'notAnObject' | 'envelope' | 'payload' | 'personal'
  /** Paths and expectations, never the words found there. */
  readonly reason: string
}

const documentSchema = envelopeSchema.extend({ type: z.string().min(1).max(100), payload: z.unknown(), personal: z.unknown().optional() })
const isKnown = (type: string): type is EventType => (eventTypes as readonly string[]).includes(type)
const reasonOf = (error: z.ZodError) => error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ')

/** A part by its schema, exactly: a member that this version of this kind does not have would be lost on reading. */
function partBy(schema: z.ZodType, value: unknown): Result<unknown, string> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) return err(reasonOf(parsed.error))
  return keepsAll(parsed.data, value) ? ok(parsed.data) : err('members of no known meaning')
}

/** Whether reading by a schema left no member out, at any depth. */
function keepsAll(read: unknown, given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return read === given
  if (typeof read !== 'object' || read === null) return false
  const kept = read as Record<string, unknown>
  return Object.entries(given).every(([key, member]) => member === undefined || (Object.hasOwn(kept, key) && keepsAll(kept[key], member)))
}

/**
 * The door for every document that claims to be an event. A kind or version this program does not know is kept whole; older
 * versions are upcast. Whether it is what its author sealed is `verify`'s question, asked of the document as it came.
 */
export function parseEvent(document: unknown, table: UpcastTable = upcasts): Result<ParsedEvent, BrokenEvent> {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return err({ broken: 'notAnObject', reason: typeof document })
  const read = documentSchema.safeParse(document)
  if (!read.success) return err({ broken: 'envelope', reason: reasonOf(read.error) })
  const { type, payload, personal, ...envelope } = read.data
  if (!isKnown(type) || envelope.v > currentVersion(type, table)) {
    return ok({ unknown: { ...(envelope satisfies Envelope), type: 'unknown', raw: document as Record<string, unknown> } })
  }
  let parts: { readonly payload: unknown; readonly personal?: unknown } = { payload, personal }
  for (const step of (table[type] ?? []).slice(envelope.v - 1)) parts = step(parts)
  const lasting = partBy(eventParts[type].payload, parts.payload)
  if (!lasting.ok) return err({ broken: 'payload', reason: lasting.error })
  if (parts.personal === undefined) return ok({ known: { ...envelope, type, payload: lasting.value } as JournalEvent })
  const erasable = partBy(eventParts[type].personal, parts.personal)
  if (!erasable.ok) return err({ broken: 'personal', reason: erasable.error })
  return ok({ known: { ...envelope, type, payload: lasting.value, personal: erasable.value } as JournalEvent })
}

import { z } from 'zod'
import { caseIdSchema, eventIdSchema, type CaseId, type EventId, type Sha256 } from '../../../shared/domain/journal/ids'
import { departmentIdSchema, personIdSchema, type PersonId } from '../../../shared/domain/people/roles'
import type { Instant } from '../../../shared/domain/time'
import type { ErasedEvent } from '../../../shared/server/erasure'
import type { KnownEvents } from '../../../shared/server/unnamedFiles'
import type { LongWork } from '../application'
import { filesOfEvent } from '../filesOfEvent'
import type { JournalStore } from '../ports'

/** One erasure in one case, as the journal has it for good. */
export interface Erasure {
  readonly event: EventId
  readonly caseId: CaseId
  readonly at: Instant
  readonly by: PersonId
  readonly reason: string | null
  /** Kinds of the events that were erased, each as often as it was. */
  readonly kinds: readonly string[]
  /** Ids of the erased events that this journal has. */
  readonly events: readonly EventId[]
  /** Ids of those it has not got (yet): nothing can be said of their words on the server. */
  readonly awaited: readonly EventId[]
}

/** All that was erased under one number of act. */
export interface ErasureAct {
  readonly act: string
  readonly erasures: readonly Erasure[]
}

export interface Erasures {
  /** The latest first. */
  readonly acts: readonly ErasureAct[]
  /** Every erased event without its words. */
  readonly events: readonly ErasedEvent[]
  readonly known: KnownEvents
  readonly cancelled: boolean
}

const erasureSchema = z.looseObject({
  _id: eventIdSchema,
  caseId: caseIdSchema,
  type: z.literal('PersonalDataErased'),
  at: z.number(),
  actor: personIdSchema,
  payload: z.looseObject({ act: z.string(), erased: z.array(eventIdSchema) }),
  personal: z.looseObject({ reason: z.string().optional() }).nullish(),
})
const erasedSchema = z.looseObject({ _id: z.string(), type: z.string(), department: departmentIdSchema.optional() })

/** Reads the whole journal twice: for what was erased under which act, and for the events that were. */
export async function readErasures(journal: Pick<JournalStore, 'pages' | 'count'>, { onProgress, signal }: LongWork = {}): Promise<Erasures> {
  const total = 2 * (await journal.count())
  const found: (Omit<Erasure, 'kinds' | 'events' | 'awaited'> & { readonly act: string; readonly erased: readonly EventId[] })[] = []
  const stored = new Set<string>()
  const named = new Set<Sha256>()
  const kinds = new Map<string, string>()
  const events: ErasedEvent[] = []
  let done = 0
  const each = async (take: (row: { readonly id: string; readonly json: string }) => void): Promise<void> => {
    for await (const page of journal.pages(500)) {
      if (signal?.aborted === true) return
      for (const row of page) take(row)
      done += page.length
      onProgress?.({ done, total })
    }
  }
  await each(({ id, json }) => {
    stored.add(id)
    if (!json.includes('"PersonalDataErased"')) return
    const read = erasureSchema.safeParse(parsed(json))
    if (!read.success) return
    const { _id, caseId, at, actor, payload, personal } = read.data
    found.push({ event: _id, caseId, at: at as Instant, by: actor, reason: personal?.reason ?? null, act: payload.act, erased: payload.erased })
  })
  const wanted = new Set<string>(found.flatMap(({ erased }) => erased))
  await each(({ id, json }) => {
    if (!wanted.has(id)) {
      if (json.includes('"sha256"')) for (const file of filesOfEvent(parsed(json))) named.add(file)
      return
    }
    const read = erasedSchema.safeParse(parsed(json))
    if (!read.success) return
    kinds.set(id, read.data.type)
    // The words may still be here until the case is next read; they do not go to the server again.
    const { personal: _words, salt: _salt, ...rest } = read.data
    events.push(rest)
  })
  const byAct = new Map<string, Erasure[]>()
  for (const { act, erased, ...rest } of found.sort((a, b) => b.at - a.at)) {
    byAct.set(act, [...(byAct.get(act) ?? []), { ...rest, kinds: erased.flatMap((id) => kinds.get(id) ?? []), events: erased.filter((id) => kinds.has(id)), awaited: erased.filter((id) => !kinds.has(id)) }])
  }
  const acts = [...byAct].map(([act, erasures]) => ({ act, erasures }))
  return { acts, events, known: { has: (id) => stored.has(id), names: (file) => named.has(file) }, cancelled: signal?.aborted === true }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (failure) {
    // Put aside by the journal's own check; here it is simply not an erasure.
    if (failure instanceof SyntaxError) return undefined
    throw failure
  }
}

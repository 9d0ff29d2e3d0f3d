import { deadlinesOf, explain, type CaseDeadlines, type Deadline, type RulesInForce, type Slice, type Span } from '../../../shared/domain/deadlines'
import { formatInstant, type Instant, type OfficeZone } from '../../../shared/domain/time'
import { isField, readCase, type ReadCase } from './caseInput'
import { InputError } from './inputFile'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

type Entry = Record<string, Json>

/** A computed case and what to print of it. */
export interface Outcome {
  readonly read: ReadCase
  readonly computed: CaseDeadlines
}

export function compute(raw: unknown, defaults: object = {}): Outcome {
  const read = readCase(raw, defaults)
  return { read, computed: deadlinesOf(read.facts, read.rules, read.now) }
}

/** What the result itself says; a case's own words under these names are not handed back. */
const RESULT_KEYS: readonly string[] = ['binding', 'deadlines', 'list', 'ignored', 'error']

/** One case as data; a mistake in it becomes `error` in its place. */
export function entryOf(raw: unknown, withExplanations: boolean, defaults: object = {}): Entry {
  const given = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Entry) : {}
  const echo = Object.fromEntries(Object.entries(given).filter(([key]) => !RESULT_KEYS.includes(key)))
  try {
    return { ...echo, ...describe(compute(raw, defaults), given, withExplanations) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { ...echo, error: error.message }
  }
}

function describe({ read, computed }: Outcome, given: Entry, withExplanations: boolean): Entry {
  const { zone, rules } = read
  const all = computed.deadlines.map((deadline) => deadlineEntry(deadline, zone, rules, withExplanations))
  // The last of one id is the one that runs; when there were more, all of them follow in `list`.
  const deadlines: Entry = {}
  for (const entry of all) deadlines[entry['id'] as string] = entry
  const result: Entry = { binding: computed.bindingRule, deadlines }
  if (Object.keys(deadlines).length < all.length) result['list'] = all
  const ignored = Object.keys(given).filter((key) => !isField(key))
  if (ignored.length > 0) result['ignored'] = ignored
  return result
}

function deadlineEntry(deadline: Deadline, zone: OfficeZone, rules: RulesInForce, withExplanations: boolean): Entry {
  const { own, id, binds, state } = deadline
  const iso = (t: Instant): string => formatInstant(t, zone)
  const entry: Entry = {
    id,
    due: iso(deadline.due),
    workable: iso(deadline.workable),
    clause: own.clause,
    clock: own.clock,
    from: iso(own.from),
    startEvent: own.startEvent,
    own: iso(own.due),
    binds,
    state,
    provisional: [...deadline.provisional],
  }
  if (deadline.overdueAtStart) entry['overdueAtStart'] = true
  if (deadline.closedAt !== null) entry['closed'] = iso(deadline.closedAt)
  if (deadline.left) entry['left'] = spanEntry(deadline.left)
  if (deadline.late) entry['late'] = spanEntry(deadline.late)
  if (own.also) entry['also'] = { clock: own.also.clock, ms: own.also.ms, due: iso(own.also.due) }
  if (own.dayCount) entry['dayCount'] = { ...own.dayCount }
  if (withExplanations) entry['explanation'] = explain(deadline, rules).slices.map((slice) => sliceEntry(slice, iso))
  return entry
}

const spanEntry = ({ clock, ms, elapsedMs }: Span): Entry => ({ clock, ms, elapsedMs })

// `short` is what the note was called before it told by how much: scripts read it.
const sliceEntry = (slice: Slice, iso: (t: Instant) => string): Json => {
  const said = slice.kind === 'counted' ? { ...slice, note: { short: slice.note.shortMinutes > 0, ...slice.note } } : slice
  return JSON.parse(JSON.stringify({ ...said, from: iso(slice.from), to: iso(slice.to) })) as Json
}

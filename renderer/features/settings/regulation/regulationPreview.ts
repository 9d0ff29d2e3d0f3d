import { caseFacts, deadlinesOf, openRulebook, SCHEDULE_PRESETS, type Regulation, type Rulebook } from '../../../../shared/domain/deadlines'
import { localDate, parseInstant, type Instant, type OfficeZone } from '../../../../shared/domain/time'
import { workedExamples, type WorkedExample } from '../../../ui/deadlines/workedExamples'

export interface ExampleResult {
  readonly example: WorkedExample
  /** Null: there is no such deadline under this regulation, or no hours of work on that date. */
  readonly before: Instant | null
  readonly after: Instant | null
}

/** Each worked example under both regulations, as if either had always been in force. */
export const compareExamples = (rulebook: Rulebook, before: Regulation, after: Regulation): readonly ExampleResult[] =>
  workedExamples.map((example) => ({ example, before: dueOf(rulebook, before, example), after: dueOf(rulebook, after, example) }))

function dueOf(rulebook: Rulebook, regulation: Regulation, example: WorkedExample): Instant | null {
  const schedules = example.schedule === undefined ? rulebook.schedules : [SCHEDULE_PRESETS[example.schedule]]
  const always = { ...regulation, validFrom: localDate('2000-01-01'), validTo: null }
  const at = (local: string): Instant => instantOf(local, rulebook.zone)
  const placedAt = at(example.placed)
  const rules = openRulebook({ ...rulebook, schedules, regulations: [always] }).inForceAt(placedAt)
  if (rules === null) return null
  const facts = caseFacts({
    placedAt,
    receivedAt: placedAt,
    kind: example.kind ?? 'answer',
    forwardings: example.forwarded === undefined ? [] : [{ at: at(example.forwarded), department: null }],
    returns: (example.returned ?? []).map((returned) => ({ at: at(returned), department: null })),
    emergencyFlaggedAt: example.emergency === undefined ? null : at(example.emergency),
  })
  return deadlinesOf(facts, rules, null).deadlines.filter(({ id }) => id === example.rule).at(-1)?.due ?? null
}

function instantOf(local: string, zone: OfficeZone): Instant {
  const read = parseInstant(local, zone)
  // The examples are ours and stand in the daytime: no zone changes its clock then.
  if (!read.ok) throw new Error(`Unreadable example: ${local}`)
  return read.value
}

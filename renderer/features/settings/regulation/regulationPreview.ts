import { deadlinesOf, openRulebook, SCHEDULE_PRESETS, type Regulation, type Rulebook } from '../../../../shared/domain/deadlines'
import { localDate, type Instant } from '../../../../shared/domain/time'
import { factsOfExample, workedExamples, type WorkedExample } from '../../../ui/deadlines/workedExamples'

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
  const facts = factsOfExample(example, rulebook.zone)
  const rules = openRulebook({ ...rulebook, schedules, regulations: [always] }).inForceAt(facts.placedAt)
  if (rules === null) return null
  return deadlinesOf(facts, rules, null).deadlines.filter(({ id }) => id === example.rule).at(-1)?.due ?? null
}

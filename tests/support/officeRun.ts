import fc from 'fast-check'
import { possibleActions } from '../../shared/domain/case/decide'
import type { CommandType } from '../../shared/domain/case/command'
import type { CaseId, EventId } from '../../shared/domain/journal/ids'
import type { JournalEvent } from '../../shared/domain/journal/event'
import { commandTypes, wellMade } from './commands'
import { administrator, days, directory, headOf, deputyOf, housing, minutes, openOffice, operator, placedAt, roads, secondOperator, sync, type TestDesk } from './journal'
import { instant } from '../../shared/domain/time/instant'

/** One thing that happens in the office: somebody tries something, some desks meet, time passes. */
export type Step =
  | { readonly what: 'act'; readonly desk: number; readonly command: CommandType | 'any'; readonly pick: number; readonly deputy: boolean }
  | { readonly what: 'sync'; readonly desks: readonly number[] }
  | { readonly what: 'pass'; readonly ms: number }

// What carries a case onwards is tried more often than what ends it, or few runs would come past the first step.
const weights: Readonly<Partial<Record<CommandType, number>>> = {
  Forward: 12, SubmitAnswer: 12, ReturnAnswer: 8, ReopenCase: 8, WithdrawForwarding: 3, DeclineForwarding: 2,
  OfferAppeal: 3, RecordAppealConsent: 9, HandOverAppeal: 9, RegisterAppeal: 9, ErasePersonalData: 0,
}
const leaning = (types: readonly CommandType[]) => types.flatMap((type) => Array.from({ length: weights[type] ?? 1 }, () => type))

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ what: fc.constant('act' as const), desk: fc.nat(3), command: fc.constant('any' as const), pick: fc.nat(1000), deputy: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('act' as const), desk: fc.nat(4), command: fc.constantFrom(...commandTypes), pick: fc.nat(1000), deputy: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('sync' as const), desks: fc.uniqueArray(fc.nat(4), { minLength: 2, maxLength: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('pass' as const), ms: fc.nat(minutes(300)) }) },
)

export const stepsArbitrary = fc.array(stepArbitrary, { minLength: 5, maxLength: 50, size: 'max' })

export interface Run {
  readonly caseId: CaseId
  readonly desks: readonly TestDesk[]
  /** Every accepted event of the case, wherever it is. */
  readonly events: readonly JournalEvent[]
  /** Texts of answers that were accepted, by their events. */
  readonly answers: ReadonlyMap<EventId, string>
}

/** Called before every attempt, with what it will be tried on. */
export type Watcher = (desk: TestDesk, attempt: { readonly caseId: CaseId; readonly words: string; readonly pick: number; readonly original: CaseId }) => void

/**
 * Two operators (one's clock a day slow, the other's ten minutes fast), two departments and the administrator work on one case,
 * with partial exchanges between them.
 */
export function runOffice(steps: readonly Step[], watch: Watcher = () => undefined): Run {
  const office = openOffice(instant(placedAt + days(3)))
  const desks = [
    office.desk(operator, { clockError: -days(1) }),
    office.desk(secondOperator, { clockError: minutes(10) }),
    office.desk(headOf(roads), { clockError: days(1) }),
    office.desk(headOf(housing)),
    office.desk(administrator),
  ]
  const deputies = [undefined, undefined, deputyOf(roads), deputyOf(housing), undefined]
  const caseId = desks[0]?.receive() as CaseId
  const original = desks[0]?.receive({ externalId: 'wall-900000001_7000' }) as CaseId
  // The other desk met the same message on its own, after the author had mended a word.
  desks[1]?.receive({ text: 'На улице Мира яма, когда её засыплют?' })
  desks[1]?.receive({ externalId: 'wall-900000001_7000' })
  const answers = new Map<EventId, string>()
  steps.forEach((step, place) => {
    if (step.what === 'pass') return office.pass(step.ms)
    if (step.what === 'sync') return sync(...step.desks.flatMap((index) => desks[index] ?? []))
    const desk = desks[step.desk]
    const state = desk?.find(caseId)
    if (desk === undefined || state === undefined) return
    const words = `слова ${place}-${step.pick}`
    watch(desk, { caseId, words, pick: step.pick, original })
    const actor = (step.deputy ? deputies[step.desk] : undefined) ?? desk.actor
    const possible = possibleActions(state, actor, { now: desk.now, directory })
    const offered = leaning(possible)
    const type = step.command === 'any' ? offered[step.pick % Math.max(offered.length, 1)] : step.command
    if (type === undefined) return
    const result = desk.act(caseId, wellMade(type, state, actor, { words, pick: step.pick, now: desk.now, original }), { as: actor })
    if (!result.ok) return
    for (const event of result.value) if (event.type === 'AnswerSubmitted') answers.set(event._id, words)
  })
  const events = new Map(desks.flatMap((desk) => desk.eventsOf(caseId)).map((event) => [event._id, event]))
  return { caseId, desks, events: [...events.values()], answers }
}

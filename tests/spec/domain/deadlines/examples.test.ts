import { describe, expect, it } from 'vitest'
import { RU_CALENDAR } from '../../../../shared/domain/calendar'
import { caseFacts, deadlinesOf, type CaseFacts, type DeadlineId, type SchedulePresetId } from '../../../../shared/domain/deadlines'
import { formatInstant, type Instant } from '../../../../shared/domain/time'
import { at, KRASNOYARSK, rulesWith } from '../../../support/deadlines'

interface Example {
  readonly placed: string
  readonly id: DeadlineId
  readonly due: string
  readonly workable?: string
  readonly schedule?: SchedulePresetId
  readonly facts?: (placedAt: Instant) => Partial<CaseFacts>
}

const EXAMPLES: readonly Example[] = [
  { placed: '2026-11-24T10:00', id: 'triage', due: '2026-11-24T14:00' },
  { placed: '2026-11-27T16:30', id: 'triage', due: '2026-11-30T10:30' },
  { placed: '2026-11-03T15:30', id: 'triage', due: '2026-11-05T10:30' },
  { placed: '2027-02-20T15:00', id: 'triage', due: '2027-02-24T10:00' },
  { placed: '2022-03-04T16:30', id: 'triage', due: '2022-03-05T10:30' },
  { placed: '2026-11-27T20:00', id: 'publication', due: '2026-11-30T20:00', workable: '2026-11-30T17:00' },
  { placed: '2026-12-30T12:30', id: 'publication', due: '2027-01-11T12:30' },
  { placed: '2022-02-21T16:30', id: 'publication', due: '2022-02-24T08:30' },
  { placed: '2026-11-27T18:00', id: 'explanation', due: '2026-12-01T12:00', facts: () => ({ kind: 'explanation' }) },
  { placed: '2026-11-28T15:00', id: 'answer', due: '2026-11-29T15:00', facts: (placedAt) => ({ emergencyFlaggedAt: placedAt }) },
  { placed: '2026-11-28T15:00', id: 'publication', due: '2026-12-01T08:48', schedule: '36-even' },
]

describe('DL1 the worked examples of the order', () => {
  it.each(EXAMPLES)('DL1 placed $placed, $id is due $due', ({ placed, id, due, workable, schedule, facts }) => {
    const rules = rulesWith({ schedule: schedule ?? '40', calendar: RU_CALENDAR })
    const placedAt = at(placed)
    const { deadlines } = deadlinesOf(caseFacts({ placedAt, ...facts?.(placedAt) }), rules, null)
    const deadline = deadlines.find((candidate) => candidate.id === id)!
    expect(formatInstant(deadline.due, KRASNOYARSK)).toBe(`${due}:00+07:00`)
    if (workable) expect(formatInstant(deadline.workable, KRASNOYARSK)).toBe(`${workable}:00+07:00`)
  })
})

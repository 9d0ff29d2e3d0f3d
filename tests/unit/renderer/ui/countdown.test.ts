import { describe, expect, it } from 'vitest'
import { shownStanding } from '../../../../renderer/ui/deadlines/Countdown'
import { RU_CALENDAR } from '../../../../shared/domain/calendar'
import { caseFacts, deadlinesOf, openRulebook, ORDER_685, SCHEDULE_PRESETS } from '../../../../shared/domain/deadlines'
import { DEFAULT_OFFICE_ZONE, instant } from '../../../../shared/domain/time'

describe('the standing that a countdown shows', () => {
  const placedAt = instant(Date.UTC(2026, 10, 24, 3, 0, 30))
  const rulebook = openRulebook({ zone: DEFAULT_OFFICE_ZONE, regulations: [ORDER_685], schedules: [SCHEDULE_PRESETS['40']], calendar: RU_CALENDAR })
  const rules = rulebook.inForceAt(placedAt)
  if (rules === null) throw new Error('a rule is in force')
  const triage = deadlinesOf(caseFacts({ placedAt }), rules, placedAt).deadlines.find(({ id }) => id === 'triage')
  if (triage === undefined) throw new Error('a new message has its triage')

  it('is overdue from the first second, not from the next whole minute', () => {
    expect(shownStanding(triage, rules, instant(triage.due + 1000)).state).toBe('overdue')
    expect(shownStanding(triage, rules, instant(triage.due - 1000)).state).toBe('soon')
  })
})

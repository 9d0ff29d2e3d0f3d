import { describe, expect, it } from 'vitest'
import { openDesk } from '../../../../renderer/ui/deadlines/deadlinesContext'
import { calendarAt, RU_CALENDAR, revise, withDay, withYear } from '../../../../shared/domain/calendar'
import { openRulebook, ORDER_685, SCHEDULE_PRESETS } from '../../../../shared/domain/deadlines'
import { DEFAULT_OFFICE_ZONE, instant, localDate } from '../../../../shared/domain/time'
import { hours, placedAt } from '../../../support/journal'
import { published, received } from '../../../support/situation'

const closed = published().state
const open = received().state
const year = RU_CALENDAR.years.find((found) => found.year === 2026)!
// The day of placing becomes a day off: every deadline of a message placed on it moves.
const off = withDay(year, localDate('2026-11-24'), { kind: 'off', reason: { kind: 'local', note: 'День района' } })
if (!off.ok) throw new Error(off.error.reason)
const wanted = withYear(RU_CALENDAR, off.value, RU_CALENDAR.version)

/** The desk after a correction made at `madeAt`. */
function deskCorrectedAt(madeAt: number) {
  const revised = revise({ calendar: RU_CALENDAR, revisions: [] }, wanted, { kind: 'hand', madeAt: instant(madeAt), by: 'Учебная Ольга', reason: 'проверка' })
  const rulebook = openRulebook({ zone: DEFAULT_OFFICE_ZONE, regulations: [ORDER_685], schedules: [SCHEDULE_PRESETS['40']], calendar: revised.calendar })
  return openDesk(rulebook, (at) => calendarAt(revised, at))
}
const before = openDesk(openRulebook({ zone: DEFAULT_OFFICE_ZONE, regulations: [ORDER_685], schedules: [SCHEDULE_PRESETS['40']], calendar: RU_CALENDAR }), () => RU_CALENDAR)
const dues = (desk: typeof before, state: typeof open) => desk.undated(state).deadlines?.deadlines.map(({ due }) => due)

describe('CAL10 a corrected calendar', () => {
  it('CAL10 moves the deadlines of an open case, whenever it was corrected', () => {
    expect(dues(deskCorrectedAt(placedAt + hours(100)), open)).not.toEqual(dues(before, open))
  })
  it('CAL10 leaves a case that was closed before as it was judged', () => {
    const later = deskCorrectedAt(closed.outcome!.at + 1)
    expect(dues(later, closed)).toEqual(dues(before, closed))
    expect(later.undated(closed).rules?.calendar.years).toEqual(RU_CALENDAR.years)
  })
  it('CAL10 judges by the correction a case that was closed after it', () => {
    expect(dues(deskCorrectedAt(closed.outcome!.at), closed)).not.toEqual(dues(before, closed))
  })
})

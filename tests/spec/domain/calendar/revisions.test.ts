import { describe, expect, it } from 'vitest'
import { calendarAt, calendarRevisionSchema, RU_CALENDAR, revise, standingRevisions, versionsOf, withYear, yearByStatute, type RevisedCalendar } from '../../../../shared/domain/calendar'
import { instant } from '../../../../shared/domain/time'

const at = (day: number) => instant(Date.UTC(2026, 10, day))
const note = (day: number) => ({ kind: 'hand', madeAt: at(day), by: 'Учебная Ольга', reason: 'проверка' }) as const
const start: RevisedCalendar = { calendar: RU_CALENDAR, revisions: [] }
const without2026Short = withYear(RU_CALENDAR, { ...RU_CALENDAR.years.find(({ year }) => year === 2026)!, shortDays: [] }, 'unused')

/** The calendar corrected once, and that corrected again. */
function corrected() {
  const once = revise(start, without2026Short, note(10))
  return { once, twice: revise(once, withYear(once.calendar, yearByStatute(2028), 'unused'), note(20)) }
}

describe('CAL10 a correction makes a new version and leaves the old one as it was', () => {
  it('CAL10 every instant has the version that was in force then', () => {
    const { once, twice } = corrected()
    expect(calendarAt(twice, at(9))).toEqual(RU_CALENDAR)
    expect(calendarAt(twice, at(10))).toEqual(once.calendar)
    expect(calendarAt(twice, at(19))).toEqual(once.calendar)
    expect(calendarAt(twice, at(20))).toEqual(twice.calendar)
    expect([RU_CALENDAR, once.calendar, twice.calendar].map(({ version }) => version)).toEqual(['ru-2021-2027', `1-${at(10)}`, `2-${at(20)}`])
  })

  it('CAL10 a return to an earlier version is one more version, and loses none', () => {
    const { once, twice } = corrected()
    const back = revise(twice, RU_CALENDAR, { ...note(25), kind: 'return' })
    expect(back.calendar.years).toEqual(RU_CALENDAR.years)
    expect(versionsOf(back).map(({ calendar }) => calendar)).toEqual([back.calendar, twice.calendar, once.calendar, RU_CALENDAR])
  })

  it('CAL10 a correction that was written without its calendar did not take', () => {
    const { once, twice } = corrected()
    const cut: RevisedCalendar = { calendar: once.calendar, revisions: twice.revisions }
    expect(standingRevisions(cut)).toEqual(once.revisions)
    expect(calendarAt(cut, at(30))).toEqual(once.calendar)
  })

  it('CAL10 only the years that were replaced are held, and what is stored reads back', () => {
    const { twice } = corrected()
    expect(twice.revisions.map(({ before }) => before.years.map(({ year, was }) => [year, was === null]))).toEqual([[[2026, false]], [[2028, true]]])
    for (const revision of twice.revisions) expect(calendarRevisionSchema.parse(JSON.parse(JSON.stringify(revision)))).toEqual(revision)
  })
})

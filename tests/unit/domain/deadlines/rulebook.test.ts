import { describe, expect, it } from 'vitest'
import { RU_CALENDAR, withYear, yearByStatute } from '../../../../shared/domain/calendar'
import { caseFacts, movedDeadlines, openRulebook, ORDER_685, rulebookSchema, SCHEDULE_PRESETS, whatIf, type Regulation, type Rulebook, type Schedule } from '../../../../shared/domain/deadlines'
import { localDate } from '../../../../shared/domain/time'
import { at, KRASNOYARSK } from '../../../support/deadlines'

const dated = (schedule: Schedule, id: string, from: string | null, to: string | null, department: string | null = null): Schedule => ({
  ...schedule,
  id,
  department,
  validFrom: from === null ? null : localDate(from),
  validTo: to === null ? null : localDate(to),
})
const newer: Regulation = { ...ORDER_685, id: 'next', validFrom: localDate('2026-06-01'), rules: { ...ORDER_685.rules, triage: { ...ORDER_685.rules.triage, hours: 2 } } }

const RULEBOOK: Rulebook = {
  zone: KRASNOYARSK,
  regulations: [newer, { ...ORDER_685, validTo: localDate('2027-12-31') }],
  schedules: [
    dated(SCHEDULE_PRESETS['40'], 'forty', null, null),
    dated(SCHEDULE_PRESETS['36-even'], 'even', '2026-06-01', '2026-06-30'),
    dated(SCHEDULE_PRESETS['36-monday'], 'monday', '2026-06-15', null, 'roads'),
  ],
  calendar: RU_CALENDAR,
}

describe('DL14 the rules in force when a message was placed', () => {
  const opened = openRulebook(RULEBOOK)
  const on = (date: string) => opened.inForceAt(at(`${date}T12:00`))!

  it('DL14 takes the regulation that came into force last', () => {
    expect(on('2026-05-31').regulation.id).toBe('685-p')
    expect(on('2026-06-01').regulation.id).toBe('next')
    expect(opened.inForceAt(at('2021-11-29T23:59'))).toBeNull()
    expect(on('2021-11-30').regulation.id).toBe('685-p')
    const ended = openRulebook({ ...RULEBOOK, regulations: [{ ...ORDER_685, validTo: localDate('2026-01-31') }] })
    expect(ended.inForceAt(at('2026-01-31T23:59'))?.regulation.id).toBe('685-p')
    expect(ended.inForceAt(at('2026-02-01T00:00'))).toBeNull()
    expect(openRulebook({ ...RULEBOOK, schedules: [] }).inForceAt(at('2026-01-31T23:59'))).toBeNull()
  })

  it('DL14 takes the schedule of the date, by department', () => {
    expect(['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map((date) => on(date).office.schedule.id)).toEqual(['forty', 'even', 'even', 'forty'])
    expect(on('2026-06-14').timeOf('roads').schedule.id).toBe('even')
    expect(on('2026-06-15').timeOf('roads').schedule.id).toBe('monday')
    expect(on('2026-06-15').timeOf('schools').schedule.id).toBe('even')
    expect(on('2026-06-15').timeOf(null)).toBe(on('2026-06-15').office)
    expect(on('2026-07-15')).toMatchObject({ zone: KRASNOYARSK, calendar: RU_CALENDAR })
    expect(opened.rulebook).toBe(RULEBOOK)
  })

  it('DL14 compiles a schedule once and answers a date once', () => {
    expect(on('2026-06-02')).toBe(opened.inForceAt(at('2026-06-02T23:00')))
    expect(on('2026-06-02').office).toBe(on('2026-06-03').office)
    expect(on('2026-06-15').timeOf('roads')).toBe(on('2026-06-16').timeOf('roads'))
  })

  it('DL14 a later start wins over an open one, whatever the order of the list', () => {
    const reversed = openRulebook({ ...RULEBOOK, schedules: [...RULEBOOK.schedules].reverse(), regulations: [...RULEBOOK.regulations].reverse() })
    expect(reversed.inForceAt(at('2026-06-05T12:00'))!.office.schedule.id).toBe('even')
    expect(reversed.inForceAt(at('2026-06-05T12:00'))!.regulation.id).toBe('next')
  })

  it('DL14 of two from one date the one entered last is in force', () => {
    const twice = [dated(SCHEDULE_PRESETS['40'], 'first', '2026-06-01', null), dated(SCHEDULE_PRESETS['36-even'], 'second', '2026-06-01', null)]
    expect(openRulebook({ ...RULEBOOK, schedules: twice }).inForceAt(at('2026-06-05T12:00'))!.office.schedule.id).toBe('second')
    const open = [dated(SCHEDULE_PRESETS['40'], 'first', null, null), dated(SCHEDULE_PRESETS['36-even'], 'second', null, null)]
    expect(openRulebook({ ...RULEBOOK, schedules: open }).inForceAt(at('2026-06-05T12:00'))!.office.schedule.id).toBe('second')
  })

  it('DL18 what-if: the deadlines of a message that does not exist', () => {
    const found = whatIf(opened, { placedAt: at('2026-11-24T10:00') })!
    expect(found.deadlines[0]).toMatchObject({ id: 'triage', due: at('2026-11-24T12:00'), state: 'running' })
    expect(found.facts).toEqual(caseFacts({ placedAt: at('2026-11-24T10:00') }))
    expect(whatIf(opened, { placedAt: at('2026-11-24T10:00') }, at('2026-11-24T13:00'))!.deadlines[0]!.state).toBe('overdue')
    expect(whatIf(opened, { placedAt: at('2020-11-24T10:00') })).toBeNull()
  })

  it('DL18 a corrected calendar moves open deadlines and no closed ones', () => {
    const corrected = withYear(RU_CALENDAR, { ...yearByStatute(2026), basis: 'manual' }, 'v2')
    const after = openRulebook({ ...RULEBOOK, calendar: corrected })
    // 31.12.2026 is worked there, and shorter by an hour.
    const placedAt = at('2026-12-30T16:00')
    const cases = [
      { id: 'open', facts: caseFacts({ placedAt, decidedAt: at('2026-12-30T16:30'), forwardings: [{ at: at('2026-12-30T16:30'), department: 'schools' }, { at: at('2026-12-30T16:45'), department: 'culture' }] }) },
      { id: 'closed', facts: caseFacts({ placedAt, publishedAt: at('2026-12-30T16:50') }) },
      { id: 'untouched', facts: caseFacts({ placedAt: at('2026-11-24T10:00') }) },
      { id: 'before the order', facts: caseFacts({ placedAt: at('2021-11-24T10:00') }) },
    ]
    expect(movedDeadlines(cases, opened, after)).toEqual([
      { caseId: 'open', id: 'answer', index: 0, before: at('2027-01-11T11:30'), after: at('2026-12-31T11:30') },
      { caseId: 'open', id: 'answer', index: 1, before: at('2027-01-11T11:45'), after: at('2026-12-31T11:45') },
      { caseId: 'open', id: 'total', index: 0, before: at('2027-01-11T15:00'), after: at('2026-12-31T15:00') },
      { caseId: 'open', id: 'publication', index: 0, before: at('2027-01-11T16:00'), after: at('2026-12-31T16:00') },
    ])
    expect(movedDeadlines(cases, opened, opened)).toEqual([])
    const oldOnly = openRulebook({ ...RULEBOOK, regulations: [] })
    expect([movedDeadlines(cases, oldOnly, after), movedDeadlines(cases, opened, oldOnly)]).toEqual([[], []])
  })

  it('a rulebook goes through JSON and the door unchanged', () => {
    expect(rulebookSchema.parse(JSON.parse(JSON.stringify(RULEBOOK)))).toEqual(RULEBOOK)
  })
})

import { describe, expect, it } from 'vitest'
import { emptyWhatIf, formOfExample, readWhatIfInstant, whatIfFacts } from '../../../../renderer/features/calendar/whatIfForm'
import { rulebookWith } from '../../../../renderer/features/calendar/schedules'
import { workedExamples } from '../../../../renderer/ui/deadlines/workedExamples'
import { RU_CALENDAR } from '../../../../shared/domain/calendar'
import { deadlinesOf, ORDER_685, SCHEDULE_PRESETS, type Schedule } from '../../../../shared/domain/deadlines'
import { DEFAULT_OFFICE_ZONE, formatInstant, localDate } from '../../../../shared/domain/time'

const zone = DEFAULT_OFFICE_ZONE
const read = (typed: string) => {
  const found = readWhatIfInstant(typed, zone)
  return found.ok ? found.value && formatInstant(found.value, zone) : found.error
}

describe('a rehearsed instant', () => {
  it.each([
    ['27.11.2026 16:30', '2026-11-27T16:30:00+07:00'],
    ['7.1.2031, 9.05', '2031-01-07T09:05:00+07:00'],
    ['  ', null],
    ['27.11 16:30', 'unreadable'],
    ['31.02.2026 10:00', 'unreadable'],
    ['27.11.2026', 'unreadable'],
    ['27.11.1999 10:00', 'farAway'],
  ])('«%s» is %s', (typed, expected) => expect(read(typed)).toBe(expected))
})

describe('a rehearsed message', () => {
  const form = { ...emptyWhatIf, placed: '24.11.2026 10:00' }
  it('is placed, forwarded, returned, flagged', () => {
    const facts = whatIfFacts({ ...form, forwarded: '24.11.2026 11:00', returned: ['24.11.2026 15:30', '', '25.11.2026 08:20'], emergency: '24.11.2026 12:00' }, zone)
    expect(facts).toMatchObject({ ok: true, value: { forwardings: [{}], returns: [{}, {}] } })
    expect(facts.ok && facts.value.emergencyFlaggedAt).not.toBeNull()
  })
  it('tells at each field what is wrong', () => {
    expect(whatIfFacts(emptyWhatIf, zone)).toEqual({ ok: false, error: { placed: 'placedMissing' } })
    expect(whatIfFacts({ ...form, forwarded: '23.11.2026 10:00' }, zone)).toEqual({ ok: false, error: { forwarded: 'beforePlacing' } })
    expect(whatIfFacts({ ...form, forwarded: '24.11.2026 12:00', returned: ['24.11.2026 11:00'] }, zone)).toEqual({ ok: false, error: { 'returned-0': 'beforeForwarding' } })
    expect(whatIfFacts({ ...form, returned: ['24.11.2026 11:00'] }, zone)).toEqual({ ok: false, error: { forwarded: 'forwardedMissing' } })
  })
  it('an official appeal has its hand-over and registration; other kinds have none', () => {
    const typed = { ...form, handedOver: '25.11.2026 10:00', registered: '26.11.2026 10:00' }
    expect(whatIfFacts({ ...typed, kind: 'appeal' }, zone)).toMatchObject({ value: { appeal: { toForward: null } } })
    expect(whatIfFacts(typed, zone)).toMatchObject({ value: { appeal: null } })
  })
  it('every worked example can be typed', () => {
    for (const example of workedExamples) expect(whatIfFacts(formOfExample(example), zone).ok).toBe(true)
  })

  it('counts a structure’s own hours for the structure, and the administration’s for the operator', () => {
    const late = { ...SCHEDULE_PRESETS['40'], id: 'late', department: 'roads', validFrom: localDate('2027-01-01'), week: { ...SCHEDULE_PRESETS['40'].week, tue: [{ from: '14:00', to: '20:00' }] } }
    const rulebook = { zone, regulations: [ORDER_685], schedules: [SCHEDULE_PRESETS['40'], late], calendar: RU_CALENDAR }
    const facts = whatIfFacts({ ...form, forwarded: '24.11.2026 11:00' }, zone, 'roads')
    if (!facts.ok) throw new Error('unreadable')
    const due = (chosen: Schedule) => deadlinesOf(facts.value, rulebookWith(rulebook, chosen).inForceAt(facts.value.placedAt)!, null).deadlines.slice(0, 2).map((each) => formatInstant(each.due, zone).slice(11, 16))
    expect(due(late)).toEqual(['14:00', '18:00'])
    expect(due({ ...late, department: null })).toEqual(['17:00', '18:00'])
    expect(due(SCHEDULE_PRESETS['40'])).toEqual(['14:00', '16:00'])
  })
})

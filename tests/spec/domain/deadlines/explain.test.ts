import { describe, expect, it } from 'vitest'
import { RU_CALENDAR } from '../../../../shared/domain/calendar'
import { caseFacts, deadlinesOf, explain, NO_APPEAL, ORDER_685, SCHEDULE_PRESETS, type CaseFacts, type DeadlineId, type RulesInForce, type SkipReason, type Slice } from '../../../../shared/domain/deadlines'
import { formatInstant, parseOfficeZone, type Instant } from '../../../../shared/domain/time'
import { at, KRASNOYARSK, officeZone, rulesWith } from '../../../support/deadlines'

const HOUR = 3_600_000

function explained(id: DeadlineId, facts: Partial<CaseFacts> & Pick<CaseFacts, 'placedAt'>, rules: RulesInForce = rulesWith()) {
  const deadline = deadlinesOf(caseFacts(facts), rules, null).deadlines.find((each) => each.id === id)!
  return explain(deadline, rules)
}

const reasonText = (reason: SkipReason): string => {
  if (reason.kind === 'dayOff') return 'from' in reason.dayOff ? `${reason.dayOff.kind} ${reason.dayOff.from}` : 'holiday' in reason.dayOff ? reason.dayOff.holiday : reason.dayOff.kind
  if ('weekday' in reason) return `${reason.kind} ${reason.weekday}`
  return reason.kind === 'endMoved' ? `endMoved: ${reason.reason ? reasonText(reason.reason) : 'worked'}` : reason.kind
}

/** `MM-DD HH:MM +hours` for what counts, `MM-DD HH:MM reason` for what does not. */
const brief = (slices: readonly Slice[], zone = KRASNOYARSK): string[] =>
  slices.map((slice) => {
    const from = formatInstant(slice.from, zone).slice(5, 16).replace('T', ' ')
    return slice.kind === 'counted' ? `${from} +${slice.ms / HOUR}` : `${from} ${reasonText(slice.reason)}`
  })

function adjoining(slices: readonly Slice[], from: Instant, to: Instant): void {
  expect(slices[0]!.from).toBe(from)
  expect(slices[slices.length - 1]!.to).toBe(to)
  for (let i = 1; i < slices.length; i++) expect(slices[i]!.from).toBe(slices[i - 1]!.to)
}

describe('DL15 explanation of a deadline', () => {
  it('DL15 a working term over lunch, night and weekend', () => {
    const { slices, term, compared, id } = explained('triage', { placedAt: at('2026-11-27T16:30') })
    expect(brief(slices)).toEqual(['11-27 16:30 +0.5', '11-27 17:00 night', '11-28 00:00 weekend 6', '11-29 00:00 weekend 7', '11-30 00:00 night', '11-30 08:00 +2.5'])
    adjoining(slices, term.from, term.due)
    expect([id, compared]).toEqual(['triage', [{ rule: 'triage', due: term.due, binds: true }]])
    expect(brief(explained('triage', { placedAt: at('2026-11-24T10:00') }).slices)).toEqual(['11-24 10:00 +2', '11-24 12:00 lunch', '11-24 13:00 +1'])
    expect(brief(explained('triage', { placedAt: at('2026-11-24T12:15') }).slices)).toEqual(['11-24 12:15 lunch', '11-24 13:00 +3'])
    expect(brief(explained('triage', { placedAt: at('2026-11-24T12:00') }).slices)).toEqual(['11-24 12:00 lunch', '11-24 13:00 +3'])
  })

  it('DL15 a night between two working days is one', () => {
    expect(brief(explained('triage', { placedAt: at('2026-11-24T16:30') }).slices)).toEqual(['11-24 16:30 +0.5', '11-24 17:00 night', '11-25 08:00 +2.5'])
    expect(brief(explained('triage', { placedAt: at('2026-11-24T20:00') }).slices)).toEqual(['11-24 20:00 night', '11-25 08:00 +3'])
    expect(brief(explained('triage', { placedAt: at('2026-11-24T05:00') }).slices)).toEqual(['11-24 05:00 night', '11-24 08:00 +3'])
  })

  it('DL15 names holidays, moved days and the decree, shortened days and worked weekends', () => {
    const { slices } = explained('triage', { placedAt: at('2027-02-20T15:00') })
    expect(brief(slices)).toEqual(['02-20 15:00 +1', '02-20 16:00 night', '02-21 00:00 weekend 7', '02-22 00:00 movedByAct 2027-02-20', '02-23 00:00 defenderDay', '02-24 00:00 night', '02-24 08:00 +2'])
    expect(slices[0]).toMatchObject({
      date: '2027-02-20',
      note: { shortMinutes: 60, workingWeekend: { worksAs: '2027-02-22', act: { number: '1187' } }, ignoredNonWorking: null, provisional: false },
    })
    // 24 hours of a short day are 24 hours.
    const whole = explained('total', { placedAt: at('2027-02-20T15:00') }).slices
    expect([brief(whole)[0], whole[0]]).toMatchObject(['02-20 15:00 +9', { note: { shortMinutes: 0, workingWeekend: { worksAs: '2027-02-22' } } }])
    expect(slices[3]).toMatchObject({ date: '2027-02-22', provisional: false, reason: { dayOff: { act: { kind: 'government', number: '1187', date: '2026-09-17' } } } })
    const library = rulesWith({ schedule: { ...SCHEDULE_PRESETS['40'], id: 'library', week: { ...SCHEDULE_PRESETS['40'].week, sat: [{ from: '09:00', to: '13:00' }] } } })
    const may = explained('triage', { placedAt: at('2027-05-08T11:00') }, library).slices
    expect(brief(may).slice(0, 2)).toEqual(['05-08 11:00 +1', '05-08 12:00 night'])
    expect(may[0]).toMatchObject({ note: { shortMinutes: 60 } })
    const full = rulesWith({ schedule: { ...SCHEDULE_PRESETS['40'], id: 'never short', shortDayMinutes: 0 } })
    expect(explained('triage', { placedAt: at('2026-11-03T08:00') }, full).slices[0]).toMatchObject({ note: { shortMinutes: 0 } })
    const march = explained('publication', { placedAt: at('2026-03-06T18:00') })
    expect(brief(march.slices)).toEqual(['03-06 18:00 +6', '03-07 00:00 weekend 6', '03-08 00:00 womensDay', '03-09 00:00 movedByStatute 2026-03-08', '03-10 00:00 +18'])
  })

  it('DL15 non-working days are skipped or, with the switch off, noted', () => {
    const off = explained('triage', { placedAt: at('2021-04-30T15:00') }, rulesWith({ calendar: { ...RU_CALENDAR, nonWorkingDaysAreOff: true } }))
    expect(brief(off.slices)).toContain('05-04 00:00 nonWorking')
    const worked = explained('triage', { placedAt: at('2021-04-30T15:00') })
    expect(worked.slices.at(-1)).toMatchObject({ kind: 'counted', note: { ignoredNonWorking: { kind: 'president', number: '242' } } })
  })

  it('DL15 explains the measure that ended last and the cap that ended first', () => {
    const floor = explained('publication', { placedAt: at('2022-02-21T16:30') })
    expect(floor.term.clock).toBe('working')
    expect(brief(floor.slices)).toEqual(['02-21 16:30 +0.5', '02-21 17:00 night', '02-22 08:00 +4', '02-22 12:00 lunch', '02-22 13:00 +3', '02-22 16:00 night', '02-23 00:00 defenderDay', '02-24 00:00 night', '02-24 08:00 +0.5'])
    const capped = explained('answer', { placedAt: at('2026-11-23T16:30'), forwardings: [{ at: at('2026-11-24T15:00'), department: null }] })
    expect(brief(capped.slices)).toEqual(['11-23 16:30 +7.5', '11-24 00:00 +15.5'])
    expect(capped.compared.map(({ rule, binds }) => [rule, binds])).toEqual([['answer', false], ['total', true], ['publication', false]])
    expect(capped.id).toBe('answer')
  })

  it('DL15 the elapsed clock counts every day, one by one', () => {
    const flaggedAt = at('2026-11-28T15:00')
    expect(brief(explained('emergency', { placedAt: flaggedAt, emergencyFlaggedAt: flaggedAt }).slices)).toEqual(['11-28 15:00 +9', '11-29 00:00 +15'])
  })

  it('DL15 calendar days: the day of the event is skipped, the move of the end is told', () => {
    const appeal = { ...NO_APPEAL, handedOverAt: at('2026-11-25T10:00') }
    const { slices, term } = explained('registration', { placedAt: at('2026-11-24T10:00'), kind: 'appeal', appeal })
    expect(brief(slices)).toEqual(['11-25 10:00 dayOfEvent', '11-26 00:00 +24', '11-27 00:00 +24', '11-28 00:00 +24', '11-29 00:00 endMoved: weekend 7', '11-30 00:00 endMoved: worked'])
    adjoining(slices, term.from, term.due)
    expect(slices.every((slice) => slice.kind === 'skipped' || slice.date === formatInstant(slice.from, KRASNOYARSK).slice(0, 10))).toBe(true)
    const firm = explained('registration', { placedAt: at('2026-11-23T10:00'), kind: 'appeal', appeal: { ...appeal, handedOverAt: at('2026-11-23T10:00') } })
    expect(firm.slices.at(-1)).toMatchObject({ kind: 'counted', date: '2026-11-26' })
  })

  it('DL15 a budget that is spent has nothing to explain', () => {
    const returns = [{ at: at('2026-11-24T09:00'), department: null }, { at: at('2026-11-24T14:00'), department: null }]
    const rules = rulesWith({ rules: { rework: { ...ORDER_685.rules.rework, budget: 'shared' } } })
    const second = deadlinesOf(caseFacts({ placedAt: at('2026-11-24T08:00'), returns }), rules, null).deadlines.filter(({ id }) => id === 'rework')[1]!
    expect(explain(second, rules).slices).toEqual([])
  })

  it('DL15 a weekday without hours, several intervals, and a change of the clock', () => {
    const berlin = parseOfficeZone('Europe/Berlin')
    if (!berlin.ok) throw new Error('zone')
    const hours = (...pairs: [string, string][]) => pairs.map(([from, to]) => ({ from, to }))
    const schedule = { ...SCHEDULE_PRESETS['40'], week: { mon: [], tue: hours(['00:00', '24:00']), wed: hours(['00:00', '01:00'], ['10:00', '11:00'], ['22:00', '24:00']), thu: [], fri: [], sat: [], sun: hours(['01:00', '04:00']) } }
    const rules = rulesWith({ schedule, zone: berlin.value })
    const facts = { placedAt: at('2026-03-29T00:30', berlin.value) }
    expect(brief(explained('triage', facts, rules).slices, berlin.value)).toEqual(['03-29 00:30 night', '03-29 01:00 +2', '03-29 04:00 night', '03-30 00:00 notScheduled 1', '03-31 00:00 +1'])
    const tuesday = { placedAt: at('2026-03-31T23:00', berlin.value) }
    expect(brief(explained('triage', tuesday, rules).slices, berlin.value)).toEqual(['03-31 23:00 +1', '04-01 00:00 +1', '04-01 01:00 lunch', '04-01 10:00 +1'])
    const day = explained('total', { placedAt: at('2026-03-28T12:00', berlin.value) }, rules)
    expect(brief(day.slices, berlin.value)).toEqual(['03-28 12:00 weekend 6', '03-29 00:00 +23'])
    const autumn = explained('total', { placedAt: at('2026-10-25T00:00', berlin.value) }, rules)
    expect(brief(autumn.slices, berlin.value)).toEqual(['10-25 00:00 +23'])
    const doubled = explained('triage', { placedAt: at('2026-10-25T01:00', berlin.value) }, rules)
    expect(brief(doubled.slices, berlin.value)).toEqual(['10-25 01:00 +3'])
  })

  it('DL15 a pause is lunch only between two stretches of one day: work to midnight or from midnight makes nights around it', () => {
    const hours = (...pairs: [string, string][]) => pairs.map(([from, to]) => ({ from, to }))
    const schedule = {
      ...SCHEDULE_PRESETS['40'],
      week: { mon: hours(['22:00', '24:00']), tue: hours(['10:00', '11:00'], ['12:00', '13:00']), wed: hours(['00:00', '02:00']), thu: [], fri: [], sat: [], sun: [] },
    }
    const { slices, term } = explained('explanation', { placedAt: at('2026-11-23T23:00'), kind: 'explanation' }, rulesWith({ schedule, rules: { explanation: { ...ORDER_685.rules.explanation, hours: 4 } } }))
    expect(brief(slices)).toEqual(['11-23 23:00 +1', '11-24 00:00 night', '11-24 10:00 +1', '11-24 11:00 lunch', '11-24 12:00 +1', '11-24 13:00 night', '11-25 00:00 +1'])
    adjoining(slices, term.from, term.due)
  })

  it('DL15 a date that the wall clock never showed has no slice', () => {
    // Samoa went from Thursday 29 December 2011 to Saturday the 31st.
    const apia = officeZone('Pacific/Apia')
    const placedAt = at('2011-12-29T20:00', apia)
    const { slices, term } = explained('emergency', { placedAt, emergencyFlaggedAt: placedAt }, rulesWith({ zone: apia }))
    expect(brief(slices, apia)).toEqual(['12-29 20:00 +4', '12-31 00:00 +20'])
    adjoining(slices, term.from, term.due)
  })

  it('DL17 a provisional stretch says so', () => {
    const { slices } = explained('publication', { placedAt: at('2027-12-30T18:00') })
    const january = slices.filter(({ date }) => date.startsWith('2028'))
    expect(january.length).toBeGreaterThan(8)
    expect(january.every((slice) => (slice.kind === 'counted' ? slice.note.provisional : slice.provisional))).toBe(true)
    expect(slices.filter(({ date }) => date.startsWith('2027')).some((slice) => (slice.kind === 'counted' ? slice.note.provisional : slice.provisional))).toBe(false)
  })
})

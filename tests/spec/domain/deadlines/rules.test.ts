import { describe, expect, it } from 'vitest'
import { RU_CALENDAR } from '../../../../shared/domain/calendar'
import {
  caseFacts,
  deadlinesOf,
  NO_APPEAL,
  ORDER_685,
  type CaseFacts,
  type CaseKind,
  type Deadline,
  type DeadlineId,
  type RegulationRules,
  type RulesInForce,
} from '../../../../shared/domain/deadlines'
import { formatInstant, type Instant } from '../../../../shared/domain/time'
import { at, KRASNOYARSK, rulesWith } from '../../../support/deadlines'

const order = ORDER_685.rules
const wall = (t: Instant): string => formatInstant(t, KRASNOYARSK).slice(0, 16)
const forwarded = (text: string, department: string | null = null) => ({ at: at(text), department })

type Known = Partial<CaseFacts> & { readonly placed: string }

function all({ placed, ...known }: Known, rules: RulesInForce, now: string | null = null): readonly Deadline[] {
  return deadlinesOf(caseFacts({ placedAt: at(placed), ...known }), rules, now === null ? null : at(now)).deadlines
}

function only(id: DeadlineId, known: Known, rules: RulesInForce = rulesWith(), now: string | null = null): Deadline {
  const found = all(known, rules, now).filter((deadline) => deadline.id === id)
  expect(found).toHaveLength(1)
  return found[0]!
}

const due = (id: DeadlineId, known: Known, rules?: Partial<RegulationRules>): string => wall(only(id, known, rulesWith({ rules: rules ?? {} })).due)
const ids = (known: Known, rules: RulesInForce = rulesWith()): string[] => all(known, rules).map(({ id }) => id)
const binding = (known: Known, rules: RulesInForce = rulesWith()) => {
  const { placed, ...rest } = known
  return deadlinesOf(caseFacts({ placedAt: at(placed), ...rest }), rules, null)
}

describe('triage', () => {
  it('DL3 three working hours from placement', () => {
    expect(due('triage', { placed: '2026-11-24T09:00' })).toBe('2026-11-24T12:00')
    expect(due('triage', { placed: '2026-11-24T12:30' })).toBe('2026-11-24T16:00')
    const { own, startedAt, department } = only('triage', { placed: '2026-11-24T09:00' })
    expect(own).toMatchObject({ rule: 'triage', clause: '3.1', clock: 'working', ms: 10_800_000, startEvent: 'placed', also: null, dayCount: null })
    expect([startedAt, department]).toEqual([at('2026-11-24T09:00'), null])
  })

  it('DL3 reading: from receipt by the program', () => {
    const rules = { triage: { ...order.triage, from: 'received' } } as const
    const known = { placed: '2026-11-24T09:00', receivedAt: at('2026-11-24T10:00') }
    expect(due('triage', known, rules)).toBe('2026-11-24T14:00')
    expect(only('triage', known, rulesWith({ rules })).own.startEvent).toBe('received')
    expect(due('triage', known)).toBe('2026-11-24T12:00')
    expect(due('triage', { placed: '2026-11-24T09:00' }, rules)).toBe('2026-11-24T12:00')
  })

  it('DL3 each act of triage ends it, the earliest of them', () => {
    const t = at('2026-11-24T10:00')
    const later = at('2026-11-24T11:00')
    const acts: Partial<CaseFacts>[] = [
      { forwardings: [{ at: later, department: null }, { at: t, department: 'b' }] },
      { decidedAt: t, publishedAt: later },
      { refusedAt: t, kind: 'refusal' },
      { publishedAt: t },
      { appeal: { ...NO_APPEAL, handedOverAt: t, registeredAt: later } },
      { appeal: { ...NO_APPEAL, registeredAt: t } },
      { decidedAt: t, forwardings: [{ at: later, department: null }] },
    ]
    for (const act of acts) expect(only('triage', { placed: '2026-11-24T09:00', ...act })).toMatchObject({ state: 'met', closedAt: t })
    expect(only('triage', { placed: '2026-11-24T09:00', submissions: [{ at: t, department: null }] }).closedAt).toBeNull()
  })

  it('DL3 a forwarding withdrawn within the term is none: the term runs on', () => {
    const sent = (from: string, withdrawn: string | null, more: Partial<CaseFacts> = {}, now?: string) =>
      only('triage', { placed: '2026-11-24T09:00', forwardings: [{ ...forwarded(from), withdrawnAt: withdrawn === null ? null : at(withdrawn) }], ...more }, rulesWith(), now)
    expect(sent('2026-11-24T10:00', '2026-11-24T10:01', {}, '2026-11-24T11:00')).toMatchObject({ state: 'running', closedAt: null, due: at('2026-11-24T12:00') })
    expect(sent('2026-11-24T10:00', '2026-11-24T12:00', {}, '2026-11-24T14:00').state).toBe('overdue')
    // With the department when the term ended: what was forwarded in time stays so, whatever became of it.
    expect(sent('2026-11-24T10:00', '2026-11-24T12:00:00.001')).toMatchObject({ state: 'met', closedAt: at('2026-11-24T10:00') })
    const second = { ...forwarded('2026-11-24T11:00'), withdrawnAt: null }
    const first = { ...forwarded('2026-11-24T10:00'), withdrawnAt: at('2026-11-24T10:30') }
    expect(sent('2026-11-24T10:00', null, { forwardings: [first, second] })).toMatchObject({ state: 'met', closedAt: second.at })
    // A department that declines had it all the same; and what closes the case calls off what is still out.
    expect(only('triage', { placed: '2026-11-24T09:00', forwardings: [{ ...forwarded('2026-11-24T10:00'), declinedAt: at('2026-11-24T10:30') }] }).state).toBe('met')
    expect(sent('2026-11-24T10:00', '2026-11-24T10:30', { publishedAt: at('2026-11-24T10:30') }).closedAt).toBe(at('2026-11-24T10:00'))
    expect(sent('2026-11-24T10:00', '2026-11-24T10:20', { publishedAt: at('2026-11-24T10:30') }).closedAt).toBe(at('2026-11-24T10:30'))
  })
})

describe('answer', () => {
  const known = { placed: '2026-11-24T08:00', forwardings: [forwarded('2026-11-24T09:00')] }

  it('DL4 four working hours from forwarding', () => {
    expect(due('answer', known)).toBe('2026-11-24T14:00')
    expect(only('answer', known)).toMatchObject({ index: 0, binds: 'answer', startedAt: at('2026-11-24T09:00'), overdueAtStart: false })
    expect(only('answer', known).own).toMatchObject({ clause: '3.2', startEvent: 'forwarded', clock: 'working', ms: 14_400_000 })
    expect(ids({ placed: '2026-11-24T08:00' })).toEqual(['triage', 'total', 'publication'])
  })

  it('DL4 readings: from placement, elapsed, day clock', () => {
    const night = { placed: '2026-11-27T15:00', forwardings: [forwarded('2026-11-27T16:00')] }
    const reading = (answer: Partial<RegulationRules['answer']>) => due('answer', night, { answer: { ...order.answer, ...answer } })
    expect(reading({})).toBe('2026-11-30T11:00')
    expect(reading({ from: 'placed' })).toBe('2026-11-30T10:00')
    expect(reading({ clock: 'elapsed' })).toBe('2026-11-27T20:00')
    expect(reading({ clock: 'elapsed', from: 'placed' })).toBe('2026-11-27T19:00')
    const evening = { placed: '2026-11-27T21:00', forwardings: [forwarded('2026-11-27T22:00')] }
    expect(due('answer', evening, { answer: { ...order.answer, clock: 'day' } })).toBe('2026-11-30T02:00')
  })

  it('DL4 from placement it runs before anybody was asked, and publication meets it', () => {
    const rules = rulesWith({ rules: { answer: { ...order.answer, from: 'placed' } } })
    expect(only('answer', { placed: '2026-11-24T08:00' }, rules)).toMatchObject({ due: at('2026-11-24T12:00'), state: 'running', department: null })
    expect(only('answer', { placed: '2026-11-24T08:00' }, rules).own.startEvent).toBe('placed')
    const publishedAt = at('2026-11-24T11:00')
    expect(only('answer', { placed: '2026-11-24T08:00', publishedAt }, rules)).toMatchObject({ state: 'met', closedAt: publishedAt })
    const submitted = { placed: '2026-11-24T08:00', submissions: [forwarded('2026-11-24T10:00')], publishedAt }
    expect(only('answer', submitted, rules)).toMatchObject({ state: 'met', closedAt: at('2026-11-24T10:00') })
    const registered = { placed: '2026-11-24T08:00', appeal: { ...NO_APPEAL, registeredAt: publishedAt } }
    expect(only('answer', registered, rules)).toMatchObject({ state: 'lifted', closedAt: publishedAt })
    expect(all({ ...known }, rules).filter(({ id }) => id === 'answer')).toHaveLength(1)
  })

  it('DL4 every forwarding has its own, closed by its own department', () => {
    const two = {
      placed: '2026-11-24T08:00',
      forwardings: [forwarded('2026-11-24T09:00', 'roads'), forwarded('2026-11-24T10:00', 'schools')],
      submissions: [forwarded('2026-11-24T11:00', 'schools')],
    }
    const answers = all(two, rulesWith()).filter(({ id }) => id === 'answer')
    expect(answers.map(({ index, department, due: end, state, closedAt }) => [index, department, wall(end), state, closedAt])).toEqual([
      [0, 'roads', '2026-11-24T14:00', 'running', null],
      [1, 'schools', '2026-11-24T15:00', 'met', at('2026-11-24T11:00')],
    ])
  })

  it('DL4 an answer handed in before the forwarding is not the answer to it', () => {
    const submissions = [forwarded('2026-11-24T08:59'), forwarded('2026-11-24T15:00'), forwarded('2026-11-24T13:00')]
    expect(only('answer', { ...known, submissions }).closedAt).toBe(at('2026-11-24T13:00'))
    expect(only('answer', { ...known, submissions: [forwarded('2026-11-24T09:00')] }).closedAt).toBe(at('2026-11-24T09:00'))
  })

  it('DL4 is capped by total and publication', () => {
    const late = { placed: '2026-11-23T16:30', forwardings: [forwarded('2026-11-24T15:00')] }
    const answer = only('answer', late)
    expect(wall(answer.own.due)).toBe('2026-11-25T10:00')
    expect(wall(answer.due)).toBe('2026-11-24T15:30')
    expect(answer).toMatchObject({ binds: 'total', overdueAtStart: false })
    expect(answer.terms.map(({ rule }) => rule)).toEqual(['answer', 'total', 'publication'])
    const longTotal = { total: { ...order.total, hours: 48 } }
    expect(due('answer', late, longTotal)).toBe('2026-11-24T16:30')
    expect(only('answer', late, rulesWith({ rules: longTotal })).binds).toBe('publication')
  })

  it('DL14 is worked by the department’s schedule, the rest by the operator’s', () => {
    const rules = rulesWith({
      departments: [
        {
          id: 'early',
          title: 'Раньше на два часа',
          department: 'roads',
          validFrom: null,
          validTo: null,
          week: {
            mon: [{ from: '06:00', to: '14:00' }],
            tue: [{ from: '06:00', to: '14:00' }],
            wed: [{ from: '06:00', to: '14:00' }],
            thu: [{ from: '06:00', to: '14:00' }],
            fri: [{ from: '06:00', to: '14:00' }],
            sat: [],
            sun: [],
          },
          shortDayMinutes: 60,
        },
      ],
    })
    const facts = { placed: '2026-11-24T12:00', forwardings: [forwarded('2026-11-24T13:00', 'roads'), forwarded('2026-11-24T13:00', 'schools')] }
    const answers = all(facts, rules).filter(({ id }) => id === 'answer')
    expect(answers.map(({ due: end }) => wall(end))).toEqual(['2026-11-25T09:00', '2026-11-24T17:00'])
    const returned = { ...facts, returns: [forwarded('2026-11-24T13:30', 'roads')] }
    expect(wall(only('rework', returned, rules).due)).toBe('2026-11-25T08:30')
    expect(wall(only('triage', facts, rules).due)).toBe('2026-11-24T16:00')
    const short = { ...facts, forwardings: [forwarded('2026-11-24T13:00', 'roads')], placed: '2026-11-23T15:30' }
    expect(only('answer', short, rules)).toMatchObject({ due: at('2026-11-24T14:30'), workable: at('2026-11-24T14:00') })
  })
})

describe('rework', () => {
  const known = { placed: '2026-11-24T08:00', forwardings: [forwarded('2026-11-24T09:00')] }

  it('DL5 three working hours from each return', () => {
    const returns = [forwarded('2026-11-24T09:30'), forwarded('2026-11-24T14:30')]
    const submissions = [forwarded('2026-11-24T09:20'), forwarded('2026-11-24T10:30')]
    const reworks = all({ ...known, returns, submissions }, rulesWith()).filter(({ id }) => id === 'rework')
    expect(reworks.map(({ index, due: end, closedAt }) => [index, wall(end), closedAt])).toEqual([
      [0, '2026-11-24T13:30', at('2026-11-24T10:30')],
      [1, '2026-11-25T07:00', null],
    ])
    expect(reworks[1]).toMatchObject({ binds: 'total', own: { rule: 'rework', due: at('2026-11-25T08:30'), clause: '3.2', startEvent: 'returned' } })
    expect(reworks[0]!.startedAt).toBe(at('2026-11-24T09:30'))
  })

  it('DL5 readings: elapsed clock, one budget for all returns', () => {
    const evening = { ...known, returns: [forwarded('2026-11-24T16:00')] }
    expect(due('rework', evening)).toBe('2026-11-25T07:00')
    expect(due('rework', evening, { rework: { ...order.rework, clock: 'elapsed' } })).toBe('2026-11-24T19:00')
    const rounds = {
      ...known,
      submissions: [forwarded('2026-11-24T09:10'), forwarded('2026-11-24T11:00'), forwarded('2026-11-24T14:00')],
      returns: [forwarded('2026-11-24T09:30'), forwarded('2026-11-24T11:30'), forwarded('2026-11-24T15:00')],
    }
    const dues = (budget: 'each' | 'shared') =>
      all(rounds, rulesWith({ rules: { rework: { ...order.rework, budget } } }))
        .filter(({ id }) => id === 'rework')
        .map(({ own }) => wall(own.due))
    expect(dues('each')).toEqual(['2026-11-24T13:30', '2026-11-24T15:30', '2026-11-25T09:00'])
    // 1 h 30 min went on the first, as much on the second (lunch out), nothing is left for the third.
    expect(dues('shared')).toEqual(['2026-11-24T13:30', '2026-11-24T14:00', '2026-11-24T15:00'])
    const overspent = { ...rounds, submissions: [forwarded('2026-11-24T09:10'), forwarded('2026-11-24T16:00')], returns: [forwarded('2026-11-24T09:30'), forwarded('2026-11-24T16:10')] }
    const last = all(overspent, rulesWith({ rules: { rework: { ...order.rework, budget: 'shared' } } })).filter(({ id }) => id === 'rework').at(-1)!
    expect([wall(last.own.due), last.own.ms]).toEqual(['2026-11-24T16:10', 0])
    // An evening of the elapsed clock is spent, though nobody worked: two hours of the three, and one is left.
    const evenings = {
      ...known,
      submissions: [forwarded('2026-11-24T09:10'), forwarded('2026-11-24T20:00')],
      returns: [forwarded('2026-11-24T18:00'), forwarded('2026-11-24T21:00')],
    }
    const night = all(evenings, rulesWith({ rules: { rework: { ...order.rework, clock: 'elapsed', budget: 'shared' } } })).filter(({ id }) => id === 'rework')
    expect(night.map(({ own }) => wall(own.due))).toEqual(['2026-11-24T21:00', '2026-11-24T22:00'])
  })

  it('DL5 a return after the total has passed is overdue at once', () => {
    const late = { ...known, returns: [forwarded('2026-11-25T09:00')] }
    expect(only('rework', late, rulesWith(), '2026-11-25T09:00')).toMatchObject({
      due: at('2026-11-25T07:00'),
      binds: 'total',
      overdueAtStart: true,
      state: 'overdue',
    })
    const last = { ...known, returns: [forwarded('2026-11-25T07:00')] }
    expect(only('rework', last, rulesWith(), '2026-11-25T07:00')).toMatchObject({ due: at('2026-11-25T07:00'), overdueAtStart: false, state: 'running' })
  })

  it('DL5 is closed by the department’s next answer, and lifted when the forwarding falls', () => {
    const returned = { ...known, forwardings: [forwarded('2026-11-24T09:00', 'roads')], returns: [forwarded('2026-11-24T10:00', 'roads')] }
    const closing = (more: Partial<CaseFacts>) => {
      const { closedAt, state } = only('rework', { ...returned, ...more })
      return [closedAt === null ? null : wall(closedAt), state]
    }
    expect(closing({ submissions: [forwarded('2026-11-24T10:00', 'roads')] })).toEqual([null, 'running'])
    expect(closing({ submissions: [forwarded('2026-11-24T11:00', 'schools')] })).toEqual([null, 'running'])
    expect(closing({ submissions: [forwarded('2026-11-24T11:00', 'roads')] })).toEqual(['2026-11-24T11:00', 'met'])
    expect(closing({ publishedAt: at('2026-11-24T11:30') })).toEqual(['2026-11-24T11:30', 'lifted'])
    expect(closing({ appeal: { ...NO_APPEAL, registeredAt: at('2026-11-24T11:40') } })).toEqual(['2026-11-24T11:40', 'lifted'])
    const fallen = (act: object, department = 'roads') => closing({ forwardings: [{ ...forwarded('2026-11-24T09:00', department), ...act }] })
    expect(fallen({ withdrawnAt: at('2026-11-24T11:00') })).toEqual(['2026-11-24T11:00', 'lifted'])
    expect(fallen({ declinedAt: at('2026-11-24T11:10') })).toEqual(['2026-11-24T11:10', 'lifted'])
    expect(fallen({ declinedAt: at('2026-11-24T10:00'), withdrawnAt: null })).toEqual([null, 'running'])
    expect(fallen({ declinedAt: at('2026-11-24T11:10') }, 'schools')).toEqual([null, 'running'])
  })

  it('DL5 a second return proves an answer between, at an instant that nobody knows', () => {
    const returns = [forwarded('2026-11-24T09:30'), forwarded('2026-11-24T11:00')]
    const reworks = all({ ...known, returns }, rulesWith()).filter(({ id }) => id === 'rework')
    expect(reworks.map(({ state, closedAt }) => [state, closedAt])).toEqual([
      ['met', at('2026-11-24T11:00')],
      ['running', null],
    ])
    expect(only('answer', { ...known, returns }).state).toBe('met')
    const unknowable = only('answer', { ...known, returns: [forwarded('2026-11-24T15:00')] })
    expect(unknowable).toMatchObject({ state: 'lifted', closedAt: at('2026-11-24T15:00'), late: null })
  })
})

describe('total', () => {
  it('DL6 23 hours of the day clock from placement, whenever it was forwarded', () => {
    expect(due('total', { placed: '2026-11-27T18:00' })).toBe('2026-11-30T17:00')
    expect(due('total', { placed: '2026-11-27T18:00', forwardings: [forwarded('2026-11-30T12:00')] })).toBe('2026-11-30T17:00')
    expect(due('publication', { placed: '2026-11-27T18:00', forwardings: [forwarded('2026-11-30T12:00')] })).toBe('2026-11-30T18:00')
    expect(only('total', { placed: '2026-11-27T18:00' }).own).toMatchObject({ clause: '3.2', clock: 'day', startEvent: 'placed' })
  })

  it('DL6 readings: elapsed, from forwarding', () => {
    const known = { placed: '2026-11-27T09:00', forwardings: [forwarded('2026-11-27T11:00', 'a'), forwarded('2026-11-27T10:00', 'b')] }
    expect(due('total', known, { total: { ...order.total, clock: 'elapsed' } })).toBe('2026-11-28T08:00')
    const rules = { total: { ...order.total, from: 'forwarded' } } as const
    expect(due('total', known, rules)).toBe('2026-11-30T09:00')
    expect(only('total', known, rulesWith({ rules })).own).toMatchObject({ rule: 'total', startEvent: 'forwarded' })
    const [first, second] = known.forwardings
    const withdrawn = { ...known, forwardings: [first!, { ...second!, withdrawnAt: at('2026-11-27T10:30') }] }
    expect(due('total', withdrawn, rules)).toBe('2026-11-30T10:00')
    const declined = { ...known, forwardings: [first!, { ...second!, declinedAt: at('2026-11-27T10:30'), withdrawnAt: null }] }
    expect(due('total', declined, rules)).toBe('2026-11-30T10:00')
    const none = { ...known, forwardings: [{ ...second!, declinedAt: at('2026-11-27T10:30') }] }
    expect(due('total', none, rules)).toBe('2026-11-30T09:00')
    expect(ids({ placed: '2026-11-27T09:00' }, rulesWith({ rules }))).toEqual(['triage', 'publication'])
  })

  it('DL6 ends with the last department’s last answer, and a return opens it again', () => {
    const two = { placed: '2026-11-24T08:00', forwardings: [forwarded('2026-11-24T09:00', 'a'), forwarded('2026-11-24T09:00', 'b')] }
    const closing = (more: Partial<CaseFacts>, base: Known = two) => {
      const { closedAt, state } = only('total', { ...base, ...more })
      return [closedAt === null ? null : wall(closedAt), state]
    }
    const a = forwarded('2026-11-24T10:00', 'a')
    const b = forwarded('2026-11-24T11:00', 'b')
    expect(closing({ submissions: [a] })).toEqual([null, 'running'])
    expect(closing({ submissions: [b, a] })).toEqual(['2026-11-24T11:00', 'met'])
    expect(closing({ submissions: [a, b], returns: [forwarded('2026-11-24T12:00', 'a')] })).toEqual([null, 'running'])
    expect(closing({ submissions: [a, b, forwarded('2026-11-24T14:00', 'a')], returns: [forwarded('2026-11-24T12:00', 'a')] })).toEqual(['2026-11-24T14:00', 'met'])
    expect(closing({ submissions: [a], publishedAt: at('2026-11-24T15:00') })).toEqual(['2026-11-24T15:00', 'lifted'])
    expect(closing({ appeal: { ...NO_APPEAL, registeredAt: at('2026-11-24T15:00') } })).toEqual(['2026-11-24T15:00', 'lifted'])
    const fallen = [{ ...two.forwardings[0]!, declinedAt: at('2026-11-24T12:00') }, two.forwardings[1]!]
    expect(closing({ forwardings: fallen, submissions: [b] })).toEqual(['2026-11-24T11:00', 'met'])
    expect(closing({ forwardings: [fallen[0]!] })).toEqual([null, 'running'])
    const bare = { placed: '2026-11-24T08:00' }
    expect(closing({}, bare)).toEqual([null, 'running'])
    expect(closing({ submissions: [a] }, bare)).toEqual(['2026-11-24T10:00', 'met'])
    expect(closing({ publishedAt: at('2026-11-24T15:00') }, bare)).toEqual(['2026-11-24T15:00', 'lifted'])
    expect(closing({ submissions: [a, b], publishedAt: at('2026-11-24T15:00') })).toEqual(['2026-11-24T11:00', 'met'])
  })
})

describe('publication', () => {
  it('DL7 the later of 24 hours of days and 8 working hours', () => {
    const floor = only('publication', { placed: '2022-02-21T16:30' })
    expect(floor.own).toMatchObject({ clause: '3.3', clock: 'working', ms: 28_800_000, also: { clock: 'day', ms: 86_400_000 } })
    expect(wall(floor.own.also!.due)).toBe('2022-02-22T16:30')
    const plain = only('publication', { placed: '2026-11-27T18:00' })
    expect(plain.own).toMatchObject({ clock: 'day', ms: 86_400_000, also: { clock: 'working', ms: 28_800_000 } })
    expect([wall(plain.due), wall(plain.own.also!.due), wall(plain.workable)]).toEqual(['2026-11-30T18:00', '2026-11-30T17:00', '2026-11-30T17:00'])
    // Both end together: 24 hours of days, which is the period itself.
    expect(only('publication', { placed: '2026-11-24T10:00' }).own).toMatchObject({ clock: 'day', due: at('2026-11-25T10:00'), also: { due: at('2026-11-25T10:00') } })
  })

  it('DL7 readings: without the floor, elapsed, from receipt', () => {
    const known = { placed: '2022-02-21T16:30', receivedAt: at('2022-02-21T16:40') }
    const reading = (publication: Partial<RegulationRules['publication']>) => due('publication', known, { publication: { ...order.publication, ...publication } })
    expect(reading({ floorHours: null })).toBe('2022-02-22T16:30')
    expect(reading({ from: 'received', floorHours: null })).toBe('2022-02-22T16:40')
    expect(reading({ clock: 'elapsed' })).toBe('2022-02-24T08:30')
    expect(due('publication', { placed: '2026-11-27T18:00' }, { publication: { ...order.publication, clock: 'elapsed', floorHours: null } })).toBe('2026-11-28T18:00')
    expect(only('publication', known, rulesWith({ rules: { publication: { ...order.publication, floorHours: null } } })).own.also).toBeNull()
  })

  it('DL7 publication meets it, registration as an appeal lifts it', () => {
    const publishedAt = at('2026-11-24T15:00')
    expect(only('publication', { placed: '2026-11-24T10:00', publishedAt })).toMatchObject({ state: 'met', closedAt: publishedAt })
    expect(only('publication', { placed: '2026-11-24T10:00', appeal: { ...NO_APPEAL, registeredAt: publishedAt } })).toMatchObject({ state: 'lifted', closedAt: publishedAt })
  })
})

describe('explanation, refusal, link', () => {
  const forwardings = [forwarded('2026-11-27T18:00')]

  it('DL8 twelve working hours instead of answer, total and publication', () => {
    expect(ids({ placed: '2026-11-27T18:00', kind: 'explanation', forwardings })).toEqual(['triage', 'explanation'])
    const explanation = only('explanation', { placed: '2026-11-27T18:00', kind: 'explanation', publishedAt: at('2026-12-01T12:00') })
    expect(explanation).toMatchObject({ due: at('2026-12-01T12:00'), state: 'met', startedAt: at('2026-11-27T18:00') })
    expect(explanation.own).toMatchObject({ clause: '3.7', clock: 'working', ms: 43_200_000 })
  })

  it('DL8 reading: answer and rework also hold, capped by it', () => {
    const rules = { explanation: { ...order.explanation, alsoAnswer: true } }
    const known: Known = { placed: '2026-11-27T18:00', kind: 'explanation', forwardings: [forwarded('2026-12-01T10:00')], returns: [forwarded('2026-12-01T11:00')] }
    expect(ids(known, rulesWith({ rules }))).toEqual(['triage', 'answer', 'rework', 'explanation'])
    expect(only('answer', known, rulesWith({ rules }))).toMatchObject({ binds: 'explanation', due: at('2026-12-01T12:00'), own: { due: at('2026-12-01T15:00') } })
    expect(only('rework', known, rulesWith({ rules })).binds).toBe('explanation')
    const urgent: Known = { ...known, emergencyFlaggedAt: at('2026-11-30T10:30') }
    expect(only('answer', urgent, rulesWith({ rules }))).toMatchObject({ binds: 'emergency', due: at('2026-12-01T10:30') })
  })

  it('DL9 nothing is due after the triage of a refusal or a duplicate', () => {
    for (const kind of ['refusal', 'duplicate'] as const) {
      expect(ids({ placed: '2026-11-27T18:00', kind, forwardings, emergencyFlaggedAt: at('2026-11-27T18:00') })).toEqual(['triage'])
    }
  })

  it('DL9 a link to the site is an ordinary answer by publication', () => {
    expect(ids({ placed: '2026-11-27T18:00', kind: 'siteLink', forwardings })).toEqual(['triage', 'publication'])
    expect(due('publication', { placed: '2026-11-27T18:00', kind: 'siteLink' })).toBe('2026-11-30T18:00')
    const urgent: Known = { placed: '2026-11-27T18:00', kind: 'siteLink', emergencyFlaggedAt: at('2026-11-28T09:00') }
    expect(only('emergency', urgent)).toMatchObject({ due: at('2026-11-29T09:00'), own: { clause: '3.9' } })
  })
})

describe('official appeal', () => {
  const appeal = { ...NO_APPEAL, handedOverAt: at('2026-11-24T16:00'), registeredAt: at('2026-11-26T10:00') }
  const known: Known = { placed: '2026-11-24T10:00', kind: 'appeal', appeal }
  const end = (date: string): Instant => (at(`${date}T23:59:59.999`))

  it('DL10 before registration the order’s clocks run beside the registration term', () => {
    expect(ids({ ...known, appeal: { ...appeal, registeredAt: null } })).toEqual(['triage', 'total', 'publication', 'registration'])
    expect(ids({ ...known, appeal: { ...appeal, registeredAt: null, handedOverAt: null } })).toEqual(['triage', 'total', 'publication'])
    expect(ids({ ...known, appeal: { ...appeal, handedOverAt: null } })).toEqual(['triage', 'total', 'publication', 'appealForwarding', 'appealAnswer'])
  })

  it('DL10 registration: three days from the next one, an end on a day off moves on', () => {
    const registration = only('registration', known)
    expect(registration).toMatchObject({ state: 'met', closedAt: appeal.registeredAt, due: end('2026-11-27'), binds: 'registration', late: null })
    expect(registration.own).toMatchObject({ rule: 'registration', clause: '59-ФЗ, ст. 8 ч. 2', clock: 'calendar', ms: 259_200_000, startEvent: 'handedOver', from: at('2026-11-24T16:00') })
    expect(registration.own.dayCount).toEqual({ days: 3, lastDate: '2026-11-27', movedTo: null, safeDate: '2026-11-27', outerDate: '2026-11-27' })
    expect(registration.workable).toBe(at('2026-11-27T17:00'))
    const moved = only('registration', { ...known, appeal: { ...appeal, handedOverAt: at('2026-11-25T00:00') } })
    expect(moved.due).toBe(end('2026-11-30'))
    expect(moved.own.dayCount).toEqual({ days: 3, lastDate: '2026-11-28', movedTo: '2026-11-30', safeDate: '2026-11-27', outerDate: '2026-11-30' })
  })

  it('DL10 forwarding: seven days, unless the matter is the office’s own', () => {
    const holidays = only('appealForwarding', { ...known, appeal: { ...appeal, registeredAt: at('2026-12-28T10:00') } })
    expect(holidays.due).toBe(end('2027-01-11'))
    expect(holidays.own.dayCount).toMatchObject({ lastDate: '2027-01-04', movedTo: '2027-01-11' })
    expect(holidays.own).toMatchObject({ rule: 'appealForwarding', clause: '59-ФЗ, ст. 8 ч. 3', startEvent: 'registered' })
    expect(ids({ ...known, appeal: { ...appeal, toForward: false } })).not.toContain('appealForwarding')
    expect(ids({ ...known, appeal: { ...appeal, toForward: true } })).toContain('appealForwarding')
    const sent = { ...appeal, forwardedAt: at('2026-11-30T10:00') }
    expect(only('appealForwarding', { ...known, appeal: sent })).toMatchObject({ state: 'met', closedAt: sent.forwardedAt })
    expect(ids({ ...known, appeal: sent })).not.toContain('appealAnswer')
    const answered = { ...appeal, answeredAt: at('2026-12-01T10:00') }
    expect(only('appealForwarding', { ...known, appeal: answered }).closedAt).toBe(answered.answeredAt)
  })

  it('DL10 answer: thirty days, the end stays and has a safe and an outer date', () => {
    const answer = only('appealAnswer', known)
    expect(answer.due).toBe(end('2026-12-26'))
    expect(answer.own).toMatchObject({ rule: 'appealAnswer', clause: '59-ФЗ, ст. 12', ms: 30 * 86_400_000, startEvent: 'registered' })
    expect(answer.own.dayCount).toEqual({ days: 30, lastDate: '2026-12-26', movedTo: null, safeDate: '2026-12-25', outerDate: '2026-12-28' })
    const extended = only('appealAnswer', { ...known, appeal: { ...appeal, extendedAt: at('2026-12-20T10:00') } })
    expect(extended.due).toBe(end('2027-01-25'))
    expect(extended.own.dayCount!.days).toBe(60)
    expect(only('appealAnswer', { ...known, appeal: { ...appeal, answeredAt: at('2026-12-28T10:00') } })).toMatchObject({
      state: 'breached',
      late: { clock: 'calendar', ms: 34 * 3_600_000 + 1, elapsedMs: 34 * 3_600_000 + 1 },
    })
  })

  it('DL10 registration stops the order’s clocks, and what had passed before stays breached', () => {
    const states = (registeredAt: Instant) =>
      all({ ...known, forwardings: [forwarded('2026-11-24T11:00')], appeal: { ...appeal, registeredAt } }, rulesWith())
        .filter(({ id }) => ['answer', 'total', 'publication'].includes(id))
        .map(({ id, state }) => [id, state])
    expect(states(at('2026-11-24T15:00'))).toEqual([['answer', 'lifted'], ['total', 'lifted'], ['publication', 'lifted']])
    expect(states(at('2026-11-25T09:30'))).toEqual([['answer', 'breached'], ['total', 'breached'], ['publication', 'lifted']])
  })
})

describe('emergency', () => {
  const flagged: Known = { placed: '2026-11-28T14:00', emergencyFlaggedAt: at('2026-11-28T15:00') }

  it('DL11 shortens the triage and the answer', () => {
    const triage = only('triage', flagged)
    expect(triage).toMatchObject({ due: at('2026-11-28T18:00'), binds: 'triage', own: { rule: 'emergency', clause: '3.9', clock: 'elapsed' } })
    expect(triage.startedAt).toBe(at('2026-11-28T15:00'))
    expect(triage.terms.map(({ rule }) => rule)).toEqual(['emergency', 'triage'])
    expect(only('answer', flagged)).toMatchObject({ due: at('2026-11-29T15:00'), own: { startEvent: 'flagged' } })
    expect(only('emergency', flagged)).toMatchObject({ due: at('2026-11-29T15:00'), binds: 'emergency', startedAt: at('2026-11-28T15:00') })
    expect(only('publication', flagged).due).toBe(at('2026-12-01T00:00'))
    expect(ids(flagged)).toEqual(['triage', 'total', 'publication', 'answer', 'emergency'])
  })

  it('DL11 never lengthens', () => {
    const working: Known = { placed: '2026-11-24T09:00', emergencyFlaggedAt: at('2026-11-24T11:00'), forwardings: [forwarded('2026-11-24T11:00')] }
    expect(only('triage', working)).toMatchObject({ due: at('2026-11-24T12:00'), own: { rule: 'triage' }, startedAt: at('2026-11-24T09:00') })
    expect(only('triage', working).terms.map(({ rule }) => rule)).toEqual(['triage', 'emergency'])
    expect(only('answer', working)).toMatchObject({ due: at('2026-11-24T16:00'), binds: 'answer' })
    expect(only('emergency', working)).toMatchObject({ due: at('2026-11-25T09:00'), binds: 'publication' })
  })

  it('DL11 of equals the triage keeps its own three hours', () => {
    const both = only('triage', { placed: '2026-11-24T09:00', emergencyFlaggedAt: at('2026-11-24T09:00') })
    expect(both).toMatchObject({ due: at('2026-11-24T12:00'), own: { rule: 'triage', clause: '3.1' }, startedAt: at('2026-11-24T09:00') })
    expect(both.terms.map(({ rule, due: end }) => [rule, wall(end)])).toEqual([['triage', '2026-11-24T12:00'], ['emergency', '2026-11-24T12:00']])
  })

  it('DL11 caps a forwarded answer and its rework', () => {
    const sent: Known = { ...flagged, forwardings: [forwarded('2026-11-28T16:00')], returns: [forwarded('2026-11-29T10:00')] }
    expect(only('answer', sent)).toMatchObject({ binds: 'emergency', due: at('2026-11-29T15:00'), own: { rule: 'answer' } })
    expect(only('rework', sent)).toMatchObject({ binds: 'emergency', due: at('2026-11-29T15:00') })
    expect(ids(sent).filter((id) => id === 'answer')).toHaveLength(1)
  })

  it('DL11 reading: from placement', () => {
    const rules = { emergency: { ...order.emergency, from: 'placed' } } as const
    expect([due('triage', flagged, rules), due('emergency', flagged, rules)]).toEqual(['2026-11-28T17:00', '2026-11-29T14:00'])
    expect(only('emergency', flagged, rulesWith({ rules })).own.startEvent).toBe('placed')
  })

  it('DL11 the operator’s own answer closes it, and under the «from placement» reading there is one answer', () => {
    const publishedAt = at('2026-11-29T10:00')
    for (const id of ['answer', 'emergency'] as const) expect(only(id, { ...flagged, publishedAt })).toMatchObject({ state: 'met', closedAt: publishedAt })
    const registered = { ...flagged, appeal: { ...NO_APPEAL, registeredAt: publishedAt } }
    for (const id of ['answer', 'emergency'] as const) expect(only(id, registered).state).toBe('lifted')
    expect(ids(flagged, rulesWith({ rules: { answer: { ...order.answer, from: 'placed' } } })).filter((id) => id === 'answer')).toHaveLength(1)
    const explained: Known = { ...flagged, kind: 'explanation', publishedAt }
    expect(ids(explained)).toEqual(['triage', 'explanation', 'emergency'])
    expect(only('emergency', explained)).toMatchObject({ due: at('2026-11-29T15:00'), state: 'met' })
  })
})

describe('what binds', () => {
  const rule = (known: Known, rules?: RulesInForce) => {
    const { binding: deadline, bindingRule } = binding(known, rules)
    return [deadline?.id ?? null, bindingRule]
  }

  it('DL12 the stage’s own term, or the cap that ends before it', () => {
    const placed = '2026-11-23T16:30'
    expect(rule({ placed })).toEqual(['triage', 'triage'])
    expect(rule({ placed, forwardings: [forwarded('2026-11-24T09:00')] })).toEqual(['answer', 'answer'])
    expect(rule({ placed, forwardings: [forwarded('2026-11-24T15:00')] })).toEqual(['answer', 'total'])
    const submitted = { placed, forwardings: [forwarded('2026-11-24T09:00')], submissions: [forwarded('2026-11-24T10:00')] }
    expect(rule(submitted)).toEqual(['publication', 'publication'])
    expect(rule({ ...submitted, returns: [forwarded('2026-11-24T10:30')] })).toEqual(['rework', 'rework'])
    expect(rule({ ...submitted, publishedAt: at('2026-11-24T11:00') })).toEqual([null, null])
    expect(rule({ ...submitted, emergencyFlaggedAt: at('2026-11-23T16:30'), placed: '2026-11-20T16:30' })).toEqual(['publication', 'publication'])
  })

  it('DL12 of equals the stage is named', () => {
    // 23 hours of the day after 15:30 end at 14:30, and so do four working hours from 09:30.
    const placed = '2026-11-23T15:30'
    expect(rule({ placed, forwardings: [forwarded('2026-11-24T09:30')] })).toEqual(['answer', 'answer'])
    expect(rule({ placed, forwardings: [forwarded('2026-11-24T09:00')], returns: [forwarded('2026-11-24T10:30')] })).toEqual(['rework', 'rework'])
    expect(rule({ placed: '2026-11-28T15:00', emergencyFlaggedAt: at('2026-11-28T15:00'), decidedAt: at('2026-11-28T15:10') })).toEqual(['answer', 'answer'])
    const link: Known = { placed: '2026-11-23T15:30', kind: 'siteLink', decidedAt: at('2026-11-23T15:40'), emergencyFlaggedAt: at('2026-11-24T09:00') }
    expect(rule(link)).toEqual(['publication', 'publication'])
  })

  it('DL12 of equals a rework is named before an answer, and of two answers the one asked for first', () => {
    const placed = '2026-11-24T08:00'
    // 2 h 30 min before lunch and 1 h 30 min after it; 1 h 30 min before lunch and as much after it.
    const roads = forwarded('2026-11-24T08:30', 'roads')
    const schools = forwarded('2026-11-24T09:30', 'schools')
    const both = { placed, forwardings: [roads, schools], submissions: [forwarded('2026-11-24T10:00', 'roads')], returns: [forwarded('2026-11-24T10:30', 'roads')] }
    expect([wall(only('rework', both).due), wall(all(both, rulesWith()).find(({ department, id }) => id === 'answer' && department === 'schools')!.due)]).toEqual(['2026-11-24T14:30', '2026-11-24T14:30'])
    expect(binding(both).binding).toMatchObject({ id: 'rework', department: 'roads' })
    const twice = { placed, forwardings: [schools, { ...schools, department: 'roads' }] }
    expect(binding(twice).binding).toMatchObject({ id: 'answer', index: 0, department: 'schools' })
  })

  it('DL12 a term is compared with its caps and with nothing else', () => {
    const compared = (known: Known, rules: RulesInForce = rulesWith()) => all(known, rules).map(({ terms }) => terms.map(({ rule: each }) => each))
    const placed = '2026-11-24T08:00'
    const emergencyFlaggedAt = at('2026-11-24T08:10')
    const caps = ['total', 'publication', 'emergency']
    expect(compared({ placed, emergencyFlaggedAt, forwardings: [forwarded('2026-11-24T09:00')], returns: [forwarded('2026-11-24T10:00')] })).toEqual([
      ['triage', 'emergency'],
      ['answer', ...caps],
      ['rework', ...caps],
      ['total'],
      ['publication'],
      ['emergency', 'publication'],
    ])
    expect(compared({ placed, emergencyFlaggedAt })).toEqual([['triage', 'emergency'], ['total'], ['publication'], ['emergency', 'publication'], ['emergency', 'publication']])
    expect(compared({ placed, emergencyFlaggedAt, kind: 'siteLink' })).toEqual([['triage', 'emergency'], ['publication'], ['emergency', 'publication']])
    expect(compared({ placed, emergencyFlaggedAt, kind: 'explanation' })).toEqual([['triage', 'emergency'], ['explanation'], ['emergency', 'explanation']])
    const fromPlacement = rulesWith({ rules: { answer: { ...order.answer, from: 'placed' } } })
    expect(compared({ placed }, fromPlacement)).toEqual([['triage'], ['answer', 'total', 'publication'], ['total'], ['publication']])
    const appeal = { ...NO_APPEAL, handedOverAt: at('2026-11-24T09:00'), registeredAt: at('2026-11-24T10:00') }
    expect(compared({ placed, kind: 'appeal', appeal }).slice(3)).toEqual([['registration'], ['appealForwarding'], ['appealAnswer']])
  })

  it('DL12 an emergency after the department’s answer binds the publication', () => {
    const known: Known = {
      placed: '2026-11-27T18:00',
      forwardings: [forwarded('2026-11-28T09:00')],
      submissions: [forwarded('2026-11-28T12:00')],
      emergencyFlaggedAt: at('2026-11-28T08:00'),
    }
    expect(rule(known)).toEqual(['emergency', 'emergency'])
  })

  it('DL12 before registration the order’s clocks bind, which end sooner; after it the earliest of 59-FZ', () => {
    const appeal = { ...NO_APPEAL, handedOverAt: at('2026-11-24T16:00'), registeredAt: at('2026-11-26T10:00') }
    expect(rule({ placed: '2026-11-24T10:00', kind: 'appeal', appeal: { ...appeal, registeredAt: null } })).toEqual(['total', 'total'])
    expect(rule({ placed: '2026-11-24T10:00', kind: 'appeal', appeal })).toEqual(['appealForwarding', 'appealForwarding'])
    expect(rule({ placed: '2026-11-24T10:00', kind: 'appeal', appeal: { ...appeal, toForward: false } })).toEqual(['appealAnswer', 'appealAnswer'])
  })

  it('DL8 a change of kind recomputes from placement', () => {
    const known = { placed: '2026-11-27T18:00', decidedAt: at('2026-11-30T08:30') }
    expect(binding({ ...known, kind: 'answer' }).binding).toMatchObject({ id: 'total', due: at('2026-11-30T17:00') })
    expect(binding({ ...known, kind: 'explanation' }).binding).toMatchObject({ id: 'explanation', due: at('2026-12-01T12:00') })
  })
})

describe('judging', () => {
  const known: Known = { placed: '2026-11-27T14:00' }

  it('DL13 an act at exactly the deadline is in time, a millisecond later it is not', () => {
    const edge = at('2026-11-27T17:00')
    expect(only('triage', { ...known, decidedAt: edge })).toMatchObject({ state: 'met', late: null, left: null })
    const late = only('triage', { ...known, decidedAt: (edge + 1) as Instant })
    expect(late).toMatchObject({ state: 'breached', closedAt: edge + 1, late: { clock: 'working', ms: 0, elapsedMs: 1 } })
    expect(only('triage', known, rulesWith(), '2026-11-27T17:00').state).toBe('running')
    expect(only('triage', known, rulesWith(), '2026-11-27T17:00:00.001').state).toBe('overdue')
  })

  it('DL13 late and left are counted on the deadline’s own clock', () => {
    expect(only('triage', known, rulesWith(), '2026-11-30T09:00').late).toEqual({ clock: 'working', ms: 3_600_000, elapsedMs: 64 * 3_600_000 })
    expect(only('triage', known, rulesWith(), '2026-11-27T16:00').left).toEqual({ clock: 'working', ms: 3_600_000, elapsedMs: 3_600_000 })
    expect(only('total', known, rulesWith(), '2026-11-27T23:00').left).toEqual({ clock: 'day', ms: 14 * 3_600_000, elapsedMs: 62 * 3_600_000 })
    expect(only('triage', known, rulesWith(), '2026-11-27T16:00').late).toBeNull()
    // Nothing is left of what is late or done, whenever one looks.
    expect(only('triage', known, rulesWith(), '2026-11-30T09:00').left).toBeNull()
    expect(only('triage', { ...known, decidedAt: at('2026-11-27T15:00') }, rulesWith(), '2026-11-27T16:00')).toMatchObject({ state: 'met', left: null, late: null })
    expect(only('triage', known)).toMatchObject({ state: 'running', left: null, late: null, closedAt: null })
    // The cap that binds gives the clock.
    const late = { ...known, forwardings: [forwarded('2026-11-30T12:00')] }
    expect(only('answer', late, rulesWith(), '2026-11-30T14:00')).toMatchObject({ binds: 'total', late: { clock: 'day', ms: 3_600_000 } })
  })

  it('DL13 what made an act needless lifts its deadline, unless it had passed', () => {
    const sent = { ...forwarded('2026-11-27T14:30'), declinedAt: at('2026-11-27T16:00') }
    expect(only('answer', { ...known, forwardings: [sent] })).toMatchObject({ state: 'lifted', closedAt: sent.declinedAt, late: null, left: null })
    const withdrawn = { ...forwarded('2026-11-27T14:30'), withdrawnAt: at('2026-11-30T11:00'), declinedAt: null }
    expect(only('answer', { ...known, forwardings: [withdrawn] })).toMatchObject({ state: 'breached', closedAt: withdrawn.withdrawnAt })
    const publishedAt = at('2026-11-27T16:30')
    expect(only('answer', { ...known, forwardings: [forwarded('2026-11-27T14:30')], publishedAt }).state).toBe('lifted')
  })

  it('DL13 what no structure was asked for is no structure’s breach', () => {
    const own = { ...known, publishedAt: at('2026-11-30T13:30') }
    expect(only('total', own)).toMatchObject({ due: at('2026-11-30T13:00'), state: 'lifted', closedAt: own.publishedAt, late: null, left: null })
    expect(only('publication', own).state).toBe('met')
    expect(only('total', { ...own, forwardings: [forwarded('2026-11-27T14:30')] }).state).toBe('breached')
    expect(only('total', { ...own, submissions: [forwarded('2026-11-30T13:20')] }).state).toBe('breached')
    expect(only('total', { ...own, returns: [forwarded('2026-11-30T13:20')] }).state).toBe('breached')
    expect(only('total', { ...known, appeal: { ...NO_APPEAL, registeredAt: at('2026-12-01T10:00') } }).state).toBe('lifted')
    expect(only('total', known, rulesWith(), '2026-11-30T13:30').state).toBe('overdue')
  })

  it('DL13 a structure from which the message was taken back within the term owes nothing, and one that declined does', () => {
    const own = { ...known, publishedAt: at('2026-11-30T13:30') }
    const sent = forwarded('2026-11-27T14:10', 'roads')
    const undone = { ...sent, withdrawnAt: at('2026-11-27T14:11') }
    const total = (more: Partial<CaseFacts>) => only('total', { ...own, ...more })
    expect(total({ forwardings: [undone] })).toMatchObject({ due: at('2026-11-30T13:00'), state: 'lifted', closedAt: own.publishedAt, late: null, left: null })
    expect(total({ forwardings: [undone, { ...undone, department: 'schools' }] }).state).toBe('lifted')
    // At the very end it is still taken back in time; a structure that let the term pass has broken it.
    expect(total({ forwardings: [{ ...sent, withdrawnAt: at('2026-11-30T13:00') }] }).state).toBe('lifted')
    expect(total({ forwardings: [{ ...sent, withdrawnAt: (at('2026-11-30T13:00') + 1) as Instant }] }).state).toBe('breached')
    expect(total({ forwardings: [undone, forwarded('2026-11-27T14:20', 'schools')] }).state).toBe('breached')
    expect(total({ forwardings: [{ ...sent, declinedAt: at('2026-11-27T14:11') }] }).state).toBe('breached')
    expect(total({ forwardings: [{ ...undone, declinedAt: at('2026-11-27T14:11') }] }).state).toBe('breached')
    expect(total({ forwardings: [undone], submissions: [forwarded('2026-11-30T13:20', 'roads')] }).state).toBe('breached')
    expect(total({ forwardings: [undone], returns: [forwarded('2026-11-30T13:20', 'roads')] }).state).toBe('breached')
    expect(only('total', { ...known, forwardings: [undone] }, rulesWith(), '2026-11-30T13:30').state).toBe('overdue')
  })

  it('DL13 of two acts at one instant the one that fulfils is the one that counts', () => {
    const t = at('2026-11-27T15:00')
    const sent = forwarded('2026-11-27T14:30', 'roads')
    const submissions = [{ at: t, department: 'roads' }]
    const answered = (more: Partial<CaseFacts>) => only('answer', { ...known, forwardings: [sent], submissions, ...more }).state
    expect(answered({ publishedAt: t })).toBe('met')
    expect(answered({ forwardings: [{ ...sent, declinedAt: t, withdrawnAt: t }] })).toBe('met')
    expect(answered({ appeal: { ...NO_APPEAL, registeredAt: t } })).toBe('met')
    expect(only('publication', { ...known, publishedAt: t, appeal: { ...NO_APPEAL, registeredAt: t } }).state).toBe('met')
    const reworked = { ...known, forwardings: [{ ...sent, withdrawnAt: t }], submissions, returns: [forwarded('2026-11-27T14:40', 'roads')] }
    expect(only('rework', { ...reworked, publishedAt: t }).state).toBe('met')
    expect(only('total', { ...known, forwardings: [sent], submissions, publishedAt: t }).state).toBe('met')
  })

  it('DL13 acts of an unnamed department count for any, in both directions', () => {
    const t = at('2026-11-27T15:00')
    const state = (sentTo: string | null, by: string | null) =>
      only('answer', { ...known, forwardings: [forwarded('2026-11-27T14:30', sentTo)], submissions: [{ at: t, department: by }] }).state
    expect([state('roads', null), state(null, 'roads'), state('roads', 'roads'), state('roads', 'schools')]).toEqual(['met', 'met', 'met', 'running'])
    const returned = only('answer', { ...known, forwardings: [forwarded('2026-11-27T14:30', 'roads')], returns: [forwarded('2026-11-27T15:00', 'schools')] })
    expect(returned.state).toBe('running')
  })

  it('DL17 a deadline that rests on a year without a decree says so', () => {
    expect(only('publication', { placed: '2027-12-30T16:00' })).toMatchObject({ provisional: [2028] })
    expect(only('triage', { placed: '2027-12-30T12:00' }).provisional).toEqual([])
    expect(only('publication', { placed: '2028-02-01T12:00' }).provisional).toEqual([2028])
    const capped = only('answer', { placed: '2027-12-30T09:00', forwardings: [forwarded('2027-12-30T10:00')] })
    expect(capped).toMatchObject({ binds: 'answer', provisional: [2028], due: at('2027-12-30T15:00') })
    // The flag's term is the last one compared and ends in the old year; the publication's lies in the new one.
    const urgent = only('answer', { placed: '2027-12-30T09:00', forwardings: [forwarded('2027-12-30T10:00')], emergencyFlaggedAt: at('2027-12-30T10:00') })
    expect([urgent.terms.map(({ rule }) => rule).at(-1), urgent.provisional]).toEqual(['emergency', [2028]])
  })

  it('DL17 a cap that began in a year without a decree counts, though the stage began after it', () => {
    const years = RU_CALENDAR.years.filter(({ year }) => year !== 2026)
    const rules = rulesWith({ calendar: { ...RU_CALENDAR, years } })
    const late = only('answer', { placed: '2026-12-31T23:00', forwardings: [forwarded('2027-01-11T09:00')] }, rules)
    expect(late.provisional).toEqual([2026])
    expect(only('answer', { placed: '2027-01-11T08:00', forwardings: [forwarded('2027-01-11T09:00')] }, rules).provisional).toEqual([])
  })

  it('a kind of case that nobody knows is a bug, not a case without deadlines', () => {
    expect(() => ids({ ...known, kind: 'petition' as CaseKind })).toThrow('Unexpected kind of case: "petition"')
  })

  it('DL14 the calendar that the rules carry is the one that is used', () => {
    const switched = rulesWith({ calendar: { ...RU_CALENDAR, nonWorkingDaysAreOff: true } })
    expect(wall(only('triage', { placed: '2021-04-30T15:00' }, switched).due)).toBe('2021-05-11T10:00')
    expect(wall(only('triage', { placed: '2021-04-30T15:00' }).due)).toBe('2021-05-04T10:00')
  })
})

import { describe, expect, it } from 'vitest'
import { deadlinesFor, deskOf, emptyMemory, later, look, merged, watched, watchOf, type WatchedCase, type Watching } from '../../../../shared/domain/attention'
import { caseFacts, deadlinesOf, SCHEDULE_PRESETS, type CaseFacts, type Schedule } from '../../../../shared/domain/deadlines'
import { formatInstant, instant, type Instant } from '../../../../shared/domain/time'
import { caseIdOf, everyone, lookThrough, looking, operatorDesk, said, watchedFacts } from '../../../support/attention'
import { at, KRASNOYARSK, rulesWith } from '../../../support/deadlines'
import { administrator, headOf, operator, roads, secondOperator, supervisor } from '../../../support/journal'
import { answered, forwarded, received, submission } from '../../../support/situation'

const rules = rulesWith()
const time = rules.office
const by: Pick<Watching, 'settings' | 'deskTime'> = { settings: null, deskTime: () => time }
const hour = (when: Instant) => formatInstant(when, KRASNOYARSK).slice(5, 16)
const through = (facts: CaseFacts, from: string, to: string, desk = everyone) => {
  const one = watchedFacts(facts, rules, { desk })
  return said(lookThrough(() => [one], { time }, at(from), at(to)).told, hour)
}
const placed = (text: string, more: Partial<CaseFacts> = {}) => caseFacts({ placedAt: at(text), ...more })
const only = (told: readonly string[], deadline: string) => told.filter((line) => line.includes(` ${deadline} `))

describe('AT1–AT4 when a deadline is warned of', () => {
  it('AT1 working hours: at half, at 30 and 10 working minutes, and after the last instant', () => {
    expect(only(through(placed('2026-11-24T09:00'), '2026-11-24T09:00', '2026-11-24T14:00'), 'triage')).toEqual([
      '11-24T10:50 triage half', '11-24T11:30 triage left30', '11-24T11:50 triage left10', '11-24T13:00 triage breach',
    ])
  })

  it('AT1 a Monday 09:00 deadline warns on Friday afternoon and Monday morning, not on Sunday night', () => {
    expect(only(through(placed('2026-11-27T15:00'), '2026-11-27T15:00', '2026-11-30T10:00'), 'triage')).toEqual([
      '11-27T16:45 triage half', '11-30T08:30 triage left30', '11-30T08:50 triage left10', '11-30T09:00 triage breach',
    ])
  })

  it('AT1 the regulation of a message says when, and a person says otherwise for himself', () => {
    const ordered = { ...rules, regulation: { ...rules.regulation, warnings: { half: false, minutes: [60], lastHour: true } } }
    const facts = placed('2026-11-24T09:00')
    const thresholds = (settings: Watching['settings']) => deadlinesOf(facts, ordered, null).deadlines.filter(({ id }) => id === 'triage').flatMap((one) => watchOf(caseIdOf(1), one, ordered, { settings, deskTime: () => time }).warnings.map(({ threshold }) => threshold))
    expect(thresholds(null)).toEqual(['left60', 'breach'])
    expect(thresholds({ half: true, minutes: [5, 5], lastHour: true })).toEqual(['half', 'left5', 'breach'])
  })

  it('AT15 a desk that is not at work when the last warning comes is warned in its last working hour before', () => {
    const short: Schedule = { ...SCHEDULE_PRESETS['40'], id: 'short', department: 'roads', week: { ...SCHEDULE_PRESETS['40'].week, tue: [{ from: '08:00', to: '13:00' }], wed: [] } }
    const own = rulesWith({ departments: [short] })
    const facts = placed('2026-11-24T07:30', { forwardings: [{ at: at('2026-11-24T08:30'), department: 'roads' }] })
    const one = watchedFacts(facts, own, { desk: { whose: 'department', department: 'roads' }, deskTime: () => own.timeOf('roads') })
    const { told } = lookThrough(() => [one], { time: own.timeOf('roads') }, at('2026-11-24T08:30'), at('2026-11-26T09:00'))
    expect(only(said(told, hour), 'total')).toEqual(['11-24T12:00 total eve', '11-26T08:00 total breach'])
  })

  it('AT15 the last warning before its desk closes does not wait for company until it has closed', () => {
    const short: Schedule = { ...SCHEDULE_PRESETS['40'], id: 'short', department: 'roads', week: { ...SCHEDULE_PRESETS['40'].week, thu: [{ from: '08:00', to: '20:00' }], fri: [{ from: '08:00', to: '10:00' }] } }
    const own = rulesWith({ departments: [short] })
    const facts = placed('2026-11-26T15:00', { forwardings: [{ at: at('2026-11-26T15:00'), department: 'roads' }] })
    const one = watchedFacts(facts, own, { desk: { whose: 'department', department: 'roads' }, deskTime: () => own.timeOf('roads') })
    const { told } = lookThrough(() => [one], { time: own.timeOf('roads') }, at('2026-11-26T15:00'), at('2026-11-30T09:00'))
    expect(only(said(told, hour), 'total')).toEqual(['11-27T09:30 total eve', '11-30T08:00 total breach'])
  })

  it('AT15 what came true while its desk was closed is told when the desk opens, however short it is open', () => {
    const short: Schedule = { ...SCHEDULE_PRESETS['40'], id: 'short', department: 'roads', week: { ...SCHEDULE_PRESETS['40'].week, tue: [{ from: '11:00', to: '11:20' }] } }
    const own = rulesWith({ departments: [short] })
    const [watch] = watchedFacts(placed('2026-11-24T09:00'), own, { desk: operatorDesk, deskTime: () => own.timeOf('roads') }).watches
    expect(watch?.warnings.find(({ threshold }) => threshold === 'half')).toMatchObject({ at: at('2026-11-24T10:30'), by: at('2026-11-24T10:30') })
  })

  it('AT2 the day clock: at the last workable hour', () => {
    const told = only(through(placed('2026-11-27T20:00'), '2026-11-27T20:00', '2026-12-01T12:00'), 'publication')
    expect(told).toEqual(['11-30T16:00 publication lastHour', '12-01T08:00 publication breach'])
  })

  it('AT2 a day-clock deadline of Monday 09:00: on Friday afternoon and on Monday morning', () => {
    const told = only(through(placed('2026-11-27T09:00'), '2026-11-27T09:00', '2026-11-30T10:00'), 'publication')
    expect(told).toEqual(['11-27T16:00 publication eve', '11-30T08:00 publication lastHour', '11-30T09:00 publication breach'])
  })

  it('AT3 an emergency is counted and told by the wall, on a day off too', () => {
    const facts = placed('2026-11-28T15:00', { emergencyFlaggedAt: at('2026-11-28T15:00') })
    const told = through(facts, '2026-11-28T15:00', '2026-11-29T16:00')
    expect(only(told, 'triage')).toEqual(['11-28T16:30 triage half', '11-28T17:30 triage left30', '11-28T17:50 triage left10', '11-28T18:00 triage breach'])
    expect(only(told, 'answer')).toEqual(['11-29T03:00 answer half', '11-29T14:30 answer left30', '11-29T14:50 answer left10', '11-29T15:00 answer breach'])
  })

  it('AT4 a stage that begins after its warnings is warned of as it begins', () => {
    const facts = placed('2026-11-24T09:00', { forwardings: [{ at: at('2026-11-25T07:50'), department: 'roads' }] })
    const [answer] = deadlinesOf(facts, rules, null).deadlines.filter(({ id }) => id === 'answer')
    if (answer === undefined) throw new Error('There is an answer to give')
    // Capped by `total`, which is of the day clock and ends at 08:00: its last workable hour was yesterday's.
    const [first, last] = watchOf(caseIdOf(1), answer, rules, by).warnings
    expect([first?.threshold, first?.at, last?.threshold]).toEqual(['lastHour', at('2026-11-25T07:50'), 'breach'])
  })

  it('AT4 an act at exactly the deadline is in time', () => {
    const [watch] = watchedFacts(placed('2026-11-24T09:00'), rules).watches
    expect(watch?.warnings.at(-1)).toMatchObject({ threshold: 'breach', at: at('2026-11-24T12:00') + 1 })
  })
})

describe('AT5 who is told', () => {
  const facts = placed('2026-11-24T09:00', { forwardings: [{ at: at('2026-11-24T10:00'), department: 'roads' }], decidedAt: null })
  const { deadlines } = deadlinesOf(facts, rules, null)
  const ids = (desk: Parameters<typeof deadlinesFor>[0]) => deadlinesFor(desk, deadlines).map(({ id }) => id)

  it('AT5 the department of its answer and the envelope around it, the operator of the publication', () => {
    expect(ids({ whose: 'department', department: 'roads' })).toEqual(['answer', 'total'])
    expect(ids({ whose: 'department', department: 'housing' })).toEqual([])
    expect(ids(operatorDesk)).toEqual(['publication'])
    expect(ids(everyone)).toEqual(['answer', 'total', 'publication'])
  })

  it('AT5 before a forwarding everything is the operator’s; a capped stage and its cap are one', () => {
    expect(deadlinesFor(operatorDesk, deadlinesOf(placed('2026-11-24T09:00'), rules, null).deadlines).map(({ id }) => id)).toEqual(['triage', 'total', 'publication'])
    const late = deadlinesOf(placed('2026-11-24T09:00', { forwardings: [{ at: at('2026-11-24T16:00'), department: 'roads' }] }), rules, null)
    expect(late.deadlines.filter(({ id }) => id === 'answer' || id === 'total').map(({ due }) => due).every((due, _, all) => due === all[0])).toBe(true)
    expect(deadlinesFor({ whose: 'department', department: 'roads' }, late.deadlines).map(({ id }) => id)).toEqual(['answer'])
  })

  it('AT5 who can do nothing is not disturbed; who works alone acts in every role', () => {
    expect([supervisor, administrator].map((actor) => deskOf(actor, false).whose)).toEqual(['nobody', 'nobody'])
    expect(ids(deskOf(supervisor, false))).toEqual([])
    expect(deskOf(headOf(roads), false)).toEqual({ whose: 'department', department: roads })
    expect([operator, headOf(roads)].map((actor) => deskOf(actor, true).whose)).toEqual(['everyone', 'everyone'])
  })
})

describe('AT6–AT8 once, the latest, together', () => {
  const one = watchedFacts(placed('2026-11-24T09:00'), rules, { desk: operatorDesk })
  const late = at('2026-11-24T11:55')

  it('AT6 what has been told is not told again, also by another computer whose memory has come', () => {
    const here = look([one], looking({ now: late, time }))
    expect(here.notices).toHaveLength(1)
    expect(look([one], looking({ now: instant(late + 1), time, memory: here.memory })).notices).toEqual([])
    const there = merged(emptyMemory, JSON.parse(JSON.stringify(here.memory)) as typeof here.memory)
    expect(look([one], looking({ now: late, time, memory: there })).notices).toEqual([])
    expect(merged(here.memory, there)).toEqual(merged(there, here.memory))
    // A clock that was set right by a little brings nothing either.
    expect(look([one], looking({ now: instant(late - 4 * 60_000), time, memory: here.memory })).notices).toEqual([])
  })

  it('AT6 what a clock that was ahead passed over comes in its time, and what it said does not come again', () => {
    const ahead = look([one], looking({ now: at('2026-11-25T09:00'), time }))
    expect(ahead.notices).toMatchObject([{ warnings: [{ deadline: 'triage', threshold: 'breach' }, {}, {}] }])
    const { told } = lookThrough(() => [one], { time, memory: ahead.memory }, at('2026-11-24T10:00'), at('2026-11-24T14:00'))
    expect(only(said(told, hour), 'triage')).toEqual(['11-24T10:50 triage half', '11-24T11:30 triage left30', '11-24T11:50 triage left10'])
  })

  it('AT7 of thresholds passed unseen the latest is said', () => {
    const [notice] = look([one], looking({ now: late, time })).notices
    expect(notice).toMatchObject({ kind: 'case', warnings: [{ deadline: 'triage', clause: '3.1', threshold: 'left10' }] })
  })

  const many = (count: number, more: Partial<WatchedCase> = {}) => Array.from({ length: count }, (_, n) => ({ ...watchedFacts(placed('2026-11-24T09:00'), rules, { caseId: caseIdOf(n + 10) }), ...more }))
  const kinds = (cases: readonly WatchedCase[], gathered = false) => look(cases, looking({ now: late, time, gathered })).notices.map(({ kind, emergency }) => (emergency ? `urgent ${kind}` : kind))

  it('AT8 one case is a notification of its own; two and more, and all that has gathered, are one digest, the most pressing first', () => {
    expect(kinds(many(1))).toEqual(['case'])
    expect(kinds(many(2))).toEqual(['digest'])
    const news = many(3).map((other, n) => ({ ...other, caseId: caseIdOf(40 + n), watches: [], news: [{ id: `n${n}`, caseId: other.caseId, what: 'newMessage' as const }] }))
    expect(kinds([...many(1), ...news])).toEqual(['digest'])
    expect(kinds(many(1), true)).toEqual(['case'])
    expect(kinds(many(2), true)).toEqual(['digest'])
  })

  it('AT8 the first warnings of a deadline wait a while for company, and go along with what does not wait', () => {
    const later = watchedFacts(placed('2026-11-24T09:20'), rules, { caseId: caseIdOf(3), desk: operatorDesk })
    const when = (cases: readonly WatchedCase[]) => lookThrough(() => cases, { time }, at('2026-11-24T10:00'), at('2026-11-24T11:20')).told.map(({ at: moment, notice }) => `${hour(moment)} ${notice.kind}`)
    expect(when([one])).toEqual(['11-24T10:50 case'])
    expect(when([later])).toEqual(['11-24T11:10 case'])
    // Both are past their half at 10:50, within the patience of the second: one digest instead of two notifications.
    const near = watchedFacts(placed('2026-11-24T09:10'), rules, { caseId: caseIdOf(4), desk: operatorDesk })
    expect(when([one, near])).toEqual(['11-24T10:50 digest'])
  })

  it('AT8 minutes left are never said late, and go along with what is told up to a quarter of an hour before', () => {
    for (const minutes of [1, 2, 5, 30]) {
      const only = watchedFacts(placed('2026-11-24T08:00'), rules, { desk: operatorDesk, settings: { half: false, lastHour: false, minutes: [minutes] } })
      const { told } = lookThrough(() => [only], { time }, at('2026-11-24T08:00'), at('2026-11-24T11:00'))
      expect(told[0]?.at).toBe(at('2026-11-24T11:00') - minutes * 60_000)
    }
    const at12 = watchedFacts(placed('2026-11-24T09:00'), rules, { caseId: caseIdOf(5), desk: operatorDesk })
    const tenLater = watchedFacts(placed('2026-11-24T09:10'), rules, { caseId: caseIdOf(6), desk: operatorDesk })
    const { told } = lookThrough(() => [at12, tenLater], { time }, at('2026-11-24T11:00'), at('2026-11-24T12:30'))
    expect(only(said(told, hour), 'triage').slice(2)).toEqual(['11-24T11:30 triage left30', '11-24T11:30 triage left30', '11-24T11:50 triage left10', '11-24T11:50 triage left10'])
  })

  it('AT8 an emergency is apart from the rest, and first', () => {
    expect(kinds([...many(5), { ...one, emergency: true }], true)).toEqual(['urgent case', 'digest'])
  })
})

describe('AT9 what others did', () => {
  const watchedBy = (state: Parameters<typeof watched>[0], actor: typeof operator, alone = false) =>
    watched(state, rules, { desk: deskOf(actor, alone), person: actor.person, ...by }).news.map(({ what }) => what)

  it('AT9 a new message, a forwarding, an answer, a return, each to the other side and never to oneself', () => {
    expect(watchedBy(received().state, secondOperator)).toEqual(['newMessage'])
    expect(watchedBy(received().state, operator)).toEqual([])
    expect(watchedBy(forwarded().state, headOf(roads))).toEqual(['newMessage'])
    const atReview = answered()
    expect(watchedBy(atReview.state, operator)).toEqual(['forReview'])
    expect(watchedBy(atReview.state, headOf(roads))).toEqual([])
    expect(watchedBy(atReview.state, operator, true)).toEqual([])
    const returned = atReview.given({ type: 'ReturnAnswer', answer: atReview.answer, remarks: 'Когда?' })
    expect(watchedBy(returned.state, headOf(roads))).toEqual(['returned'])
    expect(watchedBy(returned.state, operator)).toEqual([])
  })

  it('AT9 a declined forwarding and a publication that failed', () => {
    const declined = forwarded()
    declined.given({ type: 'DeclineForwarding', forwarding: declined.forwarding, reason: 'Не наша дорога' }, headOf(roads))
    expect(watchedBy(declined.state, operator)).toEqual(['declined'])
    const failed = answered()
    const failure = { type: 'RecordPublicationFailure' as const, answer: failed.answer, reason: 'нет связи', text: 'Яма засыпана.', failedAt: failed.office.now, idempotencyKey: 'key-1' }
    failed.given(failure)
    expect(watchedBy(failed.state, operator)).toEqual(['forReview', 'publicationFailed'])
    expect(watchedBy(failed.state, operator, true)).toEqual(['publicationFailed'])
  })

  it('AT9 is told once and no longer when it has been seen to', () => {
    const situation = answered()
    const as = () => watched(situation.state, rules, { desk: operatorDesk, person: operator.person, ...by })
    const now = situation.office.now
    const first = look([{ ...as(), watches: [] }], looking({ now }))
    expect(first.notices).toMatchObject([{ kind: 'case', news: ['forReview'] }])
    expect(look([{ ...as(), watches: [] }], looking({ now, memory: first.memory })).notices).toEqual([])
    situation.given({ type: 'ReturnAnswer', answer: situation.answer, remarks: 'Когда?' })
    expect(as().news).toEqual([])
    situation.given(submission(situation.forwarding, { text: 'Завтра.' }), headOf(roads))
    // News that follow fast are told together.
    const soon = look([{ ...as(), watches: [] }], looking({ now, memory: first.memory }))
    expect(soon).toMatchObject({ notices: [], again: now + 30 * 60_000 })
    expect(look([{ ...as(), watches: [] }], looking({ now: instant(now + 30 * 60_000), memory: first.memory })).notices).toHaveLength(1)
  })

  it('AT9 that its answer has been published is told to the department, a connector’s publication to the operator, by-hand ones to no one at that desk', () => {
    const situation = answered()
    const publish = (via: 'hand' | 'connector') => ({ ...situation.state, outcome: { how: 'published' as const, at: situation.office.now }, postings: [{ event: situation.answer, by: operator.person, at: situation.office.now, what: 'answer', text: 'Готово', place: 'public', publishedAt: situation.office.now, answer: situation.answer, via }] }) as unknown as typeof situation.state
    expect(watchedBy(publish('hand'), headOf(roads))).toEqual(['published'])
    expect(watchedBy(publish('hand'), operator)).toEqual([])
    expect(watchedBy(publish('hand'), secondOperator)).toEqual(['published'])
    expect(watchedBy(publish('connector'), operator, true)).toEqual(['published'])
    expect(watchedBy(publish('hand'), supervisor)).toEqual([])
  })
})

describe('AT10 the tray', () => {
  const fresh = watchedFacts(placed('2026-11-24T09:00'), rules, { caseId: caseIdOf(2), desk: operatorDesk })
  const tray = (now: string, sending = { unsent: 0, offline: false }) => look([fresh], looking({ now: at(now), time, sending })).tray

  it('AT10 is quiet, soon, overdue; offline only with something unsent', () => {
    expect(tray('2026-11-24T10:40')).toMatchObject({ mood: 'quiet', dueSoon: 0, overdue: 0, nearest: at('2026-11-24T12:00') })
    expect(tray('2026-11-24T11:30')).toMatchObject({ mood: 'dueSoon', dueSoon: 1 })
    expect(tray('2026-11-24T12:00')).toMatchObject({ mood: 'dueSoon', dueSoon: 1, overdue: 0 })
    expect(tray('2026-11-24T12:01')).toMatchObject({ mood: 'overdue', dueSoon: 0, overdue: 1, urgent: [{ caseId: caseIdOf(2), deadline: 'triage', overdue: true }] })
    expect(tray('2026-11-24T11:30', { unsent: 2, offline: true })).toMatchObject({ mood: 'offline', unsent: 2 })
    expect(tray('2026-11-24T11:30', { unsent: 0, offline: true }).mood).toBe('dueSoon')
    expect(tray('2026-11-24T11:30', { unsent: 2, offline: false }).mood).toBe('dueSoon')
  })

  it('AT10 names five cases, what is due first on top', () => {
    const cases = Array.from({ length: 8 }, (_, n) => watchedFacts(placed(`2026-11-24T0${8 - n < 1 ? 1 : 8 - n}:30`), rules, { caseId: caseIdOf(n), desk: operatorDesk }))
    const { urgent } = look(cases, looking({ now: at('2026-11-24T09:00'), time })).tray
    expect(urgent).toHaveLength(5)
    expect(urgent.map(({ due }) => due)).toEqual(urgent.map(({ due }) => due).sort((a, b) => a - b))
  })
})

describe('AT11–AT13 later, quiet hours, switches', () => {
  const one = watchedFacts(placed('2026-11-27T15:00'), rules, { desk: operatorDesk })

  it('AT11 «позже» repeats after working minutes, and a further threshold comes meanwhile', () => {
    const seen = look([one], looking({ now: at('2026-11-27T16:50'), time }))
    const memory = later(one, 15, seen.memory, time, at('2026-11-27T16:50'))
    const { told } = lookThrough(() => [one], { time, memory }, at('2026-11-27T16:50'), at('2026-11-30T09:30'))
    expect(only(said(told, hour), 'triage')).toEqual(['11-30T08:05 triage half', '11-30T08:30 triage left30', '11-30T08:50 triage left10', '11-30T09:00 triage breach'])
  })

  it('AT11 «позже» repeats after its minutes what was told early, for company', () => {
    const early = watchedFacts(placed('2026-11-24T08:00'), rules, { desk: operatorDesk })
    const company = look([early], looking({ now: at('2026-11-24T08:45'), time, gathered: true }))
    expect(company.notices).toMatchObject([{ warnings: [{ deadline: 'triage', threshold: 'half' }] }])
    const memory = later(early, 15, company.memory, time, at('2026-11-24T08:45'))
    const { told } = lookThrough(() => [early], { time, memory }, at('2026-11-24T08:45'), at('2026-11-24T11:30'))
    expect(only(said(told, hour), 'triage').slice(0, 2)).toEqual(['11-24T09:00 triage half', '11-24T10:30 triage left30'])
  })

  it('AT12 nothing is said on a day off, and it is said when work begins', () => {
    const weekend = look([one], looking({ now: at('2026-11-28T12:00'), time }))
    expect(weekend).toMatchObject({ notices: [], memory: emptyMemory, again: at('2026-11-30T08:00') })
    expect(look([one], looking({ now: at('2026-11-30T08:00'), time })).notices).toHaveLength(1)
    expect(look([{ ...one, emergency: true }], looking({ now: at('2026-11-28T12:00'), time })).notices).toHaveLength(1)
  })

  it('AT14 refused by the server, and no connection for half an hour: once, in working time, each can be switched off', () => {
    const since = at('2026-11-27T10:00')
    const server = { refused: ['e1', 'e2'], awaySince: since }
    const first = look([], looking({ now: at('2026-11-27T10:10'), time, server }))
    expect(first).toMatchObject({ notices: [{ kind: 'server', what: { kind: 'refusedByServer', count: 2 } }], again: at('2026-11-27T10:30') })
    const second = look([], looking({ now: at('2026-11-27T10:30'), time, server, memory: first.memory }))
    expect(second.notices).toEqual([{ kind: 'server', emergency: false, what: { kind: 'connectionLost', since } }])
    // After a restart amid the outage, and a connection that came and went, it is the same trouble.
    const third = look([], looking({ now: at('2026-11-27T12:00'), time: null, server: { ...server, awaySince: at('2026-11-27T11:00') }, memory: second.memory }))
    expect(third.notices).toEqual([])
    expect(look([], looking({ now: at('2026-11-27T16:00'), time, server: { refused: ['e3'], awaySince: at('2026-11-27T15:00') }, memory: second.memory })).notices).toHaveLength(2)
    expect(look([], looking({ now: at('2026-11-28T16:00'), time, server }))).toMatchObject({ notices: [], again: at('2026-11-30T08:00') })
    const off = look([], looking({ now: at('2026-11-27T10:30'), time, server, off: new Set(['refusedByServer', 'connectionLost'] as const) }))
    expect(off.notices).toEqual([])
    expect(look([], looking({ now: at('2026-11-27T10:31'), time, server, memory: off.memory })).notices).toEqual([])
  })

  it.each(['newMessage', 'forReview', 'returned', 'declined', 'published', 'publicationFailed'] as const)('AT13 %s is silent when it is switched off, and only it', (what) => {
    const news = { ...one, watches: [], news: [{ id: 'n', caseId: one.caseId, what }] }
    expect(look([news], looking({ now: at('2026-11-27T16:50'), time, off: new Set([what]) })).notices).toEqual([])
    expect(look([news], looking({ now: at('2026-11-27T16:50'), time, off: new Set(['deadline'] as const) })).notices).toHaveLength(1)
  })

  it('AT13 what is switched off counts as told', () => {
    const off = look([one], looking({ now: at('2026-11-27T16:50'), time, off: new Set(['deadline'] as const) }))
    expect(off.notices).toEqual([])
    expect(look([one], looking({ now: at('2026-11-27T16:51'), time, memory: off.memory })).notices).toEqual([])
    expect(off.tray.nearest).toBe(at('2026-11-30T09:00'))
  })
})

import { describe, expect, it } from 'vitest'
import type { Command } from '../../../../shared/domain/case/command'
import { allAnswers } from '../../../../shared/domain/case/targets'
import type { CaseId, EventId } from '../../../../shared/domain/journal/ids'
import type { Actor } from '../../../../shared/domain/people/roles'
import { deputyOf, headOf, housing, only, openOffice, operator, roads, secondOperator, sync, type TestDesk } from '../../../support/journal'
import { answerText, publication, situationOf, submission, toRoads } from '../../../support/situation'

/** Two operators and two people of one department, all with the same case before them. */
function officeOfFour() {
  const office = openOffice()
  const desks = {
    first: office.desk(operator),
    second: office.desk(secondOperator),
    head: office.desk(headOf(roads)),
    deputy: office.desk(deputyOf(roads), { device: 'deputy' }),
  }
  const caseId = desks.first.receive()
  const all = Object.values(desks)
  const meet = () => sync(...all)
  meet()
  const by = (desk: TestDesk, command: Command, as?: Actor): EventId => {
    const recorded = desk.must(caseId, command, as === undefined ? {} : { as })
    const last = recorded.at(-1)
    if (last === undefined) throw new Error('Nothing was recorded')
    return last._id
  }
  const state = () => {
    meet()
    expect(desks.second.state(caseId)).toEqual(desks.first.state(caseId))
    return desks.first.state(caseId)
  }
  return { office, ...desks, caseId, meet, by, state }
}

const kinds = (state: { readonly conflicts: readonly { readonly kind: string }[] }) => state.conflicts.map(({ kind }) => kind)
const inOrder = (...events: readonly EventId[]) => [...events].sort()
const post = (desk: TestDesk, caseId: CaseId, office: ReturnType<typeof openOffice>, answer?: EventId) =>
  publication(situationOf(office, desk, caseId), answer === undefined ? {} : { answer })

interface Settling {
  readonly office: ReturnType<typeof openOffice>
  readonly first: TestDesk
  readonly caseId: CaseId
  readonly forwarding: EventId
  readonly answer: EventId
}

describe('CS22 decisions of people who did not see each other’s', () => {
  it('CS22 forwarded twice: both stand, the earlier in order is current, settled by withdrawing one', () => {
    const { first, second, by, state } = officeOfFour()
    const events = inOrder(by(first, toRoads), by(second, { ...toRoads, to: housing }))
    expect(state().conflicts).toEqual([{ kind: 'forwardedTwice', events }])
    expect(state().currentForwarding).toBe(events[0])
    by(first, { type: 'AddNote', text: 'Вижу' })
    expect(kinds(state())).toEqual(['forwardedTwice'])
    by(second, { type: 'WithdrawForwarding', forwarding: events[0] as EventId, reason: 'Лишнее' })
    expect(state().conflicts).toEqual([])
    expect(state().currentForwarding).toBe(events[1])
  })

  it('CS22 two answers of one department are two versions; settled by the operator’s next decision', () => {
    const { first, head, deputy, by, meet, state } = officeOfFour()
    const forwarding = by(first, toRoads)
    meet()
    const events = inOrder(by(head, submission(forwarding)), by(deputy, submission(forwarding, { text: 'Засыплем завтра' })))
    expect(state().conflicts).toEqual([{ kind: 'answeredTwice', events }])
    expect(allAnswers(state()).map(({ text }) => text).sort()).toEqual([answerText, 'Засыплем завтра'].sort())
    expect(kinds(head.state(state().id))).toEqual(['answeredTwice'])
    by(first, { type: 'ReturnAnswer', answer: events[0] as EventId, remarks: 'Что верно?' })
    expect(state().conflicts).toEqual([])
  })

  it('CS22 published twice: both stand in evidence, settled by a note or a reopening of who saw both', () => {
    const { office, first, second, caseId, by, state } = officeOfFour()
    const events = inOrder(by(first, post(first, caseId, office)), by(second, post(second, caseId, office)))
    expect(state().conflicts).toEqual([{ kind: 'publishedTwice', events }])
    expect(state().postings).toHaveLength(2)
    expect(state().outcome).toMatchObject({ how: 'published' })
    by(first, { type: 'AddNote', text: 'Вторую удалил' })
    expect(state().conflicts).toEqual([])
  })

  it('CS22 published twice: or by a reopening of who saw both', () => {
    const { office, first, second, caseId, by, state } = officeOfFour()
    by(first, post(first, caseId, office))
    by(second, post(second, caseId, office))
    state()
    by(first, { type: 'ReopenCase', reason: 'Вторую удалил' })
    expect(state()).toMatchObject({ stage: 'triage', conflicts: [], postings: [{ text: answerText }, { text: answerText }] })
  })

  it('CS22 forwarded twice to one structure and then refused is settled: it is told once', () => {
    const { first, second, by, state } = officeOfFour()
    by(first, toRoads)
    by(second, toRoads)
    expect(kinds(state())).toEqual(['forwardedTwice'])
    by(first, { type: 'RefuseHandling', ground: 'insult' })
    expect(state()).toMatchObject({ stage: 'closed', conflicts: [] })
  })

  it.each([
    ['a note', () => ({ type: 'AddNote', text: 'Вижу' })],
    ['a refusal', () => ({ type: 'RefuseHandling', ground: 'insult' })],
    ['a withdrawal', ({ forwarding }) => ({ type: 'WithdrawForwarding', forwarding, reason: 'Спорно' })],
    ['a publication', ({ answer, office, first, caseId }) => post(first, caseId, office, answer)],
    ['a link to the site', ({ office, first, caseId }) => ({ ...post(first, caseId, office), type: 'PublishSiteLink', siteUrl: 'https://idra-rayon.ru/1' })],
    ['an explanation', ({ office, first, caseId }) => ({ ...post(first, caseId, office), type: 'PublishExplanation', ground: 'abuseOfRight' })],
  ] as const satisfies readonly (readonly [string, (at: Settling) => Command])[])('CS22 two answers are settled by %s', (_, command) => {
    const { office, first, head, deputy, caseId, by, meet, state } = officeOfFour()
    const forwarding = by(first, toRoads)
    meet()
    const answer = by(head, submission(forwarding))
    by(deputy, submission(forwarding, { text: 'Засыплем завтра' }))
    expect(kinds(state())).toEqual(['answeredTwice'])
    by(first, command({ office, first, caseId, forwarding, answer }))
    expect(state().conflicts).toEqual([])
  })

  it('CS22 published twice under one key is published once', () => {
    const { office, first, second, caseId, by, state } = officeOfFour()
    by(first, { ...post(first, caseId, office), idempotencyKey: 'k1' })
    by(second, { ...post(second, caseId, office), idempotencyKey: 'k1' })
    expect(state().postings).toHaveLength(1)
    expect(state().conflicts).toEqual([])
    expect(state().eventCount).toBe(3)
  })

  it('CS22 refused and forwarded: decided twice, until the forwarding is withdrawn', () => {
    const { first, second, by, state } = officeOfFour()
    const refusal = by(first, { type: 'RefuseHandling', ground: 'insult' })
    const forwarding = by(second, toRoads)
    expect(state()).toMatchObject({ stage: 'closed', conflicts: [{ kind: 'decidedTwice', events: inOrder(refusal, forwarding) }] })
    by(first, { type: 'AddNote', text: 'Вижу' })
    expect(kinds(state())).toEqual(['decidedTwice'])
    by(first, { type: 'WithdrawForwarding', forwarding, reason: 'Отказано' })
    expect(state()).toMatchObject({ stage: 'closed', conflicts: [] })
  })

  it('CS22 refused and forwarded: or until the refusal is taken back, and then the forwarding stands', () => {
    const { first, second, by, state } = officeOfFour()
    by(first, { type: 'RefuseHandling', ground: 'insult' })
    by(second, toRoads)
    state()
    by(second, { type: 'ReopenCase', reason: 'Отвечаем' })
    expect(state()).toMatchObject({ stage: 'department', conflicts: [] })
  })

  it('CS22 returned and published', () => {
    const { office, first, second, head, caseId, by, meet, state } = officeOfFour()
    const forwarding = by(first, toRoads)
    meet()
    const answer = by(head, submission(forwarding))
    meet()
    const events = inOrder(by(first, { type: 'ReturnAnswer', answer, remarks: 'Когда?' }), by(second, post(second, caseId, office, answer)))
    expect(state()).toMatchObject({ stage: 'closed', conflicts: [{ kind: 'decidedTwice', events }] })
    by(first, { type: 'AddNote', text: 'Вижу' })
    expect(state().conflicts).toEqual([])
  })

  it('CS22 answered anew while the first version was published', () => {
    const { office, first, head, caseId, by, meet, state } = officeOfFour()
    const forwarding = by(first, toRoads)
    meet()
    const answer = by(head, submission(forwarding))
    meet()
    by(first, post(first, caseId, office, answer))
    by(head, submission(forwarding, { text: 'Уточнение' }))
    expect(kinds(state())).toEqual(['decidedTwice'])
    expect(allAnswers(state()).map(({ text }) => text)).toEqual([answerText, 'Уточнение'])
  })

  it('CS22 withdrawn while it was answered: the answer is there and may be published', () => {
    const { office, first, head, caseId, by, meet, state } = officeOfFour()
    const forwarding = by(first, toRoads)
    meet()
    const withdrawal = by(first, { type: 'WithdrawForwarding', forwarding, reason: 'Не туда' })
    const answer = by(head, submission(forwarding))
    expect(state().conflicts).toEqual([{ kind: 'decidedTwice', events: inOrder(withdrawal, answer) }])
    expect(state().stage).toBe('triage')
    by(first, post(first, caseId, office, answer))
    expect(state()).toMatchObject({ stage: 'closed', conflicts: [], postings: [{ answer }] })
  })

  it('CS22 returned twice: the department gets both remarks', () => {
    const { first, second, head, by, meet, state } = officeOfFour()
    const forwarding = by(first, toRoads)
    meet()
    const answer = by(head, submission(forwarding))
    meet()
    by(first, { type: 'ReturnAnswer', answer, remarks: 'Когда?' })
    by(second, { type: 'ReturnAnswer', answer, remarks: 'Кем?' })
    state()
    const version = only(allAnswers(head.state(state().id)))
    expect([version.returned?.remarks, ...(version.alsoReturned ?? []).map(({ remarks }) => remarks)].sort()).toEqual(['Кем?', 'Когда?'])
  })

  it('CS22 one after the other is no conflict, however wrong the clocks', () => {
    const { first, second, by, meet, state } = officeOfFour()
    const forwarding = by(first, toRoads)
    meet()
    by(second, { type: 'WithdrawForwarding', forwarding, reason: 'Не туда' })
    meet()
    by(first, { ...toRoads, to: housing })
    expect(state().conflicts).toEqual([])
  })
})

describe('CS23 closings made unseen by each other', () => {
  it('CS23 what was posted goes before a refusal, whichever comes first in order', () => {
    const orders = [true, false].map((firstRefuses) => {
      const { office, first, second, caseId, by, state } = officeOfFour()
      const [refuser, poster] = firstRefuses ? [first, second] : [second, first]
      const refusal = by(refuser, { type: 'RefuseHandling', ground: 'insult' })
      const posting = by(poster, post(poster, caseId, office))
      expect(state()).toMatchObject({ outcome: { how: 'published' }, conflicts: [{ kind: 'decidedTwice' }], refused: { ground: 'insult' } })
      return refusal < posting
    })
    expect(orders.sort()).toEqual([false, true])
  })

  it('CS23 of refusal and duplicate the first in order counts', () => {
    const outcomes = [true, false].map((firstRefuses) => {
      const { first, second, by, meet, state } = officeOfFour()
      const original = first.receive({ externalId: 'wall-900000001_6002' })
      meet()
      const [refuser, marker] = firstRefuses ? [first, second] : [second, first]
      const refusal = by(refuser, { type: 'RefuseHandling', ground: 'insult' })
      const mark = by(marker, { type: 'MarkDuplicate', of: original })
      expect(state().outcome?.how).toBe(refusal < mark ? 'refused' : 'duplicate')
      expect(kinds(state())).toEqual(['decidedTwice'])
      return state().outcome?.how
    })
    expect(outcomes.sort()).toEqual(['duplicate', 'refused'])
  })

  it('CS23 a reopening takes back only the closings it saw', () => {
    const { office, first, second, caseId, by, state } = officeOfFour()
    by(first, { type: 'RefuseHandling', ground: 'insult' })
    by(first, { type: 'ReopenCase', reason: 'Ошибка' })
    by(second, post(second, caseId, office))
    expect(state()).toMatchObject({ stage: 'closed', outcome: { how: 'published' }, conflicts: [] })
  })
})

import { describe, expect, it } from 'vitest'
import { allAnswers } from '../../../../shared/domain/case/targets'
import type { DepartmentId } from '../../../../shared/domain/people/roles'
import { instant } from '../../../../shared/domain/time/instant'
import { aMessage, disbanded, headOf, housing, minutes, only, placedAt, roads } from '../../../support/journal'
import { answered, answerText, forwarded, publication, published, received, submission, toRoads } from '../../../support/situation'

describe('CS8 forwarding (3.1)', () => {
  it('CS8 the message goes to the structure by competence, with all it needs and without the author’s name', () => {
    const situation = received()
    const event = only(situation.desk.must(situation.caseId, { ...toRoads, note: 'Срочно' }))
    expect(event).toMatchObject({ type: 'MessageForwarded', department: roads, payload: { purpose: 'answer', network: 'vk', visibility: 'public', placedAt } })
    expect(event.personal).toEqual({ text: aMessage().text, attachments: [], link: aMessage().link, note: 'Срочно' })
    expect(situation.state.stage).toBe('department')
    expect(situation.state.currentForwarding).toBe(event._id)
  })

  it('CS8 the author’s name goes only when the operator leaves it in; a dialogue’s address never', () => {
    const situation = received({ visibility: 'private', link: 'https://vk.ru/gim1?sel=910000000' })
    const event = only(situation.desk.must(situation.caseId, { ...toRoads, withAuthorName: true }))
    expect(event.personal).toEqual({ text: aMessage().text, attachments: [], authorName: 'Житель района' })
  })

  it('CS8 the words as they are now, the flag of 3.9 with them', () => {
    const situation = received()
      .given({ type: 'RecordAuthorEdit', text: 'Две ямы' })
      .given({ type: 'DeclareEmergency', reason: 'Провал', flaggedAt: instant(placedAt + minutes(5)) })
    expect(only(situation.desk.must(situation.caseId, toRoads))).toMatchObject({
      payload: { emergencyFlaggedAt: placedAt + minutes(5) },
      personal: { text: 'Две ямы' },
    })
  })

  it('CS8 to one structure at a time: one head is answerable (4.1)', () => {
    expect(forwarded().outcome({ ...toRoads, to: housing })).toEqual({ reason: 'forwardingActive', to: roads })
  })

  it('CS8 only to a structure that is there', () => {
    expect(received().outcome({ ...toRoads, to: 'nobody' as DepartmentId })).toEqual({ reason: 'departmentUnknown', department: 'nobody' })
    expect(received().outcome({ ...toRoads, to: disbanded })).toEqual({ reason: 'departmentClosed', department: disbanded })
  })

  it('CS8 not of a closed case, nor of an erased message', () => {
    expect(published().outcome(toRoads)).toEqual({ reason: 'caseClosed' })
    const erased = received().given({ type: 'ErasePersonalData', act: 'Акт 1', reason: 'Отзыв согласия' })
    expect(erased.outcome(toRoads)).toEqual({ reason: 'wordsErased' })
  })
})

describe('CS9 for an explanation (3.7)', () => {
  it('CS9 an explanation has one of four grounds, an answer none', () => {
    expect(received().outcome({ ...toRoads, purpose: 'explanation' })).toEqual({ reason: 'groundRequired' })
    expect(received().outcome({ ...toRoads, ground: 'courtDecision' })).toEqual({ reason: 'groundNotAllowed' })
    expect(received().given({ ...toRoads, purpose: 'explanation', ground: 'courtDecision' }).state).toMatchObject({
      kind: 'explanation',
      forwardings: [{ purpose: 'explanation', ground: 'courtDecision' }],
    })
  })

  it('CS9 withdrawn it was a mistake of kind; declined it keeps the kind', () => {
    const explained = () => received().given({ ...toRoads, purpose: 'explanation', ground: 'abuseOfRight' })
    const withdrawn = explained()
    expect(withdrawn.given({ type: 'WithdrawForwarding', forwarding: withdrawn.forwarding, reason: 'Ошибка' }).state.kind).toBe('answer')
    const declined = explained()
    expect(declined.given({ type: 'DeclineForwarding', forwarding: declined.forwarding, reason: 'Не наше' }, headOf(roads)).state.kind).toBe('explanation')
  })
})

describe('CS10 withdrawing, CS11 declining', () => {
  it('CS10 the message is back in triage; the forwarding stays in the case with the reason', () => {
    const situation = forwarded()
    const { forwarding } = situation
    expect(situation.outcome({ type: 'WithdrawForwarding', forwarding, reason: ' ' })).toEqual({ reason: 'blank', field: 'reason' })
    const { state } = situation.given({ type: 'WithdrawForwarding', forwarding, reason: 'Не туда' })
    expect(state.stage).toBe('triage')
    expect(state.currentForwarding).toBeUndefined()
    expect(only(state.forwardings).withdrawn).toMatchObject({ reason: 'Не туда' })
    expect(situation.outcome({ ...toRoads, to: housing })).toEqual(['MessageForwarded'])
  })

  it('CS11 «не наша компетенция», with a reason, by the structure itself', () => {
    const situation = forwarded()
    const command = { type: 'DeclineForwarding', forwarding: situation.forwarding, reason: 'Дорога краевая' } as const
    expect(situation.outcome(command, headOf(housing))).toEqual({ reason: 'notYourForwarding', department: roads })
    expect(situation.outcome({ ...command, reason: '' }, headOf(roads))).toEqual({ reason: 'blank', field: 'reason' })
    const { state } = situation.given(command, headOf(roads))
    expect(state.stage).toBe('triage')
    expect(only(state.forwardings).declined).toMatchObject({ reason: 'Дорога краевая' })
  })

  it('CS10 what has ended cannot be withdrawn, declined or answered', () => {
    const situation = forwarded()
    const { forwarding } = situation
    situation.given({ type: 'WithdrawForwarding', forwarding, reason: 'Не туда' }).given({ ...toRoads, to: housing })
    for (const type of ['WithdrawForwarding', 'DeclineForwarding'] as const) {
      expect(situation.outcome({ type, forwarding, reason: 'Ещё раз' })).toEqual({ reason: 'forwardingEnded', forwarding })
    }
    expect(situation.outcome(submission(forwarding))).toEqual({ reason: 'forwardingEnded', forwarding })
    const second = situation.desk.must(situation.caseId, { type: 'WithdrawForwarding', forwarding: situation.forwarding, reason: 'И не сюда' })
    expect(only(second).department).toBe(housing)
  })
})

describe('CS12 the answer (2.8, 3.2)', () => {
  it('CS12 text, measures and files, for the operator to check', () => {
    const situation = forwarded()
    const scan = { kind: 'document' as const, name: 'акт.pdf', sha256: 'a'.repeat(64) as never, size: 10 }
    const { state } = situation.given(submission(situation.forwarding, { measures: 'Выехала бригада', attachments: [scan] }), headOf(roads))
    expect(only(only(state.forwardings).answers)).toMatchObject({ text: answerText, measures: 'Выехала бригада', attachments: [scan], by: 'head-roads' })
    expect(state.stage).toBe('review')
  })

  it('CS12 «текстовый и (или) иной»: files without text will do, neither will not', () => {
    const scan = { kind: 'document' as const, name: 'акт.pdf', sha256: 'a'.repeat(64) as never, size: 10 }
    const situation = forwarded()
    expect(situation.outcome(submission(situation.forwarding, { text: ' ' }), headOf(roads))).toEqual({ reason: 'blank', field: 'text' })
    expect(situation.outcome(submission(situation.forwarding, { text: '', attachments: [scan] }), headOf(roads))).toEqual(['AnswerSubmitted'])
  })

  it('CS12 every submission is a version of its own', () => {
    const situation = answered()
    situation.given(submission(situation.forwarding, { text: 'Засыпана и утрамбована.' }), headOf(roads))
    expect(allAnswers(situation.state).map(({ text }) => text)).toEqual([answerText, 'Засыпана и утрамбована.'])
  })

  it('CS12 nothing is answered that was not forwarded, nor after closing', () => {
    expect(received().outcome(submission(published().forwarding), headOf(roads))).toEqual({ reason: 'nothingForwarded' })
    const closed = published()
    expect(closed.outcome(submission(closed.forwarding), headOf(roads))).toEqual({ reason: 'caseClosed' })
  })
})

describe('CS13 return for rework (3.2)', () => {
  it('CS13 with remarks, any number of rounds, versions and remarks side by side', () => {
    const situation = answered()
    expect(situation.outcome({ type: 'ReturnAnswer', answer: situation.answer, remarks: '' })).toEqual({ reason: 'blank', field: 'remarks' })
    for (const round of ['Когда?', 'Кем?', 'Где?']) {
      situation.given({ type: 'ReturnAnswer', answer: situation.answer, remarks: round })
      expect(situation.state.stage).toBe('rework')
      situation.given(submission(situation.forwarding, { text: `Ответ на «${round}»` }), headOf(roads))
      expect(situation.state.stage).toBe('review')
    }
    expect(allAnswers(situation.state).map(({ text, returned }) => [text, returned?.remarks])).toEqual([
      [answerText, 'Когда?'],
      ['Ответ на «Когда?»', 'Кем?'],
      ['Ответ на «Кем?»', 'Где?'],
      ['Ответ на «Где?»', undefined],
    ])
  })

  it('CS13 once returned it is not returned again', () => {
    const situation = answered()
    const { answer, forwarding } = situation
    situation.given({ type: 'ReturnAnswer', answer, remarks: 'Когда?' })
    expect(situation.outcome({ type: 'ReturnAnswer', answer, remarks: 'Кем?' })).toEqual({ reason: 'nothingToReturn' })
    situation.given(submission(forwarding, { text: 'Вчера' }), headOf(roads))
    expect(situation.outcome({ type: 'ReturnAnswer', answer, remarks: 'Кем?' })).toEqual({ reason: 'answerReturned', answer })
  })
})

describe('CS14 whose move it is', () => {
  it('CS14 triage, department, review, rework, closed', () => {
    const situation = received()
    const stages = [situation.state.stage]
    const then = () => stages.push(situation.state.stage)
    situation.given(toRoads)
    then()
    situation.given(submission(situation.forwarding), headOf(roads))
    then()
    situation.given({ type: 'ReturnAnswer', answer: situation.answer, remarks: 'Когда?' })
    then()
    situation.given(submission(situation.forwarding, { text: 'Вчера' }), headOf(roads))
    then()
    situation.given(publication(situation, { answer: situation.answer, text: 'Вчера' }))
    then()
    expect(stages).toEqual(['triage', 'department', 'review', 'rework', 'review', 'closed'])
  })
})

describe('CS16 emergency (3.9)', () => {
  it('CS16 flagged once, with a reason, not ahead of time', () => {
    const situation = forwarded()
    const command = { type: 'DeclareEmergency', reason: 'Провал на дороге', flaggedAt: instant(placedAt + minutes(10)) } as const
    expect(situation.outcome({ ...command, reason: '' })).toEqual({ reason: 'blank', field: 'reason' })
    expect(situation.outcome({ ...command, flaggedAt: instant(placedAt - 1) })).toMatchObject({ reason: 'tooEarly', field: 'flaggedAt', earliest: placedAt })
    expect(situation.given(command).state.emergency).toMatchObject({ flaggedAt: placedAt + minutes(10), reason: 'Провал на дороге' })
    expect(situation.outcome(command)).toEqual({ reason: 'alreadyEmergency' })
    expect(situation.state.stage).toBe('department')
  })
})

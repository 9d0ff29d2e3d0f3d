import { describe, expect, it } from 'vitest'
import { decide, possibleActions } from '../../../../shared/domain/case/decide'
import type { CommandType } from '../../../../shared/domain/case/command'
import { keepsOffice, may } from '../../../../shared/domain/people/permissions'
import { roles, type Actor } from '../../../../shared/domain/people/roles'
import { commandTypes, wellMade } from '../../../support/commands'
import { aMessage, administrator, directory, headOf, housing, only, openOffice, operator, placedAt, roads, secondOperator, supervisor, sync } from '../../../support/journal'
import { answered, forwarded, publication, published, submission, toRoads, type Situation } from '../../../support/situation'

const given = (actor: Actor, situation: Situation): readonly CommandType[] =>
  commandTypes.filter((type) => {
    const command = wellMade(type, situation.state, operator, { words: 'Слова', pick: 1, now: situation.office.now, original: situation.caseId })
    return may(actor, command, situation.state) === undefined
  })

describe('PM the people’s table', () => {
  it('PM1 the operator does everything on cases, also what a department told by telephone', () => {
    expect(given(operator, answered())).toEqual(commandTypes)
    const situation = forwarded()
    const event = only(situation.desk.must(situation.caseId, submission(situation.forwarding)))
    expect(event).toMatchObject({ type: 'AnswerSubmitted', role: 'operator', actor: 'operator', department: roads })
  })

  it('PM2 a department answers and declines what was forwarded to it, and nothing else', () => {
    expect(given(headOf(roads), answered())).toEqual(['DeclineForwarding', 'SubmitAnswer'])
    expect(given(headOf(housing), answered())).toEqual([])
    const situation = forwarded()
    expect(situation.outcome(submission(situation.forwarding), headOf(housing))).toEqual({ reason: 'notYourForwarding', department: roads })
    expect(situation.outcome(publication(situation), headOf(roads))).toEqual({ reason: 'notPermitted', role: 'department', command: 'PublishAnswer' })
    expect(situation.outcome({ type: 'AddNote', text: 'Заметка' }, headOf(roads))).toMatchObject({ reason: 'notPermitted' })
  })

  it('PM3 a supervisor changes nothing', () => {
    expect(given(supervisor, answered())).toEqual([])
    expect(possibleActions(answered().state, supervisor, { now: answered().office.now, directory })).toEqual([])
  })

  it('PM4 an administrator erases, and does nothing else to a case', () => {
    expect(given(administrator, answered())).toEqual(['ErasePersonalData'])
    expect(decide(aMessage(), undefined, { now: openOffice().now, actor: administrator, directory })).toMatchObject({ ok: false, error: { reason: 'notPermitted' } })
  })

  it('PM5 before there is a case only intake is possible; after, no second one', () => {
    const { now } = openOffice()
    expect(possibleActions(undefined, operator, { now, directory })).toEqual(['ReceiveMessage'])
    expect(possibleActions(published().state, operator, { now, directory })).not.toContain('ReceiveMessage')
    expect(decide(toRoads, undefined, { now, actor: operator, directory })).toEqual({ ok: false, error: { reason: 'caseUnknown' } })
  })
})

describe('PM6 which department’s database an event reaches', () => {
  const departmentsOf = (situation: Situation) =>
    situation.desk.eventsOf(situation.caseId).map((event) => [event.type, event.department] as const)

  it('PM6 all of a department’s part, from its forwarding on, and none of the operators’ own', () => {
    const situation = answered()
    situation.given({ type: 'ReturnAnswer', answer: situation.answer, remarks: 'Когда?' })
    situation.given({ type: 'RecordAuthorEdit', text: 'Две ямы' }).given({ type: 'RecordAuthorDeletion' })
    situation.given({ type: 'DeclareEmergency', reason: 'Провал', flaggedAt: situation.office.now }).given({ type: 'AddNote', text: 'Заметка' })
    situation.given({ type: 'OfferAppeal', text: 'Предлагаем', place: 'public', offeredAt: situation.office.now })
    situation.given(publication(situation, { answer: situation.answer })).given({ type: 'ReopenCase', reason: 'Неполно' })
    expect(departmentsOf(situation)).toEqual([
      ['MessageReceived', undefined],
      ['MessageForwarded', roads],
      ['AnswerSubmitted', roads],
      ['AnswerReturned', roads],
      ['MessageEditedByAuthor', roads],
      ['MessageDeletedByAuthor', roads],
      ['EmergencyDeclared', roads],
      ['NoteAdded', undefined],
      ['AppealOffered', undefined],
      ['AnswerPublished', roads],
      ['CaseReopened', roads],
    ])
  })

  it('PM6 a department that the message was withdrawn from hears no more of it', () => {
    const situation = forwarded()
    situation.given({ type: 'WithdrawForwarding', forwarding: situation.forwarding, reason: 'Не туда' })
    situation.given({ type: 'RecordAuthorEdit', text: 'Две ямы' }).given(publication(situation))
    expect(departmentsOf(situation).slice(2)).toEqual([
      ['ForwardingWithdrawn', roads],
      ['MessageEditedByAuthor', undefined],
      ['AnswerPublished', undefined],
    ])
  })

  it('PM6 what two departments must know, because two operators forwarded unseen, is an event for each', () => {
    const office = openOffice()
    const [first, second] = [office.desk(operator), office.desk(secondOperator)]
    const caseId = first.receive()
    sync(first, second)
    first.must(caseId, toRoads)
    second.must(caseId, { ...toRoads, to: housing })
    sync(first, second)
    const edits = first.must(caseId, { type: 'RecordAuthorEdit', text: 'Две ямы' })
    expect(edits.map(({ department }) => department).sort()).toEqual([housing, roads])
    expect(first.state(caseId).message).toMatchObject({ text: 'Две ямы', earlierTexts: [{ text: aMessage().text }] })
    const closing = first.must(caseId, { type: 'RefuseHandling', ground: 'insult' })
    const current = first.state(caseId).forwardings[0]?.to
    expect(closing.map((event) => [event.type, event.department])).toEqual([
      ['ForwardingWithdrawn', current === roads ? housing : roads],
      ['HandlingRefused', current],
    ])
  })

  it('PM7 a department folds its case from the forwarding on: the words, not the author; its work, not the others’', () => {
    const office = openOffice()
    const [desk, department, other] = [office.desk(operator), office.desk(headOf(roads)), office.desk(headOf(housing))]
    const caseId = desk.receive()
    desk.must(caseId, { type: 'AddNote', text: 'Автор известен' })
    const forwarding = only(desk.must(caseId, toRoads))
    sync(desk, department, other)
    expect(other.events.size).toBe(0)
    expect(department.state(caseId)).toMatchObject({
      stage: 'department',
      currentForwarding: forwarding._id,
      message: { text: aMessage().text, author: {}, placedAt },
      notes: [],
    })
    department.must(caseId, submission(forwarding._id))
    sync(desk, department)
    expect(desk.state(caseId).stage).toBe('review')
  })

  it('PM8 what a connector or an import does happens in the name of the operator who is signed in', () => {
    const desk = openOffice().desk(secondOperator)
    const event = only(desk.eventsOf(desk.receive()))
    expect(event).toMatchObject({ actor: 'operator-two', role: 'operator' })
  })

  it('PM9 alone the operator and the administrator keep the office, with a server its settings are the administrator’s', () => {
    expect(roles.filter((role) => keepsOffice(role))).toEqual(['operator', 'administrator'])
    expect(roles.filter((role) => keepsOffice(role, true))).toEqual(['administrator'])
  })
})

import { describe, expect, it } from 'vitest'
import { evolve, foldCase, isNext } from '../../../../shared/domain/case/evolve'
import type { EventType, JournalEvent } from '../../../../shared/domain/journal/event'
import { concurrent, headsOf } from '../../../../shared/domain/journal/order'
import { aMessage, headOf, minutes, only, openOffice, operator, placedAt, roads, secondOperator, sync } from '../../../support/journal'
import { answered, answerText, publication, published, received, situationOf, toRoads } from '../../../support/situation'
import { instant } from '../../../../shared/domain/time/instant'

const without = (events: readonly JournalEvent[], ...types: readonly EventType[]) => events.filter(({ type }) => !types.includes(type))

describe('CS2 parts of a journal', () => {
  it('CS2 no case without its message or a forwarding of it', () => {
    const situation = answered()
    expect(foldCase([])).toBeUndefined()
    const rest = without(situation.desk.eventsOf(situation.caseId), 'MessageReceived', 'MessageForwarded')
    expect(foldCase(rest)).toBeUndefined()
    expect(evolve(undefined, only(rest))).toBeUndefined()
  })

  it('CS6 an answer whose forwarding has not come yet is shown, with its return, and finds its place later', () => {
    const situation = answered()
    situation.given({ type: 'ReturnAnswer', answer: situation.answer, remarks: 'Когда?' })
    const events = situation.desk.eventsOf(situation.caseId)
    const part = foldCase(without(events, 'MessageForwarded'))
    expect(part).toMatchObject({ forwardings: [], unattachedAnswers: [{ text: answerText, returned: { remarks: 'Когда?' } }], stage: 'triage' })
    expect(foldCase(events)).toMatchObject({ unattachedAnswers: [], forwardings: [{ answers: [{ text: answerText, returned: { remarks: 'Когда?' } }] }] })
  })

  it('CS2 an answer before its forwarding in order, as a forged count makes it, is attached all the same', () => {
    const situation = answered()
    const events = situation.desk.eventsOf(situation.caseId).map((event) => (event.type === 'AnswerSubmitted' ? { ...event, lamport: 1 } : event))
    expect(foldCase(events)).toMatchObject({ unattachedAnswers: [], forwardings: [{ answers: [{ text: answerText }] }] })
  })

  it('CS2 a forwarding that came before the message: the message knows better, the snapshot’s other words stay', () => {
    const situation = received().given(toRoads)
    const events = situation.desk.eventsOf(situation.caseId)
    const late = events.map((event) => (event.type === 'MessageReceived' ? { ...event, lamport: 9 } : event))
    expect(foldCase(late)?.message).toMatchObject({ text: aMessage().text, author: { name: 'Житель района' }, earlierTexts: [] })
    const other = late.map((event) => (event.type === 'MessageForwarded' && event.personal ? { ...event, personal: { ...event.personal, text: 'Иначе' } } : event))
    expect(foldCase(other)?.message).toMatchObject({ text: aMessage().text, earlierTexts: [{ text: 'Иначе' }] })
  })

  it('CS2 a department sees the later wording of a second forwarding', () => {
    const office = openOffice()
    const [desk, department] = [office.desk(operator), office.desk(headOf(roads))]
    const situation = situationOf(office, desk, desk.receive()).given(toRoads)
    situation.given({ type: 'WithdrawForwarding', forwarding: situation.forwarding, reason: 'Не туда' })
    situation.given({ type: 'RecordAuthorEdit', text: 'Две ямы' }).given(toRoads)
    sync(desk, department)
    expect(department.state(situation.caseId)).toMatchObject({
      message: { text: 'Две ямы', earlierTexts: [{ text: aMessage().text }] },
      forwardings: [{ withdrawn: { reason: 'Не туда' } }, { to: roads }],
      stage: 'department',
    })
  })

  it('CS16 of two flags set unseen by each other the earlier counts, and its reason', () => {
    const office = openOffice()
    const [first, second] = [office.desk(operator), office.desk(secondOperator)]
    const caseId = first.receive()
    sync(first, second)
    first.must(caseId, { type: 'DeclareEmergency', reason: 'Позже', flaggedAt: instant(placedAt + minutes(20)) })
    second.must(caseId, { type: 'DeclareEmergency', reason: 'Раньше', flaggedAt: instant(placedAt + minutes(10)) })
    sync(first, second)
    expect(first.state(caseId).emergency).toMatchObject({ flaggedAt: placedAt + minutes(10), reason: 'Раньше' })
  })

  it('CS24 an event that an erasure named before it came has no words either', () => {
    const situation = published().given({ type: 'ErasePersonalData', act: 'Акт 1' })
    const events = situation.desk.eventsOf(situation.caseId)
    const forged = events.map((event) => (event.type === 'PersonalDataErased' ? { ...event, lamport: 1, _id: event._id } : event))
    expect(JSON.stringify(foldCase(forged))).not.toContain(answerText)
  })
})

describe('CS3 order and parents', () => {
  it('CS3 an event is next when it comes after all the case has', () => {
    const situation = answered()
    const events = situation.desk.eventsOf(situation.caseId)
    const [first, second, third] = events
    if (first === undefined || second === undefined || third === undefined) throw new Error('Three events were expected')
    const state = foldCase([first, third])
    if (state === undefined) throw new Error('A case was expected')
    expect(isNext(state, second)).toBe(false)
    expect(isNext(state, third)).toBe(false)
    expect(isNext(state, { ...third, lamport: third.lamport + 1 })).toBe(true)
  })

  it('JR8 concurrent are those of which neither saw the other, straight or through others', () => {
    const office = openOffice()
    const [first, second] = [office.desk(operator), office.desk(secondOperator)]
    const caseId = first.receive()
    sync(first, second)
    const [a] = first.must(caseId, { type: 'AddNote', text: 'а' })
    const [b] = second.must(caseId, { type: 'AddNote', text: 'б' })
    sync(first, second)
    const [c] = first.must(caseId, { type: 'AddNote', text: 'в' })
    const events = first.eventsOf(caseId)
    if (a === undefined || b === undefined || c === undefined) throw new Error('Three notes were expected')
    expect(concurrent(a._id, b._id, events)).toBe(true)
    expect(concurrent(a._id, c._id, events)).toBe(false)
    expect(concurrent(a._id, a._id, events)).toBe(false)
    expect([...c.parents].sort()).toEqual([a._id, b._id].sort())
    expect(headsOf(events)).toEqual([c._id])
    expect([...headsOf(events.filter((event) => event !== c))].sort()).toEqual([a._id, b._id].sort())
  })

  it('CS3 a posting that a note separates from its answer is no conflict for the department, which has no note', () => {
    const office = openOffice()
    const [desk, department] = [office.desk(operator), office.desk(headOf(roads))]
    const situation = situationOf(office, desk, desk.receive()).given(toRoads)
    sync(desk, department)
    department.must(situation.caseId, { type: 'SubmitAnswer', forwarding: situation.forwarding, text: answerText, attachments: [] })
    sync(desk, department)
    situation.given({ type: 'AddNote', text: 'Проверено' })
    situation.given(publication(situation, { answer: situation.answer }))
    sync(desk, department)
    expect(department.state(situation.caseId)).toMatchObject({ stage: 'closed', conflicts: [], outcome: { how: 'published' } })
  })
})

import { describe, expect, it } from 'vitest'
import { undoOf } from '../../../../shared/domain/case/undo'
import { refusalGrounds } from '../../../../shared/domain/journal/grounds'
import type { CaseId } from '../../../../shared/domain/journal/ids'
import { instant } from '../../../../shared/domain/time/instant'
import { aMessage, administrator, directory, headOf, hours, minutes, only, operator, placedAt, roads } from '../../../support/journal'
import { answered, answerText, forwarded, publication, published, received, submission, toRoads, type Situation } from '../../../support/situation'

describe('CS15 refusal (3.6)', () => {
  it.each(refusalGrounds)('CS15 on the ground %s it closes the case; the text stays as evidence', (ground) => {
    const { state } = received().given({ type: 'RefuseHandling', ground, comment: 'См. текст' })
    expect(state).toMatchObject({ stage: 'closed', outcome: { how: 'refused', ground }, refused: { ground, comment: 'См. текст' } })
    expect(state.message.text).toBe(aMessage().text)
  })

  it('CS15 only before anything was published', () => {
    expect(published().given({ type: 'ReopenCase', reason: 'Неполно' }).outcome({ type: 'RefuseHandling', ground: 'insult' })).toEqual({ reason: 'alreadyPublished' })
  })

  it('CS15 also after forwarding; the department is told', () => {
    const situation = forwarded()
    expect(only(situation.desk.must(situation.caseId, { type: 'RefuseHandling', ground: 'unreadable' })).department).toBe(roads)
  })
})

describe('CS17 duplicates', () => {
  const two = () => {
    const situation = received()
    return { situation, original: situation.desk.receive({ externalId: 'wall-900000001_6002' }) }
  }

  it('CS17 closed by the case it repeats', () => {
    const { situation, original } = two()
    expect(situation.given({ type: 'MarkDuplicate', of: original }).state).toMatchObject({ duplicateOf: original, outcome: { how: 'duplicate', of: original } })
  })

  it('CS17 not of itself, nor of a case that is not known here', () => {
    const { situation } = two()
    expect(situation.outcome({ type: 'MarkDuplicate', of: situation.caseId })).toEqual({ reason: 'duplicateOfItself' })
    const unknown = `c${'f'.repeat(32)}` as CaseId
    expect(situation.outcome({ type: 'MarkDuplicate', of: unknown })).toEqual({ reason: 'originalUnknown', original: unknown })
  })

  it('CS17 not of a duplicate: no circle in which nobody is answered', () => {
    const { situation, original } = two()
    situation.given({ type: 'MarkDuplicate', of: original })
    expect(situation.desk.act(original, { type: 'MarkDuplicate', of: situation.caseId })).toEqual({ ok: false, error: { reason: 'originalIsDuplicate', of: original } })
  })

  it('CS17 not once it was answered itself', () => {
    const situation = published()
    const original = situation.desk.receive({ externalId: 'wall-900000001_6002' })
    situation.given({ type: 'ReopenCase', reason: 'Неполно' })
    expect(situation.outcome({ type: 'MarkDuplicate', of: original })).toEqual({ reason: 'alreadyPublished' })
  })
})

const contacts = { wording: 'Согласен на рассмотрение по 59-ФЗ', surname: 'Иванов', name: 'Иван', email: 'ivanov@example.ru' }
const offer = (situation: Situation) => ({ type: 'OfferAppeal', text: 'Предлагаем обращение', place: 'public', offeredAt: situation.office.now }) as const
const consent = (situation: Situation) => ({ type: 'RecordAppealConsent', givenAt: situation.office.now, ...contacts }) as const
const handOver = (situation: Situation) => ({ type: 'HandOverAppeal', handedOverAt: situation.office.now, by: 'mail', to: 'pub59524@krasmail.ru' }) as const
const register = (situation: Situation) => ({ type: 'RegisterAppeal', number: ' 59-17 ', registeredAt: situation.office.now }) as const

describe('CS18 the official appeal: offer and consent (3.8)', () => {
  it('CS18 each step needs the one before', () => {
    const situation = received()
    expect(situation.outcome(consent(situation))).toEqual({ reason: 'notOffered' })
    expect(situation.outcome(handOver(situation))).toEqual({ reason: 'noConsent' })
    expect(situation.outcome(register(situation))).toEqual({ reason: 'notHandedOver' })
    expect(situation.given(offer(situation)).state.stage).toBe('appeal')
  })

  it('CS18 consent: who, when, to what wording, and where the answer is to go', () => {
    const situation = received()
    situation.given(offer(situation))
    const command = consent(situation)
    expect(situation.outcome({ ...command, surname: ' ', name: '', email: 'нет' })).toEqual({ reason: 'requisitesMissing', missing: ['surname', 'name', 'address'] })
    expect(situation.outcome({ ...command, wording: '' })).toEqual({ reason: 'blank', field: 'wording' })
    expect(situation.outcome({ ...command, email: undefined, postalAddress: 'с. Идринское, ул. Мира, 1' })).toEqual(['AppealConsentRecorded'])
    expect(situation.state.appeal.consent).toMatchObject({ givenAt: situation.office.now, contacts: { wording: contacts.wording, surname: 'Иванов' } })
  })

  it('CS18 another desk’s clock does not stop it: only placement and now bound the instants', () => {
    const situation = received()
    situation.given({ ...offer(situation), offeredAt: instant(situation.office.now + minutes(1)) })
    expect(situation.outcome({ ...consent(situation), givenAt: instant(placedAt - 1) })).toMatchObject({ reason: 'tooEarly', earliest: placedAt })
    expect(situation.outcome({ ...consent(situation), givenAt: instant(placedAt + 1) })).toEqual(['AppealConsentRecorded'])
  })

  it('CS18 a consent is corrected until handed over; then neither it nor the offer changes', () => {
    const situation = received()
    situation.given(offer(situation)).given(consent(situation))
    expect(situation.outcome(offer(situation))).toEqual({ reason: 'alreadyConsented' })
    situation.given({ ...consent(situation), patronymic: 'Ильич' })
    expect(situation.state.appeal.consent?.contacts?.patronymic).toBe('Ильич')
    situation.given(handOver(situation))
    expect(situation.outcome(consent(situation))).toEqual({ reason: 'alreadyHandedOver' })
    expect(situation.outcome(handOver(situation))).toEqual({ reason: 'alreadyHandedOver' })
    expect(situation.outcome(toRoads)).toEqual({ reason: 'alreadyHandedOver' })
  })
})

describe('CS19 hand-over and registration (3.8)', () => {
  const handedOver = () => {
    const situation = received()
    return situation.given(offer(situation)).given(consent(situation)).given(handOver(situation))
  }

  it('CS19 the number comes back and closes the case', () => {
    const situation = handedOver()
    expect(situation.state).toMatchObject({ stage: 'appeal', appeal: { handedOver: { means: 'mail', to: 'pub59524@krasmail.ru' } } })
    expect(situation.outcome({ ...register(situation), number: ' ' })).toEqual({ reason: 'blank', field: 'number' })
    const { state } = situation.given(register(situation))
    expect(state).toMatchObject({ stage: 'closed', outcome: { how: 'registered', number: '59-17' }, appeal: { registered: { number: '59-17' } } })
    expect(situation.outcome(register(situation))).toEqual({ reason: 'alreadyRegistered', number: '59-17' })
  })

  it('CS19 also after «ваше сообщение передано» closed it', () => {
    const situation = handedOver()
    situation.given(publication(situation, { text: 'Ваше сообщение передано' }))
    expect(situation.given(register(situation)).state).toMatchObject({ outcome: { how: 'published' }, appeal: { registered: { number: '59-17' } } })
  })

  it('CS19 a mistyped number is corrected by reopening', () => {
    const situation = handedOver()
    situation.given(register(situation)).given({ type: 'ReopenCase', reason: 'Опечатка в номере' })
    expect(situation.state).toMatchObject({ stage: 'appeal' })
    expect(situation.given({ ...register(situation), number: '59-71' }).state.outcome).toMatchObject({ number: '59-71' })
  })
})

describe('CS21 reopening', () => {
  it('CS21 only what is closed, with a reason', () => {
    expect(received().outcome({ type: 'ReopenCase', reason: 'Зачем-то' })).toEqual({ reason: 'caseOpen' })
    expect(published().outcome({ type: 'ReopenCase', reason: ' ' })).toEqual({ reason: 'blank', field: 'reason' })
  })

  it('CS21 a refused or duplicate case is where it was; what was posted stays posted and comes back to review', () => {
    const refused = forwarded().given({ type: 'RefuseHandling', ground: 'insult' }).given({ type: 'ReopenCase', reason: 'Ошибка' })
    expect(refused.state).toMatchObject({ stage: 'department', refusals: [{ ground: 'insult' }] })
    expect(refused.state.refused).toBeUndefined()
    const { state } = published().given({ type: 'ReopenCase', reason: 'Неполно' })
    expect(state.stage).toBe('review')
    expect(state.outcome).toBeUndefined()
    expect(only(state.postings).text).toBe(answerText)
  })

  it('CS21 the outcome is then the new closing', () => {
    const situation = published().given({ type: 'ReopenCase', reason: 'Неполно' })
    situation.office.pass(hours(1))
    expect(situation.given(publication(situation, { text: 'Полный ответ' })).state).toMatchObject({ outcome: { how: 'published', at: situation.office.now } })
    expect(situation.state.postings).toHaveLength(2)
    expect(situation.state.conflicts).toEqual([])
  })
})

describe('CS24 erasing personal data (1.4)', () => {
  it('CS24 under an act; of an open case only with a reason', () => {
    expect(published().outcome({ type: 'ErasePersonalData', act: ' ' }, administrator)).toEqual({ reason: 'blank', field: 'act' })
    expect(received().outcome({ type: 'ErasePersonalData', act: 'Акт 1' }, administrator)).toEqual({ reason: 'blank', field: 'reason' })
    expect(received().outcome({ type: 'ErasePersonalData', act: 'Акт 1', reason: 'Отзыв согласия' }, administrator)).toEqual(['PersonalDataErased'])
  })

  it('CS24 all words become null and names go; kind, instants, grounds and counts stay', () => {
    const situation = received({ attachments: [{ kind: 'photo', url: 'https://sun9.userapi.com/1.jpg' }] })
    situation.given(offer(situation)).given(consent(situation)).given(handOver(situation))
    situation.given({ type: 'RecordAuthorEdit', text: 'Две ямы' }).given({ type: 'AddNote', text: 'Звонил' })
    situation.given({ type: 'DeclareEmergency', reason: 'Провал', flaggedAt: situation.office.now })
    situation.given(publication(situation)).given({ type: 'PublishNotice', where: 'page', text: 'Внимание', publishedAt: situation.office.now })
    const { state } = situation.given({ type: 'ErasePersonalData', act: 'Акт 1' }, administrator)
    expect(state.message).toMatchObject({ text: null, author: {}, attachments: [], placedAt, earlierTexts: [{ text: null }] })
    expect(state.message.link).toBeUndefined()
    expect(state.appeal).toMatchObject({ offered: { text: null }, consent: { contacts: null }, handedOver: { means: 'mail' } })
    expect(only(state.postings)).toMatchObject({ text: null, publishedAt: situation.office.now })
    expect(only(state.postings).link).toBeUndefined()
    expect(state).toMatchObject({ notes: [{ text: null }], notices: [{ text: null }], emergency: { reason: null }, erasures: [{ act: 'Акт 1' }] })
    expect(state.outcome).toMatchObject({ how: 'published' })
    expect(JSON.stringify(state)).not.toMatch(/Иванов|Житель|ivanov|ямы|Звонил/)
  })

  it('CS24 answers, remarks and reasons of the departments’ work too', () => {
    const situation = answered()
    situation.given({ type: 'ReturnAnswer', answer: situation.answer, remarks: 'Когда?' })
    situation.given(submission(situation.forwarding, { text: 'Вчера', measures: 'Бригада' }), headOf(roads))
    situation.given({ type: 'DeclineForwarding', forwarding: situation.forwarding, reason: 'Не наше' }, headOf(roads))
    situation.given({ type: 'RefuseHandling', ground: 'insult', comment: 'Грубо' })
    const { state } = situation.given({ type: 'ErasePersonalData', act: 'Акт 1' }, operator)
    expect(only(state.forwardings)).toMatchObject({
      declined: { reason: null },
      answers: [{ text: null, returned: { remarks: null } }, { text: null, measures: null }],
    })
    expect(state.refused?.comment).toBeNull()
  })

  it('CS24 once all is erased there is nothing left to erase, until something comes', () => {
    const situation = published().given({ type: 'ErasePersonalData', act: 'Акт 1' })
    expect(situation.outcome({ type: 'ErasePersonalData', act: 'Акт 2' })).toEqual({ reason: 'nothingToErase' })
    expect(situation.given({ type: 'AddNote', text: 'Ещё' }).outcome({ type: 'ErasePersonalData', act: 'Акт 2' })).toEqual(['PersonalDataErased'])
  })

  it('CS24 each department is told of what it holds, the journal of the rest, everything once', () => {
    const situation = published()
    const held = situation.state.history
    const events = situation.desk.must(situation.caseId, { type: 'ErasePersonalData', act: 'Акт 1' })
    expect(events.map(({ department }) => department).sort()).toEqual([roads, undefined])
    const named = events.flatMap((event) => (event.type === 'PersonalDataErased' ? event.payload.erased.map((id) => [id, event.department]) : []))
    expect(named.sort()).toEqual(held.map((entry) => [entry.event, entry.department]).sort())
  })
})

describe('CS25 undo, while nothing is public', () => {
  const undo = (situation: Situation, place = -1) => {
    const event = situation.desk.eventsOf(situation.caseId).at(place)
    if (event === undefined) throw new Error('Nothing happened')
    return undoOf(event, situation.state, { now: situation.office.now, actor: operator, directory, reason: 'Отменено' })
  }

  it('CS25 a forwarding is withdrawn, until it is answered', () => {
    const situation = forwarded()
    expect(undo(situation)).toEqual({ type: 'WithdrawForwarding', forwarding: situation.forwarding, reason: 'Отменено' })
    expect(undo(answered(), 1)).toBeUndefined()
  })

  it('CS25 a refusal and a duplicate’s mark are reopened', () => {
    expect(undo(received().given({ type: 'RefuseHandling', ground: 'insult' }))).toEqual({ type: 'ReopenCase', reason: 'Отменено' })
    const situation = received()
    const original = situation.desk.receive({ externalId: 'wall-900000001_6002' })
    expect(undo(situation.given({ type: 'MarkDuplicate', of: original }))).toEqual({ type: 'ReopenCase', reason: 'Отменено' })
  })

  it('CS25 not once it is undone, nor what is public', () => {
    expect(undo(received().given({ type: 'RefuseHandling', ground: 'insult' }).given({ type: 'ReopenCase', reason: 'Отменено' }), 1)).toBeUndefined()
    expect(undo(published())).toBeUndefined()
    expect(undo(received().given({ type: 'AddNote', text: 'Заметка' }))).toBeUndefined()
  })

  it('CS25 what it gives is accepted', () => {
    const situation = forwarded()
    const command = undo(situation)
    expect(command === undefined ? undefined : situation.outcome(command)).toEqual(['ForwardingWithdrawn'])
  })
})

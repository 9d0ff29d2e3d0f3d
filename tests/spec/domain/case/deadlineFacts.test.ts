import { describe, expect, it } from 'vitest'
import { deadlineFacts } from '../../../../shared/domain/case/deadlineFacts'
import { instant } from '../../../../shared/domain/time/instant'
import { headOf, hours, housing, minutes, placedAt, roads } from '../../../support/journal'
import { answered, forwarded, publication, published, received, submission, toRoads } from '../../../support/situation'

describe('CS26 what the deadlines are counted from', () => {
  it('CS26 placement, forwardings, submissions, returns and the publication, each at its own instant', () => {
    const situation = forwarded()
    const instants = [situation.office.now]
    const next = () => {
      situation.office.pass(hours(1))
      instants.push(situation.office.now)
    }
    next()
    situation.given(submission(situation.forwarding), headOf(roads))
    next()
    situation.given({ type: 'ReturnAnswer', answer: situation.answer, remarks: 'Когда?' })
    next()
    situation.given(submission(situation.forwarding, { text: 'Вчера' }), headOf(roads))
    next()
    situation.given(publication(situation, { answer: situation.answer }))
    const [forwardedAt, submittedAt, returnedAt, reworkedAt, publishedAt] = instants
    expect(deadlineFacts(situation.state)).toMatchObject({
      placedAt,
      receivedAt: placedAt + hours(1),
      kind: 'answer',
      forwardings: [{ at: forwardedAt, department: roads, withdrawnAt: null, declinedAt: null }],
      submissions: [{ at: submittedAt, department: roads }, { at: reworkedAt, department: roads }],
      returns: [{ at: returnedAt, department: roads }],
      publishedAt,
      refusedAt: null,
      decidedAt: null,
      appeal: null,
    })
  })

  it('CS26 withdrawals and refusals of departments', () => {
    const situation = forwarded()
    const { forwarding } = situation
    situation.office.pass(hours(1))
    const withdrawnAt = situation.office.now
    situation.given({ type: 'WithdrawForwarding', forwarding, reason: 'Не туда' }).given({ ...toRoads, to: housing })
    situation.office.pass(hours(1))
    situation.given({ type: 'DeclineForwarding', forwarding: situation.forwarding, reason: 'Не наше' }, headOf(housing))
    expect(deadlineFacts(situation.state).forwardings).toMatchObject([
      { department: roads, withdrawnAt, declinedAt: null },
      { department: housing, at: withdrawnAt, withdrawnAt: null, declinedAt: situation.office.now },
    ])
  })

  it('CS26 a reopened case is as if it had not been closed', () => {
    expect(deadlineFacts(published().given({ type: 'ReopenCase', reason: 'Неполно' }).state)).toMatchObject({ publishedAt: null, kind: 'answer' })
    const refused = received().given({ type: 'RefuseHandling', ground: 'insult' })
    expect(deadlineFacts(refused.state)).toMatchObject({ kind: 'refusal', refusedAt: refused.office.now })
    expect(deadlineFacts(refused.given({ type: 'ReopenCase', reason: 'Ошибка' }).state)).toMatchObject({ kind: 'answer', refusedAt: null })
  })

  it('CS26 emergency, explanation, link, duplicate', () => {
    const flaggedAt = instant(placedAt + minutes(10))
    expect(deadlineFacts(answered().given({ type: 'DeclareEmergency', reason: 'Провал', flaggedAt }).state).emergencyFlaggedAt).toBe(flaggedAt)
    expect(deadlineFacts(received().given({ ...toRoads, purpose: 'explanation', ground: 'abuseOfRight' }).state).kind).toBe('explanation')
    const linked = received()
    linked.given({ ...publication(linked), type: 'PublishSiteLink', siteUrl: 'https://idra-rayon.ru/1' })
    expect(deadlineFacts(linked.state)).toMatchObject({ kind: 'siteLink', publishedAt: linked.office.now })
    const duplicate = received()
    const original = duplicate.desk.receive({ externalId: 'wall-900000001_6002' })
    expect(deadlineFacts(duplicate.given({ type: 'MarkDuplicate', of: original }).state)).toMatchObject({ kind: 'duplicate', decidedAt: duplicate.office.now })
  })

  it('CS26 the appeal: offering decides the triage, registration stops the order’s clocks', () => {
    const situation = received()
    const { now } = situation.office
    situation
      .given({ type: 'OfferAppeal', text: 'Предлагаем', place: 'private', offeredAt: now })
      .given({ type: 'RecordAppealConsent', givenAt: now, wording: 'Согласен', surname: 'Иванов', name: 'Иван', postalAddress: 'с. Идринское' })
      .given({ type: 'HandOverAppeal', handedOverAt: now, by: 'print' })
    expect(deadlineFacts(situation.state)).toMatchObject({ kind: 'answer', decidedAt: now, appeal: { handedOverAt: now, registeredAt: null } })
    situation.office.pass(hours(2))
    situation.given({ type: 'RegisterAppeal', number: '7', registeredAt: situation.office.now })
    expect(deadlineFacts(situation.state)).toMatchObject({ kind: 'appeal', appeal: { handedOverAt: now, registeredAt: situation.office.now } })
  })
})

import { describe, expect, it } from 'vitest'
import { missingMandatoryPart } from '../../../../shared/domain/case/mandatoryPart'
import { explanationTemplates } from '../../../../shared/domain/case/explanationTemplates'
import { explanationGrounds } from '../../../../shared/domain/journal/grounds'
import type { EventId } from '../../../../shared/domain/journal/ids'
import { instant } from '../../../../shared/domain/time/instant'
import { directory, headOf, housing, minutes, only, placedAt, roads } from '../../../support/journal'
import { answered, answerText, publication, published, received, submission, toRoads } from '../../../support/situation'

const aFile = { kind: 'photo' as const, name: 'яма.jpg', sha256: 'b'.repeat(64) as never, size: 100 }

describe('PB1 where (3.4)', () => {
  it('PB1 a public message is answered in a public comment, a private one in a private message', () => {
    const open = received()
    expect(open.outcome(publication(open, { place: 'private' }))).toEqual({ reason: 'wrongPlace', required: 'public' })
    const closed = received({ visibility: 'private', link: undefined })
    expect(closed.outcome(publication(closed))).toEqual({ reason: 'wrongPlace', required: 'private' })
    expect(closed.outcome(publication(closed, { place: 'private' }))).toEqual(['AnswerPublished'])
  })

  it('PB1 an explanation and a link to the site likewise', () => {
    const situation = received()
    const posted = { ...publication(situation), place: 'private' } as const
    expect(situation.outcome({ ...posted, type: 'PublishExplanation', ground: 'abuseOfRight' })).toMatchObject({ reason: 'wrongPlace' })
    expect(situation.outcome({ ...posted, type: 'PublishSiteLink', siteUrl: 'https://idra-rayon.ru/1' })).toMatchObject({ reason: 'wrongPlace' })
  })
})

describe('PB2 when', () => {
  it('PB2 neither in the future nor before the message was placed', () => {
    const situation = received()
    const { now } = situation.office
    expect(situation.outcome(publication(situation, { publishedAt: instant(now + minutes(2)) }))).toEqual({ reason: 'inFuture', field: 'publishedAt', now })
    expect(situation.outcome(publication(situation, { publishedAt: instant(placedAt - 1) }))).toEqual({ reason: 'tooEarly', field: 'publishedAt', earliest: placedAt })
    expect(situation.outcome(publication(situation, { publishedAt: placedAt }))).toEqual(['AnswerPublished'])
  })
})

describe('PB3 evidence', () => {
  it('PB3 a public posting by hand is proved by its address', () => {
    const situation = received()
    expect(situation.outcome(publication(situation, { link: undefined }))).toEqual({ reason: 'linkRequired' })
    expect(situation.outcome(publication(situation, { link: 'vk.ru/wall' }))).toEqual({ reason: 'notWebAddress', field: 'link' })
    expect(situation.outcome(publication(situation, { link: 'https://vk.ru/wall 1' }))).toEqual({ reason: 'notWebAddress', field: 'link' })
    expect(situation.outcome(publication(situation, { link: undefined, by: 'connector', idempotencyKey: 'k1' }))).toEqual(['AnswerPublished'])
  })

  it('PB3 address, instant, text as posted, files and screenshot are kept', () => {
    const situation = answered()
    const command = publication(situation, { answer: situation.answer, text: 'Яма засыпана, спасибо.', attachments: [aFile], screenshot: aFile })
    expect(only(situation.given(command).state.postings)).toMatchObject({
      what: 'answer',
      answer: situation.answer,
      text: 'Яма засыпана, спасибо.',
      link: command.link,
      place: 'public',
      publishedAt: situation.office.now,
      via: 'hand',
      attachments: [aFile],
      screenshot: aFile,
    })
  })

  it('PB3 what was posted is words or files', () => {
    const situation = received()
    expect(situation.outcome(publication(situation, { text: '' }))).toEqual({ reason: 'blank', field: 'text' })
    expect(situation.outcome(publication(situation, { text: '', attachments: [aFile] }))).toEqual(['AnswerPublished'])
  })
})

describe('PB4 the same posting again', () => {
  it('PB4 a repeated idempotency key makes no second event, though the first closed the case', () => {
    const situation = received()
    const command = publication(situation, { idempotencyKey: 'k1' })
    const first = only(situation.desk.must(situation.caseId, command))
    expect(situation.outcome(command)).toEqual({ reason: 'alreadyPosted', posting: first._id })
    expect(situation.outcome({ ...command, type: 'PublishExplanation', ground: 'abuseOfRight' })).toMatchObject({ reason: 'alreadyPosted' })
    situation.given({ type: 'ReopenCase', reason: 'Неполно' })
    expect(situation.outcome(command)).toEqual({ reason: 'alreadyPosted', posting: first._id })
    expect(situation.outcome({ ...command, idempotencyKey: 'k2' })).toEqual(['AnswerPublished'])
  })
})

describe('PB5 what may be published', () => {
  it('PB5 the operator’s own answer, without a department', () => {
    const situation = received()
    expect(situation.given(publication(situation)).state.outcome).toEqual({ how: 'published', at: situation.office.now })
  })

  it('PB5 any version that exists; a returned one too, which undoes the return', () => {
    const situation = answered()
    const { answer } = situation
    situation.given({ type: 'ReturnAnswer', answer, remarks: 'Когда?' })
    expect(situation.outcome(publication(situation, { answer: `${situation.caseId}~nobody~${'0'.repeat(64)}` as EventId }))).toMatchObject({ reason: 'answerUnknown' })
    expect(situation.given(publication(situation, { answer })).state).toMatchObject({ stage: 'closed', postings: [{ answer }] })
  })

  it('PB5 not on a closed case', () => {
    expect(published().outcome(publication(published()))).toEqual({ reason: 'caseClosed' })
  })
})

describe('PB6 the answer is on the site already (3.6 par. 2)', () => {
  it('PB6 its address is told, and kept', () => {
    const situation = received()
    const command = { ...publication(situation), type: 'PublishSiteLink', siteUrl: 'https://idra-rayon.ru/otvety/7' } as const
    expect(situation.outcome({ ...command, siteUrl: ' ' })).toEqual({ reason: 'blank', field: 'siteUrl' })
    expect(situation.outcome({ ...command, siteUrl: 'ftp://idra-rayon.ru/7' })).toEqual({ reason: 'notWebAddress', field: 'siteUrl' })
    expect(situation.given(command).state).toMatchObject({
      outcome: { how: 'siteLink', at: situation.office.now },
      postings: [{ what: 'siteLink', siteUrl: 'https://idra-rayon.ru/otvety/7' }],
    })
  })
})

describe('PB7 the mandatory part of an explanation (3.7)', () => {
  it('PB7 it closes the case as explained, on its ground', () => {
    const situation = received().given({ ...toRoads, purpose: 'explanation', ground: 'courtDecision' })
    situation.given(submission(situation.forwarding, { text: 'Обжалуется в краевом суде' }), headOf(roads))
    const { state } = situation.given({ ...publication(situation), type: 'PublishExplanation', answer: situation.answer, ground: 'courtDecision' })
    expect(state).toMatchObject({ kind: 'explanation', outcome: { how: 'explained', ground: 'courtDecision' } })
  })

  it.each(explanationGrounds)('PB7 the template for %s lacks nothing once its blanks are filled', (ground) => {
    const filled = explanationTemplates[ground]
      .replace('{структура}', 'Министерство транспорта Красноярского края')
      .replace('{должность, фамилия, имя, отчество}', 'министр Петров Пётр Петрович')
      .replace(/\{[^}]*\}/g, '15.01.2026 № 7')
    expect(missingMandatoryPart(ground, filled, directory)).toEqual([])
  })

  it('PB7 blanks left over are pointed out, and name nobody', () => {
    expect(missingMandatoryPart('outOfCompetence', explanationTemplates.outOfCompetence, directory)).toEqual(['official', 'structure', 'blankToFill'])
  })

  it.each([
    ['outOfCompetence', 'Это не относится к компетенции администрации района.', ['official', 'structure']],
    ['outOfCompetence', 'Обратитесь в Министерство транспорта края.', ['official']],
    ['outOfCompetence', 'Обратитесь к начальнику Иванову.', ['structure']],
    ['outOfCompetence', 'Этим занимается прокурор района Сидоров, прокуратура района.', []],
    ['outOfCompetence', 'Этим ведает Дорожкин, отдел дорожного хозяйства.', []],
    ['abuseOfRight', 'Мы не можем этого сделать.', ['abuseInadmissible']],
    ['abuseOfRight', 'Вы злоупотребляете правом.', ['abuseInadmissible']],
    ['abuseOfRight', 'Злоупотребление правом недопустимо.', []],
    ['courtDecision', 'Решение принял суд.', ['appealProcedure']],
    ['courtDecision', 'Решение можно обжаловать в вышестоящий суд в течение месяца.', []],
    ['repeatedlyAnswered', 'Ответа не будет.', ['earlierAnswers']],
    ['repeatedlyAnswered', 'На этот вопрос мы Вам уже отвечали 10.02.2026.', []],
  ] as const)('PB7 %s: «%s» lacks %j', (ground, text, missing) => {
    expect(missingMandatoryPart(ground, text, directory)).toEqual(missing)
  })

  it('PB7 it is a warning: what seems to be missing does not stop a person', () => {
    const situation = received()
    expect(situation.outcome({ ...publication(situation), type: 'PublishExplanation', ground: 'courtDecision' })).toEqual(['ExplanationPublished'])
  })
})

describe('PB8 a publication that failed', () => {
  it('PB8 is kept with its reason, and the case stays open', () => {
    const situation = answered()
    const { answer } = situation
    const command = { type: 'RecordPublicationFailure', answer, failedAt: situation.office.now, reason: '213', text: answerText, idempotencyKey: 'k1' } as const
    const { state } = situation.given(command)
    expect(state.stage).toBe('review')
    expect(only(state.failedPublications)).toMatchObject({ reason: '213', failedAt: situation.office.now, answer, text: answerText, idempotencyKey: 'k1' })
  })

  it('PB8 a late failure of a call that went through is none', () => {
    const situation = received()
    situation.given(publication(situation, { idempotencyKey: 'k1' }))
    expect(
      situation.outcome({ type: 'RecordPublicationFailure', failedAt: situation.office.now, reason: 'timeout', text: answerText, idempotencyKey: 'k1' }),
    ).toMatchObject({ reason: 'alreadyPosted' })
  })
})

describe('PB9 notice of general interest (3.5)', () => {
  it('PB9 goes out besides an answer, and is kept with its address', () => {
    const situation = published()
    const command = { type: 'PublishNotice', where: 'site', text: 'Режим работы', publishedAt: situation.office.now, link: 'https://idra-rayon.ru/news/1' } as const
    expect(received().outcome(command)).toEqual({ reason: 'nothingPublished' })
    expect(situation.outcome({ ...command, text: '' })).toEqual({ reason: 'blank', field: 'text' })
    expect(situation.outcome({ ...command, link: 'idra-rayon' })).toEqual({ reason: 'notWebAddress', field: 'link' })
    const { state } = situation.given(command)
    expect(only(state.notices)).toMatchObject({ where: 'site', text: 'Режим работы', link: command.link, publishedAt: situation.office.now })
    expect(state.stage).toBe('closed')
  })
})

describe('PB10 a posting closes the case', () => {
  it('PB10 with its own kind, whatever was forwarded for', () => {
    const situation = received().given({ ...toRoads, purpose: 'explanation', ground: 'abuseOfRight' })
    expect(situation.given(publication(situation)).state).toMatchObject({ kind: 'answer', outcome: { how: 'published' } })
  })

  it('PB10 and calls off a department that is at work on it still', () => {
    const situation = answered()
    const { answer, forwarding } = situation
    situation.given({ type: 'WithdrawForwarding', forwarding, reason: 'Передано' }).given({ ...toRoads, to: housing })
    expect(situation.outcome(publication(situation, { answer }))).toEqual(['ForwardingWithdrawn', 'AnswerPublished'])
    expect(situation.state.forwardings.map(({ to, withdrawn }) => [to, withdrawn?.cause])).toEqual([[roads, undefined], [housing, 'closed']])
    expect(situation.state.outcome).toBeDefined()
  })
})

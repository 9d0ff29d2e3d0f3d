import { describe, expect, it } from 'vitest'
import { aMessage, days, directory, hours, minutes, only, openOffice, operator, placedAt, secondOperator, sync } from '../../../support/journal'
import { answered, forwarded, published, received, toRoads } from '../../../support/situation'
import { decide } from '../../../../shared/domain/case/decide'
import { parseEvent } from '../../../../shared/domain/journal/parse'
import { caseIdFor } from '../../../../shared/domain/journal/identity'
import type { Sha256 } from '../../../../shared/domain/journal/ids'
import { instant } from '../../../../shared/domain/time/instant'

const intake = (over: Parameters<typeof aMessage>[0], now = instant(placedAt + hours(1))) =>
  decide(aMessage(over), undefined, { now, actor: operator, directory })

describe('CS4 intake', () => {
  it('CS4 the clock starts at placement, not at intake', () => {
    const { state } = received()
    expect(state.message.placedAt).toBe(placedAt)
    expect(state.receivedAt).toBe(placedAt + hours(1))
    expect(state.stage).toBe('triage')
  })

  it('CS4 a message placed in the future is refused, five minutes of difference between clocks aside', () => {
    const now = placedAt
    expect(intake({ placedAt: instant(now + minutes(5)) }, now).ok).toBe(true)
    expect(intake({ placedAt: instant(now + minutes(5) + 1) }, now)).toEqual({ ok: false, error: { reason: 'inFuture', field: 'placedAt', now } })
    expect(intake({ placedAt: instant(now + days(1)) }, now).ok).toBe(false)
  })

  it('CS4 a blank text is taken only with attachments', () => {
    expect(intake({ text: ' \n' })).toEqual({ ok: false, error: { reason: 'blank', field: 'text' } })
    expect(intake({ text: '', attachments: [{ kind: 'photo', url: 'https://sun9.userapi.com/1.jpg' }] }).ok).toBe(true)
  })

  it('CS4 the message’s address is one a browser may open', () => {
    expect(intake({ link: 'javascript:alert(1)' })).toEqual({ ok: false, error: { reason: 'notWebAddress', field: 'link' } })
  })
})

describe('CS29 what an event may hold', () => {
  it('CS29 what could not be read back is rejected, not recorded', () => {
    expect(intake({ text: 'я'.repeat(100_001) })).toEqual({ ok: false, error: { reason: 'tooLong', field: 'text' } })
    expect(intake({ text: 'я'.repeat(100_000) }).ok).toBe(true)
    expect(intake({ placedAt: instant(1_795_000) })).toEqual({ ok: false, error: { reason: 'malformed', field: 'placedAt' } })
    expect(received().outcome({ type: 'ErasePersonalData', act: 'я'.repeat(201), reason: 'Отзыв' })).toEqual({ reason: 'tooLong', field: 'act' })
  })

  it('CS29 members that no event has are left out', () => {
    const spread = { ...aMessage(), flags: ['markup'] }
    const situation = received(spread)
    const event = only(situation.desk.eventsOf(situation.caseId))
    expect(Object.keys(event.personal ?? {}).sort()).toEqual(['attachments', 'author', 'externalId', 'link', 'text'])
    expect(parseEvent(event)).toEqual({ ok: true, value: { known: event } })
  })
})

describe('CS5 the same message twice is one case', () => {
  it('CS5 taken in again it records nothing', () => {
    const situation = received()
    expect(situation.outcome(aMessage())).toEqual({ reason: 'alreadyReceived' })
    expect(situation.state.eventCount).toBe(1)
  })

  it('CS5 with other words it is an edit by the author', () => {
    const situation = received()
    expect(situation.outcome(aMessage({ text: 'Яму засыпьте!' }))).toEqual(['MessageEditedByAuthor'])
    expect(situation.state.message.text).toBe('Яму засыпьте!')
    expect(situation.state.message.earlierTexts.map(({ text }) => text)).toEqual([aMessage().text])
  })

  it('CS5 with words that an edit has replaced since, as in an old export, it records nothing', () => {
    const situation = received().given({ type: 'RecordAuthorEdit', text: 'Яму засыпьте!' })
    expect(situation.outcome(aMessage())).toEqual({ reason: 'alreadyReceived' })
  })

  it('CS5 files that the case has not are added, with the same words too', () => {
    const screenshot = { kind: 'photo', name: 'Снимок.png', sha256: 'a'.repeat(64) as Sha256, size: 10 } as const
    const photo = { kind: 'photo', url: 'https://sun9.userapi.com/1.jpg' } as const
    const situation = received()
    expect(situation.outcome(aMessage({ attachments: [photo] }))).toEqual(['MessageEditedByAuthor'])
    expect(situation.outcome(aMessage({ attachments: [photo, screenshot] }))).toEqual(['MessageEditedByAuthor'])
    expect(situation.state.message).toMatchObject({ text: aMessage().text, earlierTexts: [], attachments: [photo, screenshot] })
    // The network gives the same photo another address every time.
    expect(situation.outcome(aMessage({ attachments: [{ ...photo, url: 'https://sun9.userapi.com/1.jpg?sign=2' }] }))).toEqual({ reason: 'alreadyReceived' })
    expect(situation.outcome(aMessage({ attachments: [screenshot] }))).toEqual({ reason: 'alreadyReceived' })
  })

  it('CS5 other words without files leave the files that are there', () => {
    const screenshot = { kind: 'photo', name: 'Снимок.png', sha256: 'a'.repeat(64) as Sha256, size: 10 } as const
    const situation = received({ attachments: [screenshot] })
    expect(situation.outcome(aMessage({ text: 'Яму засыпьте!' }))).toEqual(['MessageEditedByAuthor'])
    expect(situation.state.message.attachments).toEqual([screenshot])
  })

  it('CS5 words erased do not come back with it', () => {
    const situation = published().given({ type: 'ErasePersonalData', act: 'Акт 1' })
    expect(situation.outcome(aMessage({ text: 'Другие слова' }))).toEqual({ reason: 'alreadyReceived' })
  })

  it('CS5 two desks that meet it apart make one case; the earliest placement counts and no words are lost', () => {
    const office = openOffice()
    const [first, second] = [office.desk(operator), office.desk(secondOperator)]
    const caseId = first.receive()
    expect(second.receive({ text: 'Другая редакция', placedAt: instant(placedAt - minutes(2)) })).toBe(caseId)
    sync(first, second)
    const { message, conflicts } = first.state(caseId)
    expect(message.placedAt).toBe(placedAt - minutes(2))
    expect([message.text, ...message.earlierTexts.map(({ text }) => text)].sort()).toEqual(['Другая редакция', aMessage().text].sort())
    expect(conflicts).toEqual([])
    expect(second.state(caseId)).toEqual(first.state(caseId))
  })

  it('CS1 another network or another key is another case', () => {
    expect(caseIdFor('vk', 'wall-1_2')).toBe(caseIdFor('vk', ' wall-1_2 '))
    expect(caseIdFor('vk', 'wall-1_2')).not.toBe(caseIdFor('ok', 'wall-1_2'))
    expect(caseIdFor('vk', 'wall-1_2')).not.toBe(caseIdFor('vk', 'wall-1_3'))
  })
})

describe('CS7 the author changes or deletes his message', () => {
  it('CS7 an edit restarts nothing and keeps the earlier words', () => {
    const situation = forwarded().given({ type: 'RecordAuthorEdit', text: 'Уже две ямы', editedAt: instant(placedAt + minutes(30)) })
    const { message, stage } = situation.state
    expect(message).toMatchObject({ text: 'Уже две ямы', placedAt })
    expect(message.earlierTexts).toMatchObject([{ text: aMessage().text, replacedAt: placedAt + minutes(30) }])
    expect(stage).toBe('department')
  })

  it('CS7 an edit and a deletion are recorded after closing too, and reopen nothing', () => {
    const situation = published()
      .given({ type: 'RecordAuthorEdit', text: 'Спасибо' })
      .given({ type: 'RecordAuthorDeletion', deletedAt: instant(placedAt + minutes(50)) })
    expect(situation.state.stage).toBe('closed')
    expect(situation.state.message.deletedByAuthorAt).toBe(placedAt + minutes(50))
    expect(situation.state.message.text).toBe('Спасибо')
  })

  it('CS7 an edit that the network names its files with leaves the office’s own', () => {
    const screenshot = { kind: 'photo', name: 'Снимок.png', sha256: 'a'.repeat(64) as Sha256, size: 10 } as const
    const [old, fresh] = ['1', '2'].map((name) => ({ kind: 'photo', url: `https://sun9.userapi.com/${name}.jpg` }) as const)
    const situation = received({ attachments: [screenshot, old!] }).given({ type: 'RecordAuthorEdit', text: 'Две ямы', attachments: [fresh!] })
    expect(situation.state.message.attachments).toEqual([screenshot, fresh])
    expect(situation.outcome({ type: 'RecordAuthorEdit', text: 'Две ямы', attachments: [fresh!] })).toEqual({ reason: 'nothingChanged' })
    expect(received({ attachments: [old!, screenshot] }).outcome({ type: 'RecordAuthorEdit', text: aMessage().text, attachments: [old!] })).toEqual({ reason: 'nothingChanged' })
  })

  it('CS7 the network’s clock may be five minutes ahead of ours, as with placement', () => {
    const situation = received()
    const ahead = instant(situation.office.now + minutes(5))
    const beyond = instant(ahead + minutes(1))
    expect(situation.outcome({ type: 'RecordAuthorEdit', text: 'Две ямы', editedAt: beyond })).toMatchObject({ reason: 'inFuture', field: 'editedAt' })
    expect(situation.outcome({ type: 'RecordAuthorEdit', text: 'Две ямы', editedAt: ahead })).toEqual(['MessageEditedByAuthor'])
    expect(situation.outcome({ type: 'RecordAuthorDeletion', deletedAt: beyond })).toMatchObject({ reason: 'inFuture', field: 'deletedAt' })
    expect(situation.outcome({ type: 'RecordAuthorDeletion', deletedAt: ahead })).toEqual(['MessageDeletedByAuthor'])
  })

  it('CS7 the same words, and a second deletion, change nothing', () => {
    const situation = received().given({ type: 'RecordAuthorDeletion' })
    expect(situation.outcome({ type: 'RecordAuthorEdit', text: aMessage().text })).toEqual({ reason: 'nothingChanged' })
    expect(situation.outcome({ type: 'RecordAuthorDeletion' })).toEqual({ reason: 'nothingChanged' })
  })

  it('CS7 other files under the same words are an edit', () => {
    const situation = received()
    const attachments = [{ kind: 'photo' as const, url: 'https://sun9.userapi.com/2.jpg' }]
    expect(situation.outcome({ type: 'RecordAuthorEdit', text: aMessage().text, attachments })).toEqual(['MessageEditedByAuthor'])
    expect(situation.state.message.attachments).toEqual(attachments)
    expect(situation.state.message.earlierTexts).toEqual([])
  })

  it('CS7 an edit before the placement or in the future cannot be', () => {
    const situation = received()
    expect(situation.outcome({ type: 'RecordAuthorEdit', text: 'Иначе', editedAt: instant(placedAt - 1) })).toMatchObject({ reason: 'tooEarly', field: 'editedAt' })
    expect(situation.outcome({ type: 'RecordAuthorDeletion', deletedAt: instant(situation.office.now + hours(1)) })).toMatchObject({ reason: 'inFuture' })
  })

  it('CS7 a deleted message still goes its way', () => {
    const situation = received().given({ type: 'RecordAuthorDeletion' })
    expect(situation.outcome(toRoads)).toEqual(['MessageForwarded'])
  })
})

describe('CS20 notes', () => {
  it('CS20 a note is words, at any time', () => {
    const situation = answered()
    expect(situation.outcome({ type: 'AddNote', text: '  ' })).toEqual({ reason: 'blank', field: 'text' })
    expect(published().outcome({ type: 'AddNote', text: 'Звонил автору' })).toEqual(['NoteAdded'])
    expect(situation.given({ type: 'AddNote', text: 'Звонил автору' }).state.notes).toMatchObject([{ text: 'Звонил автору' }])
  })
})

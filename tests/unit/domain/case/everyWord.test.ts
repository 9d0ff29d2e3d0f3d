import { describe, expect, it } from 'vitest'
import { foldCase } from '../../../../shared/domain/case/evolve'
import type { EventOf, EventType, JournalEvent } from '../../../../shared/domain/journal/event'
import type { EventId } from '../../../../shared/domain/journal/ids'
import { withoutWords } from '../../../../shared/domain/journal/seal'
import { instant } from '../../../../shared/domain/time/instant'
import { operator, placedAt, roads } from '../../../support/journal'

let count = 0
const id = (name: string): EventId => `c${'0'.repeat(32)}~${name}` as EventId

/** An event as the fold sees it, after all before it. `words` are its erasable part. */
function event<T extends EventType>(type: T, name: string, payload: EventOf<T>['payload'], words: NonNullable<EventOf<T>['personal']>, over: Partial<JournalEvent> = {}): JournalEvent {
  count += 1
  const whole = { _id: id(name), v: 1, caseId: `c${'0'.repeat(32)}`, type, at: instant(placedAt + count), lamport: count, parents: [], actor: operator.person, role: 'operator', device: 'd', deviceSeq: count, prevHash: '', payload, personal: words, ...over }
  return whole as unknown as JournalEvent
}
const at = instant(placedAt)
const file = (name: string) => ({ kind: 'photo' as const, sha256: '0'.repeat(64), name, mime: 'image/png', size: 1 }) as never
const posted = (name: string) => ({ place: 'public' as const, publishedAt: at, by: 'hand' as const, idempotencyKey: `key ${name}` })
const evidence = (name: string) => ({ text: `«${name}.text»`, link: `«${name}.link»`, attachments: [file(`«${name}.file»`)], screenshot: file(`«${name}.screenshot»`) })
const to = { department: roads }

/** Every kind of event that has words, some twice as two desks make them; every word its own. */
const journal: readonly JournalEvent[] = [
  event('MessageReceived', 'm', { network: 'vk', externalId: 'wall-9_1', visibility: 'public', placedAt: at } as never, { text: '«m.text»', author: { name: '«m.name»' }, link: '«m.link»', attachments: [] }),
  event('MessageEditedByAuthor', 'edit', { editedAt: at } as never, { text: '«edit.text»' }),
  event('MessageForwarded', 'f', { purpose: 'answer', network: 'vk', visibility: 'public', placedAt: at }, { text: 'снимок', attachments: [], note: '«f.note»' }, to),
  event('MessageForwarded', 'g', { purpose: 'answer', network: 'vk', visibility: 'public', placedAt: at }, { text: 'снимок', attachments: [], note: '«g.note»' }, to),
  event('AnswerSubmitted', 'a', { forwarding: id('f') }, { text: '«a.text»', measures: '«a.measures»', attachments: [file('«a.file»')] }, to),
  event('AnswerSubmitted', 'b', { forwarding: id('f') }, { text: '«b.text»', measures: '«b.measures»', attachments: [file('«b.file»')] }, to),
  event('AnswerSubmitted', 'stray', { forwarding: id('nowhere') }, { text: '«stray.text»', attachments: [] }, to),
  event('AnswerReturned', 'r', { answer: id('a') }, { remarks: '«r.remarks»' }, to),
  event('AnswerReturned', 's', { answer: id('a') }, { remarks: '«s.remarks»' }, to),
  event('AnswerReturned', 't', { answer: id('stray') }, { remarks: '«t.remarks»' }, to),
  event('ForwardingWithdrawn', 'w', { forwarding: id('f') }, { reason: '«w.reason»' }, to),
  event('ForwardingWithdrawn', 'v', { forwarding: id('f') }, { reason: '«v.reason»' }, to),
  event('ForwardingDeclined', 'd', { forwarding: id('g') }, { reason: '«d.reason»' }, to),
  event('ForwardingDeclined', 'e', { forwarding: id('g') }, { reason: '«e.reason»' }, to),
  event('EmergencyDeclared', 'x', { flaggedAt: instant(at + 2) }, { reason: '«x.reason»' }),
  event('EmergencyDeclared', 'y', { flaggedAt: instant(at + 1) }, { reason: '«y.reason»' }),
  event('AppealOffered', 'o', { offeredAt: at, place: 'public' }, { text: '«o.text»', link: '«o.link»' }),
  event('AppealOffered', 'p', { offeredAt: at, place: 'public' }, { text: '«p.text»', link: '«p.link»' }),
  event('AppealConsentRecorded', 'c', { givenAt: at }, { wording: '«c.wording»', surname: '«c.surname»', name: '«c.name»', phone: '«c.phone»' }),
  event('AppealConsentRecorded', 'k', { givenAt: at }, { wording: '«k.wording»', surname: '«k.surname»', name: '«k.name»', email: '«k.email»' }),
  event('AppealHandedOver', 'h', { handedOverAt: at, by: 'mail' }, { to: '«h.to»' }),
  event('AppealHandedOver', 'i', { handedOverAt: at, by: 'mail' }, { to: '«i.to»' }),
  event('PublicationFailed', 'l', { failedAt: at, reason: 'network' }, { text: '«l.text»' }),
  event('AnswerPublished', 'q', posted('q'), evidence('q')),
  event('ExplanationPublished', 'u', { ...posted('u'), ground: 'courtDecision' }, evidence('u')),
  event('SiteLinkPublished', 'z', posted('z'), { ...evidence('z'), siteUrl: '«z.site»' }),
  event('HandlingRefused', 'n', { ground: 'insult' }, { comment: '«n.comment»' }),
  event('NoticePublished', 'not', { where: 'site', publishedAt: at }, { text: '«not.text»', link: '«not.link»' }),
  event('NoteAdded', 'note', {}, { text: '«note.text»' }),
  event('CaseReopened', 're', {}, { reason: '«re.reason»' }),
  event('PersonalDataErased', 'er', { act: 'Акт 0', erased: [id('nothing')] }, { reason: '«er.reason»' }),
]
const markersOf = (part: unknown): readonly string[] => [...(JSON.stringify(part) ?? '').matchAll(/«[^»]+»/g)].map(([marker]) => marker)
const worded = journal.filter((one) => markersOf(one.personal).length > 0)
const all = worded.flatMap((one) => markersOf(one.personal)).sort()
const shownIn = (events: readonly JournalEvent[]) => [...new Set(markersOf(foldCase(events)))].sort()

describe('every word of a case', () => {
  it('CS6 is shown, of two desks’ words both', () => {
    expect(shownIn(journal)).toEqual(all)
  })

  it.each(worded.map((one) => [one.type, one._id.split('~')[1], one] as const))('CS24 %s %s erased alone takes its own words and nobody else’s', (_, __, one) => {
    const act = event('PersonalDataErased', `act ${one._id}`, { act: 'Акт 1', erased: [one._id] }, {})
    expect(shownIn([...journal, act])).toEqual(all.filter((marker) => !markersOf(one.personal).includes(marker)))
    // The same where the words themselves are gone already.
    expect(shownIn([...journal.map((each) => (each === one ? withoutWords(each) : each)), act])).toEqual(shownIn([...journal, act]))
  })

  it('CS24 without any words left every fact stands as it did', () => {
    const bare = foldCase(journal.map((one) => withoutWords(one)))
    const whole = foldCase(journal)
    expect(markersOf(bare)).toEqual([])
    expect(bare).toMatchObject({ stage: whole?.stage, outcome: whole?.outcome, emergency: { flaggedAt: whole?.emergency?.flaggedAt }, message: { text: null, author: {}, attachments: [] }, forwardings: [{ note: null, answers: [{ text: null, measures: null, attachments: [] }, { text: null }] }, {}], refusals: [{ comment: null }], notices: [{ text: null }], reopenings: [{ reason: null }] })
    expect(bare?.postings.map(({ text }) => text)).toEqual([null, null, null])
  })
})

describe('two desks at one case', () => {
  it('CS13 a return marks the version it names and no other; another one of the same stands beside it', () => {
    const [first, second] = foldCase(journal)?.forwardings[0]?.answers ?? []
    expect(first).toMatchObject({ returned: { event: id('r') }, alsoReturned: [{ event: id('s') }] })
    expect(second?.returned).toBeUndefined()
  })

  it('CS6 an answer waits for its own forwarding, whatever others there are', () => {
    const state = foldCase([...journal, event('MessageForwarded', 'late', { purpose: 'answer', network: 'vk', visibility: 'public', placedAt: at }, { text: 'снимок', attachments: [] }, to)])
    expect(state?.unattachedAnswers.map((answer) => answer.event)).toEqual([id('stray')])
    expect(state?.forwardings.map(({ answers }) => answers.map((answer) => answer.event))).toEqual([[id('a'), id('b')], [], []])
  })

  it('PB4 postings under different keys are different postings, under one key one', () => {
    expect(foldCase(journal)?.postings).toHaveLength(3)
    const again = event('AnswerPublished', 'again', posted('q'), evidence('again'))
    expect(foldCase([...journal, again])?.postings.map((posting) => posting.event)).not.toContain(id('again'))
  })

  it('CS16 of two flags the earlier counts, whichever came last', () => {
    expect(foldCase(journal)?.emergency?.event).toBe(id('y'))
    const later = event('EmergencyDeclared', 'later', { flaggedAt: instant(at + 3) }, { reason: 'Ещё' })
    expect(foldCase([...journal, later])).toMatchObject({ emergency: { event: id('y') }, alsoEmergencies: [{ event: id('x') }, { event: id('later') }] })
  })

  it('CS5 the earliest placement counts; a wording that the case has already does not come back', () => {
    const receipt = (name: string, text: string, placed: number) =>
      event('MessageReceived', name, { network: 'vk', externalId: 'wall-9_1', visibility: 'public', placedAt: instant(placed) } as never, { text, author: {}, attachments: [] })
    const met = foldCase([...journal, receipt('m2', '«m.text»', at - 5)])
    expect(met?.message).toMatchObject({ placedAt: at - 5, text: '«edit.text»', earlierTexts: [{ text: '«m.text»' }] })
    expect(foldCase([...journal, receipt('m3', '«edit.text»', at + 5)])?.message).toMatchObject({ placedAt: at, text: '«edit.text»', earlierTexts: [{ text: '«m.text»' }] })
  })

  it('CS7 of two records of the author’s deletion the first stands', () => {
    const gone = (name: string, deletedAt: number) => event('MessageDeletedByAuthor', name, { deletedAt: instant(deletedAt) } as never, {} as never)
    expect(foldCase([...journal, gone('g1', at + 1), gone('g2', at + 9)])?.message.deletedByAuthorAt).toBe(at + 1)
  })

  it('PM7 CS16 a department has from the forwarding the author’s name that was left in, and the flag', () => {
    const snapshot = event('MessageForwarded', 'only', { purpose: 'answer', network: 'vk', visibility: 'public', placedAt: at, emergencyFlaggedAt: instant(at + 7) }, { text: 'снимок', attachments: [], authorName: 'Житель', link: 'https://vk.com/wall-9_1' }, to)
    expect(foldCase([snapshot])).toMatchObject({ message: { author: { name: 'Житель' }, link: 'https://vk.com/wall-9_1' }, emergency: { flaggedAt: at + 7, reason: '' } })
    const plain = event('MessageForwarded', 'plain', { purpose: 'answer', network: 'vk', visibility: 'public', placedAt: at }, { text: 'снимок', attachments: [] }, to)
    expect(foldCase([plain])?.message.author).toEqual({})
    expect(foldCase([plain])?.emergency).toBeUndefined()
  })

  it('CS21 a second reopening does not take the first one’s place', () => {
    const second = event('CaseReopened', 're2', {}, { reason: 'Ещё раз' }, { parents: [id('re'), id('q'), id('n')] })
    const first = journal.map((one) => (one._id === id('re') ? { ...one, parents: [id('q'), id('n')] } : one))
    const state = foldCase([...first, second])
    expect([state?.postings.find((posting) => posting.event === id('q'))?.reopened, state?.refusals[0]?.reopened]).toEqual([id('re'), id('re')])
  })

  it('CS14 what was handed over is an appeal, though a department is still at it', () => {
    const state = foldCase(journal.filter(({ type }) => ['MessageReceived', 'AppealOffered', 'AppealConsentRecorded', 'AppealHandedOver'].includes(type)).concat(event('MessageForwarded', 'still', { purpose: 'answer', network: 'vk', visibility: 'public', placedAt: at }, { text: 'снимок', attachments: [] }, to)))
    expect(state?.stage).toBe('appeal')
  })
})

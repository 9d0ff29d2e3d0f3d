import { describe, expect, it } from 'vitest'
import type { FetchedMessage } from '../../../shared/connectors/connector'
import { readAnswerFile } from '../../../shared/connectors/readAnswer'
import { scanJson } from '../../../shared/connectors/json/scanJson'
import { readJson } from '../../../shared/connectors/json/readJson'
import { instant } from '../../../shared/domain/time/instant'

const now = instant(Date.parse('2026-11-26T09:00:00+07:00'))
const comment = (over: Record<string, unknown>) => ({ id: 1, from_id: 910000000, owner_id: -9, post_id: 2, date: 1795396325, text: 'Когда почистят снег?', ...over })
const read = (...items: unknown[]) => readAnswerFile(JSON.stringify({ response: { items } }), { now })
const first = (report: ReturnType<typeof read>) => report.taken[0] as FetchedMessage

describe('a broken or hostile file', () => {
  it.each([
    ['no date', comment({ date: undefined }), 'missingDate'],
    ['null date', comment({ date: null }), 'missingDate'],
    ['date of a wrong type', comment({ date: {} }), 'wrongType'],
    ['date before the networks', comment({ date: 100 }), 'absurdDate'],
    ['date in milliseconds where seconds belong', comment({ date: 1795396325000 }), 'absurdDate'],
    ['negative date', comment({ date: -1 }), 'absurdDate'],
    ['date to come', comment({ date: 1795996325 }), 'futureDate'],
    ['no id', comment({ id: undefined }), 'missingId'],
    ['id of a wrong type', comment({ id: { a: 1 } }), 'wrongType'],
    ['no author', comment({ from_id: null }), 'missingId'],
    ['no text and nothing attached', comment({ text: '  ' }), 'missingText'],
    ['text of a wrong type', comment({ text: 5 }), 'wrongType'],
    ['a text no network allows', comment({ text: 'я'.repeat(100_001) }), 'textTooLong'],
    ['not an object', 7, 'wrongType'],
    ['null', null, 'wrongType'],
  ])('IN6 IN7 %s is refused with its place, the rest is taken', (_, item, reason) => {
    const report = read(item, comment({ id: 2 }))
    expect(report.refused).toMatchObject([{ where: 'response.items[0]', reason }])
    expect(report.taken).toHaveLength(1)
  })

  it('IN7 ids as strings and beyond 2^53 are kept digit for digit', () => {
    expect(first(read(comment({ id: '77' }))).externalId).toBe('wall-9_77')
    const huge = readAnswerFile('{"items":[{"id":117000000000000001,"from_id":1,"owner_id":-9,"date":1795396325,"text":"x 117000000000000001"}]}', { now })
    expect(first(huge)).toMatchObject({ externalId: 'wall-9_117000000000000001', text: 'x 117000000000000001' })
  })

  it('IN7 a file cut in the middle gives its whole elements and the place of the cut', () => {
    const whole = JSON.stringify({ response: { items: [comment({}), comment({ id: 2 }), comment({ id: 3 })] } }, null, 1)
    const report = readAnswerFile(whole.slice(0, whole.indexOf('"id": 3') + 3), { now })
    expect(report.taken).toHaveLength(2)
    const cut = whole.slice(0, whole.indexOf('"id": 3')).split('\n')
    expect(report.refused).toEqual([{ where: '', line: cut.length, column: (cut.at(-1) ?? '').length + 4, reason: 'truncatedFile' }])
  })

  it('IN7 a whole answer with rubbish after it is read, and the rubbish is named', () => {
    const report = readAnswerFile(`${JSON.stringify({ items: [comment({})], profiles: [{ id: 910000000, first_name: 'Мария', last_name: 'Образцова' }] })}\n<html>`, { now })
    expect(first(report).author.name).toBe('Мария Образцова')
    expect(report.refused).toEqual([{ where: '', line: 2, column: 1, reason: 'brokenFile' }])
  })

  it.each(['', ' ', 'привет', '{', '[', '"', '{"a":', 'nul', '-', '[1,]', '{"a" 1}', '<html></html>', '{"a":"\\u12'])('IN7 %j is a named problem, not an exception', (text) => {
    expect(readAnswerFile(text, { now })).toMatchObject({ rows: 1, taken: [], refused: [{ where: '', line: 1, column: expect.any(Number) as number }] })
  })

  it('IN7 nesting beyond reason is refused', () => {
    expect(readAnswerFile('['.repeat(100_000) + ']'.repeat(100_000), { now }).refused).toMatchObject([{ reason: 'tooDeep' }])
    expect(readAnswerFile('[[[[[[[{"items":[]}]]]]]]]', { now }).refused).toMatchObject([{ reason: 'tooDeep' }])
  })

  it('IN7 __proto__ and constructor are names like any other', () => {
    const text = `{"__proto__":{"polluted":1},"items":[{"__proto__":{"id":5},"constructor":{},"id":1,"from_id":1,"owner_id":-9,"date":1795396325,"text":"x","attachments":[{"type":"__proto__","__proto__":{}},{"type":"constructor"}]}]}`
    const report = readAnswerFile(text, { now })
    expect(first(report).externalId).toBe('wall-9_1')
    expect(first(report).attachments).toEqual([{ kind: 'other', name: '__proto__' }, { kind: 'other', name: 'constructor' }])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('IN8 the text stays as it came except what cannot be stored, and what is unusual is flagged', () => {
    const text = 'а\u0000б \uD800 \u202Eтекст\u202C <b>x</b> с\u200Bлово \u0007'
    const message = first(read(comment({ text })))
    expect(message.text).toBe('а\uFFFDб \uFFFD \u202Eтекст\u202C <b>x</b> с\u200Bлово \u0007')
    expect(message.flags).toEqual(['replacedCharacters', 'controlCharacters', 'bidirectionalMarks', 'invisibleCharacters', 'markup'])
    expect(first(read(comment({ text: '👨‍👩‍👧 ❤️ спасибо' }))).flags).toEqual([])
  })

  it('IN1 replies in a thread are rows of their own, a removed one is a deletion, the page’s own is not a message', () => {
    const report = read(
      comment({
        thread: {
          items: [
            { id: 11, from_id: 5, date: 1795396326, text: 'И у нас', parents_stack: [1], reply_to_user: 5 },
            { id: 12, from_id: -9, date: 1795396327, text: 'Передали' },
            { id: 13, deleted: true, date: 1795396328 },
            'x',
          ],
        },
      }),
    )
    expect(report.rows).toBe(5)
    expect(report.taken[1]).toMatchObject({ externalId: 'wall-9_11', link: 'https://vk.com/wall-9_2?reply=11&thread=1', replyTo: 'wall-9_1' })
    expect(report.taken[2]).toEqual({ type: 'deletion', network: 'vk', visibility: 'public', externalId: 'wall-9_13', by: 'unknown' })
    expect(report.skipped).toEqual([{ where: 'response.items[0].thread.items[1]', reason: 'ownReply' }])
    expect(report.refused).toMatchObject([{ where: 'response.items[0].thread.items[3]', reason: 'wrongType' }])
  })

  it('IN1 every usual attachment has a kind, a name and an address; script addresses are dropped', () => {
    const attachments = [
      { type: 'photo', photo: { sizes: [{ url: 'https://a.example/s.jpg', width: 1, height: 1 }, { url: 'https://a.example/l.jpg', width: 9, height: 9 }] } },
      { type: 'video', video: { id: 4, owner_id: 5, title: 'Яма' } },
      { type: 'doc', doc: { title: 'акт.pdf', url: 'https://a.example/d', size: 10 } },
      { type: 'link', link: { title: 'Статья', url: 'javascript:alert(1)' } },
      { type: 'audio_message', audio_message: { link_mp3: 'https://a.example/v.mp3' } },
      { type: 'sticker', sticker: { images: [{ url: 'https://a.example/1.png', width: 64, height: 64 }] } },
      { type: 'wall', wall: { id: 7, owner_id: -9 } },
      null,
    ]
    expect(first(read(comment({ text: '', attachments, geo: { place: { title: 'Идринское' }, coordinates: { latitude: 54.3, longitude: 92.1 } } }))).attachments).toEqual([
      { kind: 'photo', url: 'https://a.example/l.jpg' },
      { kind: 'video', name: 'Яма', url: 'https://vk.com/video5_4' },
      { kind: 'document', name: 'акт.pdf', url: 'https://a.example/d', size: 10 },
      { kind: 'link', name: 'Статья' },
      { kind: 'audio', name: 'Голосовое сообщение', url: 'https://a.example/v.mp3' },
      { kind: 'other', name: 'Стикер', url: 'https://a.example/1.png' },
      { kind: 'link', name: 'Запись на стене', url: 'https://vk.com/wall-9_7' },
      { kind: 'other', name: 'Место: Идринское: 54.3, 92.1' },
    ])
  })

  it('IN1 what hangs on forwarded messages, and what they forward themselves, is the person’s to be answered too', () => {
    const photo = (id: number) => ({ type: 'photo', photo: { id, owner_id: 1, sizes: [{ url: `https://a.example/${id}.jpg`, width: 1, height: 1 }] } })
    const deep = (levels: number): unknown => (levels === 0 ? { text: 'дно' } : { text: '', fwd_messages: [deep(levels - 1)] })
    const direct = { date: 1795396325, peer_id: 910000004, from_id: 910000004, text: '', out: 0 }
    const report = readAnswerFile(
      JSON.stringify({
        items: [
          { ...direct, conversation_message_id: 3, fwd_messages: [{ text: '', attachments: [photo(1)] }] },
          { ...direct, conversation_message_id: 4, text: 'Вот', attachments: [photo(2)], fwd_messages: [{ text: 'Соседка пишет', fwd_messages: [{ text: 'Управляющая ответила', attachments: [photo(3)] }] }] },
          { ...direct, conversation_message_id: 5, text: 'Дно', fwd_messages: [deep(40)] },
        ],
      }),
      { now },
    )
    expect(report.refused).toEqual([])
    expect(report.taken).toMatchObject([
      { text: '', attachments: [{ kind: 'photo', url: 'https://a.example/1.jpg' }] },
      { text: 'Вот\n\n[Пересланное сообщение]\nСоседка пишет\n\n[Пересланное сообщение]\nУправляющая ответила', attachments: [{ url: 'https://a.example/2.jpg' }, { url: 'https://a.example/3.jpg' }] },
      { text: 'Дно\n\n[Пересланное сообщение]\nдно' },
    ])
  })

  it('IN3 IN4 direct messages: edit with its instant, own replies left out, forwarded words kept', () => {
    const event = (type: string, object: unknown, id: number) => ({ type, object, event_id: `e${id}`, group_id: 9 })
    const direct = { id: 0, date: 1795396325, peer_id: 910000004, from_id: 910000004, text: 'Дым', conversation_message_id: 3, out: 0 }
    const report = readAnswerFile(
      JSON.stringify({
        updates: [
          event('message_new', { message: { ...direct, text: '', fwd_messages: [{ text: 'Слова соседа' }] } }, 1),
          event('message_edit', { ...direct, text: 'Дым каждый вечер', update_time: 1795396400 }, 2),
          event('message_edit', { ...direct, update_time: 1e20 }, 3),
          event('message_reply', { ...direct, from_id: -9, out: 1 }, 4),
          event('message_new', { message: { ...direct, from_id: -9 } }, 5),
          event('message_allow', { user_id: 1 }, 6),
          event('board_post_new', { id: 1, text: 'Слова' }, 7),
          { type: 'message_new', object: null },
        ],
      }),
      { now },
    )
    expect(report.taken).toMatchObject([
      { type: 'message', text: '[Пересланное сообщение]\nСлова соседа' },
      { type: 'edit', externalId: 'im910000004_3', text: 'Дым каждый вечер', editedAt: 1795396400000 },
      { type: 'edit' },
    ])
    expect(report.taken[2]).not.toHaveProperty('editedAt')
    expect(report.skipped.map((row) => row.reason)).toEqual(['ownReply', 'ownReply', 'serviceEvent'])
    expect(report.refused.map((row) => row.reason)).toEqual(['unknownEvent', 'wrongType'])
  })

  it('IN7 a hundred thousand comments are read', () => {
    const items = Array.from({ length: 100_000 }, (_, index) => comment({ id: index + 1 }))
    expect(read(...items).taken).toHaveLength(100_000)
  })
})

describe('the place where JSON breaks', () => {
  it('IN7 counts lines and columns from one', () => {
    expect(scanJson('{\n "a": [1, 2 3]\n}').problem).toEqual({ kind: 'broken', offset: 14, line: 2, column: 13 })
    expect(scanJson('{"a": [1, 2').problem).toMatchObject({ kind: 'truncated', offset: 11, line: 1, column: 12 })
    expect(readJson('{"a":1}').problem).toBeUndefined()
  })
})

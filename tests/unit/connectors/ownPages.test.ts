import { describe, expect, it } from 'vitest'
import { isOwnPage, type OwnPage, ownPageLine, readOwnPage } from '../../../shared/connectors/ownPages'
import { readAnswerFile } from '../../../shared/connectors/readAnswer'
import { suggestMapping } from '../../../shared/connectors/table/columns'
import { readTable } from '../../../shared/connectors/table/readTable'
import { DEFAULT_OFFICE_ZONE, instant } from '../../../shared/domain/time'

const now = instant(Date.parse('2026-11-26T09:00:00+07:00'))
const seconds = now / 1000 - 600
const pages = ['https://vk.com/club900000001 Администрация района', 'vk.com/idra_adm', 'https://vk.com/id910000099', 'https://ok.ru/group/570000000777', 'ok.ru/profile/570000000888 Глава района'].map((line) => readOwnPage(line)!)

describe('IN4 our pages', () => {
  it.each<[string, OwnPage | undefined]>([
    ['https://vk.com/club900000001 – Администрация района', { network: 'vk', address: 'https://vk.com/club900000001', name: 'Администрация района' }],
    ['  m.vk.com/idra_adm ', { network: 'vk', address: 'm.vk.com/idra_adm' }],
    ['https://example.org/club1', undefined],
    ['Администрация района', undefined],
    ['https://vk.com/', undefined],
    ['', undefined],
  ])('IN4 the line «%s» is read', (line, page) => {
    expect(readOwnPage(line)).toEqual(page)
    if (page !== undefined) expect(readOwnPage(ownPageLine(page))).toEqual(page)
  })

  it.each([
    [{ network: 'vk', id: '-900000001' }, true],
    [{ network: 'vk', id: 'https://vk.com/public900000001' }, true],
    [{ network: 'vk', id: 'IDRA_adm' }, true],
    [{ network: 'vk', id: '910000099' }, true],
    [{ network: 'vk', id: '900000001' }, false],
    [{ network: 'vk', name: 'администрация района' }, true],
    [{ network: 'vk', id: '5', name: 'Администрация района' }, false],
    [{ network: 'ok', id: '570000000777' }, true],
    [{ network: 'ok', id: '910000099' }, false],
    [{ network: 'ok', name: 'Администрация района' }, false],
    [{ network: 'max', name: '' }, false],
  ] as const)('IN4 %j: %s', (author, ours) => expect(isOwnPage(pages, author)).toBe(ours))

  it('IN4 what our accounts wrote under another wall, in a conversation or a topic is no message', () => {
    const comment = (id: number, from: number) => ({ id, from_id: from, owner_id: -5, post_id: 1, date: seconds, text: 'Слова' })
    const vk = readAnswerFile(JSON.stringify({ response: { items: [comment(1, 910000099), comment(2, -900000001), comment(3, -44), comment(4, 7)], groups: [{ id: 44, name: 'А', screen_name: 'idra_adm' }, { id: 5, name: 'Б' }] } }), { now, ownPages: pages })
    expect([vk.taken.length, vk.skipped.map(({ reason }) => reason)]).toEqual([1, ['ownReply', 'ownReply', 'ownReply']])
    const ok = readAnswerFile(JSON.stringify({ comments: [{ id: 'a', author_id: '570000000888', date_ms: seconds * 1000, text: 'Ответ' }, { id: 'b', author_id: '1', date_ms: seconds * 1000, text: 'Вопрос' }] }), { now, ownPages: pages })
    expect([ok.taken.length, ok.skipped.length]).toEqual([1, 1])
  })

  it('IN4 a table’s row by our page is left, by number, address or name', () => {
    const rows = [
      ['Дата', 'Автор', 'Страница автора', 'Текст', 'Сеть'],
      ['24.11.2026 18:22', 'Администрация района', '', 'Ответ', 'ВК'],
      ['24.11.2026 18:22', 'Ольга', 'https://vk.com/id910000099', 'Ответ', 'ВК'],
      ['24.11.2026 18:22', 'Ольга', 'https://vk.com/id5', 'Вопрос', 'ВК'],
    ]
    const report = readTable(rows, { now, ownPages: pages, zone: DEFAULT_OFFICE_ZONE, defaultVisibility: 'public', ...suggestMapping(rows) })
    expect(report.skipped).toEqual([{ where: '', line: 2, reason: 'ownReply' }, { where: '', line: 3, reason: 'ownReply' }])
    expect(report.taken).toMatchObject([{ text: 'Вопрос' }])
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAnswerFile } from '../../../shared/connectors/readAnswer'
import { instant } from '../../../shared/domain/time/instant'

const now = instant(Date.parse('2026-11-26T09:00:00+07:00'))
const sample = (name: string) => readFileSync(new URL(`../../../shared/training/samples/${name}.json`, import.meta.url), 'utf8')

describe('networks’ own answers', () => {
  it('IN1 reads every comment of wall.getComments with author, address, instant and photo', () => {
    const report = readAnswerFile(sample('vkComments'), { now })
    expect(report).toMatchObject({ rows: 24, skipped: [], refused: [] })
    expect(report.taken[4]).toEqual({
      type: 'message',
      network: 'vk',
      visibility: 'public',
      externalId: 'wall-900000001_5005',
      text: 'Не вывозят мусор с контейнерной площадки на Октябрьской 61 уже две недели, всё разносят собаки. Фото прилагаю.',
      author: { externalId: '910000004', name: 'Галина Пробная' },
      link: 'https://vk.com/wall-900000001_4800?reply=5005',
      placedAt: 1795427110000,
      attachments: [{ kind: 'photo', url: 'http://127.0.0.1:0/photo/457239004.jpg' }],
      flags: [],
    })
  })

  it('IN2 IN4 IN5 reads Long Poll: own reply and a repeated event left out, edit and deletion as such', () => {
    const report = readAnswerFile(sample('vkLongPoll'), { now })
    expect(report.rows).toBe(7)
    expect(report.taken.map((item) => [item.type, item.visibility, item.externalId])).toEqual([
      ['message', 'public', 'wall-900000001_6001'],
      ['message', 'private', 'im910000004_11'],
      ['edit', 'public', 'wall-900000001_6001'],
      ['message', 'public', 'wall-900000001_6003'],
      ['deletion', 'public', 'wall-900000001_6003'],
    ])
    expect(report.taken[4]).toMatchObject({ by: 'author' })
    expect(report.taken[1]).toMatchObject({ link: 'https://vk.com/gim900000001?sel=910000004' })
    expect(report.skipped).toEqual([
      { where: 'updates[3]', reason: 'ownReply' },
      { where: 'updates[6]', reason: 'repeated', detail: 'event_id' },
    ])
    expect(report.refused).toEqual([])
  })

  it('IN1 reads Odnoklassniki comments by date_ms, not by the wall clock beside it', () => {
    const report = readAnswerFile(sample('okComments'), { now, okTopic: { groupId: '570000000099', topicId: '1690000' } })
    expect(report).toMatchObject({ rows: 2, skipped: [], refused: [] })
    expect(report.taken[1]).toMatchObject({
      network: 'ok',
      visibility: 'public',
      externalId: 'comment-MTY5MDAwMDAwMDAwMjo5',
      placedAt: 1795520400000,
      author: { externalId: '570000000002', name: 'Олег Контрольный' },
      replyTo: 'comment-MTY5MDAwMDAwMDAwMTo5',
      link: 'https://ok.ru/group/570000000099/topic/1690000',
    })
  })

  it('IN1 reads Odnoklassniki direct messages', () => {
    const report = readAnswerFile(sample('okMessages'), { now })
    expect(report.taken).toEqual([
      {
        type: 'message',
        network: 'ok',
        visibility: 'private',
        externalId: 'mid:C3f0000000000.0001',
        text: 'Добрый день! Куда обратиться за компенсацией за дрова?',
        author: { externalId: '570000000003', name: 'Нина Справочная' },
        link: 'https://ok.ru/messages/C3f0000000000',
        placedAt: 1795574460000,
        attachments: [],
        flags: [],
      },
    ])
  })

  it('IN1 reads the content of response alone, and a list of answers of different networks', () => {
    const bare = JSON.stringify((JSON.parse(sample('vkComments')) as { response: unknown }).response)
    expect(readAnswerFile(bare, { now }).taken).toHaveLength(24)
    const all = readAnswerFile(`\uFEFF[${sample('vkComments')},${sample('okComments')},{"error":{"error_code":15,"error_msg":"Access denied"}}]`, { now })
    expect(all.taken).toHaveLength(26)
    expect(all.refused).toEqual([{ where: '[2]', reason: 'networkError', detail: '15 Access denied' }])
  })

  it('IN6 what the clock says has not been placed yet is refused by name', () => {
    const report = readAnswerFile(sample('vkComments'), { now: instant(1795396325000 + 1000) })
    expect(report.taken).toHaveLength(1)
    expect(report.refused).toHaveLength(23)
    expect(new Set(report.refused.map((row) => row.reason))).toEqual(new Set(['futureDate']))
  })
})

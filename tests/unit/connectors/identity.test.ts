import { describe, expect, it } from 'vitest'
import { externalIdWithoutId, externalKey, fingerprint } from '../../../shared/connectors/identity'
import { readLink, readOkTopic } from '../../../shared/connectors/link'
import { instant } from '../../../shared/domain/time'

const at = (text: string) => instant(Date.parse(text))
const pasted = { network: 'vk', text: 'Когда почистят снег?', author: { name: 'Мария Образцова' }, placedAt: at('2026-11-24T18:22:00+07:00') } as const

describe('one message is one case', () => {
  it.each([
    'https://vk.com/wall-900000001_4811?reply=6001',
    'https://vk.ru/wall-900000001_4811?reply=6001',
    'http://m.vk.com/wall-900000001_4811?reply=6001#reply6001',
    'vk.com/wall-900000001_4811?reply=6001&thread=6000',
    '//www.vk.com/wall-900000001_4811?reply=6001',
    'https://vk.com/club900000001?w=wall-900000001_4811_r6001',
    'https://vk.com/public900000001?w=wall-900000001_4811_r6001%2Fall',
    'https://m.vk.ru/wall-900000001_4811#reply6001',
  ])('IN2 %s names the comment as the network does', (link) => {
    expect(readLink(link)).toEqual({ network: 'vk', visibility: 'public', externalId: 'wall-900000001_6001' })
    expect(externalIdWithoutId({ ...pasted, link })).toBe('wall-900000001_6001')
  })

  it.each([
    ['https://vk.com/gim900000001?sel=910000004&msgid=77', { network: 'vk', visibility: 'private', externalId: 'im910000004_g77' }],
    ['https://vk.com/gim900000001/convo/910000004?cmid=11', { network: 'vk', visibility: 'private', externalId: 'im910000004_11' }],
    ['https://vk.com/gim900000001?sel=c5', { network: 'vk', visibility: 'private' }],
    ['https://ok.ru/group/570000000099/topic/1690000', { network: 'ok' }],
    ['https://m.ok.ru/messages/C3f0', { network: 'ok', visibility: 'private' }],
    ['https://max.ru/c/-1/AB', { network: 'max' }],
    ['https://www.instagram.com/p/x/', { network: 'instagram' }],
    ['https://vk.com.example.org/wall-9_1?reply=2', undefined],
    ['https://notvk.com/wall-9_1?reply=2', undefined],
    ['Мира, 5', undefined],
    ['', undefined],
  ])('IN2 %s is read as far as it says', (link, expected) => {
    expect(readLink(link)).toEqual(expected)
  })

  it('IN2 comments pasted with the address of the record above them stay two cases', () => {
    const link = 'https://vk.com/wall-900000001_4811'
    const one = externalIdWithoutId({ ...pasted, link })
    const other = externalIdWithoutId({ ...pasted, link, text: 'И у нас не чистят' })
    expect(one).not.toBe(other)
  })

  it('IN2 the same words pasted twice, to the minute, are one message however they were copied', () => {
    const again = { ...pasted, text: '  Когда  почистят\nснег? ', author: { name: 'мария образцова' }, placedAt: at('2026-11-24T18:22:59+07:00') }
    expect(externalIdWithoutId(again)).toBe(externalIdWithoutId(pasted))
    expect(externalIdWithoutId({ ...pasted, placedAt: at('2026-11-24T18:23:00+07:00') })).not.toBe(externalIdWithoutId(pasted))
    expect(externalIdWithoutId({ ...pasted, network: 'ok' })).not.toBe(externalIdWithoutId(pasted))
    expect(externalIdWithoutId({ ...pasted, author: { name: 'Сергей Примеров' } })).not.toBe(externalIdWithoutId(pasted))
  })

  it('IN2 a paste and a fetched comment that share words and minute are likely the same', () => {
    expect(fingerprint({ ...pasted, placedAt: at('2026-11-24T18:22:10+07:00') })).toBe(fingerprint(pasted))
    expect(externalKey({ network: 'vk', externalId: 'wall-9_1' })).toBe('vk:wall-9_1')
  })
})

describe('a topic of Odnoklassniki', () => {
  it.each(['https://ok.ru/group/570000000099/topic/1690000', 'ok.ru/group/570000000099/topic/1690000?from=feed', ' https://m.ok.ru/group/570000000099/topic/1690000/ '])('IN1 %s', (address) => {
    expect(readOkTopic(address)).toEqual({ groupId: '570000000099', topicId: '1690000' })
  })
  it.each(['', 'https://ok.ru/group/570000000099', 'https://vk.com/group/1/topic/2', 'https://ok.ru.evil.example/group/1/topic/2', 'javascript:ok.ru/group/1/topic/2'])('IN1 «%s» is none', (address) => {
    expect(readOkTopic(address)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { clockFace, duration, fileSize, hoursAndMinutes } from '../../../../renderer/format/durations'
import { instantFormat } from '../../../../renderer/format/instants'
import { noticeHtml } from '../../../../renderer/format/noticeHtml'
import { counted, nounFor } from '../../../../renderer/i18n/plural'
import { instant } from '../../../../shared/domain/time'

const spaced = (text: string) => text.replaceAll('\u00A0', ' ')
const at = (iso: string) => instant(Date.parse(iso))

describe('dates and times', () => {
  const format = instantFormat('Asia/Krasnoyarsk')
  const tuesday = at('2026-11-24T14:00:05+07:00')

  it('follow the office, not the machine', () => {
    expect(format.moment(tuesday)).toBe('вт 24.11, 14:00')
    expect(instantFormat('Europe/Kaliningrad').moment(tuesday)).toBe('вт 24.11, 09:00')
  })
  it('name the year only when it is another', () => {
    expect(format.moment(at('2025-12-30T09:05:00+07:00'), tuesday)).toBe('вт 30.12.2025, 09:05')
    expect(format.moment(tuesday, tuesday)).toBe('вт 24.11, 14:00')
  })
  it('leave out the day when it is today in the office', () => {
    expect(format.near(at('2026-11-24T23:30:00+07:00'), tuesday)).toBe('23:30')
    expect(format.near(at('2026-11-25T00:30:00+07:00'), tuesday)).toBe('ср 25.11, 00:30')
  })
  it('show midnight as 00:00', () => expect(format.time(at('2026-11-24T00:00:00+07:00'))).toBe('00:00'))
  it('give evidence with seconds', () => expect(format.full(tuesday)).toBe('24.11.2026, 14:00:05'))
})

describe('lengths of time', () => {
  const minute = 60_000
  it('are cut, never rounded up: nobody is promised a minute he has not got', () => {
    expect(spaced(hoursAndMinutes(3 * 60 * minute - 1))).toBe('2 ч 59 мин')
    expect(spaced(duration(26 * 60 * minute))).toBe('1 дн 2 ч')
    expect(spaced(hoursAndMinutes(26 * 60 * minute))).toBe('26 ч')
  })
  it('say nought and seconds', () => {
    expect(spaced(hoursAndMinutes(0))).toBe('0 мин')
    expect(spaced(hoursAndMinutes(59_999))).toBe('59 с')
  })
  it('tick like a clock on a wall', () => {
    expect(clockFace(65_000)).toBe('01:05')
    expect(clockFace(3_600_000 + 61_000)).toBe('1:01:01')
  })
  it('sizes of files', () => expect(spaced(fileSize(20 * 1024 * 1024))).toBe('20 МБ'))
})

describe('nouns after numbers', () => {
  const forms = ['сообщение', 'сообщения', 'сообщений'] as const
  it.each([[0, 'сообщений'], [1, 'сообщение'], [2, 'сообщения'], [5, 'сообщений'], [11, 'сообщений'], [21, 'сообщение'], [22, 'сообщения'], [112, 'сообщений']])('%i %s', (count, noun) => {
    expect(nounFor(count, forms)).toBe(noun)
    expect(spaced(counted(count, forms))).toBe(`${count} ${noun}`)
  })
})

describe('a notice as HTML', () => {
  it('has paragraphs and line breaks, and no markup of its text', () => {
    expect(noticeHtml('Ёлка <b>\nв 12 & 14\n\nПриходите')).toBe('<p>Ёлка &lt;b&gt;<br>в 12 &amp; 14</p>\n<p>Приходите</p>')
  })
})

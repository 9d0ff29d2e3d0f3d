import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTypedInstant, typedFormOf } from '../../../../renderer/format/typedInstant'
import { formatInstant, instant, type OfficeZone, zoneOffsets } from '../../../../shared/domain/time'

const zone = 'Asia/Krasnoyarsk' as OfficeZone
/** 24.11.2026 12:00 in the office (+07:00), a Tuesday. */
const now = instant(Date.UTC(2026, 10, 24, 5, 0))

const read = (text: string): string => {
  const result = readTypedInstant(text, zone, now)
  return result.ok ? formatInstant(result.value.at, zone).slice(0, 16) + (result.value.approximate ? ' ~' : '') : result.error
}

describe('the instant of placement as people write it', () => {
  it.each([
    ['24.11.2026 10:30', '2026-11-24T10:30'],
    ['24.11.26 9:05', '2026-11-24T09:05'],
    ['24.11.2026, 10:30', '2026-11-24T10:30'],
    ['24.11.2026 10.30', '2026-11-24T10:30'],
    ['23.11 18:40', '2026-11-23T18:40'],
    ['10:30', '2026-11-24T10:30'],
    ['в 10:30', '2026-11-24T10:30'],
    ['сегодня в 9:15', '2026-11-24T09:15'],
    ['Вчера в 18:40', '2026-11-23T18:40'],
    ['вчера 18:40', '2026-11-23T18:40'],
    ['позавчера в 8:00', '2026-11-22T08:00'],
    ['20 ноя в 10:30', '2026-11-20T10:30'],
    ['20 ноября 2026 в 10:30', '2026-11-20T10:30'],
    ['20 ноября 2026 г. в 10:30', '2026-11-20T10:30'],
    ['3 мая в 7:00', '2026-05-03T07:00'],
    ['3 мар в 7:00', '2026-03-03T07:00'],
    ['2026-11-24T10:30', '2026-11-24T10:30'],
    ['2026-11-24T03:30:00Z', '2026-11-24T10:30'],
    ['сейчас', '2026-11-24T12:00'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['час назад', '2026-11-24T11:00 ~'],
    ['два часа назад', '2026-11-24T10:00 ~'],
    ['15 минут назад', '2026-11-24T11:45 ~'],
    ['минуту назад', '2026-11-24T11:59 ~'],
    ['только что', '2026-11-24T12:00 ~'],
  ])('%s is approximate', (text, expected) => expect(read(text)).toBe(expected))

  it('takes a day without a year from the last twelve months', () => {
    expect(read('28 дек в 10:00')).toBe('2025-12-28T10:00')
    expect(read('28.12 10:00')).toBe('2025-12-28T10:00')
  })

  it('does not push tomorrow into last year: it is a slip of the hand and is refused', () => {
    expect(read('25.11 10:00')).toBe('future')
    expect(read('24.11 12:01')).toBe('future')
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['24.11.2026', 'dateOnly'],
    ['вчера', 'dateOnly'],
    ['20 ноября', 'dateOnly'],
    ['2026-11-24', 'dateOnly'],
    ['31.02.2026 10:00', 'unreadable'],
    ['24.11.2026 25:00', 'unreadable'],
    ['24.13.2026 10:00', 'unreadable'],
    ['вечером', 'unreadable'],
    ['много часов назад', 'unreadable'],
    ['24.11.2026 12:01', 'future'],
    ['01.01.2030 00:00', 'future'],
    ['01.01.2005 00:00', 'tooOld'],
  ])('%s is refused: %s', (text, reason) => expect(read(text)).toBe(reason))

  it('refuses an hour that a change of the clock left out', () => {
    const berlin = 'Europe/Berlin' as OfficeZone
    expect(readTypedInstant('29.03.2026 02:30', berlin, now)).toEqual({ ok: false, error: 'noSuchTime' })
  })

  // From 2015 on: before that the zone had an hour that occurs twice, of which the first is meant.
  it('reads back to the minute what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2015, 0, 2) / 60_000, max: now / 60_000 }), (minute) => {
        const at = instant(minute * 60_000)
        const result = readTypedInstant(typedFormOf(at, zoneOffsets(zone).offsetAt(at)), zone, now)
        expect(result).toEqual({ ok: true, value: { at, approximate: false } })
      }),
    )
  })
})

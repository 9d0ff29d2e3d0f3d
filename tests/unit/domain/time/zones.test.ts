import { describe, expect, it, vi } from 'vitest'
import { formatInstant, instant, localDate, localDateOf, officeZoneSchema, parseInstant, parseOfficeZone, startOfDate, zoneOffsets, ZoneOffsets, type OfficeZone } from '../../../../shared/domain/time'

const zone = (name: string): OfficeZone => {
  const parsed = parseOfficeZone(name)
  if (!parsed.ok) throw new Error(name)
  return parsed.value
}
const HOUR = 3_600_000
const KRASNOYARSK = zone('Asia/Krasnoyarsk')
const BERLIN = zone('Europe/Berlin')

describe('office zones', () => {
  it('knows IANA names and nothing else', () => {
    for (const name of ['Asia/Krasnoyarsk', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5']) {
      expect(parseOfficeZone(name)).toEqual({ ok: true, value: name })
      expect(officeZoneSchema.safeParse(name).data).toBe(name)
    }
    for (const name of ['Asia/Idra', '+07:00', '', 'Asia/Krasnoyarsk ', '/UTC']) {
      expect(parseOfficeZone(name)).toEqual({ ok: false, error: 'unknown-zone' })
    }
    expect(officeZoneSchema.safeParse('Mars/Base').error?.issues[0]?.message).toBe('unknown-zone')
  })

  it('takes only a name that the zone data refuses for an unknown one', () => {
    const broken = vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function () {
      throw new TypeError('broken zone data')
    })
    try {
      expect(() => parseOfficeZone('Asia/Krasnoyarsk')).toThrow('broken zone data')
    } finally {
      broken.mockRestore()
    }
  })

  it('finds every change of the offset to the millisecond', () => {
    const changes = [
      [Date.UTC(2010, 2, 27, 19), 7, 8],
      [Date.UTC(2010, 9, 30, 19), 8, 7],
      [Date.UTC(2011, 2, 26, 19), 7, 8],
      [Date.UTC(2014, 9, 25, 18), 8, 7],
    ] as const
    const offsets = new ZoneOffsets(KRASNOYARSK)
    for (const [at, before, after] of changes) {
      expect([offsets.offsetAt(at - 1), offsets.offsetAt(at)]).toEqual([before * HOUR, after * HOUR])
    }
    const segments = offsets.segments(Date.UTC(2010, 0, 1), Date.UTC(2015, 0, 1))
    expect(segments.map(({ from, offsetMs }) => [from, offsetMs / HOUR])).toEqual([
      [Date.UTC(2010, 0, 1), 7],
      ...changes.map(([at, , after]) => [at, after]),
    ])
    expect(segments.map(({ to }) => to)).toEqual([...changes.map(([at]) => at), Date.UTC(2015, 0, 1)])
    expect(offsets.segments(changes[0][0], changes[1][0])).toEqual([{ from: changes[0][0], to: changes[1][0], offsetMs: 8 * HOUR }])
  })

  it('agrees with Intl all the year round wherever it is asked first', () => {
    for (const name of ['Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Casablanca', 'America/St_Johns']) {
      const offsets = new ZoneOffsets(zone(name))
      const format = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' })
      // Backwards, then forwards: the table grows at both ends.
      for (const year of [2024, 2023, 2026]) {
        for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 13 * HOUR) {
          const wall = Date.parse(`${format.format(at).replace(' ', 'T')}Z`)
          if (offsets.localOf(at) !== wall) expect([name, at, offsets.localOf(at)]).toEqual([name, at, wall])
        }
      }
    }
  })

  it('is one table for a zone', () => {
    expect(zoneOffsets(BERLIN)).toBe(zoneOffsets(BERLIN))
    expect(zoneOffsets(BERLIN).zone).toBe('Europe/Berlin')
  })

  it('begins a day at its first instant, also where midnight is left out or a whole day is', () => {
    expect(startOfDate(localDate('2026-11-24'), KRASNOYARSK)).toBe(Date.UTC(2026, 10, 23, 17))
    // Beirut goes from 00:00 to 01:00.
    expect(startOfDate(localDate('2022-03-27'), zone('Asia/Beirut'))).toBe(Date.UTC(2022, 2, 26, 22))
    // Samoa left out 30 December 2011.
    expect(startOfDate(localDate('2011-12-30'), zone('Pacific/Apia'))).toBe(startOfDate(localDate('2011-12-31'), zone('Pacific/Apia')))
    expect(localDateOf(instant(Date.UTC(2026, 10, 23, 17)), KRASNOYARSK)).toBe('2026-11-24')
    expect(localDateOf(instant(Date.UTC(2026, 10, 23, 17) - 1), KRASNOYARSK)).toBe('2026-11-23')
  })
})

describe('instants as text', () => {
  it('writes the offset of the instant, and milliseconds only when there are any', () => {
    expect(formatInstant(instant(Date.UTC(2026, 10, 30, 3, 30)), KRASNOYARSK)).toBe('2026-11-30T10:30:00+07:00')
    expect(formatInstant(instant(Date.UTC(2026, 10, 30, 3, 30, 5, 7)), KRASNOYARSK)).toBe('2026-11-30T10:30:05.007+07:00')
    expect(formatInstant(instant(Date.UTC(2026, 10, 30, 3, 30, 59, 999)), zone('UTC'))).toBe('2026-11-30T03:30:59.999+00:00')
    expect(formatInstant(instant(Date.UTC(2026, 0, 1)), zone('America/St_Johns'))).toBe('2025-12-31T20:30:00-03:30')
    expect(formatInstant(instant(Date.UTC(2026, 0, 1)), zone('Asia/Kathmandu'))).toBe('2026-01-01T05:45:00+05:45')
  })

  it('reads what it writes, and the other spellings of ISO 8601', () => {
    const at = Date.UTC(2026, 10, 27, 9, 30)
    for (const text of ['2026-11-27T16:30:00+07:00', '2026-11-27T16:30', '2026-11-27 16:30', '2026-11-27T09:30Z', '2026-11-27T09:30:00.000Z', '2026-11-27T16:30+0700', '2026-11-27T16:30+07', ' 2026-11-27T16:30 ', '2026-11-27T06:00:00-03:30']) {
      expect([text, parseInstant(text, KRASNOYARSK)]).toEqual([text, { ok: true, value: at }])
    }
    expect(parseInstant('2026-11-27T16:30:05,25', KRASNOYARSK)).toEqual({ ok: true, value: at + 5250 })
    expect(parseInstant('2026-11-27T16:30:05.007+07:00', KRASNOYARSK)).toEqual({ ok: true, value: at + 5007 })
    expect(parseInstant('2026-11-27', KRASNOYARSK)).toEqual({ ok: true, value: Date.UTC(2026, 10, 26, 17) })
  })

  it('reads finer fractions of a second than it keeps', () => {
    const at = Date.UTC(2026, 10, 27, 9, 30, 5)
    for (const [fraction, ms] of [['.007000', 7], ['.123456', 123], ['.999999', 999], ['.123456789', 123]] as const) {
      expect([fraction, parseInstant(`2026-11-27T16:30:05${fraction}+07:00`, KRASNOYARSK)]).toEqual([fraction, { ok: true, value: at + ms }])
    }
    expect(parseInstant('2026-11-27T16:30:05.1234567890+07:00', KRASNOYARSK)).toEqual({ ok: false, error: 'not-an-instant' })
  })

  it('refuses what is no instant', () => {
    const wrong = ['', 'вчера', '2026-02-30', '2026-13-01', '2026-00-01', '2026-11-27T24:00', '2026-11-27T23:60', '2026-11-27T23:59:60', '2026-11-27T16:30+16:00', '2026-11-27T16:30+07:60', '2026-11-27T16', '27.11.2026 16:30', 'x2026-11-27', '2026-11-27x']
    for (const text of wrong) expect([text, parseInstant(text, KRASNOYARSK)]).toEqual([text, { ok: false, error: 'not-an-instant' }])
    for (const edge of ['2026-11-27T23:59:59', '2026-12-01', '2026-11-27T16:30+15:59']) expect(parseInstant(edge, KRASNOYARSK).ok).toBe(true)
  })

  it('takes the first of two equal wall times and refuses one that was left out', () => {
    expect(parseInstant('2026-10-25T02:30', BERLIN)).toEqual({ ok: true, value: Date.UTC(2026, 9, 25, 0, 30) })
    expect(parseInstant('2026-03-29T02:30', BERLIN)).toEqual({ ok: false, error: 'no-such-local-time' })
    expect(parseInstant('2026-03-29T03:00', BERLIN)).toEqual({ ok: true, value: Date.UTC(2026, 2, 29, 1) })
  })
})
